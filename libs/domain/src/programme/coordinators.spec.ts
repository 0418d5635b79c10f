import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { facilitatorOn } from './programme.js';
import { after } from './spec-support/example-programme.js';
import { amina, began, decided, refused } from './spec-support/what-is-decided.js';

describe('coordinators of a programme', () => {
  const appoint = { type: 'AppointCoordinator', userId: 'ben', from: '2027-01-04' } as const;
  const end = { type: 'EndCoordinator', userId: 'amina', until: '2026-12-31' } as const;

  it('are appointed once, and anew after they ended', () => {
    const facts = decided([began, amina], appoint);
    expect(facts).toEqual([{ type: 'CoordinatorAppointed', data: { userId: 'ben', from: '2027-01-04' } }]);
    expect(decided([began, amina, ...facts], appoint)).toEqual([]);
    const again = { type: 'AppointCoordinator', userId: 'amina', from: '2026-09-01' } as const;
    expect(decided([began, amina], again)).toEqual([]);
    const ended: ProgrammeEvent = {
      type: 'CoordinatorEnded',
      data: { userId: 'amina', until: '2026-12-31' },
    };
    expect(decided([began, amina, ended], again)).toEqual([amina]);
    expect(after([began, amina, ended, amina])?.coordinators).toEqual([
      { userId: 'amina', from: '2026-09-01' },
    ]);
    expect(decided([began, amina], { ...again, from: '2026-10-01' })).toEqual([
      { type: 'CoordinatorAppointed', data: { userId: 'amina', from: '2026-10-01' } },
    ]);
    expect(
      after([
        began,
        amina,
        { type: 'CoordinatorAppointed', data: { userId: 'ben', from: '2027-01-04' } },
        ended,
      ])?.coordinators,
    ).toEqual([
      { userId: 'amina', from: '2026-09-01', until: '2026-12-31' },
      { userId: 'ben', from: '2027-01-04' },
    ]);
  });

  it('end on a day, once, and not before they began', () => {
    const facts = decided([began, amina], end);
    expect(facts).toEqual([{ type: 'CoordinatorEnded', data: { userId: 'amina', until: '2026-12-31' } }]);
    expect(decided([began, amina, ...facts], end)).toEqual([]);
    expect(decided([began, amina], { ...end, until: '2026-08-31' })).toHaveLength(1);
    expect(refused([began, amina], { ...end, until: '2026-08-30' })).toEqual([
      'END_BEFORE_START',
      'She began on 1 September.',
      'Choose that day or a later one.',
    ]);
    expect(refused([began, amina], { ...end, userId: 'ben' })).toEqual([
      'NOT_COORDINATOR',
      'She is not a coordinator of Bradford.',
      'Choose one of its coordinators.',
    ]);
    expect(refused([began, amina], { ...appoint, userId: 'amina', insteadOf: 'amina' })).toEqual([
      'HANDS_OVER_TO_HERSELF',
      'Nobody hands over to herself.',
      'Choose who hands over, or nobody.',
    ]);
  });

  it('sign the letters while they are on duty, the one who came last when there are two', () => {
    const ben: ProgrammeEvent = {
      type: 'CoordinatorAppointed',
      data: { userId: 'ben', from: '2027-01-04' },
    };
    const until = (userId: string, day: string): ProgrammeEvent => ({
      type: 'CoordinatorEnded',
      data: { userId, until: day },
    });
    for (const appointed of [
      [amina, ben],
      [ben, amina],
    ]) {
      const facts = [began, ...appointed, until('ben', '2027-03-31'), until('amina', '2027-07-31')];
      const days = [
        '2026-08-31',
        '2027-01-03',
        '2027-01-04',
        '2027-03-31',
        '2027-04-01',
        '2027-07-31',
        '2027-08-01',
      ];
      expect(days.map((day) => facilitatorOn(after(facts)!, day))).toEqual([
        undefined,
        'amina',
        'ben',
        'ben',
        'amina',
        'amina',
        undefined,
      ]);
    }
  });
});
