import { countMarks, marksOf } from './audit-marks.js';
import { lateEntries } from './late-entries.js';
import { agreed, sent } from './spec-support/example-link.js';
import { given } from './spec-support/given-when-then.js';

const when = {
  id: 'e9',
  revision: 9,
  occurredOn: '2026-11-01',
  recordedAt: '2026-11-01T09:00:00.000Z',
  actor: 'user:1',
};
const reasonCode = 'typing-mistake';
const corrected = {
  ...when,
  type: 'EntryCorrected',
  data: { correctsEventId: 'e1', pointer: '/pupilsA', was: 25, now: 52, reasonCode },
} as const;
const voided = { ...when, type: 'EntryVoided', data: { voidsEventId: 'e1', reasonCode } } as const;
const override = { ...when, type: 'GuardOverridden', data: { rule: 'linked-before', reasonCode } } as const;
const late = { ...sent('a'), ...when, recordedAt: '2026-12-01T09:00:00.000Z' };

describe('what an auditor looks for', () => {
  it('is in corrections, voids and overrides, also in those that were voided later', () => {
    for (const [event, mark] of [
      [corrected, 'correction'],
      [voided, 'void'],
      [override, 'override'],
    ] as const) {
      expect(marksOf({ event, voided: false })).toEqual([mark]);
      expect(marksOf({ event, voided: true })).toEqual([mark]);
    }
  });

  it('is late where an entry that counts was recorded late', () => {
    expect(marksOf({ event: late, voided: false })).toEqual(['late']);
    expect(marksOf({ event: late, voided: true })).toEqual([]);
  });

  it('is counted over all entries, the late ones as everywhere', () => {
    const { entries } = given(agreed).link;
    const all = [
      ...entries,
      { event: corrected, voided: false },
      { event: override, voided: false },
      { event: late, voided: false },
    ];
    expect(countMarks(all)).toMatchObject({ correction: 1, void: 0, override: 1 });
    expect(countMarks(all).late).toBe(lateEntries(all).length);
  });
});
