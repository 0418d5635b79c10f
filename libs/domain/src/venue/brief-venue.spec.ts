import { refusalOf } from '../link/spec-support/given-when-then.js';
import { briefVenue } from './brief-venue.js';

const TODAY = '2026-11-23';

describe('the people at a venue', () => {
  it('are briefed on a day; told twice it is one fact', () => {
    expect(briefVenue('2026-11-20', { briefings: [] }, TODAY)).toEqual([
      { type: 'VenueBriefed', data: { on: '2026-11-20' } },
    ]);
    expect(briefVenue('2026-11-20', { briefings: ['2026-11-20'] }, TODAY)).toEqual([]);
  });

  it('are briefed again in another year', () => {
    expect(briefVenue(TODAY, { briefings: ['2025-11-20'] }, TODAY)).toHaveLength(1);
  });

  it('are not known to be briefed before they were', () => {
    const refused = refusalOf(() => briefVenue('2026-12-01', { briefings: [] }, TODAY));
    expect(refused).toMatchObject({
      code: 'DATE_IN_FUTURE',
      sentence: '1 December is in the future; record it from that day.',
      more: { nextStep: 'Change the day.' },
    });
  });
});
