import type { Type } from '@nestjs/common';
import type { LinkRequestName, RequestOf, Said } from '@linking/application/links/link-request.js';
import type { LinkEventName } from '@linking/events/link/link-events.js';
import type { RoutedCommand } from '../http/command-routes.js';
import * as agreement from './agreement-bodies.dto.js';
import * as course from './course-bodies.dto.js';
import { examples } from './command-examples.js';
import * as impact from './impact-bodies.dto.js';
import * as year from './year-bodies.dto.js';

/** One command of a link. What it may write is said without the `GuardOverridden` of soft rules. */
export interface LinkCommand extends RoutedCommand {
  readonly request: LinkRequestName;
  readonly body: Type<Said>;
  readonly events: readonly LinkEventName[];
}

type BodyOf<Name extends LinkRequestName> = Said & Omit<RequestOf<Name>, 'type'>;

/** Compiles only when the body says all that the request wants, in its types. */
function command<Name extends LinkRequestName>(
  name: keyof typeof examples,
  request: Name,
  body: Type<BodyOf<Name>>,
  summary: string,
  ...events: readonly LinkEventName[]
): LinkCommand {
  return { name, request, body, summary, events, example: examples[name] };
}

export const linkCommands: readonly LinkCommand[] = [
  command(
    'broker',
    'Broker',
    agreement.BrokerBody,
    'Both headteachers said yes',
    'ProposalAccepted',
    'LinkBrokered',
  ),
  command(
    'send-proposal',
    'SendProposal',
    agreement.SendProposalBody,
    'You sent the proposal to both schools: it is recorded, no mail goes. For programmes that use e-mailed proposals',
    'ProposalSent',
  ),
  command(
    'accept-proposal',
    'AcceptProposal',
    agreement.AcceptProposalBody,
    'One headteacher said yes',
    'ProposalAccepted',
    'LinkBrokered',
  ),
  command(
    'decline-proposal',
    'DeclineProposal',
    agreement.DeclineProposalBody,
    'A headteacher said no: the link is not formed',
    'ProposalDeclined',
    'LinkNotFormed',
  ),
  command(
    'record-discussion',
    'RecordDiscussion',
    agreement.RecordDiscussionBody,
    'Something was talked about: the note says what, and a step may get a new date',
    'DiscussionRecorded',
  ),
  command(
    'issue-agreement',
    'IssueAgreement',
    agreement.IssueAgreementBody,
    'The schools are asked to sign the agreement',
    'AgreementIssued',
  ),
  command(
    'sign-agreement',
    'SignAgreement',
    agreement.SignAgreementBody,
    'A school signed the agreement; `with-interest` sends it and signs it in one, for programmes that use it',
    'AgreementIssued',
    'AgreementSigned',
    'LinkAgreed',
  ),
  command(
    'decline-agreement',
    'DeclineAgreement',
    agreement.AgreementAnswerBody,
    'A school does not sign what it was sent',
    'AgreementDeclined',
  ),
  command(
    'revoke-agreement',
    'RevokeAgreement',
    agreement.AgreementAnswerBody,
    'A request or a signature is taken back',
    'AgreementRevoked',
  ),
  command(
    'confirm-class',
    'ConfirmClass',
    agreement.ConfirmClassBody,
    'A school named its class and teachers',
    'ClassConfirmed',
    'TrainingRequirementSet',
  ),
  command(
    'change-class-details',
    'ChangeClassDetails',
    agreement.ChangeClassDetailsBody,
    'A class is renamed, grows or becomes a mixed one',
    'ClassDetailsChanged',
  ),
  command(
    'assign-teacher',
    'AssignTeacher',
    agreement.AssignTeacherBody,
    'A teacher joins a class',
    'TeacherAssigned',
    'TrainingRequirementSet',
  ),
  command(
    'replace-teacher',
    'ReplaceTeacher',
    agreement.ReplaceTeacherBody,
    'One teacher takes over from another',
    'TeacherReplaced',
    'TrainingRequirementSet',
  ),
  command(
    'change-headteacher',
    'ChangeHeadteacher',
    agreement.ChangeHeadteacherBody,
    'A new headteacher: a signature stands, an unsigned agreement goes to the new head',
    'HeadteacherChanged',
    'AgreementIssued',
  ),
  command(
    'succeed-school',
    'SucceedSchool',
    agreement.SucceedSchoolBody,
    'A school of the link closed and another one goes on: side, people and agreement pass to it',
    'SchoolSucceeded',
  ),
  command(
    'lose-contact',
    'LoseContact',
    agreement.ContactBody,
    'Mails do not reach somebody any more: they stop',
    'ContactLost',
  ),
  command(
    'restore-contact',
    'RestoreContact',
    agreement.ContactBody,
    'Somebody can be reached again',
    'ContactRestored',
  ),
  command(
    'record-training-attended',
    'RecordTrainingAttended',
    year.RecordTrainingAttendedBody,
    'A teacher was trained elsewhere than in a session of the programme',
    'TrainingAttended',
    'EntryVoided',
  ),
  command(
    'record-training-missed',
    'RecordTrainingMissed',
    year.RecordTrainingMissedBody,
    'A teacher missed the training',
    'TrainingMissed',
    'EntryVoided',
  ),
  command(
    'record-catch-up',
    'RecordCatchUp',
    impact.RecordCatchUpBody,
    'A teacher made up for a training that she missed: it counts as having attended',
    'CatchUpCompleted',
  ),
  command(
    'record-exchange',
    'RecordExchange',
    year.RecordExchangeBody,
    'One class sent work to the other',
    'WorkExchanged',
    'FinalExchangeCompleted',
  ),
  command(
    'plan-meeting',
    'PlanMeeting',
    year.PlanMeetingBody,
    'A meeting has a day, a time and a place',
    'MeetingPlanned',
    'VisitsPlanned',
  ),
  command(
    'ready-for-the-day',
    'ReadyForTheDay',
    year.ReadyForTheDayBody,
    'A school is ready for a meeting',
    'ReadyForTheDay',
  ),
  command(
    'ask-for-another-date',
    'AskForAnotherDate',
    year.AskForAnotherDateBody,
    'A school would rather meet on another day',
    'AnotherDateAsked',
  ),
  command(
    'decline-another-date',
    'DeclineAnotherDate',
    year.DeclineAnotherDateBody,
    'A school asked for another date, and the day of the meeting stands',
    'AnotherDateDeclined',
  ),
  command(
    'reschedule-meeting',
    'RescheduleMeeting',
    year.RescheduleMeetingBody,
    'A meeting moves to another day or time',
    'MeetingRescheduled',
  ),
  command(
    'move-meeting-online',
    'MoveMeetingOnline',
    year.MeetingReasonBody,
    'A meeting will be virtual',
    'MeetingMovedOnline',
  ),
  command('cancel-meeting', 'CancelMeeting', year.MeetingReasonBody, 'A meeting is off', 'MeetingCancelled'),
  command(
    'record-meeting-held',
    'RecordMeetingHeld',
    year.RecordMeetingHeldBody,
    'The classes met',
    'MeetingHeld',
    'VisitsPlanned',
    'FinalExchangeCompleted',
  ),
  command(
    'record-parents',
    'RecordParents',
    impact.RecordParentsBody,
    'Parents took part',
    'ParentsInvolved',
  ),
  command(
    'record-reflection',
    'RecordReflection',
    impact.RecordReflectionBody,
    'A class looked back on a meeting or the link; for programmes that use reflections',
    'ReflectionRecorded',
  ),
  command(
    'record-survey',
    'RecordSurvey',
    impact.RecordSurveyBody,
    'A class did the survey; for programmes that use surveys',
    'SurveyResultRecorded',
  ),
  command(
    'record-testimonial',
    'RecordTestimonial',
    impact.RecordTestimonialBody,
    'Somebody said words that may be quoted; for programmes that use testimonials',
    'TestimonialRecorded',
  ),
  command(
    'complete-final-exchange',
    'CompleteFinalExchange',
    course.CompleteFinalExchangeBody,
    'The classes said goodbye',
    'WorkExchanged',
    'StepSkipped',
    'FinalExchangeCompleted',
  ),
  command(
    'skip-step',
    'SkipStep',
    course.SkipStepBody,
    'A step is left out for a reason',
    'StepSkipped',
    'FinalExchangeCompleted',
  ),
  command('pause', 'Pause', course.PauseBody, 'The link rests: nothing is asked or turns red', 'LinkPaused'),
  command('resume', 'Resume', course.ResumeBody, 'The link goes on', 'LinkResumed'),
  command('withdraw', 'Withdraw', course.WithdrawBody, 'A school leaves the link', 'LinkWithdrawn'),
  command(
    'close-incomplete',
    'CloseIncomplete',
    course.CloseIncompleteBody,
    'The year is over and something is missing: the link is closed as it is',
    'LinkClosedIncomplete',
  ),
  command(
    'correct-entry',
    'CorrectEntry',
    course.CorrectEntryBody,
    'One value of an entry was wrong',
    'EntryCorrected',
  ),
  command(
    'void-entry',
    'VoidEntry',
    course.VoidEntryBody,
    'An entry should never have been made',
    'EntryVoided',
  ),
  command(
    'complete',
    'Complete',
    course.CompleteBody,
    'The link is complete',
    'LinkCompleted',
    'StepSkipped',
    'FinalExchangeCompleted',
  ),
];

/** Events of the link stream that no command of these writes, and where they come from. */
export const otherLinkEvents: Readonly<Partial<Record<LinkEventName, string>>> = {
  InterestRecorded: '`POST /links`: both interests are copied into the stream',
  LinkProposed: '`POST /links`',
  LinkReBrokered: 'carried over from `POST /links` with `continuesFrom`',
  TeacherEnrolled: 'carried over from `POST /training-sessions/{id}/enrol` and `…/move`',
  EnrolmentWithdrawn: 'carried over from `POST /training-sessions/{id}/give-up-place` and `…/cancel`',
  GuardOverridden: 'any command with `overrides`',
};
