import type { CalendarItem } from '@linking/application/calendar/calendar-entries.js';
import { unknownLink } from '@linking/domain/link/link.js';
import type { Stage } from '@linking/domain/link/stage.js';
import { joined } from '@linking/domain/programme/spec-support/example-programme.js';
import type { AttentionItem } from '@linking/application/today/attention.js';
import { whenOf } from './latest.js';
import { readAfter, todayAfter } from './today-addresses.js';
import { eyebrowOf, partOfDay, todayView, type TodayMaterial } from './today-view-model.js';

const bradford = joined();
const refused = (ref: string, partnerProgramme: string | null = null): AttentionItem => ({
  kind: 'refused',
  ref,
  programme: 'bradford',
  partnerProgramme,
  code: 'X',
  sentence: 'No.',
  on: '2026-11-20',
});
const counts = new Map<Stage, number>([
  ['interest', 3],
  ['brokered', 2],
  ['signed', 5],
  ['met', 20],
]);
const material: TodayMaterial = {
  firstName: 'Amina',
  now: '2026-11-23T08:59:00.000Z',
  today: '2026-11-23',
  programmes: [bradford],
  attention: [refused('BRD-2026-001'), refused('BRD-2026-001'), refused('BRD-2026-002')],
  names: {
    school: (urn) => urn,
    schoolRecord: () => undefined,
    className: () => '4 Oak',
    person: () => ({ name: 'Tom Reeve', email: null, phone: null }),
    link: (ref) => ({ ...unknownLink, ref }),
    venue: () => 'Cliffe Castle',
  },
  counts,
  late: new Map([['signed', 2]]),
  paused: ['BRD-2026-009'],
  coming: [],
  mails: { mails: 0, days: [] },
  mailsPause: undefined,
  latest: [],
  byProgramme: [],
};
const lead = (change: Partial<TodayMaterial> = {}) => {
  const { before, strong, after } = todayView({ ...material, ...change }).lead;
  return `${before} ${strong}${after}`;
};

describe('the first sentence of the day', () => {
  it('counts each open link once: on track, in need of somebody, or paused', () => {
    expect(lead()).toBe(
      '25 links and 5 proposals in Bradford. 27 are on track, 2 need you today and 1 is paused.',
    );
    expect(lead({ paused: [], attention: [] })).toBe(
      '25 links and 5 proposals in Bradford. 30 are on track, 0 need you today.',
    );
    expect(lead({ counts: new Map([['met', 1]]), paused: [], attention: [refused('BRD-2026-001')] })).toBe(
      '1 link in Bradford. 0 are on track, 1 needs you today.',
    );
  });

  it('counts a paused link that needs somebody once', () => {
    expect(lead({ paused: ['BRD-2026-001'] })).toContain('28 are on track, 2 need you today.');
  });

  it('names up to three programmes, and counts more', () => {
    const many = ['Bradford', 'Kent', 'Leeds', 'York'].map((name) => ({ ...bradford, slug: name, name }));
    expect(lead({ programmes: many.slice(0, 3) })).toContain('in Bradford, Kent and Leeds.');
    expect(lead({ programmes: many })).toContain('in 4 programmes.');
    expect(lead({ programmes: many, chosen: 'Kent' })).toContain('in Kent.');
  });
});

describe('the counts', () => {
  it('open the list with the same filter', () => {
    const { stages } = todayView({ ...material, chosen: 'bradford' });
    expect(stages.find(({ name }) => name === 'Signed')).toEqual({
      name: 'Signed',
      count: 5,
      href: '/links?programme=bradford&stage=signed&outcome=open',
      length: 25,
      late: { count: 2, href: '/links?programme=bradford&stage=signed&flag=overdue&outcome=open' },
    });
    expect(stages.map(({ length }) => length)).toEqual([15, 10, 25, 0, 100, 0, 0]);
  });
});

