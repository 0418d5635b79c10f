import type { CalendarItem } from '@linking/application/calendar/calendar-entries.js';
import type { TargetItem } from '@linking/application/calendar/targets-between.js';
import { calendarView, type CalendarMaterial } from './calendar-view-model.js';
import { addMonths, monthAsked, weeksOf } from './month.js';

const bradford = { slug: 'bradford', name: 'Bradford' };
const material = (more: Partial<CalendarMaterial> = {}): CalendarMaterial => ({
  month: '2026-11',
  shows: 'month',
  today: '2026-11-23',
  items: [],
  targets: [],
  programmes: [bradford],
  programme: undefined,
  ...more,
});
const dayOf = (day: string, more?: Partial<CalendarMaterial>) =>
  calendarView(material(more))
    .weeks.flatMap(({ days }) => days)
    .find((one) => one.day === day);

const meeting: CalendarItem = {
  kind: 'meeting',
  ref: 'BRD-2026-014',
  programme: 'bradford',
  number: 1,
  mode: 'in-person',
  on: '2026-11-26',
  startsAt: '10:00',
  endsAt: '14:00',
  venueName: 'Cartwright Hall',
  status: 'planned',
  schools: ['Ash Primary', 'Elm Academy'],
};
const target = (ref: string, on = '2026-11-30'): TargetItem => ({
  ref,
  programme: 'bradford',
  step: 'exchange',
  on,
  schools: ['Ash Primary', 'Elm Academy'],
});

describe('the months of an address', () => {
  it('are the month of today unless one is asked for that exists', () => {
    expect(monthAsked('2027-01', '2026-11-23')).toBe('2027-01');
    for (const asked of ['2026-13', '2026-11-01', 'soon', undefined, '1026-01']) {
      expect(monthAsked(asked, '2026-11-23')).toBe('2026-11');
    }
  });

  it('follow each other through the year', () => {
    expect([addMonths('2026-12', 1), addMonths('2027-01', -1), addMonths('2026-11', 14)]).toEqual([
      '2027-01',
      '2026-12',
      '2028-01',
    ]);
  });

  it('have whole weeks, from Monday to Sunday', () => {
    const weeks = weeksOf('2026-11');
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([6, '2026-10-26', '2026-12-06']);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});

describe('the calendar', () => {
  it('shows a meeting on its day and leads to its link', () => {
    expect(dayOf('2026-11-26', { items: [meeting] })?.entries).toEqual([
      {
        key: 'BRD-2026-014-1',
        kind: 'meeting',
        time: '10:00',
        title: 'First meeting',
        words: 'Ash Primary and Elm Academy, Cartwright Hall',
        href: '/links/BRD-2026-014',
        links: [],
      },
    ]);
  });

  it('says where a visit is, that a meeting is online, and that one is cancelled', () => {
    const { venueName: _, ...visit } = { ...meeting, number: 2 as const, hostSide: 'b' as const };
    const words = (item: CalendarItem) => dayOf('2026-11-26', { items: [item] })?.entries[0];
    expect(words(visit)?.words).toBe('Ash Primary and Elm Academy, at Elm Academy');
    expect(words({ ...visit, mode: 'virtual' })?.words).toBe('Ash Primary and Elm Academy, online');
    expect(words({ ...visit, status: 'cancelled' })?.tag).toEqual({ tone: 'grey', text: 'Cancelled' });
  });

  it('tells one target with its schools and many with their links', () => {
    expect(dayOf('2026-11-30', { targets: [target('BRD-2026-014')] })?.entries).toMatchObject([
      { title: 'First exchange due', words: 'Ash Primary and Elm Academy', href: '/links/BRD-2026-014' },
    ]);
    const [many] =
      dayOf('2026-11-30', { targets: [target('BRD-2026-014'), target('BRD-2026-015')] })?.entries ?? [];
    expect(many).toMatchObject({ words: '2 links', links: [{ href: '/links/BRD-2026-014' }, {}] });
    expect([many?.href, many?.tag]).toEqual([undefined, undefined]);
    const late = { targets: [target('BRD-2026-014', '2026-11-20')] };
    expect(dayOf('2026-11-20', late)?.entries[0]?.tag).toEqual({ tone: 'red', text: 'Overdue' });
  });

  it('marks today, the days on which schools are closed, and the weeks of term', () => {
    expect(dayOf('2026-11-23')).toMatchObject({ today: true, past: false, ofMonth: true });
    expect(dayOf('2026-10-30')).toMatchObject({ closed: 'Autumn half-term', ofMonth: false, past: true });
    expect(dayOf('2026-11-28')?.closed).toBeUndefined();
    const view = calendarView(material());
    expect(view.weeks.map(({ term }) => term?.short)).toEqual([
      undefined,
      'Week 9',
      'Week 10',
      'Week 11',
      'Week 12',
      'Week 13',
    ]);
    expect(view.weeks[0]?.closures).toEqual(['Autumn half-term, 26 Oct to 30 Oct']);
    expect(calendarView(material({ month: '2027-05' })).weeks[1]?.closures).toEqual([
      'Early May bank holiday, 3 May',
    ]);
  });

  it('draws the weekend only when something is on it', () => {
    expect(calendarView(material({ items: [meeting] })).weekends).toBe(false);
    expect(calendarView(material({ items: [{ ...meeting, on: '2026-11-28' }] })).weekends).toBe(true);
  });

  it('counts what there is, without what is cancelled', () => {
    const items = [meeting, { ...meeting, number: 2 as const, status: 'cancelled' as const }];
    expect(calendarView(material({ items, targets: [target('BRD-2026-014')] })).lead).toBe(
      '1 meeting and 1 target not met yet.',
    );
    expect(calendarView(material()).lead).toBe('Nothing has a date in this month.');
  });

  it('keeps month, view and programme in the address, and leads back to this month', () => {
    const view = calendarView(material({ month: '2026-12', shows: 'list', programme: 'bradford' }));
    expect(view.previous).toEqual({
      href: '/calendar?month=2026-11&view=list&programme=bradford',
      label: 'November 2026',
    });
    expect(view.thisMonth?.href).toBe('/calendar?month=2026-11&view=list&programme=bradford');
    expect(calendarView(material()).thisMonth).toBeUndefined();
    expect(view.programmes).toBeUndefined();
  });
});
