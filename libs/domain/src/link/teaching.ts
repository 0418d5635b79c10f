import type { Side } from '@linking/events/link/link-events.js';
import { bothSides, type Link, type LinkSide, type LinkTeacher } from './link.js';

/** The sides whose class a person teaches on a day: one, or both where one teacher has both classes of a school. */
export const sidesTaughtBy = (link: Link, personId: string, day: string): readonly Side[] =>
  bothSides.filter((side) =>
    link.sides[side].teachers.some((teacher) => teacher.teacherId === personId && isNamedOn(teacher, day)),
  );

/** The side of somebody who was its teacher and is not any more. */
export const sideTaughtBefore = (link: Link, personId: string, day: string): Side | undefined =>
  sidesTaughtBy(link, personId, day).length > 0
    ? undefined
    : bothSides.find((side) => {
        const { teachers, formerTeachers } = link.sides[side];
        return [...teachers, ...formerTeachers].some(({ teacherId }) => teacherId === personId);
      });

// A job share may be named before it begins: it prepares. After its last day it is over.
const isNamedOn = ({ to }: LinkTeacher, day: string) => to === undefined || to >= day;

/** Who teaches the class on a day: a cover between its two days, everybody else always. */
export const teachersOn = ({ teachers }: Pick<LinkSide, 'teachers'>, day: string): readonly LinkTeacher[] =>
  teachers.filter((teacher) => (teacher.from ?? '') <= day && isNamedOn(teacher, day));

/** The teacher in charge on a day: a cover while it lasts, else the first who leads. */
export function leadOn(side: Pick<LinkSide, 'teachers'>, day: string): LinkTeacher | undefined {
  const there = teachersOn(side, day);
  const leads = there.filter(({ lead }) => lead);
  return leads.find(({ to }) => to !== undefined) ?? leads[0] ?? there[0];
}
