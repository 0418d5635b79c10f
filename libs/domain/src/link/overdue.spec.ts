import { flagsOf } from './flags.js';
import { openTargets, overdueSteps } from './overdue.js';
import { unknownLink } from './link.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  attended,
  brokered,
  happened,
  heldMeeting,
  met,
  proposed,
  sent,
  trained,
} from './spec-support/example-link.js';

const steps = (today: string, ...history: Facts) =>
  overdueSteps(given(...history).link, today).map((it) => it.step);
const skipped = (
  step: 'training' | 'exchange' | 'first-meeting' | 'goodbye' | 'visit-2' | 'visit-3',
  side?: 'a' | 'b',
) => happened('2027-01-10', 'StepSkipped', { step, reasonCode: 'x', ...(side ? { side } : {}) });

describe('overdue steps', () => {
  it('turn up on the day after their target, earliest first', () => {
    expect(overdueSteps(given(agreed).link, '2026-10-23')).toEqual([]);
    expect(overdueSteps(given(agreed).link, '2026-10-24')).toEqual([
      { step: 'training', target: '2026-10-23' },
    ]);
    expect(steps('2027-07-31', met)).toEqual(['exchange', 'curiosity', 'visits', 'goodbye']);
  });

  it('are asked for only once they are open', () => {
    expect(steps('2027-07-31', proposed)).toEqual(['brokering']);
    expect(steps('2027-07-31', brokered)).toEqual(['agreement']);
  });

  it('have their usual length when the target was past before they opened', () => {
    const late = [
      ...proposed.map((fact) => ({ ...fact, occurredOn: '2026-11-02' })),
      accepted('a', '2026-11-09'),
      accepted('b', '2026-11-09'),
    ];
    expect(steps('2026-11-09', late)).toEqual([]);
    const unnamed = late.map((fact) =>
      fact.type === 'InterestRecorded' ? { ...fact, data: { ...fact.data, teachers: [] } } : fact,
    );
    expect(overdueSteps(given(unnamed).link, '2026-11-24')).toEqual([
      { step: 'agreement', target: '2026-11-23' },
      { step: 'classes', target: '2026-11-23' },
    ]);
  });

  it('have their target on a school day: the last one before the end of the month or the holidays', () => {
    const targetsOf = (...history: Facts) =>
      Object.fromEntries(openTargets(given(...history).link).map(({ step, target }) => [step, target]));
    expect(targetsOf(trained)).toEqual({ exchange: '2026-11-30', 'first-meeting': '2027-01-29' });
    expect(targetsOf(met)).toEqual({
      exchange: '2026-11-30',
      curiosity: '2027-02-26',
      visits: '2027-06-30',
      goodbye: '2027-07-09',
    });
    const curiosity = (day: string) => targetsOf(trained, heldMeeting(1, day)).curiosity;
    expect(['2027-02-22', '2027-02-26', '2027-03-05'].map(curiosity)).toEqual([
      '2027-02-26',
      '2027-03-25',
      '2027-04-16',
    ]);
  });

  it('give a school ten school days to sign', () => {
    const issued = (on: string) => [
      accepted('a', '2026-09-14'),
      accepted('b', '2026-09-14'),
      happened(on, 'AgreementIssued', { side: 'a', textVersion: '2026-1', documentHash: 'h' }),
    ];
    expect(overdueSteps(given(proposed, issued('2026-10-19')).link, '2026-11-10')).toEqual([
      { step: 'agreement', target: '2026-11-09' },
    ]);
    expect(steps('2026-11-09', proposed, issued('2026-10-19'))).toEqual([]);
  });

  it('do not turn red in the summer', () => {
    const yes = (day: string) => [accepted('a', day), accepted('b', day)];
    expect(steps('2026-09-03', proposed, yes('2026-07-10'))).toEqual([]);
    expect(steps('2026-09-04', proposed, yes('2026-07-10'))).toEqual(['agreement']);
    for (const day of ['2026-07-08', '2026-08-02', '2026-08-31']) {
      expect(steps('2026-09-02', proposed, yes(day))).toEqual([]);
    }
    expect(steps('2026-09-03', proposed, yes('2026-07-08'))).toEqual(['agreement']);
  });

  it('are those of classes and teachers that are still to follow', () => {
    const unnamed = agreed.map((fact) =>
      fact.type === 'InterestRecorded' ? { ...fact, data: { ...fact.data, teachers: [] } } : fact,
    );
    expect(steps('2026-09-15', unnamed)).toEqual([]);
    expect(steps('2026-09-16', unnamed)).toEqual(['classes']);
    const oneUnnamed = agreed.map((fact) =>
      fact.type === 'InterestRecorded' && fact.data.side === 'b'
        ? { ...fact, data: { ...fact.data, teachers: [] } }
        : fact,
    );
    expect(steps('2026-09-16', oneUnnamed)).toEqual(['classes']);
  });

  it('are gone once done', () => {
    expect(steps('2026-11-30', agreed)).toEqual(['training']);
    expect(steps('2026-12-01', met)).toEqual(['exchange']);
    const year = [
      ...met,
      sent('a'),
      sent('b'),
      sent('a', '2027-02-01', 'curiosity-questions'),
      heldMeeting(2, '2027-03-01'),
      heldMeeting(3, '2027-05-01'),
    ];
    expect(steps('2027-07-31', year)).toEqual(['goodbye']);
  });

  it('are gone once skipped for each side, not for one', () => {
    expect(steps('2026-11-30', agreed, skipped('training', 'a'))).toEqual(['training']);
    expect(steps('2026-11-30', agreed, skipped('training', 'a'), skipped('training', 'b'))).toEqual([]);
    expect(steps('2026-12-01', met, skipped('exchange', 'a'), sent('b'))).toEqual([]);
    const whole = [skipped('training'), skipped('exchange'), skipped('first-meeting'), skipped('goodbye')];
    expect(steps('2027-07-31', agreed, whole, skipped('visit-2'), skipped('visit-3'))).toEqual([]);
  });

  it('are not asked for again when a trained teacher needs more, or one class was trained and the other skipped it', () => {
    const needsMore = happened('2026-10-05', 'TrainingRequirementSet', {
      side: 'b',
      teacherId: 'teacher-b',
      kind: 'initial-full',
      basis: 'first-time',
    });
    const halfDay = attended('b', '2026-10-01', 'initial-half');
    expect(steps('2026-11-30', agreed, attended('a'), halfDay, needsMore)).toEqual([]);
    expect(steps('2026-11-30', agreed, attended('a'), skipped('training', 'b'))).toEqual([]);
  });

  it('are each skipped by itself', () => {
    const asked = (...facts: Facts) => openTargets(given(...facts).link).map(({ step }) => step);
    const work = [sent('a'), sent('b')];
    expect(asked(trained, work, skipped('first-meeting'))).toEqual([]);
    expect(asked(trained, work, skipped('goodbye'))).toEqual(['first-meeting']);
    expect(asked(met, skipped('exchange'))).toEqual(['visits', 'goodbye']);
    expect(asked(met, work, skipped('exchange', 'a'))).toEqual(['curiosity', 'visits', 'goodbye']);
    expect(asked(met, work, skipped('goodbye'))).toEqual(['curiosity', 'visits']);
    expect(asked(met, work, skipped('visit-2'))).toEqual(['curiosity', 'visits', 'goodbye']);
    expect(asked(met, work, skipped('visit-2'), skipped('visit-3'))).toEqual(['curiosity', 'goodbye']);
  });

  it('are the visits until both took place, and the goodbye until the link is celebrated', () => {
    const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-02', 'goodbye')];
    const asked = [met, sent('a', '2027-02-01', 'curiosity-questions'), goodbye];
    expect(steps('2027-07-31', ...asked, heldMeeting(2, '2027-03-01'))).toEqual(['visits', 'goodbye']);
    expect(steps('2027-07-31', ...asked, heldMeeting(3, '2027-03-01'))).toEqual(['visits', 'goodbye']);
    expect(steps('2027-07-31', ...asked, heldMeeting(4, '2027-07-06'))).toEqual(['visits']);
  });

  it('three ordinary exchanges are no curiosity questions', () => {
    expect(steps('2027-03-01', met, sent('a'), sent('b'), sent('a', '2027-02-01', 'work'))).toEqual([
      'curiosity',
    ]);
  });

  it('wait while a link is paused, and end with it', () => {
    const paused = given(trained, happened('2026-11-01', 'LinkPaused', { reasonCode: 'flood' })).link;
    expect(flagsOf(paused, '2027-06-01')).toEqual(['paused']);
    expect(flagsOf(given(trained).link, '2027-06-01')).toEqual(['at-risk', 'overdue']);
    expect(flagsOf(given(trained).link, '2026-11-01')).toEqual([]);
    const closed = given(trained, happened('2026-11-01', 'LinkCompleted', { meetingsHeld: 0 })).link;
    expect(flagsOf(closed, '2027-06-01')).toEqual([]);
    expect(overdueSteps(unknownLink, '2027-06-01')).toEqual([]);
  });
});
