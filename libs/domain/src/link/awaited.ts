import type { Side, TargetedStep } from '@linking/events/link/link-events.js';
import { isLost } from './contacts.js';
import { hasSentFirst } from './due-exchange.js';
import { bothSides, isSkipped, signingSides, type Link } from './link.js';
import { trainedOn } from './stage.js';
import { leadOn } from './teaching.js';
import { isClassUnnamed } from './unnamed-class.js';

/** Somebody at a school without whom a step does not go on: whom to call about it. */
export interface Awaited {
  readonly side: Side;
  readonly personId: string;
  readonly role: 'headteacher' | 'teacher';
}

/**
 * Who is waited for in a step that is not done: the heads who have to answer, else the teachers who have to act.
 * @param day on which the step is due: a cover may teach the class then
 */
export function awaitedIn(link: Link, step: TargetedStep, day: string): readonly Awaited[] {
  switch (step) {
    case 'brokering':
      return bothSides.filter((side) => link.sides[side].acceptedOn === undefined).map(headOf(link));
    case 'agreement':
      return signingSides(link)
        .filter((side) => ['not-issued', 'issued'].includes(link.agreement[side].status))
        .map(headOf(link));
    case 'classes':
      return bothSides.filter((side) => isClassUnnamed(link, side)).map(headOf(link));
    case 'training':
      return bothSides
        .filter((side) => trainedOn(link, side) === undefined && !isSkipped(link, 'training', side))
        .map(teacherOrHeadOf(link, day));
    case 'exchange':
      return bothSides.filter((side) => !hasSentFirst(link, side)).map(teacherOrHeadOf(link, day));
    case 'first-meeting':
    case 'curiosity':
    case 'visits':
    case 'goodbye':
      return bothSides.map(teacherOrHeadOf(link, day));
  }
}

const headOf =
  (link: Link) =>
  (side: Side): Awaited => ({ side, personId: link.sides[side].headId, role: 'headteacher' });

const teacherOrHeadOf =
  (link: Link, day: string) =>
  (side: Side): Awaited => {
    const reached = link.sides[side].teachers.filter(({ teacherId }) => !isLost(link, teacherId));
    const lead = leadOn({ teachers: reached }, day) ?? reached[0];
    return lead === undefined ? headOf(link)(side) : { side, personId: lead.teacherId, role: 'teacher' };
  };