describe('several programmes', () => {
  it('have a line each, whose counts open their lists; a link of two stands in both', () => {
    const kent = { ...bradford, slug: 'kent', name: 'Kent' };
    const { programmes } = todayView({
      ...material,
      programmes: [bradford, kent],
      attention: [refused('BRD-2026-001', 'kent'), refused('BRD-2026-002')],
      byProgramme: [{ programme: 'bradford', links: 30, overdue: 2 }],
    });
    expect(programmes?.lines).toMatchObject([
      {
        name: 'Bradford',
        href: '/today?programme=bradford',
        links: { count: 30, href: '/links?programme=bradford&outcome=open' },
        overdue: { count: 2, href: '/links?programme=bradford&flag=overdue&outcome=open' },
        attention: { count: 2, href: '/today/attention?programme=bradford' },
      },
      { name: 'Kent', links: { count: 0 }, overdue: { count: 0 }, attention: { count: 1 } },
    ]);
  });
});

describe('what comes up', () => {
  const meeting = (ref: string, more: object = {}): CalendarItem => ({
    kind: 'meeting',
    ref,
    programme: 'bradford',
    number: 1,
    mode: 'in-person',
    on: '2026-12-03',
    startsAt: '10:00',
    venueId: 'v1',
    venueName: 'Cliffe Castle',
    status: 'planned',
    schools: ['Ash Primary', 'Elm Academy'],
    pupils: 56,
    ...more,
  });

  it('puts meetings at one venue together, and leaves out what is off', () => {
    const coming = [
      meeting('BRD-2026-009'),
      meeting('BRD-2026-022'),
      meeting('BRD-2026-023', { status: 'cancelled' }),
      meeting('BRD-2026-031', { venueId: undefined, venueName: undefined, mode: 'virtual' }),
    ];
    expect(todayView({ ...material, coming }).coming).toMatchObject([
      {
        title: 'First meetings (2)',
        links: [{ label: 'BRD-2026-009' }, { label: 'BRD-2026-022' }],
        small: 'Cliffe Castle, 10:00 · 112 pupils',
      },
      {
        title: 'First meeting',
        links: [{ href: '/links/BRD-2026-031', label: 'Ash Primary and Elm Academy' }],
        small: 'Online, 10:00 · 56 pupils',
      },
    ]);
  });
});

describe('words of time', () => {
  it('the day, its week of term, or the holidays', () => {
    expect(eyebrowOf('2026-11-23')).toMatch(/^Monday 23 November 2026 · week 1\d of the autumn term$/);
    expect(eyebrowOf('2026-12-25')).toBe('Friday 25 December 2026 · Christmas Day');
  });

  it('the greeting follows the clock of London', () => {
    expect(partOfDay('2026-11-23T11:59:00.000Z')).toBe('morning');
    expect(partOfDay('2026-07-01T11:00:00.000Z')).toBe('afternoon');
    expect(partOfDay('2026-11-23T18:00:00.000Z')).toBe('evening');
  });

  it('today has a time, the last days a weekday, what was before a date', () => {
    const when = (moment: string) => whenOf(moment, '2026-11-23');
    expect(when('2026-11-23T08:42:00.000Z')).toBe('08:42');
    expect(when('2026-11-20T16:00:00.000Z')).toBe('Fri');
    expect(when('2026-11-09T16:00:00.000Z')).toBe('9 Nov');
  });

  it('mails are drawn on the seven days of this week', () => {
    const mails = { mails: 14, days: [{ day: '2026-11-27', mails: 14, rules: [] }] };
    const { days, title } = todayView({ ...material, mails }).mails;
    expect(title).toBe('14 emails going out this week');
    const mailsPause = { reason: 'mail-server', at: '2026-11-23T08:10:00.000Z' } as const;
    const paused = todayView({ ...material, mails, mailsPause });
    expect(paused.mails.title).toBe('14 emails due this week, paused');
    expect(paused.mailsPaused).toContain('paused since 23 November 2026, 08:10');
    expect(days.map(({ name, mails: some }) => `${name} ${some}`)).toEqual([
      'Mon 0',
      'Tue 0',
      'Wed 0',
      'Thu 0',
      'Fri 14',
      'Sat 0',
      'Sun 0',
    ]);
  });

  it('the address waits for what was just recorded, and for nothing else', () => {
    expect(
      readAfter(new URLSearchParams(todayAfter('BRD-2026-014', 17).split('?')[1]).get('after') ?? ''),
    ).toEqual({ ref: 'BRD-2026-014', revision: 17 });
    expect([readAfter(''), readAfter('x'), readAfter('BRD-2026-014')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
