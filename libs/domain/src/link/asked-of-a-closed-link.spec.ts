import type { LinkCommand } from './commands.js';
import {
  brokered,
  happened,
  met,
  planMeeting,
  proposed,
  recordHeld,
  sent,
  sign,
} from './spec-support/example-link.js';
import { given, on } from './spec-support/given-when-then.js';

const july = on('2027-07-31');
const goodbye = sent('a', '2027-07-02', 'goodbye');
const skippedCelebration = happened('2027-07-02', 'StepSkipped', {
  step: 'celebration',
  reasonCode: 'not-planned',
});
const closedIncomplete = happened('2027-07-31', 'LinkClosedIncomplete', {
  missing: ['visit-2', 'visit-3'],
  reasonCode: 'no-time',
});
const completed = happened('2027-07-31', 'LinkCompleted', { meetingsHeld: 1 });
const no: LinkCommand = {
  type: 'DeclineProposal',
  side: 'a',
  reasonCode: 'no-time',
  wantsOtherPartner: false,
};

describe('a closed link', () => {
  const closed = [
    ...met,
    goodbye,
    skippedCelebration,
    happened('2027-07-20', 'LinkCompleted', { meetingsHeld: 1 }),
  ];
  const late = on('2027-07-10', { today: '2027-10-31' });

  it.each<[string, LinkCommand]>([
    ['training', { ...recordTraining(), teacherId: 'teacher-b', side: 'b' }],
    ['an exchange', recordExchange()],
    ['a meeting', recordHeld({ number: 4, on: '2027-07-08' })],
    ['a skipped step', { type: 'SkipStep', step: 'planning', reasonCode: 'no-time' }],
  ])('takes %s that is entered late, until 31 October', (_, command) => {
    expect(given(closed).when(command, late).after().history.length).toBeGreaterThan(closed.length);
    given(closed)
      .when(command, { ...late, today: '2027-11-01' })
      .thenRefused('LINK_CLOSED', 'This link is closed and took late entries until 31 October.');
  });

  it('takes corrections and voids until then; a void of the closing opens it again', () => {
    const { link } = given(closed)
      .when({ type: 'VoidEntry', eventId: `e${closed.length}`, reasonCode: 'wrong-link' }, late)
      .thenRecorded(['EntryVoided']);
    expect(link.outcome).toBe('open');
    expect(link.closedOn).toBeUndefined();
  });

  it.each<LinkCommand>([
    { type: 'Broker' },
    { type: 'IssueAgreement', textVersion: 'v2', documentHash: 'h' },
    sign('a'),
    planMeeting(),
    { type: 'Pause', reasonCode: 'x' },
    { type: 'Resume' },
    { type: 'Withdraw', side: 'a', reasonCode: 'x' },
    { type: 'DeclineProposal', side: 'a', reasonCode: 'x', wantsOtherPartner: false },
  ])('takes no new step: $type', (command) => {
    given(closed)
      .when(command, july)
      .thenRefused('LINK_CLOSED', 'This link is closed: completed on 20 July.', {
        nextStep: 'If it was closed by mistake, void that entry.',
      });
  });

  it('that was never formed or withdrawn says so', () => {
    given(brokered, happened('2026-09-01', 'LinkNotFormed', { reasonCode: 'x' }))
      .when({ type: 'Broker' })
      .thenRefused('LINK_CLOSED', 'This link is closed: not formed on 1 September.');
  });
});

describe('a proposal that a school declined', () => {
  const declined = given(proposed).when(no).after();

  it('takes the same no again, and another command not', () => {
    declined.when(no).thenNothing();
    for (const command of [{ type: 'Broker' }, { type: 'Resume' }, planMeeting()] as const) {
      declined.when(command).thenRefused('LINK_CLOSED', 'This link is closed: not formed on 23 November.');
    }
  });

  it('that was opened again is closed by the same no', () => {
    const voided = happened('2026-11-23', 'EntryVoided', {
      voidsEventId: `e${declined.history.length}`,
      reasonCode: 'wrong-link',
    });
    given(declined.history, voided).when(no).thenRecorded(['ProposalDeclined'], ['LinkNotFormed']);
  });
});

describe('a link that was completed after it was closed incomplete', () => {
  it('is completed, whichever was written down last', () => {
    for (const order of [
      [closedIncomplete, completed],
      [completed, closedIncomplete],
    ]) {
      expect(given(met, goodbye, order).link).toMatchObject({
        outcome: 'completed',
        closedOn: '2027-07-31',
      });
    }
  });

  it('is not closed incomplete again', () => {
    const close: LinkCommand = { type: 'CloseIncomplete', reasonCode: 'no-time' };
    given(met, closedIncomplete).when(close, july).thenNothing();
    given(met, closedIncomplete, goodbye, skippedCelebration, completed)
      .when(close, july)
      .thenRefused('LINK_CLOSED', 'This link is closed: completed on 31 July.');
  });
});

it('whoever comes after 31 October is told where a wrong figure is mended', () => {
  given(met, completed)
    .when(recordHeld({ number: 2, on: '2027-07-01' }), on('2027-07-01', { today: '2027-11-01' }))
    .thenRefused('LINK_CLOSED', 'This link is closed and took late entries until 31 October.', {
      nextStep: 'Its history stays as it is; tell the national office if a figure of that year is wrong.',
    });
});

function recordTraining() {
  return {
    type: 'RecordTrainingAttended',
    side: 'a',
    teacherId: 'teacher-a',
    kind: 'planning-half',
    minutes: 150,
  } as const;
}

function recordExchange() {
  return {
    type: 'RecordExchange',
    fromSide: 'a',
    kind: 'work',
    mode: 'digital',
    keyQuestions: [],
    subjects: [],
    policyTags: [],
  } as const;
}
