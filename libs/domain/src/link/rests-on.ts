import { isAfter } from '../calendar/loose-days.js';
import type { LinkEventData, MeetingNumber, Side } from '@linking/events/link/link-events.js';
import type { RecordedLinkEvent } from './link.js';

/** What ties a fact to others, in words that are the same in every fact that says so. */
export interface Ties {
  /** What others may rest on. */
  readonly says?: readonly string[];
  /** What it means nothing before: it changes it, takes it back or follows its being taken back. */
  readonly after?: readonly string[];
  /** What it takes the place of, when it is not of an earlier day. */
  readonly replaces?: readonly string[];
  /** Who came to a class. */
  readonly brings?: Teacher;
  /** Who all the teachers of a class are. */
  readonly lists?: { readonly side: Side; readonly teacherIds: readonly string[] };
}

interface Teacher {
  readonly side: Side;
  readonly teacherId: string;
}

/** A fact with its ties. */
export interface Tied {
  readonly fact: RecordedLinkEvent;
  readonly ties: Ties;
}

/** Whether a fact comes after one that was entered earlier, also when that one counts on a later day than its own. */
export const restsOn = (later: Tied, earlier: Tied): boolean =>
  shares(later.ties.after, earlier.ties.says) ||
  (shares(later.ties.replaces, earlier.ties.says) &&
    !isAfter(earlier.fact.occurredOn, later.fact.occurredOn)) ||
  leavesOut(later.ties.lists, earlier.ties.brings);

const shares = (words: readonly string[] | undefined, said: readonly string[] | undefined) =>
  said?.some((it) => words?.includes(it)) === true;

/** Whether a class was confirmed without somebody who had come to it. */
const leavesOut = (lists: Ties['lists'], came: Ties['brings']) =>
  lists !== undefined &&
  came !== undefined &&
  lists.side === came.side &&
  !lists.teacherIds.includes(came.teacherId);

export function tiesOf({ type, data }: RecordedLinkEvent): Ties {
  switch (type) {
    case 'MeetingPlanned':
      return { says: [planned(data.number)], after: [cancelled(data.number)] };
    case 'MeetingRescheduled':
      return { says: [moved(data.number)], after: [planned(data.number)] };
    case 'AnotherDateAsked':
      return { says: [otherDay(data.number, data.side)], after: [planned(data.number)] };
    case 'AnotherDateDeclined':
      return { after: [planned(data.number), otherDay(data.number, data.side)] };
    case 'ReadyForTheDay':
    case 'MeetingMovedOnline':
      return { after: [planned(data.number)] };
    case 'MeetingCancelled':
      return { says: [cancelled(data.number)], after: [planned(data.number), moved(data.number)] };
    case 'TeacherEnrolled':
      return {
        says: [takesPlace(data), takesPlaceOfKind(data)],
        after: [givesUpPlace(data), wasAtTraining(data)],
        replaces: [takesPlaceOfKind(data)],
      };
    case 'EnrolmentWithdrawn':
      return { says: [givesUpPlace(data)], after: [takesPlace(data)] };
    case 'TrainingAttended':
    case 'TrainingMissed':
    case 'CatchUpCompleted':
      return { says: [wasAtTraining(data)], replaces: [takesPlaceOfKind(data)] };
    case 'TrainingRequirementSet':
      return { after: [teaches(data.side, data.teacherId)] };
    case 'ClassConfirmed':
      return tiesOfClass(data);
    case 'ClassDetailsChanged':
      return { replaces: [isConfirmed(data.side)] };
    case 'TeacherAssigned': {
      const { side, teacherId } = data;
      return {
        says: [teaches(side, teacherId)],
        after: [isListed(side), teaches(side, teacherId), hasGone(side, teacherId)],
        brings: { side, teacherId },
      };
    }
    case 'TeacherReplaced': {
      const { side, from, to } = data;
      return {
        says: [teaches(side, to), hasGone(side, from)],
        after: [teaches(side, from)],
        brings: { side, teacherId: to },
      };
    }
    case 'HeadteacherChanged':
      return { says: [leads(data.side, data.headId)], after: [leads(data.side, data.from)] };
    case 'SchoolSucceeded':
      return { says: [isSchool(data.side, data.to)], after: [isSchool(data.side, data.from)] };
    case 'ContactLost':
      return { says: [isLost(data)], after: [isFound(data)] };
    case 'ContactRestored':
      return { says: [isFound(data)], after: [isLost(data)] };
    case 'LinkPaused':
      return { says: ['the link rests'], after: ['the link goes on'] };
    case 'LinkResumed':
      return { says: ['the link goes on'], after: ['the link rests'] };
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
      return {};
  }
}

function tiesOfClass({ side, teachers }: LinkEventData['ClassConfirmed']): Ties {
  const replaces = [isConfirmed(side)];
  if (teachers.length === 0) return { says: replaces, replaces };
  const teacherIds = teachers.map(({ teacherId }) => teacherId);
  return {
    replaces,
    says: [isConfirmed(side), isListed(side), ...teacherIds.map((it) => teaches(side, it))],
    // Confirmed with somebody who had gone, it was confirmed after that.
    after: teacherIds.map((it) => hasGone(side, it)),
    lists: { side, teacherIds },
  };
}

const otherDay = (number: MeetingNumber, side: Side) => `${side} asks for another day of meeting ${number}`;
const planned = (number: MeetingNumber) => `meeting ${number} is planned`;
const moved = (number: MeetingNumber) => `meeting ${number} is moved`;
const cancelled = (number: MeetingNumber) => `meeting ${number} is cancelled`;

type Place = Pick<LinkEventData['TeacherEnrolled'], 'side' | 'teacherId' | 'sessionId'>;
const takesPlace = ({ side, teacherId, sessionId }: Place) =>
  `${teacherId} of ${side} has a place at ${sessionId}`;
const givesUpPlace = ({ side, teacherId, sessionId }: Place) =>
  `${teacherId} of ${side} gives up a place at ${sessionId}`;
type Training = Pick<LinkEventData['TeacherEnrolled'], 'side' | 'teacherId' | 'kind'>;
const takesPlaceOfKind = ({ side, teacherId, kind }: Training) =>
  `${teacherId} of ${side} has a place at ${kind}`;
/** She came, stayed away or caught up: after that she takes another place at training of the kind. */
const wasAtTraining = ({ side, teacherId, kind }: Training) =>
  `${teacherId} of ${side} had training of ${kind}`;

const isConfirmed = (side: Side) => `the class of ${side} is confirmed`;
const isListed = (side: Side) => `all teachers of ${side} are listed`;
const teaches = (side: Side, teacherId: string) => `${teacherId} teaches ${side}`;
const hasGone = (side: Side, teacherId: string) => `${teacherId} has gone from ${side}`;
const leads = (side: Side, headId: string) => `${headId} is head of ${side}`;
const isSchool = (side: Side, urn: string) => `${urn} is the school of ${side}`;

type Contact = LinkEventData['ContactLost'];
const isLost = ({ side, personId }: Contact) => `${personId} of ${side} is lost`;
const isFound = ({ side, personId }: Contact) => `${personId} of ${side} is found`;
