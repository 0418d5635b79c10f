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
  const knownId = preparing.link.sides[side].classNameId;
  const classNameId = await classNameKey(preparing, side, name);
  const sameName = classNameId === knownId;
  const facts: TeacherFacts[] = [];
  for (const [index, teacher] of teachers.entries()) {
    facts.push(await teacherFacts(preparing, side, teacher, `teacher-${index}`));
  }
  return { ...counts, side, classNameId, sameName, teachers: facts };
}

/** A name that the class has already is none that changes. */
export async function prepareChangeOfClass(
  { name, ...said }: RequestOf<'ChangeClassDetails'>,
  preparing: Preparing,
): Promise<CommandOf<'ChangeClassDetails'>> {
  if (name === undefined) return said;
  return { ...said, classNameId: await classNameKey(preparing, said.side, name) };
}

export async function prepareNewHead(
  { side, head, type }: RequestOf<'ChangeHeadteacher'>,
  { keeping, link }: Preparing,
): Promise<CommandOf<'ChangeHeadteacher'>> {
  const named = { role: 'headteacher', ...head };
  return { type, side, headId: await personIdOf(keeping, named, link.sides[side].urn, 'head') };
}

/** The key of the name a class has, or of the new one. */
async function classNameKey({ keeping, link }: Preparing, side: Side, name: string): Promise<string> {
  const known = link.sides[side].classNameId;
  const isSame = (await notesById(keeping.pool, [known])).get(known ?? '') === name.trim();
  return isSame && known !== undefined ? known : noteKey(keeping, 'class-name', name);
}
