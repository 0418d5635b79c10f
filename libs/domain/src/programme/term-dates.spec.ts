import { nationalCalendar } from '../calendar/school-calendar.js';
import { after } from './spec-support/example-programme.js';
import { began, decided, refused } from './spec-support/what-is-decided.js';

describe('the term dates of a programme', () => {
  const { terms } = nationalCalendar('2026-27');
  const [autumn, spring, summer] = terms;
  const enter = {
    type: 'EnterTermDates',
    academicYear: '2026-27',
    terms,
    closedDays: [],
    daysToAvoid: [],
  } as const;
  const wrong = (change: object) => refused([began], { ...enter, ...change });
  const notValid = (sentence: string) => [
    'TERM_DATES_NOT_VALID',
    sentence,
    'Look at the dates and save again.',
  ];

  it('are entered for one year beside another, and anew', () => {
    const [first] = decided([began], enter);
    const nextTerms = nationalCalendar('2027-28').terms;
    const next = { ...enter, academicYear: '2027-28', terms: nextTerms } as const;
    const [second] = decided([began, first!], next);
    expect(after([began, first!, second!])?.termDates.map((it) => it.academicYear)).toEqual([
      '2026-27',
      '2027-28',
    ]);
    expect(decided([began, first!, second!], next)).toEqual([]);
    const closed = {
      ...enter,
      closedDays: [{ from: '2026-11-13', to: '2026-11-13', kind: 'inset' }],
    } as const;
    const [third] = decided([began, first!, second!], closed);
    expect(after([began, first!, second!, third!])?.termDates).toMatchObject([
      { academicYear: '2027-28' },
      { academicYear: '2026-27', closedDays: [{ from: '2026-11-13' }] },
    ]);
  });

  it('are those of an academic year, in the order of its terms', () => {
    expect(wrong({ academicYear: '2026-28' })).toEqual([
      'YEAR_NOT_VALID',
      '2026-28 is not an academic year; write it as 2026-27.',
      undefined,
    ]);
    const order = notValid('Give the terms in their order: autumn, spring, summer.');
    expect(wrong({ terms: [spring, autumn, summer] })).toEqual(order);
    expect(wrong({ terms: [autumn, spring, autumn] })).toEqual(order);
    expect(wrong({ terms: [autumn, summer, spring] })).toEqual(order);
    expect(wrong({ terms: [autumn, { ...spring, name: 'autumn' }, summer] })).toEqual(order);
    expect(wrong({ terms: [summer, spring, summer] })).toEqual(order);
  });

  it('go on from one day to a later one, within the year', () => {
    expect(wrong({ terms: [{ ...autumn, firstDay: '2026-08-31' }, spring, summer] })).toEqual(
      notValid('The autumn term is out of order: 31 August 2026 comes before 1 September 2026.'),
    );
    expect(wrong({ terms: [autumn, { ...spring, firstDay: '2026-12-01' }, summer] })).toEqual(
      notValid('The spring term is out of order: 1 December 2026 comes before 18 December 2026.'),
    );
    expect(wrong({ terms: [autumn, spring, { ...summer, lastDay: '2027-08-01' }] })).toEqual(
      notValid('The summer term ends by 31 July 2027.'),
    );
    expect(wrong({ terms: [autumn, spring, { ...summer, lastDay: '2027-07-31' }] })).toHaveProperty(
      'accepted',
    );
    expect(
      wrong({
        terms: [
          { ...autumn, firstDay: '2026-09-01', halfTerm: { from: '2026-10-26', to: '2026-10-26' } },
          spring,
          summer,
        ],
      }),
    ).toHaveProperty('accepted');
  });

  it('name closed days and days to avoid of this year, from first to last', () => {
    expect(wrong({ closedDays: [{ from: '2026-11-13', to: '2026-11-12', kind: 'inset' }] })).toEqual(
      notValid('12 November 2026 comes before 13 November 2026.'),
    );
    expect(wrong({ closedDays: [{ from: '2026-08-31', to: '2026-09-02', kind: 'inset' }] })).toEqual(
      notValid('31 August 2026 is not in 2026-27.'),
    );
    expect(wrong({ daysToAvoid: [{ from: '2027-07-30', to: '2027-08-01', kind: 'other' }] })).toEqual(
      notValid('30 July 2027 is not in 2026-27.'),
    );
    expect(wrong({ daysToAvoid: [{ from: '2026-09-01', to: '2027-07-31', kind: 'other' }] })).toHaveProperty(
      'accepted',
    );
  });
});
