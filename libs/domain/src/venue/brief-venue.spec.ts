import { refusalOf } from '../link/spec-support/given-when-then.js';
import { briefVenue, voidBriefing } from './brief-venue.js';

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

describe('a briefing that was a mistake', () => {
  const on = '2026-11-20';
  const mistake = { on, reasonCode: 'typing-error' };
  const facts = [{ type: 'VenueBriefed', data: { on } }] as const;

  it('counts no more; taken out twice it is one fact', () => {
    expect(voidBriefing(mistake, { briefings: [on] }, facts)).toEqual([
      { type: 'VenueBriefingVoided', data: mistake },
    ]);
    expect(voidBriefing(mistake, { briefings: [] }, facts)).toEqual([]);
  });

  it('leaves the day free to be recorded again', () => {
    expect(briefVenue(on, { briefings: [] }, TODAY)).toHaveLength(1);
  });

  it('is one fact also when another briefing stands', () => {
    const another = { type: 'VenueBriefed', data: { on: '2025-11-20' } } as const;
    expect(voidBriefing(mistake, { briefings: ['2025-11-20'] }, [...facts, another])).toEqual([]);
  });

  it('has to be one that was recorded', () => {
    const refused = refusalOf(() => voidBriefing({ ...mistake, on: TODAY }, { briefings: [on] }, facts));
    expect(refused).toMatchObject({
      code: 'ENTRY_NOT_FOUND',
      sentence: 'No briefing of 23 November is recorded.',
      more: { nextStep: 'Look at the venue: it says on which days they were briefed.' },
    });
  });
});
