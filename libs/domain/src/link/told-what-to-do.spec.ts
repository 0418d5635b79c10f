import type { RefusalCode } from '../refusal.js';
import type { LinkCommand, Occasion, Propose } from './commands.js';
import type { Decided } from './decided.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  attend,
  attended,
  brokered,
  happened,
  issued,
  issuedTo,
  met,
  planMeeting,
  proposed,
  proposedInSchool,
  proposeExample,
  recordHeld,
  sign,
  signedBy,
  trained,
} from './spec-support/example-link.js';

/** The link as it is, what somebody asks of it, why not, and what she can do instead. */
type Told = readonly [
  nextStep: string,
  history: readonly Decided[],
  command: LinkCommand,
  code: RefusalCode,
  sentence: string,
  occasion?: Occasion,
];

const told = (cases: readonly Told[]) => {
  for (const [nextStep, history, command, code, sentence, occasion] of cases) {
    it(`“${nextStep}” — ${sentence}`, () => {
      given(history).when(command, occasion).thenRefused(code, sentence, { nextStep });
    });
  }
};

const { a, b } = proposeExample.surroundings;
const around = (change: Partial<Propose['surroundings']>): Propose => ({
  ...proposeExample,
  surroundings: { ...proposeExample.surroundings, ...change },
});
const spring = on('2026-06-01');
const autumn = on('2026-09-15');
const revoked = happened('2026-09-12', 'AgreementRevoked', { side: 'a', reasonCode: 'wrong-text' });
const declined = happened('2026-09-10', 'AgreementDeclined', { side: 'a', reasonCode: 'no-time' });
const issue: LinkCommand = { type: 'IssueAgreement', textVersion: 'v1', documentHash: 'hash' };
const decline = (side: 'a' | 'b', reasonCode = 'no-time'): LinkCommand => ({
  type: 'DeclineAgreement',
  side,
  reasonCode,
});
const revoke = (side: 'a' | 'b', reasonCode = 'wrong-text'): LinkCommand => ({
  type: 'RevokeAgreement',
  side,
  reasonCode,
});

describe('whoever proposes two classes that cannot be linked is told', () => {
  told([
    [
      'Choose a class of another school, or make it an in-school link.',
      [],
      { ...proposeExample, b: { ...proposeExample.b, urn: '900001' } },
      'SAME_SCHOOL',
      'Both classes are at the same school.',
      spring,
    ],
    [
      'Choose two classes of one school, or make it a link between schools.',
      [],
      { ...proposeExample, kind: 'in-school' },
      'DIFFERENT_SCHOOLS',
      'An in-school link joins two classes of one school.',
      spring,
    ],
    [
      'Choose a class of the waiting list.',
      [],
      around({ b: { ...b, interestWithdrawn: true } }),
      'INTEREST_WITHDRAWN',
      'Hill Top has withdrawn its interest.',
      spring,
    ],
    [
      'Choose a class of the waiting list.',
      [],
      around({ b: { ...b, offered: false } }),
      'CLASS_NOT_OFFERED',
      'Hill Top has not offered this class.',
      spring,
    ],
    [
      'Choose a class that was offered for 2026-27.',
      [],
      around({ a: { ...a, year: '2025-26' } }),
      'DIFFERENT_YEARS',
      "4 Oak of St Mary's was offered for 2025-26, not for 2026-27.",
      spring,
    ],
    [
      'If it has a successor, import a newer register or its file of links.',
      [],
      around({ a: { ...a, closedOn: '2025-08-31' } }),
      'SCHOOL_CLOSED',
      "St Mary's closed on 31 August 2025 and has no successor on record.",
      spring,
    ],
    [
      'Take back this interest and record it for the school that the class goes to.',
      [],
      around({
        a: { ...a, closedOn: '2025-08-31', successors: [{ urn: '149210', name: 'Elm' }, { urn: '149211' }] },
      }),
      'SCHOOL_CLOSED',
      "St Mary's closed on 31 August 2025. It goes on as Elm (149210) and a school (149211).",
      spring,
    ],
    [
      'Send the command again with overrides: [{ "rule": "class-in-two-links", "reasonCode": "…" }].',
      [],
      around({ b: { ...b, otherLinkRefs: ['BRD-2026-009', 'BRD-2026-011'] } }),
      'REASON_REQUIRED',
      '4 Ash is also in BRD-2026-009 and BRD-2026-011. Say why it should be in two links.',
      spring,
    ],
  ]);
});

