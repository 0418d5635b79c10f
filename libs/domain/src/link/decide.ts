import { dayAndMonth } from '../calendar/words.js';
import { askForAnotherDate, declineAnotherDate } from './another-date.js';
import { lateFactsEnd } from '../calendar/academic-year.js';
import { Refusal } from '../refusal.js';
import { issueAgreement, signAgreement } from './agreement.js';
import { acceptProposal, broker, declineProposal, sendProposal } from './brokering.js';
import { declineAgreement, revokeAgreement } from './agreement-answers.js';
import { recordCatchUp } from './catch-up.js';
import { changeClassDetails } from './class-details.js';
import { assignTeacher, confirmClass, replaceTeacher } from './classes.js';
import { changeHeadteacher, loseContact, restoreContact } from './contacts.js';
import type { LinkCommand, Occasion } from './commands.js';
import { complete, pause, resume, skipStep, withdraw } from './course.js';
import { reBroker } from './continuing.js';
import { closedSentence, closeIncomplete } from './closing.js';
import { fact, type Decided } from './decided.js';
import { recordDiscussion } from './discussion.js';
import { completeFinalExchange, recordExchange } from './exchanges.js';
import { evolve } from './evolve.js';
import { checkPossible } from './hard-guards.js';
import { recordParents, recordReflection, recordTestimonial } from './impact.js';
import { markers } from './markers.js';
import {
  cancelMeeting,
  moveMeetingOnline,
  planMeeting,
  readyForTheDay,
  recordMeetingHeld,
  rescheduleMeeting,
} from './meetings.js';
import { correctEntry, voidEntry, wasVoidedSo } from './mending.js';
import type { Link, RecordedLinkEvent } from './link.js';
import { propose } from './propose.js';
import { recordSurvey } from './surveys.js';
import { succeedSchool } from './succession.js';
import { wasSaid } from './was-said.js';
import { enrolTeacher, recordTrainingAttended, recordTrainingMissed, withdrawEnrolment } from './training.js';

/**
 * The facts that a command makes of a link as it stands; none when it already stands so.
 * Throws nothing but {@link Refusal}.
 */
export function decide(command: LinkCommand, link: Link, occasion: Occasion): readonly Decided[] {
  if (closedBy(command, link) || concernsNoMore(command, link)) return [];
  checkOpen(command, link, occasion);
  const facts = decideFacts(command, link, occasion);
  const after = facts.reduce((before, decided) => {
    checkPossible(before, decided, occasion.today);
    return evolve(before, recorded(decided, before));
  }, link);
  return [
    ...facts,
    ...markers(link, after).map(({ type, on }) => fact(occasion, type, {}, on ?? facts.at(-1)?.occurredOn)),
  ];
}

function decideFacts(command: LinkCommand, link: Link, occasion: Occasion): readonly Decided[] {
  switch (command.type) {
    case 'Propose':
      return propose(command, link, occasion);
    case 'Broker':
      return broker(link, occasion);
    case 'SendProposal':
      return sendProposal(link, occasion);
    case 'AcceptProposal':
      return acceptProposal(command, link, occasion);
    case 'DeclineProposal':
      return declineProposal(command, link, occasion);
    case 'RecordDiscussion':
      return recordDiscussion(command, link, occasion);
    case 'IssueAgreement':
      return issueAgreement(command, link, occasion);
    case 'SignAgreement':
      return signAgreement(command, link, occasion);
    case 'DeclineAgreement':
      return declineAgreement(command, link, occasion);
    case 'RevokeAgreement':
      return revokeAgreement(command, link, occasion);
    case 'ConfirmClass':
      return confirmClass(command, link, occasion);
    case 'ChangeClassDetails':
      return changeClassDetails(command, link, occasion);
    case 'ChangeHeadteacher':
      return changeHeadteacher(command, link, occasion);
    case 'SucceedSchool':
      return succeedSchool(command, link, occasion);
    case 'LoseContact':
      return loseContact(command, link, occasion);
    case 'RestoreContact':
      return restoreContact(command, link, occasion);
    case 'AssignTeacher':
      return assignTeacher(command, link, occasion);
    case 'ReplaceTeacher':
      return replaceTeacher(command, link, occasion);
    case 'EnrolTeacher':
      return enrolTeacher(command, link, occasion);
    case 'WithdrawEnrolment':
      return withdrawEnrolment(command, link, occasion);
    case 'RecordTrainingAttended':
      return recordTrainingAttended(command, link, occasion);
    case 'RecordTrainingMissed':
      return recordTrainingMissed(command, link, occasion);
    case 'RecordCatchUp':
      return recordCatchUp(command, link, occasion);
    case 'RecordExchange':
      return recordExchange(command, link, occasion);
    case 'PlanMeeting':
      return planMeeting(command, link, occasion);
    case 'ReadyForTheDay':
      return readyForTheDay(command, link, occasion);
    case 'AskForAnotherDate':
      return askForAnotherDate(command, link, occasion);
    case 'DeclineAnotherDate':
      return declineAnotherDate(command, link, occasion);
    case 'RescheduleMeeting':
      return rescheduleMeeting(command, link, occasion);
    case 'MoveMeetingOnline':
      return moveMeetingOnline(command, link, occasion);
    case 'CancelMeeting':
      return cancelMeeting(command, link, occasion);
    case 'RecordMeetingHeld':
      return recordMeetingHeld(command, link, occasion);
    case 'RecordParents':
      return recordParents(command, link, occasion);
    case 'RecordReflection':
      return recordReflection(command, link, occasion);
    case 'RecordSurvey':
      return recordSurvey(command, link, occasion);
    case 'RecordTestimonial':
      return recordTestimonial(command, link, occasion);
    case 'CompleteFinalExchange':
      return completeFinalExchange(link, occasion);
    case 'SkipStep':
      return skipStep(command, link, occasion);
    case 'Pause':
      return pause(command, link, occasion);
    case 'Resume':
      return resume(link, occasion);
    case 'Withdraw':
      return withdraw(command, link, occasion);
    case 'CorrectEntry':
      return correctEntry(command, link, occasion);
    case 'VoidEntry':
      return voidEntry(command, link, occasion);
    case 'ReBroker':
      return reBroker(command, link, occasion);
    case 'Complete':
      return complete(link, occasion);
    case 'CloseIncomplete':
      return closeIncomplete(command, link, occasion);
  }
}

