import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  agreed,
  attended,
  happened,
  heldMeeting,
  met,
  proposed,
  sent,
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
    ['planning', 'a', [...agreed, attended('a', '2027-01-20', 'planning-half')]],
    [
      'planning',
      undefined,
      [...agreed, attended('a', '2027-01-20', 'planning-half'), attended('b', '2027-01-21', 'planning-half')],
    ],
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

  it('cannot skip the training of the class that is trained, while it can for both', () => {
    const history = [...agreed, attended('a')];
    given(history).when(skip('training', 'a')).thenRefused('STEP_ALREADY_DONE');
    given(history).when(skip('training', 'b')).thenRecorded(['StepSkipped']);
    given(history).when(skip('training')).thenRecorded(['StepSkipped']);
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
