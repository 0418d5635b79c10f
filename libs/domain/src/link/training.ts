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
  const known = recordOfDay(link, attendance, occasion);
  if (known?.status === 'attended' && known.minutes === attendance.minutes) return [];
  const attended = fact(occasion, 'TrainingAttended', { ...attendance, ...note(occasion) });
  if (isOfRegister(known, attendance)) return [...withoutOld(link, attendance, occasion), attended];
  if (known !== undefined) {
    throw new Refusal(
      'TRAINING_RECORDED_DIFFERENTLY',
      known.status === 'missed'
        ? `This teacher is recorded as absent on ${dayAndMonth(known.on)}.`
        : `This teacher's training on ${dayAndMonth(known.on)} is recorded with ${known.minutes} minutes.`,
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
  const known = recordOfDay(link, absence, occasion);
  if (known?.status === 'missed') return [];
  const missed = fact(occasion, 'TrainingMissed', { ...absence, ...note(occasion) });
  if (isOfRegister(known, absence)) return [...withoutOld(link, absence, occasion), missed];
  if (known !== undefined) {
    throw new Refusal(
      'TRAINING_RECORDED_DIFFERENTLY',
      `This teacher is recorded as having attended on ${dayAndMonth(known.on)}.`,
      { nextStep: 'Correct or void that entry.' },
    );
  }
  return [missed];
}

type Who = Pick<Link['training'][number], 'side' | 'teacherId' | 'kind' | 'sessionId'>;

/** Both come from the register of the same session: the register is the truth, so its later word counts. */
const isOfRegister = (known: Who | undefined, said: Who) =>
  known !== undefined && said.sessionId !== undefined && known.sessionId === said.sessionId;

/** Voids what the register said before. */
function withoutOld(link: Link, { side, teacherId, sessionId }: Who, occasion: Occasion): readonly Decided[] {
  const old = link.entries.findLast(
    ({ event, voided }) =>
      !voided &&
      (event.type === 'TrainingAttended' || event.type === 'TrainingMissed') &&
      event.data.side === side &&
      event.data.teacherId === teacherId &&
      event.data.sessionId === sessionId,
  );
  return old === undefined
    ? []
    : voidEntry(
        { type: 'VoidEntry', eventId: old.event.id, reasonCode: 'register-corrected' },
        link,
        occasion,
      );
}

/** A former teacher's attendance may still be entered: what has happened is always recordable. */
export function checkTeacher(link: Link, side: 'a' | 'b', teacherId: string): void {
  const former = link.sides[side].formerTeachers.some((teacher) => teacher.teacherId === teacherId);
  if (former || teacherOf(link, side, teacherId)) return;
  throw new Refusal('TEACHER_NOT_IN_LINK', 'This person is not a teacher of this side of the link.', {
    nextStep: 'Confirm the class with its teacher, or add the teacher first.',
  });
}

const recordOfDay = (
  link: Link,
  { side, teacherId, kind }: Pick<Link['training'][number], 'side' | 'teacherId' | 'kind'>,
  { occurredOn }: Occasion,
) =>
  link.training.find(
    (r) =>
      r.side === side &&
      r.teacherId === teacherId &&
      r.kind === kind &&
      r.on === occurredOn &&
      r.status !== 'enrolled' &&
      r.catchUp !== true,
  );