describe('whoever asks too late for a yes or a no is told', () => {
  told([
    [
      'Send the agreement.',
      brokered,
      { type: 'SendProposal' },
      'ALREADY_ANSWERED',
      'Both headteachers have already said yes.',
    ],
    [
      'If something about it is wrong, correct that entry.',
      [...proposed, accepted('a')],
      { type: 'AcceptProposal', side: 'a', means: 'phone' },
      'ALREADY_ANSWERED',
      'This school said yes on 10 June.',
    ],
    [
      'Record that the school withdrew.',
      brokered,
      { type: 'DeclineProposal', side: 'a', reasonCode: 'no-time', wantsOtherPartner: false },
      'ALREADY_ANSWERED',
      'Both headteachers said yes; a school that changes its mind withdraws.',
    ],
    [
      'If that was entered by mistake, void that entry.',
      [...proposed, accepted('a')],
      { type: 'DeclineProposal', side: 'a', reasonCode: 'no-time', wantsOtherPartner: false },
      'ALREADY_ANSWERED',
      'This school said yes on 10 June.',
    ],
  ]);
});

describe('whoever asks for a signature, gives one or takes it back at the wrong time is told', () => {
  told([
    [
      'Record that both said yes, then send the agreement.',
      proposed,
      issue,
      'LINK_NOT_BROKERED',
      'Both headteachers have to say yes before the agreement is sent.',
      autumn,
    ],
    [
      'Send the agreement first.',
      brokered,
      sign('a'),
      'AGREEMENT_NOT_ISSUED',
      'No agreement has been sent to this school yet.',
      autumn,
    ],
    [
      'Send the agreement again first.',
      [...issued, revoked],
      sign('a'),
      'AGREEMENT_REVOKED',
      'The agreement of this school was taken back on 12 September.',
      autumn,
    ],
    [
      'Change the day.',
      [...issued, revoked, issuedTo('a', '2026-09-14')],
      sign('a'),
      'ANSWER_TOO_EARLY',
      'The agreement of this school has an entry of 12 September; what follows it cannot be older.',
      on('2026-09-11'),
    ],
    [
      'Change the day.',
      [...issued, revoked],
      issue,
      'ANSWER_TOO_EARLY',
      'The agreement of this school has an entry of 12 September; what follows it cannot be older.',
      on('2026-09-11'),
    ],
    [
      'Record the signature for side a.',
      [...proposedInSchool, accepted('a'), accepted('b'), issuedTo('a')],
      sign('b'),
      'ONE_SIGNATURE_ENOUGH',
      'An in-school link needs one signature, on side a.',
      autumn,
    ],
    [
      'If something about it is wrong, correct or void that entry.',
      [
        ...issued,
        happened('2026-09-09', 'AgreementSigned', {
          ...signedBy('a').data,
          signerRole: 'acting-head',
        } as never),
      ],
      sign('a', { signerId: 'somebody-else' }),
      'AGREEMENT_ALREADY_SIGNED',
      'This agreement was already signed by the acting head on 9 September.',
      autumn,
    ],
    [
      'Give the name and role of someone at this school who can sign.',
      issued,
      sign('a', { namedBySchool: false }),
      'SIGNER_NOT_NAMED',
      'This person is not known as able to sign for the school.',
      autumn,
    ],
    [
      'Sign the text that was sent, or send the agreement again.',
      issued,
      sign('a', { textVersion: 'v2' }),
      'AGREEMENT_TEXT_UNKNOWN',
      'This school was sent the text v1, not v2.',
      autumn,
    ],
    [
      'Record that the signature was taken back.',
      agreed,
      decline('a'),
      'AGREEMENT_ALREADY_SIGNED',
      'This agreement was signed on 9 September; what is signed is taken back, not declined.',
      autumn,
    ],
    [
      'Record it for side a.',
      [...proposedInSchool, accepted('a'), accepted('b'), issuedTo('a')],
      decline('b'),
      'ONE_SIGNATURE_ENOUGH',
      'An in-school link has one agreement, on side a.',
      autumn,
    ],
    [
      'Record it for side a.',
      [...proposedInSchool, accepted('a'), accepted('b'), issuedTo('a')],
      revoke('b'),
      'ONE_SIGNATURE_ENOUGH',
      'An in-school link has one agreement, on side a.',
      autumn,
    ],
    [
      'If the reason is wrong, correct that entry.',
      [...issued, declined],
      decline('a', 'no-money'),
      'ALREADY_ANSWERED',
      'This school declined on 10 September: no time.',
      autumn,
    ],
    [
      'If the reason is wrong, correct that entry.',
      [...issued, revoked],
      revoke('a', 'other-signer'),
      'ALREADY_ANSWERED',
      'The agreement of this school was taken back on 12 September: wrong text.',
      autumn,
    ],
  ]);
});

