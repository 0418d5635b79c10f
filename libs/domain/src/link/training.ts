import { Refusal } from '../refusal.js';
import { dayAndMonth } from '../calendar/words.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, type Decided } from './decided.js';
import { teacherOf, type Link } from './link.js';
import { voidEntry } from './mending.js';

/** Carried over from a session: a teacher who is enrolled for its day, came or stayed away is known already. */
export function enrolTeacher(
  command: CommandOf<'EnrolTeacher'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...enrolment } = command;
  const known = link.training.find(
    (r) =>
      r.side === enrolment.side && r.teacherId === enrolment.teacherId && r.sessionId === enrolment.sessionId,
  );
  if (known === undefined) return [fact(occasion, 'TeacherEnrolled', enrolment)];
  if (known.status !== 'enrolled' || known.on === enrolment.on) return [];
  return [fact(occasion, 'TeacherEnrolled', { ...enrolment, movedFrom: known.on })];
}

export function withdrawEnrolment(
  command: CommandOf<'WithdrawEnrolment'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...enrolment } = command;
  const enrolled = link.training.some(
    (r) =>
      r.status === 'enrolled' &&
      r.side === enrolment.side &&
      r.teacherId === enrolment.teacherId &&
      r.sessionId === enrolment.sessionId,
  );
  return enrolled ? [fact(occasion, 'EnrolmentWithdrawn', enrolment)] : [];
}

/** Throws TEACHER_NOT_IN_LINK, and TRAINING_RECORDED_DIFFERENTLY unless the same register corrects itself. */
export function recordTrainingAttended(
  command: CommandOf<'RecordTrainingAttended'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...attendance } = command;
  checkTeacher(link, attendance.side, attendance.teacherId);
  const { known, ofRegister } = recordsOfDay(link, attendance, occasion);
  if (known.some(({ status, minutes }) => status === 'attended' && minutes === attendance.minutes)) return [];
  const attended = fact(occasion, 'TrainingAttended', { ...attendance, ...note(occasion) });
  if (ofRegister) return [...withoutOld(link, attendance, occasion), attended];
  const [other] = known;
  if (other !== undefined) {
    throw new Refusal(
      'TRAINING_RECORDED_DIFFERENTLY',
      other.status === 'missed'
        ? `This teacher is recorded as absent on ${dayAndMonth(other.on)}.`
        : `This teacher's training on ${dayAndMonth(other.on)} is recorded with ${other.minutes} minutes.`,
      { nextStep: 'Correct or void that entry.' },
    );
  }
  return [attended];
}

/** Throws as {@link recordTrainingAttended} does. */
export function recordTrainingMissed(
  command: CommandOf<'RecordTrainingMissed'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...absence } = command;
  checkTeacher(link, absence.side, absence.teacherId);
  const { known, ofRegister } = recordsOfDay(link, absence, occasion);
  if (known.some(({ status }) => status === 'missed')) return [];
  const missed = fact(occasion, 'TrainingMissed', { ...absence, ...note(occasion) });
  if (ofRegister) return [...withoutOld(link, absence, occasion), missed];
  const [other] = known;
  if (other !== undefined) {
    throw new Refusal(
      'TRAINING_RECORDED_DIFFERENTLY',
      `This teacher is recorded as having attended on ${dayAndMonth(other.on)}.`,
      { nextStep: 'Correct or void that entry.' },
    );
  }
  return [missed];
}

type Who = Pick<Link['training'][number], 'side' | 'teacherId' | 'kind' | 'sessionId'>;

const isSamePlace = (x: Who, y: Who) =>
  x.side === y.side && x.teacherId === y.teacherId && x.kind === y.kind && x.sessionId === y.sessionId;

/** Voids what the register said before of this teacher on this day: the register is the truth, so its later word counts. */
const withoutOld = (link: Link, who: Who, occasion: Occasion): readonly Decided[] =>
  link.entries
    .filter(({ event, corrected = event, voided }) => {
      if (voided || (corrected.type !== 'TrainingAttended' && corrected.type !== 'TrainingMissed'))
        return false;
      const { data, occurredOn } = corrected;
      return isSamePlace(data, who) && occurredOn === occasion.occurredOn;
    })
    .flatMap(({ event }) =>
      voidEntry({ type: 'VoidEntry', eventId: event.id, reasonCode: 'register-corrected' }, link, occasion),
    );

/** A former teacher's attendance may still be entered: what has happened is always recordable. */
export function checkTeacher(link: Link, side: 'a' | 'b', teacherId: string): void {
  const former = link.sides[side].formerTeachers.some((teacher) => teacher.teacherId === teacherId);
  if (former || teacherOf(link, side, teacherId)) return;
  throw new Refusal('TEACHER_NOT_IN_LINK', 'This person is not a teacher of this side of the link.', {
    nextStep: 'Confirm the class with its teacher, or add the teacher first.',
  });
}

/** What is known of a teacher's training on a day: what the same register said, or else what anybody said. */
function recordsOfDay(link: Link, who: Who, { occurredOn }: Occasion) {
  const ofDay = link.training.filter(
    (r) =>
      r.side === who.side &&
      r.teacherId === who.teacherId &&
      r.kind === who.kind &&
      r.on === occurredOn &&
      r.status !== 'enrolled' &&
      r.catchUp !== true,
  );
  const said = who.sessionId === undefined ? [] : ofDay.filter((r) => isSamePlace(r, who));
  return { known: said.length > 0 ? said : ofDay, ofRegister: said.length > 0 };
}
