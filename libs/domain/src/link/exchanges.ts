import type { CommandOf, Occasion } from './commands.js';
import { fact, note, sameContent, type Decided } from './decided.js';
import { bothSides, meetingOf, isSkipped, type Link } from './link.js';

/** Work is exchanged all year: the same kind may be sent again, the very same entry is taken once. */
export function recordExchange(
  command: CommandOf<'RecordExchange'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...exchange } = command;
  const on = occasion.occurredOn;
  const known = link.exchanges.some((sent) => sameContent(sent, { ...exchange, on }));
  return known ? [] : [fact(occasion, 'WorkExchanged', { ...exchange, ...note(occasion) })];
}

/** The goodbye of each side that is not recorded yet; a celebration that nobody planned counts as not planned. */
export function completeFinalExchange(link: Link, occasion: Occasion): readonly Decided[] {
  const goodbyes = bothSides
    .filter((side) => !link.exchanges.some((sent) => sent.kind === 'goodbye' && sent.fromSide === side))
    .map((fromSide, index) =>
      fact(occasion, 'WorkExchanged', {
        fromSide,
        kind: 'goodbye',
        mode: 'not-known',
        keyQuestions: [],
        subjects: [],
        policyTags: [],
        ...(index === 0 ? note(occasion) : {}),
      }),
    );
  return [...goodbyes, ...celebrationNotPlanned(link, occasion)];
}

/** A celebration is optional: what was neither planned nor skipped by then was not planned. */
export function celebrationNotPlanned(link: Link, occasion: Occasion): readonly Decided[] {
  const celebration = meetingOf(link, 4);
  if (isSkipped(link, 'celebration') || (celebration !== undefined && celebration.status !== 'cancelled'))
    return [];
  return [fact(occasion, 'StepSkipped', { step: 'celebration', reasonCode: 'not-planned' })];
}
