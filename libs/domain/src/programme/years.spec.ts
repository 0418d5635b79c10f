import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../refusal.js';
import type { ProgrammeCommand } from './commands.js';
import { decideProgramme } from './decide-programme.js';
import type { Programme } from './programme.js';
import { recruitmentNotices, recruitmentOn } from './recruitment.js';
import { after, bradford, joined } from './spec-support/example-programme.js';

const open = (year: string, now = '2026-27'): ProgrammeCommand => ({ type: 'OpenYear', year, now });
const opened: ProgrammeEvent = { type: 'YearOpened', data: { year: '2027-28', from: '2026-27' } };

function refusal(command: ProgrammeCommand, programme: Programme | undefined = joined()): string {
  try {
    decideProgramme(command, programme);
  } catch (error) {
    if (error instanceof Refusal)
      return `${error.code}: ${error.sentence} ${error.more.nextStep ?? ''}`.trim();
    throw error;
  }
  return 'accepted';
}

describe('the opening of a year', () => {
  it('says from which year is taken over; the first year of a programme has none', () => {
    expect(decideProgramme(open('2027-28'), joined())).toEqual([opened]);
    expect(decideProgramme(open('2026-27'), joined())).toEqual([
      { type: 'YearOpened', data: { year: '2026-27' } },
    ]);
  });

  it('happens once', () => {
    expect(decideProgramme(open('2027-28'), joined({}, opened))).toEqual([]);
    expect(decideProgramme(open('2028-29', '2027-28'), joined({}, opened))).toHaveLength(1);
    expect(joined({}, opened).openedYears).toEqual([{ year: '2027-28', from: '2026-27' }]);
  });

  it('is for this year or the next one', () => {
    expect(refusal(open('2029-30'))).toBe(
      'YEAR_NOT_VALID: 2029–30 cannot be opened now. Open 2026–27 or 2027–28.',
    );
    expect(refusal(open('2027'))).toBe('YEAR_NOT_VALID: 2027 is not an academic year; write it as 2026-27.');
  });

  it('waits until the programme has joined', () => {
    const proposed = after([{ type: 'ProgrammeProposed', data: bradford }]);
    expect(refusal(open('2027-28'), proposed)).toBe(
      'PROGRAMME_NOT_JOINED: Bradford is only proposed. Let it join first, with the academic year of its first links.',
    );
  });
});

const recruiting = (
  state: 'open' | 'waiting-list' | 'closed',
  days: { from?: string; until?: string } = {},
) => {
  const data = { year: '2027-28', state, ...days };
  const programme = joined({}, { type: 'RecruitmentChanged', data });
  return (day: string) => recruitmentOn(programme, '2027-28', day);
};

describe('whether a programme takes schools', () => {
  it('is yes until somebody says otherwise', () => {
    expect(recruitmentOn(joined(), '2027-28', '2027-06-01')).toEqual({ state: 'open' });
    expect(decideProgramme({ type: 'ChangeRecruitment', year: '2027-28', state: 'open' }, joined())).toEqual(
      [],
    );
  });

  it('is told for each year that a school may choose', () => {
    const data = { year: '2027-28', state: 'waiting-list' } as const;
    const programme = joined({}, { type: 'RecruitmentChanged', data });
    expect(recruitmentNotices(programme, ['2026-27', '2027-28'], '2027-06-01')).toEqual([
      'Bradford has a waiting list for 2027–28: a partner cannot be promised.',
    ]);
  });

  it('opens on a day and closes after another', () => {
    const on = recruiting('open', { from: '2027-05-01', until: '2027-09-15' });
    expect(on('2027-04-30')).toEqual({
      state: 'closed',
      sentence: 'Bradford takes schools for 2027–28 from 1 May.',
    });
    expect(on('2027-05-01')).toEqual({ state: 'open' });
    expect(on('2027-09-15')).toEqual({ state: 'open' });
    expect(on('2027-09-16')).toEqual({
      state: 'closed',
      sentence: 'Bradford takes no more schools for 2027–28: it did until 15 September.',
    });
  });

  it('says to a school that it waits, or that no more are taken', () => {
    expect(recruiting('waiting-list')('2027-06-01')).toEqual({
      state: 'waiting-list',
      sentence: 'Bradford has a waiting list for 2027–28: a partner cannot be promised.',
    });
    expect(recruiting('closed')('2027-06-01').sentence).toBe('Bradford takes no more schools for 2027–28.');
    const until = recruiting('closed', { until: '2027-06-30' });
    expect(until('2027-06-30').sentence).toBe('Bradford takes no more schools for 2027–28 until 30 June.');
    expect(until('2027-07-01')).toEqual({ state: 'open' });
  });

  it('ends on its last day or later', () => {
    const wrong = { year: '2027-28', state: 'open', from: '2027-06-01', until: '2027-05-01' } as const;
    expect(refusal({ type: 'ChangeRecruitment', ...wrong })).toBe(
      'END_BEFORE_START: 1 May comes before 1 June. Enter the first and the last day, or leave them empty.',
    );
    const { until: _, ...first } = wrong;
    const { from: __, ...last } = wrong;
    for (const days of [first, last, { ...wrong, until: '2027-06-01' }]) {
      expect(refusal({ type: 'ChangeRecruitment', ...days })).toBe('accepted');
    }
    expect(refusal({ type: 'ChangeRecruitment', year: '2027', state: 'closed' })).toBe(
      'YEAR_NOT_VALID: 2027 is not an academic year; write it as 2026-27.',
    );
  });

  it('is said a year: the last word counts, twice is once', () => {
    const closed = { type: 'ChangeRecruitment', year: '2026-27', state: 'closed' } as const;
    const first = decideProgramme(closed, joined());
    expect(first).toHaveLength(1);
    expect(decideProgramme(closed, joined({}, ...first))).toEqual([]);
    const next = decideProgramme({ ...closed, year: '2027-28' }, joined({}, ...first));
    const both = joined({}, ...first, ...next);
    expect(both.recruitment.map(({ year }) => year)).toEqual(['2026-27', '2027-28']);
    expect(decideProgramme({ ...closed, year: '2027-28' }, both)).toEqual([]);
    expect(recruitmentNotices(joined({}, ...first), ['2027-28'], '2027-06-01')).toEqual([]);
  });
});

describe('local priorities', () => {
  const set = (codes: readonly ('belonging' | 'oracy')[], noteId?: string) =>
    ({ type: 'SetPriorities', year: '2026-27', codes, ...(noteId === undefined ? {} : { noteId }) }) as const;

  it('are kept a year, and none at all is nothing to say', () => {
    expect(decideProgramme(set([]), joined())).toEqual([]);
    const [fact] = decideProgramme(set(['belonging'], 'n1'), joined());
    const programme = joined({}, fact!);
    expect(programme.priorities).toEqual([{ year: '2026-27', codes: ['belonging'], noteId: 'n1' }]);
    expect(decideProgramme(set(['belonging'], 'n1'), programme)).toEqual([]);
    const later = decideProgramme(set(['oracy']), programme);
    expect(joined({}, fact!, ...later).priorities).toEqual([{ year: '2026-27', codes: ['oracy'] }]);
    const next = { ...set(['belonging'], 'n1'), year: '2027-28' } as const;
    expect(decideProgramme(next, programme)).toHaveLength(1);
    expect(decideProgramme({ type: 'SetPriorities', year: '2027-28', codes: [] }, programme)).toEqual([]);
    expect(refusal({ ...next, year: '2027' })).toBe(
      'YEAR_NOT_VALID: 2027 is not an academic year; write it as 2026-27.',
    );
  });
});
