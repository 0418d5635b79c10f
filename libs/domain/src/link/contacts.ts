import type { Side } from '@linking/events/link/link-events.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, type Decided } from './decided.js';
import { bothSides, signingSides, teacherOf, type Link } from './link.js';

/** Somebody at a school whom mails do not reach any more. */
export interface LostContact {
  readonly side: Side;
  readonly personId: string;
  readonly role: 'headteacher' | 'teacher';
  readonly on: string;
}

/** Who of today's people cannot be reached; whoever left her class or school is not looked for. */
export const lostContactsOf = (link: Link): readonly LostContact[] =>
  bothSides.flatMap((side) =>
    link.sides[side].lostContacts.flatMap(({ personId, on }) => {
      const role = roleOf(link, side, personId);
      return role === undefined ? [] : [{ side, personId, role, on }];
    }),
  );

export const isLost = (link: Link, personId: string) =>
  lostContactsOf(link).some((lost) => lost.personId === personId);

/** Her mails stop, and the coordinator phones the school. */
export function loseContact(
  { side, personId }: CommandOf<'LoseContact'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (roleOf(link, side, personId) === undefined) {
    throw new Refusal('PERSON_NOT_IN_LINK', 'This person is neither headteacher nor teacher of this side.', {
      nextStep: 'Choose one of the people of this link.',
    });
  }
  if (link.sides[side].lostContacts.some((lost) => lost.personId === personId)) return [];
  return [fact(occasion, 'ContactLost', { side, personId, ...note(occasion) })];
}

export function restoreContact(
  { side, personId }: CommandOf<'RestoreContact'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const lost = link.sides[side].lostContacts.some((it) => it.personId === personId);
  return lost ? [fact(occasion, 'ContactRestored', { side, personId, ...note(occasion) })] : [];
}

/** A new head: a signature stands, and what is not signed yet is sent to her instead. */
export function changeHeadteacher(
  { side, headId }: CommandOf<'ChangeHeadteacher'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const before = link.sides[side].headId;
  if (before === headId) return [];
  return [
    fact(occasion, 'HeadteacherChanged', { side, headId, from: before, ...note(occasion) }),
    ...issuedAnew(link, side, occasion),
  ];
}

/** The text that is out goes to her today, whatever day she came. */
function issuedAnew(link: Link, side: Side, occasion: Occasion): readonly Decided[] {
  if (!signingSides(link).includes(side) || link.agreement[side].status !== 'issued') return [];
  return link.entries
    .flatMap(({ event, voided }) =>
      !voided && event.type === 'AgreementIssued' && event.data.side === side ? [event.data] : [],
    )
    .slice(-1)
    .map(({ textVersion, documentHash }) =>
      fact(occasion, 'AgreementIssued', { side, textVersion, documentHash }, occasion.today),
    );
}

function roleOf(link: Link, side: Side, personId: string): LostContact['role'] | undefined {
  if (teacherOf(link, side, personId)) return 'teacher';
  return link.sides[side].headId === personId ? 'headteacher' : undefined;
}
