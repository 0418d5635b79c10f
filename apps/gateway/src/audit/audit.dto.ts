import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import { Count, MayBeLeftOut } from '../http/fields.js';
import { wholeNumber } from '../http/paging.js';
import {
  ShowsInstant,
  ShowsList,
  ShowsOneOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
  ShowsWholes,
  ShowsObject,
  ShowsYesNo,
} from '../http/shown.js';

const MOST = 999_999_999;

export class ConsistencyQuery {
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @Count(0, MOST, {
    optional: true,
    description: 'Size of the older checkpoint: its second line. Not needed with `checkpoint`.',
  })
  from?: number;

  @ShowsText({
    optional: true,
    description:
      'The whole text of a checkpoint that you kept, instead of `from`: its signature and its hash are then compared as well, and a refusal says what is wrong with it.',
  })
  @MayBeLeftOut()
  @IsString({ message: 'checkpoint has to be the text of a checkpoint.' })
  @MaxLength(10_000, { message: 'checkpoint has to have at most 10000 characters.' })
  checkpoint?: string;

  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @Count(0, MOST, { optional: true, description: 'Size of the younger one; the newest when it is left out.' })
  to?: number;
}

export class EvidenceQuery {
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @Count(0, MOST, {
    optional: true,
    description:
      'Size of an older checkpoint that you kept: the evidence then proves that it goes on from there.',
  })
  from?: number;
}

export class ConsistencyBody {
  @ShowsWhole()
  from: number;
  @ShowsWhole()
  to: number;
  @ShowsText({ description: 'Root of the first `from` events, in base64.' })
  fromRoot: string;
  @ShowsText({ description: 'Root of the first `to` events, in base64.' })
  toRoot: string;
  @ShowsTexts({ description: 'The proof of RFC 9162 §2.1.4, in base64.' })
  proof: readonly string[];
}

export class LedgerKeyBody {
  @ShowsText({ description: 'A public key in the form of C2SP signed-note: `name+hash+base64`.' })
  vkey: string;
  @ShowsText({
    optional: true,
    description: 'The note with which the key before handed over, signed by both; absent for the first key.',
  })
  statement?: string;
}

export class LedgerKeysBody {
  @ShowsList(LedgerKeyBody, { description: 'The oldest first; the last one signs now.' })
  items: readonly LedgerKeyBody[];
}

export class LinkVerificationBody {
  @ShowsText()
  ref: string;
  @ShowsYesNo({ description: 'Every signed event of the link stands as it was recorded.' })
  ok: boolean;
  @ShowsText()
  sentence: string;
  @ShowsWhole({ description: 'Events that were verified.' })
  events: number;
  @ShowsWhole({ description: 'Events of the last seconds, which wait for the next signature.' })
  notYetSigned: number;
  @ShowsWhole({ description: 'Events of the whole log that the newest signature covers.' })
  size: number;
  @ShowsInstant({ description: 'By the clock of the server; not part of what is signed.' })
  signedAt: string;
}

class EvidenceEventBody {
  @ShowsWhole({ description: 'Place in the log, from 0.' })
  leaf: number;
  @ShowsText({ description: 'The very text in the log: canonical JSON (RFC 8785).' })
  body: string;
  @ShowsWholes({ description: 'Places in `hashes`.' })
  proof: readonly number[];
}

class EvidenceConsistencyBody {
  @ShowsWhole()
  from: number;
  @ShowsWholes({ description: 'Places in `hashes`.' })
  proof: readonly number[];
}

export class EvidenceBody {
  @ShowsOneOf(['schools-linking-evidence-1'])
  format: 'schools-linking-evidence-1';
  @ShowsText()
  link: string;
  @ShowsText()
  stream: string;
  @ShowsList(EvidenceEventBody)
  events: readonly EvidenceEventBody[];
  @ShowsTexts({ description: 'Hashes of subtrees in base64.' })
  hashes: readonly string[];
  @ShowsText({ description: 'The newest signed checkpoint (C2SP tlog-checkpoint).' })
  checkpoint: string;
  @ShowsList(LedgerKeyBody)
  keys: readonly LedgerKeyBody[];
  @ShowsObject(EvidenceConsistencyBody, {
    optional: true,
    description: 'With `from`: it goes on from there.',
  })
  consistency?: EvidenceConsistencyBody;
  @ShowsTexts({ description: 'What is not in the file.' })
  leftOut: readonly string[];
}
