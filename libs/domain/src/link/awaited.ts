import type { Side, TargetedStep } from '@linking/events/link/link-events.js';
import { bothSides, isSkipped, signingSides, type Link } from './link.js';
import { trainedOn } from './stage.js';

/** Somebody at a school without whom a step does not go on: whom to call about it. */
export interface Awaited {
  readonly side: Side;
  readonly personId: string;
  readonly role: 'headteacher' | 'teacher';
}

/** Who is waited for in a step that is not done: the heads who have to answer, else the teachers who have to act. */
export function awaitedIn(link: Link, step: TargetedStep): readonly Awaited[] {
  switch (step) {
    case 'brokering':
      return bothSides.filter((side) => link.sides[side].acceptedOn === undefined).map(headOf(link));
    case 'agreement':
      return signingSides(link)
        .filter((side) => link.agreement[side].status !== 'signed')
        .map(headOf(link));
    case 'classes':
      return bothSides
        .filter((side) => link.sides[side].placeholder || link.sides[side].teachers.length === 0)
        .map(headOf(link));
    case 'training':
      return bothSides
        .filter((side) => trainedOn(link, side) === undefined && !isSkipped(link, 'training', side))
        .map(teacherOrHeadOf(link));
    case 'exchange':
      return bothSides
        .filter(
          (side) =>
            !link.exchanges.some((sent) => sent.fromSide === side) && !isSkipped(link, 'exchange', side),
        )
        .map(teacherOrHeadOf(link));
    case 'first-meeting':
    case 'curiosity':
    case 'visits':
    case 'goodbye':
      return bothSides.map(teacherOrHeadOf(link));
  }
}

const headOf =
  (link: Link) =>
  (side: Side): Awaited => ({ side, personId: link.sides[side].headId, role: 'headteacher' });

const teacherOrHeadOf =
  (link: Link) =>
  (side: Side): Awaited => {
    const { teachers } = link.sides[side];
    const lead = teachers.find((teacher) => teacher.lead) ?? teachers[0];
    return lead === undefined ? headOf(link)(side) : { side, personId: lead.teacherId, role: 'teacher' };
  };
