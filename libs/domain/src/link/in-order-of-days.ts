import type { LinkEventData, Side } from '@linking/events/link/link-events.js';
import { compareDays, latestDay } from '../calendar/loose-days.js';
import type { RecordedLinkEvent } from './link.js';

/**
 * Facts in the order in which they happened. Whatever its day, a link begins with its proposal; and what was said of
 * another fact, such as that a school is ready for a meeting, means nothing before it and comes after it.
 * @param facts in the order of the log
 */
export function inOrderOfDays(facts: readonly RecordedLinkEvent[]): readonly RecordedLinkEvent[] {
  const placed: Placed[] = [];
  for (const fact of facts) {
    const grounds = placed.filter((earlier) => restsOn(fact, earlier.fact)).map(({ day }) => day);
    placed.push({ fact, day: latestDay([fact.occurredOn, ...grounds]) ?? fact.occurredOn });
  }
  return placed
    .toSorted(
      (x, y) =>
        Number(begins(y.fact)) - Number(begins(x.fact)) ||
        compareDays(x.day, y.day) ||
        x.fact.revision - y.fact.revision,
    )
    .map(({ fact }) => fact);
}

interface Placed {
  readonly fact: RecordedLinkEvent;
  /** The day on which it counts. */
  readonly day: string;
}

const begins = ({ type }: RecordedLinkEvent) => type === 'InterestRecorded' || type === 'LinkProposed';

/** Whether a fact has a meaning only after the earlier one: it changes it, takes it back or follows its being taken back. */
function restsOn(fact: RecordedLinkEvent, earlier: RecordedLinkEvent): boolean {
  switch (fact.type) {
    case 'ReadyForTheDay':
    case 'MeetingRescheduled':
    case 'MeetingMovedOnline':
      return earlier.type === 'MeetingPlanned' && earlier.data.number === fact.data.number;
    case 'MeetingCancelled':
      return (
        (earlier.type === 'MeetingPlanned' || earlier.type === 'MeetingRescheduled') &&
        earlier.data.number === fact.data.number
      );
    case 'MeetingPlanned':
      return earlier.type === 'MeetingCancelled' && earlier.data.number === fact.data.number;
    case 'TeacherEnrolled':
      return (
        (earlier.type === 'EnrolmentWithdrawn' && samePlace(earlier.data, fact.data)) ||
        isTrainedAgain(fact.data, earlier)
      );
    case 'EnrolmentWithdrawn':
      return earlier.type === 'TeacherEnrolled' && samePlace(earlier.data, fact.data);
    case 'TrainingRequirementSet':
      return names(earlier, fact.data.side, fact.data.teacherId);
    case 'TeacherReplaced':
      return names(earlier, fact.data.side, fact.data.from);
    case 'TeacherAssigned':
      return (
        lists(earlier, fact.data.side) ||
        names(earlier, fact.data.side, fact.data.teacherId) ||
        takesAway(earlier, fact.data.side, fact.data.teacherId)
      );
    case 'ClassConfirmed':
      return lists(fact, fact.data.side) && contradicts(fact.data, earlier);
    case 'HeadteacherChanged':
      return (
        earlier.type === 'HeadteacherChanged' &&
        earlier.data.side === fact.data.side &&
        earlier.data.headId === fact.data.from
      );
    case 'SchoolSucceeded':
      return (
        earlier.type === 'SchoolSucceeded' &&
        earlier.data.side === fact.data.side &&
        earlier.data.to === fact.data.from
      );
    case 'ContactLost':
      return earlier.type === 'ContactRestored' && samePerson(earlier.data, fact.data);
    case 'ContactRestored':
      return earlier.type === 'ContactLost' && samePerson(earlier.data, fact.data);
    case 'LinkPaused':
      return earlier.type === 'LinkResumed';
    case 'LinkResumed':
      return earlier.type === 'LinkPaused';
    case 'InterestRecorded':
    case 'LinkProposed':
    case 'ProposalSent':
    case 'ProposalAccepted':
    case 'ProposalDeclined':
    case 'DiscussionRecorded':
    case 'LinkBrokered':
    case 'LinkNotFormed':
    case 'AgreementIssued':
    case 'AgreementSigned':
    case 'AgreementDeclined':
    case 'AgreementRevoked':
    case 'LinkAgreed':
    case 'ClassDetailsChanged':
    case 'TrainingAttended':
    case 'TrainingMissed':
    case 'CatchUpCompleted':
    case 'WorkExchanged':
    case 'MeetingHeld':
    case 'VisitsPlanned':
    case 'ParentsInvolved':
    case 'ReflectionRecorded':
    case 'SurveyResultRecorded':
    case 'TestimonialRecorded':
    case 'StepSkipped':
    case 'LinkWithdrawn':
    case 'LinkReBrokered':
    case 'FinalExchangeCompleted':
    case 'LinkCompleted':
    case 'LinkClosedIncomplete':
    case 'GuardOverridden':
    case 'EntryCorrected':
    case 'EntryVoided':
      return false;
  }
}

type Place = Pick<LinkEventData['TeacherEnrolled'], 'side' | 'teacherId' | 'sessionId'>;
const samePlace = (x: Place, y: Place) =>
  x.side === y.side && x.teacherId === y.teacherId && x.sessionId === y.sessionId;

/** She came, or stayed away, and takes another place at training of the kind. */
const isTrainedAgain = (
  { side, teacherId, kind }: LinkEventData['TeacherEnrolled'],
  earlier: RecordedLinkEvent,
) =>
  (earlier.type === 'TrainingAttended' ||
    earlier.type === 'TrainingMissed' ||
    earlier.type === 'CatchUpCompleted') &&
  earlier.data.side === side &&
  earlier.data.teacherId === teacherId &&
  earlier.data.kind === kind;

const samePerson = (x: LinkEventData['ContactLost'], y: LinkEventData['ContactLost']) =>
  x.side === y.side && x.personId === y.personId;

/** Names a teacher of a side. */
function names(fact: RecordedLinkEvent, side: Side, teacherId: string): boolean {
  if (fact.type === 'ClassConfirmed') {
    return fact.data.side === side && fact.data.teachers.some((it) => it.teacherId === teacherId);
  }
  if (fact.type === 'TeacherAssigned') return fact.data.side === side && fact.data.teacherId === teacherId;
  return fact.type === 'TeacherReplaced' && fact.data.side === side && fact.data.to === teacherId;
}

/** Says who all the teachers of a side are. */
const lists = (fact: RecordedLinkEvent, side: Side) =>
  fact.type === 'ClassConfirmed' && fact.data.side === side && fact.data.teachers.length > 0;

const takesAway = (fact: RecordedLinkEvent, side: Side, teacherId: string) =>
  fact.type === 'TeacherReplaced' && fact.data.side === side && fact.data.from === teacherId;

/** Whether a class was confirmed with other teachers than somebody's coming or going had left it with. */
function contradicts(
  { side, teachers }: LinkEventData['ClassConfirmed'],
  earlier: RecordedLinkEvent,
): boolean {
  const has = (teacherId: string) => teachers.some((it) => it.teacherId === teacherId);
  if (earlier.type === 'TeacherAssigned') return earlier.data.side === side && !has(earlier.data.teacherId);
  if (earlier.type !== 'TeacherReplaced' || earlier.data.side !== side) return false;
  return has(earlier.data.from) || !has(earlier.data.to);
}
