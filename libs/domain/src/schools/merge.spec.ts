import { mergeSchool, newSchool, type FileDates } from './merge.js';
import type { SchoolRow } from './read-row.js';
import type { SchoolRecord } from './school-record.js';

const dates = (asOf: string): FileDates => ({ asOf, today: '2026-11-23' });

const row = (more: Partial<SchoolRow> = {}): SchoolRow => ({
  urn: '107245',
  details: {},
  figures: {},
  ...more,
});

const stored: SchoolRecord = newSchool(
  {
    ...row({ figures: { eal: { value: 71.2, source: 'census' } }, figuresOn: '2026-01-15' }),
    details: { name: "St Mary's", status: 'Open', town: 'Bradford', postcode: 'BD8 7AB' },
  },
  dates('2026-03-01'),
).record;

describe('what a further row does to a school', () => {
  test('what the row does not say stays as it was', () => {
    const { record, outcome } = mergeSchool(
      stored,
      row({ details: { town: 'Shipley' } }),
      dates('2026-04-01'),
    );
    expect(record.details).toEqual({ ...stored.details, town: 'Shipley' });
    expect(outcome).toBe('changed');
  });

  test('the same again changes nothing, and is noted as newer knowledge', () => {
    const again = mergeSchool(stored, row({ details: stored.details }), dates('2026-04-01'));
    expect(again).toMatchObject({
      outcome: 'unchanged',
      write: true,
      record: { stamp: { asOf: '2026-04-01' } },
    });
    const same = mergeSchool(stored, row({ details: stored.details }), dates('2026-03-01'));
    expect(same).toMatchObject({ outcome: 'unchanged', write: false });
  });

  test('an older file fills gaps and overwrites nothing', () => {
    const older = row({ details: { town: 'Old Town', telephone: '01274385500' } });
    const { record, older: isOlder } = mergeSchool(stored, older, dates('2017-09-01'));
    expect(record.details).toEqual({ ...stored.details, telephone: '01274385500' });
    expect(record.stamp.asOf).toBe('2026-03-01');
    expect(isOlder).toBe(true);
  });

  test('an older file never closes a school', () => {
    const older = row({ details: { status: 'Closed', closedOn: '2016-08-31' } });
    expect(mergeSchool(stored, older, dates('2017-09-01')).outcome).toBe('unchanged');
  });

  test("the register's own date of the row decides when both rows have one", () => {
    const dated = (lastChangedOn: string, town: string) => row({ details: { town }, lastChangedOn });
    const first = mergeSchool(stored, dated('2026-02-01', 'First'), dates('2026-11-01')).record;
    const earlier = mergeSchool(first, dated('2025-06-01', 'Earlier'), dates('2026-11-20')).record;
    const later = mergeSchool(earlier, dated('2026-10-01', 'Later'), dates('2026-11-20')).record;
    expect([first, earlier, later].map(({ details }) => details.town)).toEqual(['First', 'First', 'Later']);
  });

  test('a status or a close date closes a school, and a close date to come does not yet', () => {
    const closing = (details: SchoolRow['details']) =>
      mergeSchool(stored, row({ details }), dates('2026-11-01')).outcome;
    expect(closing({ status: 'Closed' })).toBe('closed');
    expect(closing({ closedOn: '2026-08-31' })).toBe('closed');
    expect(closing({ status: 'Open, but proposed to close', closedOn: '2027-08-31' })).toBe('changed');
  });

  test('a school that is open again has no close date', () => {
    const closed = mergeSchool(
      stored,
      row({ details: { status: 'Closed', closedOn: '2026-08-31' } }),
      dates('2026-09-01'),
    );
    const again = mergeSchool(closed.record, row({ details: { status: 'Open' } }), dates('2026-10-01'));
    expect(again.record.details).toMatchObject({ status: 'Open', closedOn: undefined });
  });

  test('figures keep their own date and source beside those of the register', () => {
    const register = row({
      details: { town: 'Shipley' },
      figures: { pupils: { value: 410, source: 'register' } },
    });
    const { record } = mergeSchool(stored, register, dates('2026-11-01'));
    expect(record.figures).toEqual({
      eal: { value: 71.2, source: 'census', asOf: '2026-03-01', dated: '2026-01-15' },
      pupils: { value: 410, source: 'register', asOf: '2026-11-01', dated: undefined },
    });
  });

  test('figures of an older census do not come back', () => {
    const census = row({
      figures: { eal: { value: 60, source: 'census' }, sen: { value: 12, source: 'census' } },
    });
    const { record } = mergeSchool(stored, census, { ...dates('2025-01-16'), censusOn: '2025-01-16' });
    expect(record.figures.eal?.value).toBe(71.2);
    expect(record.figures.sen?.value).toBe(12);
  });
});
