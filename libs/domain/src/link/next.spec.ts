import { nextSteps } from './next.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import {
  agreed,
  attended,
  brokered,
  happened,
  heldMeeting,
  issued,
  issuedTo,
  met,
  plannedMeeting,
  proposed,
  sent,
  signedBy,
  trained,
} from './spec-support/example-link.js';

/** What is open, who is waited for, and the number of the meeting. */
const open = (...facts: Facts) =>
  nextSteps(given(...facts).link).map(({ command, by, number }) =>
    [command, by, ...(number === undefined ? [] : [number])].join(' '),
  );
const skipped = (
  step: 'training' | 'exchange' | 'celebration' | 'first-meeting' | 'visit-2' | 'visit-3' | 'goodbye',
  side?: 'a' | 'b',
) => happened('2027-07-02', 'StepSkipped', { step, reasonCode: 'no-time', ...(side ? { side } : {}) });
const work = [sent('a'), sent('b')];
const visits = [heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-05-01')];
const plans = [
  'PlanMeeting coordinator 1',
  'PlanMeeting coordinator 2',
  'PlanMeeting coordinator 3',
] as const;

describe('what comes next', () => {
  it('is for both headteachers to say yes, then to sign', () => {
    expect(open(proposed)).toEqual(['Broker coordinator']);
    expect(open(brokered)).toEqual(['IssueAgreement coordinator']);
    expect(open(issued)).toEqual(['SignAgreement head-a', 'SignAgreement head-b']);
    expect(open(issued, signedBy('a'))).toEqual(['SignAgreement head-b']);
  });

  it('is for each class to be trained and to send work, and for the coordinator to plan', () => {
    expect(open(agreed)).toEqual([
      'RecordTrainingAttended teacher-a',
      'RecordTrainingAttended teacher-b',
      'RecordExchange teacher-a',
      'RecordExchange teacher-b',
      ...plans,
    ]);
    expect(open(agreed, attended('a'), sent('b'))).toEqual([
      'RecordTrainingAttended teacher-b',
      'RecordExchange teacher-a',
      ...plans,
    ]);
  });

  it('is nothing that a class has skipped', () => {
    const one = [skipped('training', 'a'), skipped('exchange', 'b')];
    expect(open(agreed, one)).toEqual([
      'RecordTrainingAttended teacher-b',
      'RecordExchange teacher-a',
      ...plans,
    ]);
    expect(open(trained, work, skipped('first-meeting'))).toEqual(plans.slice(1));
    expect(open(met, work, skipped('visit-2'))).toEqual(plans.slice(2));
    expect(open(met, work, skipped('visit-3'))).toEqual(plans.slice(1, 2));
  });

  it('is for the teachers to tell of a meeting that is planned', () => {
    expect(open(trained, work, plannedMeeting(1, '2026-12-03'))).toEqual([
      'RecordMeetingHeld teachers 1',
      ...plans.slice(1),
    ]);
  });

  it('is at the end to say goodbye, to celebrate and to complete the link', () => {
    const year = [...met, ...visits, ...work];
    const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-02', 'goodbye')];
    expect(open(year)).toEqual(['CompleteFinalExchange teachers']);
    expect(open(year, plannedMeeting(4, '2027-07-08'))).toEqual(['RecordMeetingHeld teachers 4']);
    expect(open(year, skipped('goodbye'))).toEqual(['Complete coordinator']);
    expect(open(year, goodbye, skipped('celebration'))).toEqual(['Complete coordinator']);
  });

  it('is for the headteacher to name the class that is to follow, or its teacher', () => {
    const following = (change: object) => {
      const history = proposed.map((fact) =>
        fact.type === 'InterestRecorded' && fact.data.side === 'b'
          ? { ...fact, data: { ...fact.data, ...change } }
          : fact,
      );
      return open(history, brokered.slice(3), issuedTo('a'), issuedTo('b')).slice(2);
    };
    expect(following({ placeholder: true })).toEqual(['ConfirmClass head-b']);
    expect(following({ teachers: [] })).toEqual(['ConfirmClass head-b']);
    expect(following({})).toEqual([]);
  });

  it('is to resume while the link is paused, and nothing once it is closed', () => {
    const paused = happened('2026-11-01', 'LinkPaused', { reasonCode: 'flood' });
    expect(open(trained, paused)).toEqual(['Resume coordinator']);
    const withdrawn = { side: 'a', reasonCode: 'x', stageReached: 'trained' } as const;
    expect(open(trained, happened('2026-11-01', 'LinkWithdrawn', withdrawn))).toEqual([]);
  });
});
