import { Refusal } from '../refusal.js';
import type { Occasion, SucceedSchool } from './commands.js';
import { fact, note, type Decided } from './decided.js';
import type { Link } from './link.js';

/**
 * A school of the link was closed and another one goes on. The frozen difference stays as it was when the two schools
 * were brought together.
 */
export function succeedSchool(
  { side, to, successors }: SucceedSchool,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const from = link.sides[side].urn;
  if (from === to) return [];
  if (!successors.includes(to)) {
    throw new Refusal('NOT_A_SUCCESSOR', `The register does not name ${to} as a successor of ${from}.`, {
      nextStep:
        successors.length === 0
          ? 'Import a newer register and its file of links first.'
          : `Choose ${successors.join(' or ')}.`,
    });
  }
  const { occurredOn: on } = occasion;
  // A conversion that the register tells late was before the link: then it is the link's from its first day.
  const day = link.proposedOn !== undefined && link.proposedOn > on ? link.proposedOn : on;
  return [fact(occasion, 'SchoolSucceeded', { side, from, to, on, ...note(occasion) }, day)];
}

/** Whether somebody voided this very succession: a person has decided, and the register does not decide again. */
export const wasTakenBack = (link: Link, side: 'a' | 'b', to: string): boolean =>
  link.entries.some(
    ({ event, voided }) =>
      voided && event.type === 'SchoolSucceeded' && event.data.side === side && event.data.to === to,
  );
