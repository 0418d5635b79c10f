import { derivedId } from '@linking/events/event-ids.js';
import type { InterestedClass } from '@linking/events/interest/interest-events.js';
import type { Keeping } from '../commands/keeping.js';
import type { TeacherInBody } from '../links/link-request.js';
import { noteKey } from '../notes/notes.js';
import { personIdOf } from '../people/people.js';
import type { OfferedClassInBody } from './interest-commands.js';

/** A class that is offered for the first time; `index` tells the classes of one command apart. */
export async function newClass(
  said: OfferedClassInBody,
  urn: string,
  keeping: Keeping,
  index = 0,
): Promise<InterestedClass> {
  const name = said.name?.trim();
  return {
    classId: derivedId(keeping.sender.commandId, `class-${index}`),
    ...(name ? { classNameId: noteKey(keeping, 'class-name', name, `class-name-${index}`) } : {}),
    yearGroups: said.yearGroups,
    pupilCount: said.pupilCount,
    placeholder: said.placeholder ?? !name,
    teachers: await teachersOf(said.teachers ?? [], urn, keeping, index),
  };
}

export async function teachersOf(
  said: readonly TeacherInBody[],
  urn: string,
  keeping: Keeping,
  index = 0,
): Promise<InterestedClass['teachers']> {
  const teachers = [];
  for (const [place, teacher] of said.entries()) {
    const person = { role: 'teacher' as const, ...teacher };
    const teacherId = await personIdOf(keeping, person, urn, `teacher-${index}-${place}`);
    teachers.push({ teacherId, linkedBefore: teacher.linkedBefore ?? false });
  }
  return teachers;
}
