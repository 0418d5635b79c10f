import type { LinkCommandName } from './commands.js';
import { bothSides, isAgreed, isBrokered, isSkipped, meetingOf, signingSides, type Link } from './link.js';
import { trainedOn } from './stage.js';

/** What would bring the link on, and who is waited for. */
export interface NextStep {
  readonly command: LinkCommandName;
  readonly by: 'coordinator' | 'head-a' | 'head-b' | 'teacher-a' | 'teacher-b' | 'teachers';
  readonly number?: 1 | 2 | 3 | 4;
}

/** The open steps in the order in which the year asks for them; the first one is the next thing to do. */
export function nextSteps(link: Link): readonly NextStep[] {
  if (link.outcome !== 'open') return [];
  if (link.paused !== undefined) return [{ command: 'Resume', by: 'coordinator' }];
  if (!isBrokered(link)) return [{ command: 'Broker', by: 'coordinator' }];
  return [...agreementSteps(link), ...classSteps(link), ...yearSteps(link)];
}

function agreementSteps(link: Link): readonly NextStep[] {
  const sides = signingSides(link);
  if (sides.some((side) => !['issued', 'signed'].includes(link.agreement[side].status))) {
    return [{ command: 'IssueAgreement', by: 'coordinator' }];
  }
  return sides
    .filter((side) => link.agreement[side].status === 'issued')
    .map((side) => ({ command: 'SignAgreement', by: `head-${side}` }));
}

function classSteps(link: Link): readonly NextStep[] {
  return bothSides
    .filter((side) => link.sides[side].placeholder || link.sides[side].teachers.length === 0)
    .map((side) => ({ command: 'ConfirmClass', by: `head-${side}` }));
}

function yearSteps(link: Link): readonly NextStep[] {
  if (!isAgreed(link)) return [];
  const training = bothSides
    .filter((side) => trainedOn(link, side) === undefined && !isSkipped(link, 'training', side))
    .map((side): NextStep => ({ command: 'RecordTrainingAttended', by: `teacher-${side}` }));
  const exchange = bothSides
    .filter(
      (side) => !link.exchanges.some((sent) => sent.fromSide === side) && !isSkipped(link, 'exchange', side),
    )
    .map((side): NextStep => ({ command: 'RecordExchange', by: `teacher-${side}` }));
  const meetings = ([1, 2, 3] as const).flatMap((number) => meetingStep(link, number));
  return [...training, ...exchange, ...meetings, ...closingSteps(link, meetings.length > 0)];
}

function meetingStep(link: Link, number: 1 | 2 | 3): readonly NextStep[] {
  const meeting = meetingOf(link, number);
  if (meeting?.status === 'held' || isSkipped(link, number === 1 ? 'first-meeting' : `visit-${number}`))
    return [];
  return meeting?.status === 'planned'
    ? [{ command: 'RecordMeetingHeld', by: 'teachers', number }]
    : [{ command: 'PlanMeeting', by: 'coordinator', number }];
}

function closingSteps(link: Link, meetingsOpen: boolean): readonly NextStep[] {
  if (meetingsOpen) return [];
  const celebration = meetingOf(link, 4);
  if (celebration?.status === 'planned') return [{ command: 'RecordMeetingHeld', by: 'teachers', number: 4 }];
  return link.reached.celebrated === undefined && !isSkipped(link, 'goodbye')
    ? [{ command: 'CompleteFinalExchange', by: 'teachers' }]
    : [{ command: 'Complete', by: 'coordinator' }];
}
