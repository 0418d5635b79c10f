import { yearEnd } from '../calendar/academic-year.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, reasonFor, type Decided } from './decided.js';
import { missingSteps } from './gaps.js';
import type { Link, Outcome } from './link.js';

/** The year is over and something was not done. The link keeps its stage, and late facts may still complete it. */
export function closeIncomplete(
  { reasonCode }: CommandOf<'CloseIncomplete'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const missing = missingSteps(link);
  if (missing.length === 0) {
    throw new Refusal('NOTHING_MISSING', 'Nothing is missing in this link, so it is complete.', {
      nextStep: 'Complete it.',
    });
  }
  const end = yearEnd(link.year);
  return [
    fact(occasion, 'LinkClosedIncomplete', {
      missing,
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...note(occasion),
    }),
    ...reasonFor(
      occasion,
      'before-year-end',
      occasion.today < end,
      `The year of this link ends on ${dayAndMonth(end)}. Say why it is closed before.`,
    ),
  ];
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  open: 'open',
  completed: 'completed',
  withdrawn: 'withdrawn',
  'not-formed': 'not formed',
  're-brokered': 'withdrawn',
  'closed-incomplete': 'closed incomplete',
};

export function closedSentence({ outcome, closedOn = '', continuedAs }: Link): string {
  const goesOn = continuedAs === undefined ? '' : ` It goes on as ${continuedAs}.`;
  return `This link is closed: ${outcomeWords[outcome]} on ${dayAndMonth(closedOn)}.${goesOn}`;
}
