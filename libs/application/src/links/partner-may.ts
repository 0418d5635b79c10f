import type { LinkRequest } from './link-request.js';

/** What a partner may never do, whichever side it is about: {@link partnerMay} refuses each of them. */
const ofProgrammeAlone: ReadonlySet<string> = new Set<LinkRequest['type']>([
  'Broker',
  'SendProposal',
  'IssueAgreement',
  'CompleteFinalExchange',
  'Pause',
  'Resume',
  'CorrectEntry',
  'VoidEntry',
  'ReBroker',
  'Complete',
  'CloseIncomplete',
]);

/** Whether the form of a command, such as `confirm-class`, is for a partner at all. */
export const isForPartner = (command: string): boolean =>
  !ofProgrammeAlone.has(command.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()));

/**
 * May the coordinator of side b's programme do this? She records her side's facts and what both classes do together;
 * whether there is a link, and mending its history, is for the programme that it belongs to.
 */
export function partnerMay(request: LinkRequest): boolean {
  switch (request.type) {
    case 'AcceptProposal':
    case 'DeclineProposal':
    case 'SignAgreement':
    case 'DeclineAgreement':
    case 'RevokeAgreement':
    case 'ConfirmClass':
    case 'ChangeClassDetails':
    case 'ChangeHeadteacher':
    case 'SucceedSchool':
    case 'LoseContact':
    case 'RestoreContact':
    case 'AssignTeacher':
    case 'ReplaceTeacher':
    case 'EnrolTeacher':
    case 'WithdrawEnrolment':
    case 'RecordTrainingAttended':
    case 'RecordTrainingMissed':
    case 'RecordCatchUp':
    case 'RecordParents':
    case 'RecordReflection':
    case 'RecordSurvey':
    case 'RecordTestimonial':
    case 'ReadyForTheDay':
    case 'AskForAnotherDate':
    case 'SkipStep':
    case 'Withdraw':
      return request.side === 'b';
    case 'RecordExchange':
      return request.fromSide === 'b';
    case 'RecordDiscussion':
    case 'PlanMeeting':
    case 'DeclineAnotherDate':
    case 'RescheduleMeeting':
    case 'MoveMeetingOnline':
    case 'CancelMeeting':
    case 'RecordMeetingHeld':
      return true;
    case 'Broker':
    case 'SendProposal':
    case 'IssueAgreement':
    case 'CompleteFinalExchange':
    case 'Pause':
    case 'Resume':
    case 'CorrectEntry':
    case 'VoidEntry':
    case 'ReBroker':
    case 'Complete':
    case 'CloseIncomplete':
      return false;
  }
}
