import type { Side, TeacherFacts } from '@linking/events/link/link-events.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, sameContent, type Decided } from './decided.js';
import { teacherOf, type Link } from './link.js';

/** The class is named, counted and has its teachers: normally in September. Saying more later changes the details. */
export function confirmClass(
  command: CommandOf<'ConfirmClass'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { side, classNameId, yearGroups, pupilCount, teachers, sameName } = command;
  const known = link.sides[side];
  const sameTeachers =
    teachers.length === 0 ||
    sameContent(
      teachers.map(({ teacherId, linkedBefore }) => ({ teacherId, linkedBefore })),
      known.teachers.map(({ teacherId, linkedBefore }) => ({ teacherId, linkedBefore })),
    );
  const same =
    sameName && sameTeachers && pupilCount === known.pupilCount && sameContent(yearGroups, known.yearGroups);
  const confirmed = link.entries.some(
    ({ event, voided }) => !voided && event.type === 'ClassConfirmed' && event.data.side === side,
  );
  if (confirmed && same) return [];
  return [
    fact(occasion, 'ClassConfirmed', {
      side,
      classNameId,
      yearGroups,
      pupilCount,
      teachers,
      ...note(occasion),
    }),
    ...requirements(side, teachers, link, occasion),
  ];
}

/** One more teacher, or new details of one; a new lead takes over from the one before. */
export function assignTeacher(
  command: CommandOf<'AssignTeacher'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { side, teacher, from, to, lead, jobShare } = command;
  checkPeriod(from, to);
  const known = teacherOf(link, side, teacher.teacherId);
  const said = { ...teacher, lead, from, to, jobShare: jobShare === true ? true : undefined };
  if (known && sameContent(said, { ...known, needs: undefined })) return [];
  return [
    fact(occasion, 'TeacherAssigned', {
      side,
      ...teacher,
      lead,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(jobShare === true ? { jobShare } : {}),
      ...note(occasion),
    }),
    ...requirements(side, [teacher], link, occasion),
  ];
}

function checkPeriod(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new Refusal('END_BEFORE_START', 'The last day has to come after the first.', {
    nextStep: 'Change one of the two days.',
  });
}

/** A new teacher takes over; what the side has reached stays reached, what the new teacher needs is set anew. */
export function replaceTeacher(
  command: CommandOf<'ReplaceTeacher'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { side, from, to, reasonCode } = command;
  const teaches = teacherOf(link, side, from) !== undefined;
  const replaced = !teaches && link.sides[side].formerTeachers.some(({ teacherId }) => teacherId === from);
  if (replaced && teacherOf(link, side, to.teacherId)) return [];
  if (!teaches) {
    throw new Refusal('TEACHER_NOT_IN_LINK', 'The teacher to be replaced is not a teacher of this side.', {
      nextStep: 'Choose one of the teachers of this link.',
    });
  }
  if (teacherOf(link, side, to.teacherId)) {
    throw new Refusal('TEACHER_ALREADY_ASSIGNED', 'The new teacher is already a teacher of this side.', {
      nextStep: 'Choose somebody else, or confirm the class with those who teach it.',
    });
  }
  return [
    fact(occasion, 'TeacherReplaced', {
      side,
      from,
      to: to.teacherId,
      linkedBefore: to.linkedBefore,
      reasonCode,
      ...note(occasion),
    }),
    ...requirements(side, [to], link, occasion),
  ];
}

/** The teacher's word is enough for the half day; the basis is kept. */
function requirements(
  side: Side,
  teachers: readonly TeacherFacts[],
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  return teachers
    .filter((teacher) => {
      const known = teacherOf(link, side, teacher.teacherId);
      return known === undefined || known.linkedBefore !== teacher.linkedBefore;
    })
    .map(({ teacherId, linkedBefore }) =>
      fact(occasion, 'TrainingRequirementSet', {
        side,
        teacherId,
        kind: linkedBefore ? 'initial-half' : 'initial-full',
        basis: linkedBefore ? 'linked-before' : 'first-time',
      }),
    );
}
