import type { Session } from '@linking/domain/training/session.js';
import { sessionWarnings } from '@linking/domain/training/session-warnings.js';
import { counted, fullDay } from '@linking/words/format.js';
import type { FlashView } from '../pages/layout/page-frame.js';

const teachers = (places: Session['places']) => new Set(places.map(({ teacherId }) => teacherId));

/** Who has a place now, and who waits because every place is taken. */
export function enrolledText(before: Session, after: Session): FlashView {
  const seated = newcomers(before.places, after.places);
  const waiting = newcomers(before.waiting, after.waiting);
  if (seated + waiting === 0) return { tone: 'amber', text: 'They were enrolled already.' };
  const enrolled = seated === 0 ? '' : `${are(seated, 'teacher')} enrolled.`;
  if (waiting === 0) return { tone: 'green', text: enrolled };
  const all = `All ${after.capacity} places are taken: ${counted(waiting, 'teacher')} ${waiting === 1 ? 'waits' : 'wait'} for one.`;
  return { tone: 'amber', text: [enrolled, all].filter((part) => part !== '').join(' ') };
}

const newcomers = (before: Session['places'], after: Session['places']) =>
  [...teachers(after)].filter((id) => !teachers(before).has(id)).length;

const are = (count: number, one: string) => `${counted(count, one)} ${count === 1 ? 'is' : 'are'}`;

/** Who is off the list, and who has got the place. */
export function givenUpText(
  teacherId: string,
  before: Session,
  after: Session,
  person: (id: string) => string,
): FlashView {
  const next = [...teachers(after.places)].find((id) => !teachers(before.places).has(id));
  const off = `${person(teacherId)} is off the list.`;
  return { tone: 'green', text: next === undefined ? off : `${off} ${person(next)} has the place now.` };
}

export const plannedText = (session: Session) => dayText(session, 'The session is planned.');

export const movedText = (after: Session) =>
  dayText(
    after,
    `The session is on ${fullDay(after.on)}, ${after.startsAt} to ${after.endsAt}. Every place moves with it.`,
  );

/** With what looks odd about its day. */
function dayText(session: Session, text: string): FlashView {
  const more = sessionWarnings(session).map(({ sentence }) => sentence);
  return more.length === 0 ? { tone: 'green', text } : { tone: 'amber', text, more };
}

export function cancelledText({ places, waiting }: Session): FlashView {
  const told = teachers([...places, ...waiting]).size;
  const text =
    told === 0
      ? 'The session is cancelled.'
      : `The session is cancelled. ${counted(told, 'teacher')} ${told === 1 ? 'needs' : 'need'} another date.`;
  return { tone: 'amber', text };
}
