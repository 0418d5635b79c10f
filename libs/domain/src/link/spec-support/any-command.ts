import * as codes from '@linking/events/link/codes.js';
import type { Side, TeacherFacts } from '@linking/events/link/link-events.js';
import type { Dice } from '../../spec-support/dice.js';
import type { CommandOf, LinkCommand, LinkCommandName } from '../commands.js';
import type { Link } from '../link.js';
import { bothSides, signingSides } from '../link.js';
import { anyMending } from './any-mending.js';
import { anyProposal } from './any-proposal.js';
import { planMeeting, recordHeld, sign } from './example-link.js';
import type { Today } from './random-days.js';

/** One command of each kind, as somebody may well give it to this link; now and then she mistakes herself. */
export const anyCommand: {
  readonly [Name in LinkCommandName]: (link: Link, dice: Dice, today: Today) => CommandOf<Name>;
} = {
  Propose: (link, dice) => anyProposal(link, dice),
  Broker: () => ({ type: 'Broker' }),
  SendProposal: () => ({ type: 'SendProposal' }),
  AcceptProposal: (link, dice) => ({
    type: 'AcceptProposal',
    side: sideWhere(link, dice, (side) => link.sides[side].acceptedOn === undefined),
    means: dice.of(codes.proposalMeans),
  }),
  DeclineProposal: (link, dice) => ({
    type: 'DeclineProposal',
    side: sideWhere(link, dice, (side) => link.sides[side].acceptedOn === undefined),
    reasonCode: reason(dice),
    wantsOtherPartner: dice.chance(50),
  }),
  RecordDiscussion: (_, dice, today) => ({
    type: 'RecordDiscussion',
    ...(dice.chance(90) ? { about: dice.of(codes.targetedSteps) } : {}),
    ...(dice.chance(80) ? { newTarget: dice.chance(90) ? today.later(dice) : today.earlier(dice) } : {}),
  }),
  IssueAgreement: (_, dice) => ({
    type: 'IssueAgreement',
    textVersion: dice.chance(90) ? 'v1' : 'v2',
    documentHash: 'hash',
  }),
  SignAgreement: (link, dice) => {
    const side = signingSide(link, dice, 'issued');
    return sign(side, {
      textVersion: dice.chance(96) ? (link.agreement[side].textVersion ?? 'v1') : 'v9',
      means: link.agreement[side].status === 'not-issued' ? 'with-interest' : dice.of(codes.signatureMeans),
      signerRole: dice.of(codes.signerRoles),
      agreed: dice.chance(97),
      namedBySchool: dice.chance(97),
      ...(dice.chance(20) ? { heldAtId: 'held-at' } : {}),
    });
  },
  DeclineAgreement: (link, dice) => ({
    type: 'DeclineAgreement',
    side: signingSide(link, dice, 'issued'),
    reasonCode: dice.of(codes.agreementReasons),
  }),
  RevokeAgreement: (link, dice) => ({
    type: 'RevokeAgreement',
    side: signingSide(link, dice, 'signed'),
    reasonCode: dice.of(codes.agreementReasons),
  }),
  ConfirmClass: (link, dice) => {
    const side = anySide(dice);
    return {
      type: 'ConfirmClass',
      side,
      classNameId: `name-${side}`,
      yearGroups: [dice.of([3, 4, 5])],
      pupilCount: pupils(dice),
      teachers: dice.chance(60) ? [] : dice.chance(50) ? [teacherOfSide(side, dice)] : [newcomer(dice)],
      sameName: dice.chance(50),
    };
  },
  ChangeClassDetails: (_, dice) => ({
    type: 'ChangeClassDetails',
    side: anySide(dice),
    ...(dice.chance(30) ? { classNameId: 'name-new' } : {}),
    ...(dice.chance(30) ? { yearGroups: [dice.of([3, 4, 5])] } : {}),
    pupilCount: pupils(dice),
  }),
  ChangeHeadteacher: (_, dice) => ({
    type: 'ChangeHeadteacher',
    side: anySide(dice),
    headId: dice.of(['head-new', 'head-newer']),
  }),
  SucceedSchool: (_, dice) => ({
    type: 'SucceedSchool',
    side: anySide(dice),
    to: '900009',
    successors: dice.chance(80) ? ['900009'] : [],
  }),
  LoseContact: (link, dice) => {
    const side = anySide(dice);
    const { headId, teachers } = link.sides[side];
    const people = [headId, ...teachers.map(({ teacherId }) => teacherId)];
    return { type: 'LoseContact', side, personId: dice.chance(95) ? dice.of(people) : 'a-stranger' };
  },
  RestoreContact: (link, dice) => {
    const side = sideWhere(link, dice, (it) => link.sides[it].lostContacts.length > 0);
    const lost = link.sides[side].lostContacts.map(({ personId }) => personId);
    return { type: 'RestoreContact', side, personId: dice.of([...lost, 'teacher-a']) };
  },
  AssignTeacher: (_, dice, today) => ({
    type: 'AssignTeacher',
    side: anySide(dice),
    teacher: newcomer(dice),
    ...(dice.chance(30) ? { from: today.day } : {}),
    ...(dice.chance(30) ? { to: dice.chance(85) ? today.later(dice) : today.earlier(dice) } : {}),
    lead: dice.chance(40),
    ...(dice.chance(20) ? { jobShare: true } : {}),
  }),
  ReplaceTeacher: (link, dice) => {
    const side = anySide(dice);
    return {
      type: 'ReplaceTeacher',
      side,
      from: someTeacher(link, side, dice),
      to: dice.chance(90) ? newcomer(dice) : teacherOfSide(side, dice),
      reasonCode: reason(dice),
    };
  },
  EnrolTeacher: (link, dice, today) => {
    const side = anySide(dice);
    return {
      type: 'EnrolTeacher',
      side,
      teacherId: someTeacher(link, side, dice),
      sessionId: dice.of(['session-1', 'session-2']),
      kind: dice.of(codes.trainingKinds),
      on: today.later(dice),
    };
  },
  WithdrawEnrolment: (link, dice) => {
    const known = link.training.find(({ status }) => status === 'enrolled');
    return {
      type: 'WithdrawEnrolment',
      side: known?.side ?? anySide(dice),
      teacherId: known?.teacherId ?? 'teacher-a',
      sessionId: known?.sessionId ?? 'session-1',
      ...(dice.chance(30) ? { cancelled: true } : {}),
    };
  },
  RecordTrainingAttended: (link, dice) => {
    const side = anySide(dice);
    return {
      type: 'RecordTrainingAttended',
      side,
      teacherId: someTeacher(link, side, dice),
      kind: dice.of(codes.trainingKinds),
      minutes: dice.of([150, 300]),
      ...(dice.chance(30) ? { sessionId: dice.of(['session-1', 'session-2']) } : {}),
    };
  },
  RecordTrainingMissed: (link, dice) => {
    const side = anySide(dice);
    return {
      type: 'RecordTrainingMissed',
      side,
      teacherId: someTeacher(link, side, dice),
      kind: dice.of(codes.trainingKinds),
      reasonCode: reason(dice),
      ...(dice.chance(30) ? { sessionId: dice.of(['session-1', 'session-2']) } : {}),
    };
  },
  RecordExchange: (_, dice) => ({
    type: 'RecordExchange',
    fromSide: anySide(dice),
    kind: dice.of(codes.exchangeKinds),
    mode: dice.of(codes.exchangeModes),
    keyQuestions: dice.chance(50) ? ['Q1'] : [],
    subjects: dice.chance(30) ? ['art'] : [],
    policyTags: [],
  }),
  PlanMeeting: (link, dice, today) => {
    const number = numberWhere(link, dice, (status) => status === undefined || status === 'cancelled');
    const { venueId, venue, ...plan } = planMeeting({ number, on: today.later(dice) });
    const place = dice.below(10);
    return {
      ...plan,
      ...(place < 6 ? { venueId: venueId ?? '', ...(dice.chance(95) && venue ? { venue } : {}) } : {}),
      ...(place === 6 || place === 7 ? { hostSide: anySide(dice) } : {}),
      ...(place === 8 ? { mode: 'virtual' } : {}),
      ...(dice.chance(95) ? {} : { endsAt: '09:00' }),
    };
  },
  ReadyForTheDay: (link, dice) => ({
    type: 'ReadyForTheDay',
    number: numberWhere(link, dice, (status) => status === 'planned'),
    side: anySide(dice),
    riskAssessment: dice.of(codes.riskAssessments),
    transport: dice.of(codes.transports),
  }),
  AskForAnotherDate: (link, dice, today) => ({
    type: 'AskForAnotherDate',
    number: numberWhere(link, dice, (status) => status === 'planned'),
    side: anySide(dice),
    ...(dice.chance(50) ? { on: today.later(dice) } : {}),
    reasonCode: reason(dice),
  }),
  DeclineAnotherDate: (link, dice) => ({
    type: 'DeclineAnotherDate',
    number: numberWhere(link, dice, (status) => status === 'planned'),
    side: anySide(dice),
    reasonCode: reason(dice),
  }),
  RescheduleMeeting: (link, dice, today) => ({
    type: 'RescheduleMeeting',
    number: numberWhere(link, dice, (status) => status === 'planned'),
    on: today.later(dice),
    startsAt: '10:00',
    endsAt: dice.chance(95) ? '14:30' : '10:00',
    reasonCode: reason(dice),
  }),
  MoveMeetingOnline: (link, dice) => ({
    type: 'MoveMeetingOnline',
    number: numberWhere(link, dice, (status) => status === 'planned'),
    reasonCode: reason(dice),
  }),
  CancelMeeting: (link, dice) => ({
    type: 'CancelMeeting',
    number: numberWhere(link, dice, (status) => status === 'planned'),
    reasonCode: reason(dice),
  }),
  RecordMeetingHeld: (link, dice, today) =>
    recordHeld({
      number: numberWhere(link, dice, (status) => status !== 'held'),
      mode: dice.of(codes.meetingModes),
      on: dice.chance(95) ? today.day : today.later(dice),
      pupilsA: pupils(dice),
      pupilsB: pupils(dice),
      ...(dice.chance(30) ? { hostSide: anySide(dice) } : {}),
    }),
  RecordCatchUp: (link, dice) => {
    const side = anySide(dice);
    return {
      type: 'RecordCatchUp',
      side,
      teacherId: someTeacher(link, side, dice),
      kind: dice.of(codes.trainingKinds),
      minutes: dice.of([90, 120]),
    };
  },
  RecordParents: (_, dice) => ({
    type: 'RecordParents',
    side: anySide(dice),
    kind: dice.of(codes.parentKinds),
    count: dice.chance(90) ? dice.of([1, 12]) : dice.of([0, 501]),
  }),
  RecordReflection: (_, dice) => ({
    type: 'RecordReflection',
    side: anySide(dice),
    ...(dice.chance(70) ? { meeting: dice.of(codes.meetingNumbers) } : {}),
    rating: dice.chance(90) ? dice.of([1, 4, 5]) : dice.of([0, 6, 2.5]),
    sameWords: dice.chance(50),
  }),
  RecordSurvey: (_, dice) => ({
    type: 'RecordSurvey',
    side: anySide(dice),
    round: dice.of(codes.surveyRounds),
    instrument: dice.of(codes.surveyInstruments),
    ...(dice.chance(80) ? { n: dice.chance(90) ? dice.of([4, 27]) : 0 } : {}),
    ...(dice.chance(60) ? { scores: { O1: dice.chance(90) ? 3.4 : 7 } } : {}),
  }),
  RecordTestimonial: (_, dice, today) => ({
    type: 'RecordTestimonial',
    role: dice.of(codes.testimonialRoles),
    ...(dice.chance(50) ? { side: anySide(dice) } : {}),
    ...(dice.chance(80)
      ? {
          consent: {
            id: 'consent',
            on: dice.chance(90) ? today.day : today.later(dice),
            ...(dice.chance(20) ? { until: today.earlier(dice) } : {}),
          },
        }
      : {}),
    sameWords: dice.chance(5),
  }),
  ReBroker: (_, dice) => ({
    type: 'ReBroker',
    newLinkRef: dice.of(['BRD-2026-020', 'BRD-2026-021']),
    lastCameToNothing: dice.chance(20),
  }),
  CloseIncomplete: (_, dice) => ({
    type: 'CloseIncomplete',
    ...(dice.chance(50) ? { reasonCode: reason(dice) } : {}),
  }),
  CompleteFinalExchange: () => ({ type: 'CompleteFinalExchange' }),
  SkipStep: (_, dice) => ({
    type: 'SkipStep',
    step: dice.of(codes.skippableSteps),
    ...(dice.chance(40) ? { side: anySide(dice) } : {}),
    reasonCode: reason(dice),
  }),
  Pause: (_, dice, today) => ({
    type: 'Pause',
    reasonCode: reason(dice),
    ...(dice.chance(50) ? { until: today.later(dice) } : {}),
  }),
  Resume: () => ({ type: 'Resume' }),
  Withdraw: (_, dice) => ({ type: 'Withdraw', side: dice.of(['a', 'b', 'both']), reasonCode: reason(dice) }),
  CorrectEntry: (link, dice, today) => anyMending.CorrectEntry(link, dice, today),
  VoidEntry: (link, dice, today) => anyMending.VoidEntry(link, dice, today),
  Complete: () => ({ type: 'Complete' }),
};

