import { sessionWarnings } from './session-warnings.js';

describe('the day of a training session', () => {
  const codes = (kind: 'initial-full' | 'initial-half' | 'planning-half', on: string) =>
    sessionWarnings({ kind, on }).map(({ code }) => code);

  it.each(['initial-full', 'initial-half'] as const)(
    'lies in September or October for %s, or brings a warning',
    (kind) => {
      expect([codes(kind, '2026-09-07'), codes(kind, '2026-10-22')]).toEqual([[], []]);
      expect(sessionWarnings({ kind, on: '2026-11-18' })).toEqual([
        { code: 'OUTSIDE_WINDOW', sentence: 'Initial training is usually in September or October.' },
      ]);
      expect(codes(kind, '2026-07-15')).toEqual(['OUTSIDE_WINDOW']);
    },
  );

  it('lies in January or February for the planning half day, or brings a warning', () => {
    expect([codes('planning-half', '2027-01-18'), codes('planning-half', '2027-02-10')]).toEqual([[], []]);
    expect(sessionWarnings({ kind: 'planning-half', on: '2027-03-01' })).toEqual([
      { code: 'OUTSIDE_WINDOW', sentence: 'The planning half day is usually in January or February.' },
    ]);
  });

  it('is a school day, or brings a warning', () => {
    expect(sessionWarnings({ kind: 'initial-full', on: '2026-10-04' })).toEqual([
      { code: 'NOT_A_SCHOOL_DAY', sentence: '4 October 2026 is a Sunday.' },
    ]);
  });
});
