import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  agreed,
  attended,
  brokered,
  happened,
  heldMeeting,
  issued,
  met,
  planMeeting,
  proposed,
  proposedInSchool,
  recordHeld,
  sent,
  sign,
  signedBy,
  trained,
} from './spec-support/example-link.js';

const july = on('2027-07-20');
const skip = (step: 'training' | 'celebration' | 'goodbye' | 'exchange', side?: 'a' | 'b'): LinkCommand => ({
  type: 'SkipStep',
  step,
  ...(side === undefined ? {} : { side }),
  reasonCode: 'no-time',
});
const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-02', 'goodbye')];
const skipped = happened('2027-07-02', 'StepSkipped', { step: 'celebration', reasonCode: 'not-planned' });
const wholeYear = [...met, heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-05-01'), ...goodbye, skipped];
const complete = { type: 'Complete' } as const;

describe('skipping a step', () => {
  it('closes a gap with a reason, once', () => {
    const { link, history } = given(met)
      .when(skip('exchange', 'a'))
      .thenRecorded(['StepSkipped', { step: 'exchange', side: 'a', reasonCode: 'no-time' }]);
    expect(link.skipped).toMatchObject([{ step: 'exchange', side: 'a', on: '2026-11-23' }]);
    given(history).when(skip('exchange', 'a')).thenNothing();
    given(history)
      .when(skip('exchange', 'b'))
      .thenRecorded(['StepSkipped', { side: 'b' }]);
  });

  it('for both sides covers each of them', () => {
    given(met, happened('2026-11-01', 'StepSkipped', { step: 'exchange', reasonCode: 'no-time' }))
      .when(skip('exchange', 'a'))
      .thenNothing();
  });

  it('is refused with another reason than the one on record', () => {
    given(met, skipped)
      .when(skip('celebration'))
      .thenRefused('STEP_ALREADY_DONE', 'This step was skipped on 2 July for another reason.');
  });

  it.each([
    ['training', 'a', trained],
    ['training', undefined, trained],
    ['exchange', 'a', [...agreed, sent('a')]],
    ['exchange', undefined, [...agreed, sent('a')]],
    ['first-meeting', undefined, met],
    ['planning', undefined, [...agreed, attended('a', '2027-01-20', 'planning-half')]],
    ['visit-2', undefined, [...met, heldMeeting(2, '2027-03-01')]],
    ['visit-3', undefined, [...met, heldMeeting(3, '2027-03-01')]],
    ['celebration', undefined, [...met, heldMeeting(4, '2027-07-01')]],
    ['goodbye', undefined, [...met, sent('b', '2027-07-01', 'goodbye')]],
  ] as const)('cannot skip %s (side %s) when it has been done', (step, side, history) => {
    const command = { type: 'SkipStep', step, reasonCode: 'x', ...(side ? { side } : {}) } as const;
    given(history)
      .when(command, july)
      .thenRefused('STEP_ALREADY_DONE', 'This step has been done, so it cannot be skipped.');
    given(proposed).when(command, july).thenRecorded(['StepSkipped', { step }]);
  });

  it('celebrates the link when the goodbye was said before', () => {
    given(met, goodbye)
      .when(skip('celebration'), july)
      .thenRecorded(['StepSkipped'], ['FinalExchangeCompleted', {}, '2027-07-20']);
  });
});

describe('pausing a link', () => {
  const pause = { type: 'Pause', reasonCode: 'flood', until: '2027-01-15' } as const;

  it('holds it until it is resumed, each asked once', () => {
    const paused = given(agreed)
      .when(pause)
      .thenRecorded(['LinkPaused', { reasonCode: 'flood', until: '2027-01-15' }]);
    expect(paused.link.paused).toEqual({ since: '2026-11-23', until: '2027-01-15', reasonCode: 'flood' });
    paused.when(pause).thenNothing();
    const resumed = paused.when({ type: 'Resume' }).thenRecorded(['LinkResumed']);
    expect(resumed.link.paused).toBeUndefined();
    resumed.when({ type: 'Resume' }).thenNothing();
  });

  it('may last longer than was said first', () => {
    const { link } = given(agreed)
      .when(pause)
      .after()
      .when({ ...pause, until: '2027-02-15' }, on('2027-01-10'))
      .thenRecorded(['LinkPaused', { until: '2027-02-15' }]);
    expect(link.paused).toMatchObject({ since: '2026-11-23', until: '2027-02-15' });
  });
});

describe('a school that withdraws', () => {
  const withdraw = { type: 'Withdraw', side: 'b', reasonCode: 'staffing' } as const;

  it('closes the link, with the stage it had reached', () => {
    const { link, history } = given(met)
      .when(withdraw)
      .thenRecorded(['LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'met' }]);
    expect(link).toMatchObject({ outcome: 'withdrawn', closedOn: '2026-11-23' });
    given(history).when(withdraw).thenNothing();
    given(history)
      .when({ ...withdraw, side: 'both' })
      .thenRefused('LINK_CLOSED', 'This link is closed: withdrawn on 23 November.');
  });
});

describe('completing a link', () => {
  it('says how many meetings were held, asked once', () => {
    const { link, history } = given(wholeYear)
      .when(complete, july)
      .thenRecorded(['LinkCompleted', { meetingsHeld: 3 }]);
    expect(link).toMatchObject({ outcome: 'completed', closedOn: '2027-07-20' });
    given(history).when(complete, july).thenNothing();
  });

  it('never counts the celebration as one of the three meetings', () => {
    const history = [...met, heldMeeting(2, '2027-03-01'), ...goodbye, heldMeeting(4, '2027-07-03')];
    given(history)
      .when(complete, july)
      .thenRecorded(['LinkCompleted', { meetingsHeld: 2 }]);
  });

  it.each([
    [[...trained, ...goodbye, skipped], 0, 'The classes met not once.'],
    [[...met, ...goodbye, skipped], 1, 'The classes met only once.'],
  ])('asks why when fewer than two meetings were held', (history, held, start) => {
    given(history)
      .when(complete, july)
      .thenRefused('REASON_REQUIRED', `${start} Say why the link is complete all the same.`, {
        rule: 'two-meetings',
      });
    given(history)
      .when(complete, on('2027-07-20', { overrides: [{ rule: 'two-meetings', reasonCode: 'closure' }] }))
      .thenRecorded(
        ['LinkCompleted', { meetingsHeld: held }],
        ['GuardOverridden', { rule: 'two-meetings', reasonCode: 'closure' }],
      );
  });

  it('needs the agreement of the schools', () => {
    given(issued, goodbye)
      .when(complete, july)
      .thenRefused(
        'LINK_NOT_AGREED',
        'Neither school has signed the agreement, so this link cannot be completed.',
      );
    given(issued, signedBy('a'), goodbye)
      .when(complete, july)
      .thenRefused(
        'LINK_NOT_AGREED',
        'One school has not signed the agreement, so this link cannot be completed.',
      );
    given(proposedInSchool, goodbye)
      .when(complete, july)
      .thenRefused(
        'LINK_NOT_AGREED',
        'One school has not signed the agreement, so this link cannot be completed.',
      );
  });

  it('needs the goodbye, recorded or skipped, and asks no reason before that', () => {
    given(met)
      .when(complete, july)
      .thenRefused('GOODBYE_MISSING', 'The final exchange and goodbye is not recorded yet.');
    const two = [...met, heldMeeting(2, '2027-03-01')];
    given(two, happened('2027-07-02', 'StepSkipped', { step: 'goodbye', reasonCode: 'x' }))
      .when(complete, july)
      .thenRecorded(['StepSkipped', { step: 'celebration' }], ['LinkCompleted', { meetingsHeld: 2 }]);
  });
});

describe('a closed link', () => {
  const closed = [...wholeYear, happened('2027-07-20', 'LinkCompleted', { meetingsHeld: 3 })];
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
