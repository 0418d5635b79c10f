import { everyWordingKind, kindOf, type WordingKind } from '@linking/domain/wording/wording-kinds.js';
import { wordingLimits, type WordingText } from '@linking/domain/wording/wording-text.js';
import { whoGets } from '@linking/notices/wording/product-wording.js';
import { Count, Line, Note, YesNo } from '../http/fields.js';
import type { Page } from '../http/paging.js';
import {
  ShowsInstant,
  ShowsList,
  ShowsNext,
  ShowsOneOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
} from '../http/shown.js';
import type { SeenWordings } from './wording-reader.js';
import { titleOf } from './wording-view-model.js';

export class WordingBody {
  @Line(wordingLimits.subject)
  subject: string;

  @Note(wordingLimits.opening)
  opening?: string;

  @Note(wordingLimits.closing)
  closing?: string;

  @YesNo({
    optional: true,
    description: 'What is doubtful in it, such as a telephone number, may stand there.',
  })
  checked?: boolean;
}

export class UseWordingAgainBody {
  @Count(1, 99_999, { description: 'An earlier version; its words become a new one.' })
  version: number;
}

export const textOf = ({ subject, opening = '', closing = '' }: WordingBody): WordingText => ({
  subject,
  opening,
  closing,
});

const WHOSE = ['own', 'national', 'product'] as const;

class WordingLine {
  @ShowsText({ description: 'The mail: its rule, and which of its readers or askings.' })
  wording: string;
  @ShowsText()
  rule: string;
  @ShowsText()
  title: string;
  @ShowsText()
  to: string;
  @ShowsOneOf(WHOSE, { description: 'Whose words it has.' })
  wordsOf: string;
  @ShowsWhole({ optional: true })
  version?: number;
  @ShowsText({ description: 'With placeholders.' })
  subject: string;
}

export class WordingsPage implements Page<WordingLine> {
  @ShowsList(WordingLine)
  items: readonly WordingLine[];
  @ShowsNext()
  next: string | null;
}

class WordingChangeAnswer {
  @ShowsWhole({ optional: true, description: 'Absent where the own words were dropped.' })
  version?: number;
  @ShowsText()
  by: string;
  @ShowsInstant()
  at: string;
  @ShowsText({ optional: true })
  subject?: string;
  @ShowsText({ optional: true })
  opening?: string;
  @ShowsText({ optional: true })
  closing?: string;
}

export class WordingAnswer extends WordingLine {
  @ShowsText({ description: 'Before what is filled in; an empty line begins a new paragraph.' })
  opening: string;
  @ShowsText({ description: 'After the button.' })
  closing: string;
  @ShowsTexts({ description: 'What it may name, such as `{school}`.' })
  placeholders: readonly string[];
  @ShowsList(WordingChangeAnswer, { description: 'In their order.' })
  changes: readonly WordingChangeAnswer[];
  @ShowsWhole()
  revision: number;
}

function lineOf(seen: SeenWordings, wording: WordingKind): WordingLine {
  const { of, version, text } = seen.now(wording);
  return {
    wording,
    rule: kindOf(wording).rule,
    title: titleOf(wording),
    to: whoGets(wording),
    wordsOf: of,
    ...(version === undefined ? {} : { version: version.version }),
    subject: text.subject,
  };
}

export const wordingsPage = (seen: SeenWordings): WordingsPage => ({
  items: everyWordingKind.map((wording) => lineOf(seen, wording)),
  next: null,
});

export function wordingAnswer(seen: SeenWordings, wording: WordingKind): WordingAnswer {
  const { opening, closing } = seen.now(wording).text;
  return {
    ...lineOf(seen, wording),
    opening,
    closing,
    placeholders: kindOf(wording).placeholders.map((name) => `{${name}}`),
    changes: seen.changes(wording).map(({ version, text, by, at }) => ({
      ...(version === undefined ? {} : { version }),
      ...text,
      by,
      at,
    })),
    revision: seen.revision,
  };
}
