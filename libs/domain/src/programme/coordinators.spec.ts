import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
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
});