/** Facts that a closed link still takes until 31 October: what happened, and what was recorded wrongly. */
const lateFacts = new Set<LinkCommand['type']>([
  ...(['RecordTrainingAttended', 'RecordTrainingMissed', 'RecordExchange', 'RecordMeetingHeld'] as const),
  ...(['RecordCatchUp', 'RecordParents', 'RecordReflection', 'RecordSurvey', 'RecordTestimonial'] as const),
  ...(['CompleteFinalExchange', 'SkipStep', 'CorrectEntry', 'VoidEntry', 'RecordDiscussion'] as const),
]);

/** What may fill what was missing when a link was closed incomplete, and complete it after all. */
const lateWhenIncomplete = new Set<LinkCommand['type']>([
  'AcceptProposal',
  'Broker',
  'SignAgreement',
  'Complete',
]);

const mayComeLate = ({ type }: LinkCommand, { outcome }: Link) =>
  lateFacts.has(type) || (outcome === 'closed-incomplete' && lateWhenIncomplete.has(type));

/** The same closing of a link, asked again; it is also closed by a void of the entry that had opened it again. */
function closedBy(command: LinkCommand, link: Link): boolean {
  if (command.type === 'VoidEntry') return wasVoidedSo(link, command);
  if (command.type === 'Complete') return link.outcome === 'completed';
  if (command.type === 'Withdraw') {
    const { side, reasonCode } = command;
    return wasSaid(link, 'LinkWithdrawn', { side, reasonCode });
  }
  if (command.type === 'CloseIncomplete') {
    const { type: __, ...said } = command;
    return link.outcome === 'closed-incomplete' && wasSaid(link, 'LinkClosedIncomplete', said);
  }
  if (command.type !== 'DeclineProposal') return false;
  const { type: _, ...no } = command;
  return link.outcome === 'not-formed' && wasSaid(link, 'ProposalDeclined', no);
}

/** The session moves on without a link that is closed. */
function concernsNoMore(command: LinkCommand, link: Link): boolean {
  if (link.outcome === 'open') return false;
  if (command.type !== 'EnrolTeacher' && command.type !== 'WithdrawEnrolment') return false;
  const { sessionId, teacherId } = command;
  return link.training.some((r) => r.sessionId === sessionId && r.teacherId === teacherId);
}

function checkOpen(command: LinkCommand, link: Link, occasion: Occasion): void {
  // Which link goes on in another one, its own rule says.
  if (link.outcome === 'open' || command.type === 'ReBroker') return;
  if (mayComeLate(command, link)) {
    const last = lateFactsEnd(link.year);
    if (occasion.today <= last) return;
    throw new Refusal(
      'LINK_CLOSED',
      `This link is closed and took late entries until ${dayAndMonth(last)}.`,
      {
        nextStep: 'Its history stays as it is; tell the national office if a figure of that year is wrong.',
      },
    );
  }
  throw new Refusal('LINK_CLOSED', closedSentence(link), {
    nextStep: 'If it was closed by mistake, void that entry.',
  });
}

const recorded = (decided: Decided, link: Link): RecordedLinkEvent => ({
  ...decided,
  id: '',
  revision: link.revision,
  recordedAt: '',
  actor: '',
});
