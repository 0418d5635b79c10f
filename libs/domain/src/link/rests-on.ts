import type { LinkEventData, MeetingNumber, Side } from '@linking/events/link/link-events.js';
import type { RecordedLinkEvent } from './link.js';

/** What ties a fact to others, in words that are the same in every fact that says so. */
export interface Ties {
  /** What others may rest on. */
  readonly says?: readonly string[];
  /** What it means nothing before: it changes it, takes it back or follows its being taken back. */
  readonly after?: readonly string[];
  /** Who came to a class. */
  readonly brings?: Teacher;
  /** Who all the teachers of a class are. */
  readonly lists?: { readonly side: Side; readonly teacherIds: readonly string[] };
}

interface Teacher {
  readonly side: Side;
  readonly teacherId: string;
}

/** Whether a fact has a meaning only after one that was entered earlier. */
export const restsOn = (fact: Ties, earlier: Ties): boolean =>
  earlier.says?.some((it) => fact.after?.includes(it)) === true || leavesOut(fact.lists, earlier.brings);

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
    case 'ReadyForTheDay':
    case 'MeetingMovedOnline':
      return { after: [planned(data.number)] };
    case 'MeetingCancelled':
      return { says: [cancelled(data.number)], after: [planned(data.number), moved(data.number)] };
    case 'TeacherEnrolled':
      return { says: [takesPlace(data)], after: [givesUpPlace(data), wasAtTraining(data)] };
    case 'EnrolmentWithdrawn':
      return { says: [givesUpPlace(data)], after: [takesPlace(data)] };
    case 'TrainingAttended':
    case 'TrainingMissed':
    case 'CatchUpCompleted':
      return { says: [wasAtTraining(data)] };
    case 'TrainingRequirementSet':
      return { after: [teaches(data.side, data.teacherId)] };
    case 'ClassConfirmed':
      return data.teachers.length === 0 ? {} : tiesOfTeachers(data);
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
    case 'ClassDetailsChanged':
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

/** A class that was confirmed with somebody who had gone was confirmed after that. */
function tiesOfTeachers({ side, teachers }: LinkEventData['ClassConfirmed']): Ties {
  const teacherIds = teachers.map(({ teacherId }) => teacherId);
  return {
    says: [isListed(side), ...teacherIds.map((it) => teaches(side, it))],
    after: teacherIds.map((it) => hasGone(side, it)),
    lists: { side, teacherIds },
  };
}

const planned = (number: MeetingNumber) => `meeting ${number} is planned`;
const moved = (number: MeetingNumber) => `meeting ${number} is moved`;
const cancelled = (number: MeetingNumber) => `meeting ${number} is cancelled`;

type Place = Pick<LinkEventData['TeacherEnrolled'], 'side' | 'teacherId' | 'sessionId'>;
const takesPlace = ({ side, teacherId, sessionId }: Place) =>
  `${teacherId} of ${side} has a place at ${sessionId}`;
const givesUpPlace = ({ side, teacherId, sessionId }: Place) =>
  `${teacherId} of ${side} gives up a place at ${sessionId}`;
/** She came, stayed away or caught up: after that she takes another place at training of the kind. */
const wasAtTraining = ({ side, teacherId, kind }: Teacher & Pick<LinkEventData['TeacherEnrolled'], 'kind'>) =>
  `${teacherId} of ${side} had training of ${kind}`;

const isListed = (side: Side) => `all teachers of ${side} are listed`;
const teaches = (side: Side, teacherId: string) => `${teacherId} teaches ${side}`;
const hasGone = (side: Side, teacherId: string) => `${teacherId} has gone from ${side}`;
const leads = (side: Side, headId: string) => `${headId} is head of ${side}`;
const isSchool = (side: Side, urn: string) => `${urn} is the school of ${side}`;

type Contact = LinkEventData['ContactLost'];
const isLost = ({ side, personId }: Contact) => `${personId} of ${side} is lost`;
const isFound = ({ side, personId }: Contact) => `${personId} of ${side} is found`;
