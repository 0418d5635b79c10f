import { mergeSchool, newSchool, type FileDates } from './merge.js';
import type { SchoolRow } from './read-row.js';
import { isClosed, type SchoolDetails } from './school-record.js';

const dates = (asOf: string, censusOn?: string): FileDates => ({
  asOf,
  today: '2026-11-23',
  ...(censusOn === undefined ? {} : { censusOn }),
});
const row = (details: SchoolRow['details'], more: Partial<SchoolRow> = {}): SchoolRow => ({
  urn: '107245',
  details,
  figures: {},
  ...more,
});
const school = (details: Partial<SchoolDetails> = {}, more: Partial<SchoolRow> = {}) =>
  newSchool(
    { ...row({}, more), details: { name: 'Ash', status: 'Open', town: 'Bradford', ...details } },
    dates('2026-03-01'),
  ).record;
const town = (it: { readonly record: { readonly details: SchoolDetails } }) => it.record.details.town;
const shipley = { town: 'Shipley' };
const census = (more: Partial<SchoolRow>) => row({}, more);
const eal = (value: number) => ({ eal: { value, source: 'census' as const } });

it('a school that the register has for the first time is added, whatever the date of the file', () => {
  const details = { name: 'Ash', status: 'Closed' } as const;
  expect(newSchool({ ...row({}), details }, dates('2017-09-01'))).toEqual({
    record: { urn: '107245', details, figures: {}, stamp: { asOf: '2017-09-01' } },
    outcome: 'added',
    write: true,
    older: false,
  });
});

describe('which of two rows is the newer one', () => {
  it('is asked of the files when one of the rows has no date', () => {
    const dated = row(shipley, { lastChangedOn: '2026-10-01' });
    expect(town(mergeSchool(school(), dated, dates('2025-01-01')))).toBe('Bradford');
    const known = school({}, { lastChangedOn: '2026-10-01' });
    expect(town(mergeSchool(known, row(shipley), dates('2026-04-01')))).toBe('Shipley');
  });

  it('is the later one of two of the same day', () => {
    expect(town(mergeSchool(school(), row(shipley), dates('2026-03-01')))).toBe('Shipley');
    const known = school({}, { lastChangedOn: '2026-02-01' });
    const same = row(shipley, { lastChangedOn: '2026-02-01' });
    expect(town(mergeSchool(known, same, dates('2026-02-15')))).toBe('Shipley');
  });

  it('is noted by both dates, neither of which goes back', () => {
    const known = school({}, { lastChangedOn: '2026-02-01' });
    const newer = row(shipley, { lastChangedOn: '2026-02-20' });
    expect(mergeSchool(known, newer, dates('2026-02-25')).record.stamp).toEqual({
      asOf: '2026-03-01',
      dated: '2026-02-20',
    });
  });
});

describe('a census file', () => {
  it('says nothing of how fresh the rest is, and is never too old for it', () => {
    const newer = mergeSchool(school(), census({ figures: eal(60) }), dates('2026-10-01'));
    expect(newer).toMatchObject({ older: false, record: { stamp: { asOf: '2026-03-01' } } });
    const older = mergeSchool(school(), census({ figures: eal(60) }), dates('2025-10-01'));
    expect(older).toMatchObject({
      older: false,
      outcome: 'changed',
      record: { figures: { eal: { value: 60 } } },
    });
    expect(mergeSchool(school(), row(shipley), dates('2025-10-01')).older).toBe(true);
    expect(mergeSchool(school(), row(shipley), dates('2026-10-01')).older).toBe(false);
  });

  it('has the day that its row names, or else the one of its sender', () => {
    const dated = (more: Partial<SchoolRow>) =>
      mergeSchool(school(), census({ figures: eal(60), ...more }), dates('2026-10-01', '2026-01-15')).record
        .figures.eal?.dated;
    expect([dated({}), dated({ figuresOn: '2026-05-21' })]).toEqual(['2026-01-15', '2026-05-21']);
  });

  it('changes a school when one of its figures is another one', () => {
    const two = { ...eal(60), sen: { value: 12, source: 'census' as const } };
    const known = school({}, { figures: two });
    const after = (figures: SchoolRow['figures'], asOf = '2026-03-01') =>
      mergeSchool(known, census({ figures }), dates(asOf));
    expect(after({ ...two, ...eal(61) })).toMatchObject({ outcome: 'changed', write: true });
    expect(after(two)).toMatchObject({ outcome: 'unchanged', write: false });
    expect(after({ pupils: { value: 410, source: 'census' } })).toMatchObject({ outcome: 'changed' });
  });

  it('with the same figures is noted as their newer date or other source', () => {
    const known = school({}, { figures: eal(60) });
    const again = mergeSchool(known, census({ figures: eal(60) }), dates('2026-10-01'));
    expect(again).toMatchObject({ outcome: 'unchanged', write: true });
    const register = { eal: { value: 60, source: 'register' as const } };
    expect(mergeSchool(known, census({ figures: register }), dates('2026-03-01')).write).toBe(true);
    const dayed = census({ figures: eal(60), figuresOn: '2026-01-15' });
    expect(mergeSchool(known, dayed, dates('2026-03-01')).write).toBe(true);
  });
});

describe('the close date of a school', () => {
  const closing = { status: 'Open, but proposed to close', closedOn: '2027-08-31' } as const;
  const closedOn = (known: Partial<SchoolDetails>, said: SchoolRow['details']) =>
    mergeSchool(school(known), row(said), dates('2026-10-01')).record.details.closedOn;

  it('is not erased by a row that does not speak of it', () => {
    expect(closedOn(closing, shipley)).toBe('2027-08-31');
    expect(closedOn(closing, { status: 'Open, but proposed to close' })).toBe('2027-08-31');
    expect(closedOn({ status: 'Closed', closedOn: '2026-08-31' }, shipley)).toBe('2026-08-31');
    expect(closedOn({ status: 'Open', closedOn: '2027-08-31' }, { status: 'Open' })).toBe('2027-08-31');
  });

  it('is gone when the school is open again, or is not to close after all, unless the row gives one', () => {
    expect(closedOn(closing, { status: 'Open' })).toBeUndefined();
    expect(closedOn({ status: 'Closed', closedOn: '2026-08-31' }, { status: 'Open' })).toBeUndefined();
    const later = { status: 'Open', closedOn: '2028-08-31' } as const;
    expect(closedOn({ status: 'Closed', closedOn: '2026-08-31' }, later)).toBe('2028-08-31');
  });

  it('closes the school from that very day on', () => {
    const open = { status: 'Open', closedOn: '2026-11-23' } as const;
    expect([isClosed(open, '2026-11-22'), isClosed(open, '2026-11-23')]).toEqual([false, true]);
    expect(isClosed({ status: 'Open' }, '2026-11-23')).toBe(false);
  });
});
