import type { Dice } from '../../spec-support/dice.js';
import type { LinkCommandName } from '../commands.js';
import { bothSides, isBrokered, saidGoodbye, signingSides, type Link } from '../link.js';
import { closable } from '../closable.js';
import { nextSteps } from '../next.js';
import { commandNames } from './any-command.js';

/** Commands that make sense for the link as it stands; what moves it on stands there more than once. */
export function likelyCommands(link: Link): readonly LinkCommandName[] {
  if (link.ref === '') return ['Propose'];
  if (link.outcome !== 'open') {
    return [
      ...late,
      ...(link.outcome === 'withdrawn' || link.outcome === 're-brokered' ? repeat('ReBroker', 4) : []),
      ...(link.outcome === 'closed-incomplete' ? lateWhenIncomplete : []),
    ];
  }
  const statuses = signingSides(link).map((side) => link.agreement[side].status);
  const planned = link.meetings.some(({ status }) => status === 'planned');
  const accepted = bothSides.some((side) => link.sides[side].acceptedOn !== undefined);
  return [
    ...always,
    ...(isBrokered(link) ? inTheYear : [...brokering, ...(accepted ? [] : (['DeclineProposal'] as const))]),
    ...(isBrokered(link) && statuses.some((status) => status !== 'issued' && status !== 'signed')
      ? repeat('IssueAgreement', 8)
      : []),
    ...(statuses.includes('issued') ? issued : []),
    ...(statuses.includes('signed') ? (['RevokeAgreement'] as const) : []),
    ...(bothSides.some((side) => link.sides[side].lostContacts.length > 0)
      ? (['RestoreContact'] as const)
      : []),
    ...(link.training.some(({ status }) => status === 'enrolled') ? (['WithdrawEnrolment'] as const) : []),
    ...(planned ? changes : []),
    ...(closable(link).incomplete ? [] : repeat('CloseIncomplete', 12)),
    ...(link.paused === undefined ? [] : (['Resume'] as const)),
    ...(saidGoodbye(link) && statuses.every((status) => status === 'signed')
      ? (['Complete', 'Complete'] as const)
      : []),
  ];
}

/** Often what the link waits for, mostly a likely one, otherwise any at all; in a diligent year nearly always the first. */
export function someCommand(link: Link, dice: Dice, diligent: boolean): LinkCommandName {
  const [next] = link.ref === '' ? [] : nextSteps(link);
  if (next !== undefined && dice.chance(diligent ? 85 : 30)) {
    return dice.chance(60) && !closable(link).incomplete ? 'CloseIncomplete' : next.command;
  }
  return dice.of(link.ref === '' || dice.chance(93) ? likelyCommands(link) : commandNames);
}

const repeat = (name: LinkCommandName, times: number) => Array<LinkCommandName>(times).fill(name);

const late: readonly LinkCommandName[] = [
  'RecordTrainingAttended',
  'RecordExchange',
  'RecordMeetingHeld',
  'SkipStep',
  'CorrectEntry',
  'RecordDiscussion',
  ...repeat('VoidEntry', 3),
];
const lateWhenIncomplete: readonly LinkCommandName[] = ['SignAgreement', 'Broker', 'Complete'];
const brokering: readonly LinkCommandName[] = [
  ...repeat('Broker', 8),
  ...repeat('AcceptProposal', 8),
  'SendProposal',
];
const issued: readonly LinkCommandName[] = [...repeat('SignAgreement', 12), 'DeclineAgreement'];
const changes: readonly LinkCommandName[] = [
  'ReadyForTheDay',
  'ReadyForTheDay',
  'AskForAnotherDate',
  'AskForAnotherDate',
  'DeclineAnotherDate',
  'RescheduleMeeting',
  'MoveMeetingOnline',
  'CancelMeeting',
];
const always: readonly LinkCommandName[] = [
  'RecordDiscussion',
  'ConfirmClass',
  'ChangeClassDetails',
  'ChangeHeadteacher',
  'SucceedSchool',
  'LoseContact',
  'AssignTeacher',
  'ReplaceTeacher',
  'EnrolTeacher',
  'EnrolTeacher',
  'RecordTrainingAttended',
  'RecordExchange',
  'SkipStep',
  'Pause',
  'CorrectEntry',
  'CorrectEntry',
  'VoidEntry',
];
const inTheYear: readonly LinkCommandName[] = [
  ...repeat('RecordTrainingAttended', 4),
  'RecordTrainingMissed',
  'RecordExchange',
  'RecordExchange',
  ...repeat('PlanMeeting', 3),
  ...repeat('RecordMeetingHeld', 4),
  'CompleteFinalExchange',
  'RecordCatchUp',
  'RecordParents',
  'RecordReflection',
  'RecordSurvey',
  'RecordTestimonial',
  'Withdraw',
];
