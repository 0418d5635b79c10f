import type { Entry, RecordedLinkEvent } from './link.js';
import { isEnteredLate, lateEntries } from './late-entries.js';
import { given, TODAY } from './spec-support/given-when-then.js';
import { agreed, sent } from './spec-support/example-link.js';

const entered = (occurredOn: string, recordedAt: string): RecordedLinkEvent => ({
  ...sent('a', occurredOn),
  id: 'e1',
  revision: 1,
  recordedAt,
  actor: 'user:1',
});
const late = (occurredOn: string, recordedAt: string) =>
  isEnteredLate({ event: entered(occurredOn, recordedAt) });

describe('an entry', () => {
  it('is late when it was written down more than 14 days after it happened, by London days', () => {
    expect(late('2026-11-01', '2026-11-15T23:59:00.000Z')).toBe(false);
    expect(late('2026-11-01', '2026-11-16T00:00:00.000Z')).toBe(true);
    expect(late('2026-06-01', '2026-06-15T22:59:00.000Z')).toBe(false);
    expect(late('2026-06-01', '2026-06-15T23:00:00.000Z')).toBe(true);
    expect(late('2026-11-01', '2026-11-01T09:00:00.000Z')).toBe(false);
  });

  it('of a month or a year is late after its last day; before the import nothing is', () => {
    expect(late('2026-10', '2026-11-14T12:00:00.000Z')).toBe(false);
    expect(late('2026-10', '2026-11-15T12:00:00.000Z')).toBe(true);
    expect(late('2025', '2026-01-14T12:00:00.000Z')).toBe(false);
    expect(late('2025', '2026-01-15T12:00:00.000Z')).toBe(true);
    expect(late('before-import', '2026-11-15T12:00:00.000Z')).toBe(false);
  });

  it('that only marks what another one says is never late by itself', () => {
    const { type: _, data: __, ...when } = entered('2026-10-01', '2026-11-20T12:00:00.000Z');
    expect(isEnteredLate({ event: { ...when, type: 'LinkAgreed', data: {} } })).toBe(false);
  });

  it('is judged by the day on which it counts now', () => {
    const event = entered('2026-11-10', '2026-11-12T12:00:00.000Z');
    expect(isEnteredLate({ event, corrected: { ...event, occurredOn: '2026-10-01' } })).toBe(true);
  });
});

it('late entries that were voided are not counted', () => {
  const { entries } = given(agreed, sent('a')).link;
  const event = entered('2026-10-01', `${TODAY}T12:00:00.000Z`);
  const others: readonly Entry[] = [
    { event, voided: false },
    { event, voided: true },
  ];
  expect(lateEntries([...entries, ...others])).toEqual([{ event, voided: false }]);
});
