import type pg from 'pg';
import { addDays } from '@linking/domain/calendar/london.js';
import type { ListHeading } from '@linking/notices/n27-weekly-list.js';
import { SILENT_DAYS } from '@linking/projections/link-board/link-conditions.js';
import { countByStage, silentLinks } from '@linking/projections/link-board/link-board-queries.js';
import { weekdayDay } from '@linking/words/format.js';
import { listText, meetingNames, trainingNames } from '@linking/words/link-terms.js';
import { scopeCondition, scopeOf } from '../accounts/scope.js';
import { entriesBetween, type CalendarItem } from '../calendar/calendar-entries.js';
import type { BouncesKnown } from '../mails/bounces/bounced-people.js';
import { attentionNames, type AttentionNames } from '../today/attention-names.js';
import type { AttentionItem } from '../today/attention.js';
import { schoolsOf } from '../today/link-words.js';
import { readAttention } from '../today/read-attention.js';
import { attentionEntry, LINES, listHeading, numbered, type Heading } from './list-of-items.js';

export interface WeeklyList {
  /** Everything that stands on the page Today of the programme, each under one heading. */
  readonly attention: Readonly<Record<AttentionHeading, readonly AttentionItem[]>>;
  readonly calendar: readonly CalendarItem[];
  readonly silent: readonly { readonly ref: string; readonly since: string }[];
  readonly openLinks: number;
}

export type AttentionHeading = 'overdue' | 'soon' | 'unsigned' | 'unpaired' | 'also';

export interface ListMoment {
  readonly programme: string;
  /** London, by the clock port. */
  readonly today: string;
  readonly now: string;
}

/** The scope of whoever coordinates the programme: digests show what she sees, and nothing else. */
export const scopeOfProgramme = (programme: string) =>
  scopeOf({ roles: ['coordinator'], programmes: [programme] });

/** What the weekly list of a programme is made of, from the source of its page Today. */
export async function readWeeklyList(
  known: BouncesKnown,
  { programme, today, now }: ListMoment,
): Promise<WeeklyList> {
  const { pool } = known;
  const scope = scopeOfProgramme(programme);
  const open = {
    today,
    programme,
    scope: (params: unknown[]) => scopeCondition(scope, params, ['programme', 'partner_programme']),
  };
  const [attention, calendar, silent, counts] = await Promise.all([
    readAttention(known, { scope, programme, today, now }),
    entriesBetween(pool, { scope, programme, from: today, to: addDays(today, 6) }),
    silentLinks(pool, open),
    countByStage(pool, { ...open, outcome: 'open' }),
  ]);
  const under = (heading: AttentionHeading) => attention.filter((item) => headingOf(item, today) === heading);
  return {
    attention: {
      overdue: under('overdue'),
      soon: under('soon'),
      unsigned: under('unsigned'),
      unpaired: under('unpaired'),
      also: under('also'),
    },
    calendar: calendar.filter(({ status }) => status === 'planned'),
    silent,
    openLinks: [...counts.values()].reduce((sum, links) => sum + links, 0),
  };
}

/** Classes that wait are one item of Today, and counted as the page counts them. */
const thingsIn = (items: readonly AttentionItem[]) =>
  items.reduce((sum, item) => sum + (item.kind === 'waiting' ? item.classes : 1), 0);

/** A programme in which nothing is open gets no weekly list. */
export const saysNothing = ({ attention, openLinks, calendar }: WeeklyList): boolean =>
  openLinks === 0 &&
  calendar.length === 0 &&
  Object.values(attention).every((items: readonly AttentionItem[]) => items.length === 0);