describe('whoever names people or days that do not fit is told', () => {
  const replace = (from: string, to: string): LinkCommand => ({
    type: 'ReplaceTeacher',
    side: 'a',
    from,
    to: { teacherId: to, linkedBefore: false },
    reasonCode: 'left',
  });
  told([
    [
      'Choose one of the people of this link.',
      agreed,
      { type: 'LoseContact', side: 'a', personId: 'teacher-b' },
      'PERSON_NOT_IN_LINK',
      'This person is neither headteacher nor teacher of this side.',
    ],
    [
      'Choose one of the teachers of this link.',
      agreed,
      replace('teacher-b', 'new'),
      'TEACHER_NOT_IN_LINK',
      'The teacher to be replaced is not a teacher of this side.',
    ],
    [
      'Choose somebody else, or confirm the class with those who teach it.',
      agreed,
      replace('teacher-a', 'teacher-a'),
      'TEACHER_ALREADY_ASSIGNED',
      'The new teacher is already a teacher of this side.',
    ],
    [
      'Confirm the class with its teacher, or add the teacher first.',
      agreed,
      attend('a', { teacherId: 'teacher-b' }),
      'TEACHER_NOT_IN_LINK',
      'This person is not a teacher of this side of the link.',
    ],
    [
      'Confirm the class with its teacher, or add the teacher first.',
      agreed,
      {
        type: 'RecordTrainingMissed',
        side: 'a',
        teacherId: 'teacher-b',
        kind: 'initial-full',
        reasonCode: 'ill',
      },
      'TEACHER_NOT_IN_LINK',
      'This person is not a teacher of this side of the link.',
    ],
    [
      'Change one of the two days.',
      agreed,
      {
        type: 'AssignTeacher',
        side: 'a',
        teacher: { teacherId: 'cover', linkedBefore: false },
        from: '2026-12-01',
        to: '2026-11-01',
        lead: false,
      },
      'END_BEFORE_START',
      'The last day has to come after the first.',
    ],
    [
      'Correct or void that entry.',
      [...agreed, attended('a')],
      attend('a', { minutes: 150 }),
      'TRAINING_RECORDED_DIFFERENTLY',
      "This teacher's training on 1 October is recorded with 300 minutes.",
      on('2026-10-01'),
    ],
    [
      'Correct or void that entry.',
      [...agreed, attended('a')],
      {
        type: 'RecordTrainingMissed',
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'initial-full',
        reasonCode: 'ill',
      },
      'TRAINING_RECORDED_DIFFERENTLY',
      'This teacher is recorded as having attended on 1 October.',
      on('2026-10-01'),
    ],
    [
      'Choose 149210 or 149212.',
      proposed,
      { type: 'SucceedSchool', side: 'a', to: '149211', successors: ['149210', '149212'] },
      'NOT_A_SUCCESSOR',
      'The register does not name 149211 as a successor of 900001.',
    ],
    [
      'Import a newer register and its file of links first.',
      proposed,
      { type: 'SucceedSchool', side: 'a', to: '149211', successors: [] },
      'NOT_A_SUCCESSOR',
      'The register does not name 149211 as a successor of 900001.',
    ],
  ]);
});

