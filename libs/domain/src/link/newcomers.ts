import type { Side } from '@linking/events/link/link-events.js';
import { isSkipped, type Link, type LinkTeacher } from './link.js';
import { effectiveFacts } from './mend.js';
import { isTrained, trainedOn } from './stage.js';

/** A teacher who took over after her class was trained, and since when. */
export type Newcomer = LinkTeacher & { readonly since: string };

/** Newcomers who neither were trained themselves nor have a place: what the class has reached stays reached. */
export function untrainedNewcomers(link: Link, side: Side): readonly Newcomer[] {
  if (trainedOn(link, side) === undefined || isSkipped(link, 'training', side)) return [];
  return link.sides[side].teachers.flatMap((teacher) => {
    const since = tookOverOn(link, side, teacher.teacherId);
    if (since === undefined || isTrained(link, side, teacher) || hasPlace(link, teacher)) return [];
    return [{ ...teacher, since }];
  });
}

/** The day on which somebody took a class over from another teacher. */
export const tookOverOn = (link: Link, side: Side, teacherId: string): string | undefined =>
  effectiveFacts(link.entries).findLast(
    (fact) => fact.type === 'TeacherReplaced' && fact.data.side === side && fact.data.to === teacherId,
  )?.occurredOn;

const hasPlace = (link: Link, { teacherId }: LinkTeacher) =>
  link.training.some(
    (record) =>
      record.teacherId === teacherId && record.status === 'enrolled' && record.kind !== 'planning-half',
  );
