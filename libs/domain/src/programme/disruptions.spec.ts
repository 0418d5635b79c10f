import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { after } from './spec-support/example-programme.js';
import { began, decided, refused } from './spec-support/what-is-decided.js';

describe('a disruption', () => {
  const storm = {
    type: 'DeclareDisruption',
    disruptionId: 'd1',
    from: '2026-11-26',
    to: '2026-11-27',
    reasonCode: 'storm',
  } as const;
  const [declared] = decided([began], storm);

  it('lasts a day to sixty days', () => {
    expect(refused([began], { ...storm, to: '2026-11-25' })).toEqual([
      'END_BEFORE_START',
      '25 November comes before 26 November.',
      'Enter the first and the last day.',
    ]);
    expect(decided([began], { ...storm, to: '2026-11-26' })).toHaveLength(1);
    expect(decided([began], { ...storm, to: '2027-01-25' })).toHaveLength(1);
    expect(refused([began], { ...storm, to: '2027-01-26' })).toEqual([
      'DISRUPTION_TOO_LONG',
      'A disruption lasts 60 days at most.',
      'Enter a longer closure with the term dates.',
    ]);
  });

  it('is another one with another day or reason, and again once it was lifted', () => {
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2' })).toEqual([]);
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2', from: '2026-11-25' })).toHaveLength(1);
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2', to: '2026-11-30' })).toHaveLength(1);
    expect(decided([began, declared!], { ...storm, disruptionId: 'd2', reasonCode: 'snow' })).toHaveLength(1);
    const lifted: ProgrammeEvent = { type: 'DisruptionLifted', data: { disruptionId: 'd1' } };
    expect(decided([began, declared!, lifted], { ...storm, disruptionId: 'd2' })).toHaveLength(1);
  });

  it('is lifted once, beside others that stand', () => {
    const [other] = decided([began, declared!], { ...storm, disruptionId: 'd2', reasonCode: 'snow' });
    const lift = { type: 'LiftDisruption', disruptionId: 'd1' } as const;
    const [lifted] = decided([began, declared!, other!], lift);
    expect(lifted).toEqual({ type: 'DisruptionLifted', data: { disruptionId: 'd1' } });
    expect(after([began, declared!, other!, lifted!])?.disruptions).toMatchObject([
      { disruptionId: 'd1', from: '2026-11-26', lifted: true },
      { disruptionId: 'd2', lifted: false },
    ]);
    expect(decided([began, declared!, lifted!], lift)).toEqual([]);
    expect(refused([began, declared!], { ...lift, disruptionId: 'd9' })).toEqual([
      'DISRUPTION_UNKNOWN',
      'Bradford has no such disruption.',
      'Choose one of those on the page of the programme.',
    ]);
  });
});