describe('whoever changes a meeting that is not as she thinks is told', () => {
  told([
    [
      'Move its date, put it online or cancel it.',
      given(trained).when(planMeeting()).after().history,
      planMeeting({ on: '2026-12-10' }),
      'MEETING_ALREADY_PLANNED',
      'The first meeting is already planned for 3 December.',
    ],
    [
      'Choose one of the list of venues, or add the venue first.',
      trained,
      planMeeting({ venue: undefined }),
      'VENUE_UNKNOWN',
      'This venue is not in the register of venues of the programme.',
    ],
    [
      'Change one of the two times.',
      trained,
      planMeeting({ endsAt: '10:00' }),
      'END_BEFORE_START',
      'The meeting has to end after it starts.',
    ],
    [
      'Plan it first.',
      trained,
      { type: 'CancelMeeting', number: 1, reasonCode: 'storm' },
      'MEETING_NOT_PLANNED',
      'The first meeting is not planned.',
    ],
    [
      'If something about it is wrong, correct or void that entry.',
      met,
      planMeeting(),
      'MEETING_ALREADY_HELD',
      'The first meeting was held on 12 November.',
    ],
    [
      'Choose the step that was talked about.',
      trained,
      { type: 'RecordDiscussion', newTarget: '2026-12-01' },
      'NEW_DATE_WITHOUT_STEP',
      'A new date needs the step that it is for.',
    ],
    [
      'Change one of the two days.',
      trained,
      { type: 'RecordDiscussion', about: 'exchange', newTarget: '2026-11-22' },
      'NEW_DATE_PAST',
      'The new date has to come after the day of the talk.',
    ],
  ]);
});

