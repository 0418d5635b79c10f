import { brokered, happened, issued, sent, signedBy, trained } from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import { escalatedSteps } from './escalated-steps.js';
import { levelOn } from './escalation.js';
import { tasksOf } from './link-tasks.js';

const tasks = (...facts: Facts) => tasksOf(given(...facts).link);
/** What the exchange of a link, or another step, has come to by a day. */
const level = (day: string, facts: Facts, step = 'exchange') => {
  const task = tasks(...facts).find((it) => it.kind === 'step' && it.step === step);
  return task?.kind === 'step' ? levelOn(task.escalation, day) : 'no task';
};
const talk = (
  day: string,
  more: { about?: 'exchange' | 'visits'; newTarget?: string } = { about: 'exchange' },
) => happened(day, 'DiscussionRecorded', { ...more, noteId: 'note' });
const waiting = [trained, sent('a')];

describe('a step that stays open', () => {
  it('is red ten school days after its day, asks to phone after fifteen, and has a letter ready after twenty-one', () => {
    expect(level('2026-12-11', waiting)).toBeUndefined();
    expect(level('2026-12-14', waiting)).toBe('red');
    expect(level('2027-01-03', waiting)).toBe('red');
    expect(level('2027-01-04', waiting)).toBe('phone-school');
    expect(level('2027-01-11', waiting)).toBe('phone-school');
    expect(level('2027-01-12', waiting)).toBe('letter');
    expect(level('2027-06-01', waiting)).toBe('letter');
  });

  it('has no chain any more once it is done, the link rests or has ended', () => {
    expect(level('2027-02-01', [...waiting, sent('b')])).toBe('no task');
    expect(
      level('2027-02-01', [...waiting, happened('2026-12-01', 'LinkPaused', { reasonCode: 'staffing' })]),
    ).toBe('no task');
    const withdrawn = happened('2026-12-01', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'trained',
    });
    expect(level('2027-02-01', [...waiting, withdrawn])).toBe('no task');
  });

  it('is stopped by a talk about it, and counted anew from that day', () => {
    expect(level('2026-12-14', [...waiting, talk('2026-12-03')])).toBeUndefined();
    expect(level('2026-12-17', [...waiting, talk('2026-12-03')])).toBe('red');
    expect(level('2027-01-13', [...waiting, talk('2027-01-11')])).toBeUndefined();
  });

  it('is counted from the new day when one was agreed', () => {
    const agreed = [...waiting, talk('2026-12-03', { about: 'exchange', newTarget: '2026-12-11' })];
    expect(level('2027-01-07', agreed)).toBeUndefined();
    expect(level('2027-01-08', agreed)).toBe('red');
  });

  it('is not stopped by a talk before its day, about something else, or that was voided', () => {
    expect(level('2026-12-14', [...waiting, talk('2026-11-20')])).toBe('red');
    expect(level('2026-12-14', [...waiting, talk('2026-12-03', { about: 'visits' })])).toBe('red');
    expect(level('2026-12-14', [...waiting, talk('2026-12-03', {})])).toBe('red');
    const facts = [...waiting, talk('2026-12-03')].flat();
    const voided = happened('2026-12-04', 'EntryVoided', {
      voidsEventId: `e${facts.length}`,
      reasonCode: 'wrong-link',
    });
    expect(level('2026-12-14', [facts, voided])).toBe('red');
  });

  it('grows no more urgent in the summer holidays', () => {
    // The target of the goodbye is 9 July: nine school days are left of the year.
    const late = [trained, sent('a'), talk('2027-07-12')];
    expect(level('2027-08-31', late)).toBeUndefined();
  });

  it('of an agreement counts from the day on which it should be signed', () => {
    expect(level('2026-09-28', [issued, signedBy('a')], 'agreement')).toBeUndefined();
    expect(level('2026-09-29', [issued, signedBy('a')], 'agreement')).toBe('red');
    expect(level('2026-06-30', [brokered], 'agreement')).toBeUndefined();
  });
});

test('what is written down is each level once, with the day on which it was reached', () => {
  expect(escalatedSteps(tasks(...waiting), '2026-12-12')).toEqual([]);
  const about = { step: 'exchange', target: '2026-11-30', since: '2026-11-30' } as const;
  expect(escalatedSteps(tasks(...waiting), '2027-01-12')).toEqual([
    { ...about, level: 'red', on: '2026-12-14' },
    { ...about, level: 'phone-school', on: '2027-01-04' },
    { ...about, level: 'letter', on: '2027-01-12' },
  ]);
});
