import type { LinkEventName } from '@linking/events/link/link-events.js';
import { isAfter } from '../../calendar/loose-days.js';
import type { RecordedLinkEvent } from '../link.js';
import { effectiveFacts, mend } from '../mend.js';

/** What later words about the same thing take the place of. */
const aboutTheSame: Readonly<Partial<Record<LinkEventName, readonly LinkEventName[]>>> = {
  ProposalSent: ['ProposalSent'],
  ProposalAccepted: ['ProposalAccepted'],
  ProposalDeclined: ['ProposalDeclined'],
  DiscussionRecorded: ['DiscussionRecorded'],
  AgreementIssued: ['AgreementIssued'],
  ClassConfirmed: ['ClassConfirmed', 'ClassDetailsChanged', 'TrainingRequirementSet'],
  ClassDetailsChanged: ['ClassConfirmed', 'ClassDetailsChanged'],
  // Who leads.
  TeacherAssigned: ['TeacherAssigned', 'TrainingRequirementSet'],
  TeacherReplaced: ['TeacherAssigned', 'TrainingRequirementSet'],
  TrainingRequirementSet: ['TrainingRequirementSet'],
  TeacherEnrolled: ['TeacherEnrolled'],
  TrainingAttended: ['TeacherEnrolled'],
  TrainingMissed: ['TeacherEnrolled'],
  CatchUpCompleted: ['TeacherEnrolled'],
  MeetingPlanned: [
    'ReadyForTheDay',
    'AnotherDateAsked',
    'AnotherDateDeclined',
    'MeetingRescheduled',
    'MeetingMovedOnline',
  ],
  // A wish dated before the move that answered it is answered, though it was entered later.
  AnotherDateAsked: ['AnotherDateAsked', 'AnotherDateDeclined', 'MeetingRescheduled'],
  AnotherDateDeclined: ['AnotherDateDeclined'],
  ReadyForTheDay: ['ReadyForTheDay'],
  MeetingRescheduled: ['AnotherDateAsked', 'AnotherDateDeclined', 'MeetingRescheduled'],
  LinkPaused: ['LinkPaused'],
  // Two ends stand together when the void of one is voided; those that belong together may come in any order.
  LinkNotFormed: [
    'LinkNotFormed',
    'LinkWithdrawn',
    'LinkReBrokered',
    'LinkCompleted',
    'LinkClosedIncomplete',
  ],
  LinkWithdrawn: ['LinkNotFormed', 'LinkWithdrawn', 'LinkCompleted', 'LinkClosedIncomplete'],
  LinkReBrokered: ['LinkNotFormed', 'LinkReBrokered', 'LinkCompleted', 'LinkClosedIncomplete'],
  LinkCompleted: ['LinkNotFormed', 'LinkWithdrawn', 'LinkReBrokered', 'LinkCompleted'],
  LinkClosedIncomplete: ['LinkNotFormed', 'LinkWithdrawn', 'LinkReBrokered', 'LinkClosedIncomplete'],
};

/** Whether nothing that took the place of something else is dated before it: then the days tell what the log tells. */
export const isSaidInTurn = (log: readonly RecordedLinkEvent[]): boolean => {
  const facts = effectiveFacts(mend(log));
  return facts.every((fact, index) =>
    facts
      .slice(0, index)
      .every(
        (earlier) =>
          aboutTheSame[fact.type]?.includes(earlier.type) !== true ||
          !isAfter(earlier.occurredOn, fact.occurredOn),
      ),
  );
};
