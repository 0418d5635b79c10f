import type { Side, TeacherFacts } from '@linking/events/link/link-events.js';
import type { CommandOf } from '@linking/domain/link/commands.js';
import { noteKey, notesById } from '../../notes/notes.js';
import { personIdOf } from '../../people/people.js';
import type { RequestOf, TeacherInBody } from '../link-request.js';
import type { Preparing } from './prepare-deps.js';

/** `part` tells the teachers of one command apart; what is known of a teacher's earlier links is kept unless said. */
export async function teacherFacts(
  preparing: Preparing,
  side: Side,
  said: TeacherInBody,
  part: string,
): Promise<TeacherFacts> {
  const { urn, teachers, formerTeachers } = preparing.link.sides[side];
  const teacherId = await personIdOf(preparing.keeping, { role: 'teacher', ...said }, urn, part);
  const known = [...teachers, ...formerTeachers].find((teacher) => teacher.teacherId === teacherId);
  return { teacherId, linkedBefore: said.linkedBefore ?? known?.linkedBefore ?? false };
}

export async function prepareConfirmClass(
  { side, name, teachers, ...counts }: RequestOf<'ConfirmClass'>,
  preparing: Preparing,
): Promise<CommandOf<'ConfirmClass'>> {
  const { keeping, link } = preparing;
  const knownId = link.sides[side].classNameId;
  const sameName = (await notesById(keeping.pool, [knownId])).get(knownId ?? '') === name.trim();
  const classNameId = sameName && knownId !== undefined ? knownId : noteKey(keeping, 'class-name', name);
  const facts: TeacherFacts[] = [];
  for (const [index, teacher] of teachers.entries()) {
    facts.push(await teacherFacts(preparing, side, teacher, `teacher-${index}`));
  }
  return { ...counts, side, classNameId, sameName, teachers: facts };
}