export const commandNames = Object.keys(anyCommand) as readonly LinkCommandName[];

export const commandNamed = (name: LinkCommandName, link: Link, dice: Dice, today: Today): LinkCommand =>
  anyCommand[name](link, dice, today);

const anySide = (dice: Dice): Side => dice.of(bothSides);
const reason = (dice: Dice) => dice.of(['illness', 'storm']);
const pupils = (dice: Dice) => (dice.chance(97) ? dice.of([0, 27, 30, 200]) : dice.of([-1, 201, 2.5]));
const newcomer = (dice: Dice): TeacherFacts => ({
  teacherId: dice.of(['teacher-new', 'teacher-newer']),
  linkedBefore: dice.chance(50),
});
const teacherOfSide = (side: Side, dice: Dice): TeacherFacts => ({
  teacherId: `teacher-${side}`,
  linkedBefore: dice.chance(50),
});

function someTeacher(link: Link, side: Side, dice: Dice): string {
  const { teachers, formerTeachers } = link.sides[side];
  const known = [...teachers, ...formerTeachers].map(({ teacherId }) => teacherId);
  return dice.chance(97) ? dice.of([...known, `teacher-${side}`]) : 'a-stranger';
}

/** Mostly a side of which something holds; now and then any. */
function sideWhere(_: Link, dice: Dice, holds: (side: Side) => boolean): Side {
  const fitting = bothSides.filter(holds);
  return dice.of(fitting.length > 0 && dice.chance(90) ? fitting : bothSides);
}

function signingSide(link: Link, dice: Dice, status: Link['agreement']['a']['status']): Side {
  const asked = signingSides(link).filter((side) => link.agreement[side].status === status);
  return dice.of(asked.length > 0 && dice.chance(92) ? asked : bothSides);
}

type MeetingStatus = Link['meetings'][number]['status'];

/** Mostly a meeting of which something holds; now and then any. */
function numberWhere(link: Link, dice: Dice, holds: (status: MeetingStatus | undefined) => boolean) {
  const fitting = codes.meetingNumbers.filter((number) =>
    holds(link.meetings.find((meeting) => meeting.number === number)?.status),
  );
  return dice.of(fitting.length > 0 && dice.chance(92) ? fitting : codes.meetingNumbers);
}