/** Where an item of Today stands in the weekly list. */
export function headingOf(item: AttentionItem, today: string): AttentionHeading {
  switch (item.kind) {
    case 'waiting':
    case 'unplaced':
      return 'unpaired';
    case 'register':
      return 'overdue';
    case 'year-end':
      return item.on < today ? 'overdue' : 'soon';
    case 'venue-full':
      return 'soon';
    case 'refused':
    case 'mail':
    case 'bounced':
      return 'also';
    case 'task':
      switch (item.task.kind) {
        case 'step':
          if (item.task.step === 'agreement') return 'unsigned';
          return item.task.due < today ? 'overdue' : 'soon';
        case 'agreement-declined':
        case 'agreement-revoked':
          return 'unsigned';
        case 'meeting-not-recorded':
          return 'overdue';
        case 'meeting-not-ready':
        case 'another-date-asked':
          return 'soon';
        case 'training-missed':
        case 'contact-lost':
        case 'new-teacher-training':
          return 'also';
      }
  }
}

const attentionTitles: Readonly<Record<AttentionHeading, readonly [title: string, counted: string]>> = {
  overdue: ['Overdue', 'overdue'],
  soon: ['This week and soon', 'soon'],
  unsigned: ['Not signed', 'not signed'],
  unpaired: ['Classes without a partner', 'without a partner'],
  also: ['Also waiting for you', 'more'],
};

/** The list in words, heading by heading. */
export async function weeklyHeadings(
  pool: pg.Pool,
  list: WeeklyList,
  { programme, today }: ListMoment,
  publicUrl: string,
): Promise<readonly ListHeading[]> {
  const query = new URLSearchParams({ programme }).toString();
  const shown = Object.values(list.attention).flatMap((items: readonly AttentionItem[]) =>
    items.slice(0, LINES),
  );
  const names = await attentionNames(
    pool,
    shown,
    list.silent.slice(0, LINES).map(({ ref }) => ref),
  );
  const entry = attentionEntry({ today, names }, publicUrl);
  const attention = (heading: AttentionHeading): ListHeading => {
    const [title, counted] = attentionTitles[heading];
    const href = `${publicUrl}/today/attention?${query}`;
    const items = list.attention[heading];
    return listHeading({ title, counted, items, count: thingsIn(items), entry, href });
  };
  return [
    attention('overdue'),
    attention('soon'),
    listHeading({
      title: `In the calendar until ${weekdayDay(addDays(today, 6))}`,
      counted: 'in the calendar',
      items: list.calendar,
      entry: (item) => calendarEntry(item, publicUrl),
      href: `${publicUrl}/calendar?${query}`,
    }),
    attention('unsigned'),
    attention('unpaired'),
    listHeading(
      silentHeading(list, names, `${publicUrl}/links?${query}&flag=silent&outcome=open`, publicUrl),
    ),
    attention('also'),
  ];
}

const silentHeading = (
  { silent }: WeeklyList,
  names: AttentionNames,
  href: string,
  publicUrl: string,
): Heading<WeeklyList['silent'][number]> => ({
  title: `Silent for more than ${SILENT_DAYS} days`,
  counted: 'silent',
  items: silent,
  entry: ({ ref, since }) => ({
    title: schoolsOf(ref, names),
    href: `${publicUrl}/links/${ref}`,
    lines: [
      numbered(ref, `Nothing was recorded since ${weekdayDay(since)}.`),
      'To do: ask one of the teachers how it goes.',
    ],
  }),
  href,
});

function calendarEntry(item: CalendarItem, publicUrl: string): ListHeading['entries'][number] {
  const place = item.venueName === undefined ? [] : [item.venueName];
  const time = item.startsAt === undefined ? [] : [item.startsAt];
  const when = [weekdayDay(item.on), ...time, ...place].join(', ');
  if (item.kind === 'training') {
    return {
      title: `Training: ${trainingNames[item.kindOfTraining].toLowerCase()}`,
      href: `${publicUrl}/training/${item.sessionId}`,
      lines: [`${when}. ${item.places} of ${item.capacity} places are taken.`],
    };
  }
  return {
    title: `${listText(item.schools)}: ${meetingNames[item.number].toLowerCase()}`,
    href: `${publicUrl}/links/${item.ref}`,
    lines: [numbered(item.ref, `${when}.`)],
  };
}