describe('whoever skips, ends or mends what stands otherwise is told', () => {
  const skip = (reasonCode: string): LinkCommand => ({ type: 'SkipStep', step: 'first-meeting', reasonCode });
  const skipped = happened('2026-11-02', 'StepSkipped', { step: 'first-meeting', reasonCode: 'storm' });
  const goodbyeMissing = 'The final exchange and goodbye is not recorded yet.';
  const correct = (field: string, was: unknown, now: unknown): LinkCommand => ({
    type: 'CorrectEntry',
    eventId: `e${met.length}`,
    field,
    was,
    now,
    reasonCode: 'typing',
  });
  const voids = (eventId: string): LinkCommand => ({ type: 'VoidEntry', eventId, reasonCode: 'wrong-link' });
  const notAgreed = 'Record the signature, or record that the school withdrew.';
  told([
    [
      'If the reason is wrong, correct that entry.',
      [...trained, skipped],
      skip('no-time'),
      'STEP_ALREADY_DONE',
      'This step was skipped on 2 November for another reason.',
    ],
    [
      'If it was recorded by mistake, void that entry.',
      met,
      skip('no-time'),
      'STEP_ALREADY_DONE',
      'This step has been done, so it cannot be skipped.',
    ],
    [
      notAgreed,
      issued,
      { type: 'Complete' },
      'LINK_NOT_AGREED',
      'Neither school has signed the agreement, so this link cannot be completed.',
    ],
    [
      notAgreed,
      [...issued, signedBy('b')],
      { type: 'Complete' },
      'LINK_NOT_AGREED',
      'One school has not signed the agreement, so this link cannot be completed.',
    ],
    ['Record it, or skip it with a reason.', met, { type: 'Complete' }, 'GOODBYE_MISSING', goodbyeMissing],
    [
      'Look at the entry again before you correct it.',
      met,
      correct('/pupilsA', 28, 52),
      'ENTRY_CHANGED',
      'This entry says 27, not 28.',
    ],
    [
      'Take the name of the field from the entry.',
      met,
      correct('/pupils', 27, 52),
      'ENTRY_FIELD_UNKNOWN',
      'This entry has no field /pupils.',
    ],
    [
      'Void the entry and enter it again.',
      met,
      correct('/number', 1, 2),
      'ENTRY_NOT_MENDABLE',
      'The field /number cannot be corrected.',
    ],
    [
      'Take the id of the entry from the history.',
      met,
      voids('e99'),
      'ENTRY_NOT_FOUND',
      'There is no such entry in the history of this link.',
    ],
    [
      'Record that the link was not formed, or that a school withdrew.',
      met,
      voids('e3'),
      'ENTRY_NOT_MENDABLE',
      'The proposal itself cannot be voided.',
    ],
    [
      'If it counts after all, void the entry that voided it.',
      [
        ...met,
        happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${met.length}`, reasonCode: 'wrong-year' }),
      ],
      voids(`e${met.length}`),
      'ENTRY_VOIDED',
      'This entry was voided before.',
    ],
    [
      'If it was closed by mistake, void that entry.',
      [
        ...met,
        happened('2026-11-20', 'LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'met' }),
      ],
      planMeeting({ number: 2 }),
      'LINK_CLOSED',
      'This link is closed: withdrawn on 20 November.',
    ],
  ]);
});

describe('what is impossible is refused with its numbers and its day', () => {
  it.each([0, 200])('%i pupils may come', (pupilsA) => {
    given(trained).when(recordHeld({ pupilsA })).thenRecorded(['MeetingHeld', { pupilsA }]);
  });

  it.each([-1, 201, 2.5])('%f pupils or adults cannot', (number) => {
    given(trained)
      .when(recordHeld({ pupilsB: number }))
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
    given(trained)
      .when(recordHeld({ adultsB: number }))
      .thenRefused('PUPIL_NUMBERS', 'The number of adults has to be a whole number from 0 to 200.');
    given(agreed)
      .when({ type: 'ChangeClassDetails', side: 'a', pupilCount: number })
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
  });

  it('who stayed away from training is known from its day on', () => {
    given(agreed)
      .when(
        {
          type: 'RecordTrainingMissed',
          side: 'a',
          teacherId: 'teacher-a',
          kind: 'initial-full',
          reasonCode: 'ill',
        },
        on('2026-12-01', { today: '2026-11-23' }),
      )
      .thenRefused(
        'DATE_IN_FUTURE',
        'The session is on 1 December; attendance can be recorded from that day.',
      );
  });

  it('a signature may be older than another sending of the text, never older than a no', () => {
    given(issued, issuedTo('a', '2026-09-08', 'v2'))
      .when(sign('a', { textVersion: 'v2' }), on('2026-09-05'))
      .thenRecorded(['AgreementSigned', { side: 'a' }, '2026-09-05']);
    given(issued, declined, issuedTo('a', '2026-09-12'))
      .when(sign('a'), on('2026-09-09'))
      .thenRefused('ANSWER_TOO_EARLY');
  });
});

describe('whoever writes what cannot be is told', () => {
  const meeting = `e${met.length}`;
  told([
    [
      'Change the day, or record it when it has happened.',
      agreed,
      attend('a'),
      'DATE_IN_FUTURE',
      'The session is on 1 December; attendance can be recorded from that day.',
      on('2026-12-01', { today: '2026-11-23' }),
    ],
    [
      'Change the number.',
      trained,
      recordHeld({ pupilsA: 201 }),
      'PUPIL_NUMBERS',
      'The number of pupils has to be a whole number from 0 to 200.',
    ],
    [
      'Propose these two once more: they get a reference of their own.',
      proposed,
      { ...proposeExample, b: { ...proposeExample.b, classId: 'class-c' } },
      'STEP_ALREADY_DONE',
      'BRD-2026-014 is already a link of two other classes.',
      spring,
    ],
    [
      'Give a value of the same kind as the one that stands there.',
      met,
      {
        type: 'CorrectEntry',
        eventId: meeting,
        field: '/pupilsA',
        was: 27,
        now: 'many',
        reasonCode: 'typing',
      },
      'ENTRY_FIELD_UNKNOWN',
      '"many" cannot stand in the field /pupilsA.',
    ],
  ]);
});
