import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, type Decided } from './decided.js';
import type { Link } from './link.js';
import { checkTeacher } from './training.js';

/**
 * A teacher made up for a training that she missed. Throws TEACHER_NOT_IN_LINK, and TRAINING_RECORDED_DIFFERENTLY
 * when that day holds another length of it, or that she came to the training itself.
 */
export function recordCatchUp(
  command: CommandOf<'RecordCatchUp'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...catchUp } = command;
  checkTeacher(link, catchUp.side, catchUp.teacherId);
  const known = link.training.find(
    (record) =>
      record.status === 'attended' &&
      record.side === catchUp.side &&
      record.teacherId === catchUp.teacherId &&
      record.kind === catchUp.kind &&
      record.on === occasion.occurredOn,
  );
  if (known === undefined) return [fact(occasion, 'CatchUpCompleted', { ...catchUp, ...note(occasion) })];
  if (known.catchUp === true && known.minutes === catchUp.minutes) return [];
  throw new Refusal(
    'TRAINING_RECORDED_DIFFERENTLY',
    known.catchUp === true
      ? `This teacher's catch-up on ${dayAndMonth(known.on)} is recorded with ${known.minutes} minutes.`
      : `This teacher is recorded as having attended on ${dayAndMonth(known.on)}.`,
    { nextStep: 'Correct or void that entry.' },
  );
}
