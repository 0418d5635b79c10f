import { bouncedAmong, type KeyOfAddress } from '@linking/projections/bounces/bounced-addresses.js';
import { gathered } from '@linking/events/gathered.js';
import { once } from '../once.js';
import type { ProgrammeOf } from '../programmes/in-its-year.js';
import { pagesOfTeachers, type TeacherPages } from '../tokens/teacher-address.js';
import { keepTokens, type KeptToken } from '../tokens/tokens.js';
import { inGroups } from './in-groups.js';
import type { MailLookup } from './mail-lookup.js';
import type { WantedMails } from './planning.js';
import { rememberingLookup } from './remembering-lookup.js';
import type { SendingDependencies } from './send-mail.js';
import { writingDown, type Ended } from './write-down.js';

/** What mails that are made ready at one moment share: each thing is read once, and what they write is written together. */
export interface SendingDesk extends SendingDependencies {
  readonly lookup: MailLookup;
  readonly wantedMails: WantedMails;
  readonly isBounced: (address: KeyOfAddress) => Promise<boolean>;
  readonly addresses: TeacherPages;
  readonly writeDown: (ended: Ended) => Promise<void>;
}

export function openSendingDesk(dependencies: SendingDependencies, programmeOf: ProgrammeOf): SendingDesk {
  const { pool, clock, wantedMails } = dependencies;
  const bounced = gathered(async (keys) => {
    const asked = keys.map(keyAsAddress);
    return new Map((await bouncedAmong(pool, asked)).map((stopped) => [addressAsKey(stopped), stopped]));
  });
  const keep = inGroups(async (tokens: readonly KeptToken[]) => {
    await keepTokens(pool, tokens);
    return tokens;
  });
  return {
    ...dependencies,
    lookup: rememberingLookup(dependencies.lookup),
    wantedMails: once((subject) => wantedMails(subject, programmeOf)),
    isBounced: async (address) => (await bounced(addressAsKey(address))) !== undefined,
    addresses: { pagesOf: pagesOfTeachers(pool, clock.now()), keep },
    writeDown: writingDown(dependencies),
  };
}

const addressAsKey = ({ personId, addressKey }: KeyOfAddress) => `${personId} ${addressKey}`;

function keyAsAddress(key: string): KeyOfAddress {
  const [personId = '', addressKey = ''] = key.split(' ');
  return { personId, addressKey };
}
