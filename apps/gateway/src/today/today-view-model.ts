import type { CalendarItem, MeetingItem } from '@linking/application/calendar/calendar-entries.js';
import type { DayOfMails } from '@linking/application/mails/upcoming-mails.js';
import type { MailsPause } from '@linking/application/operations/pauses.js';
import { londonTime } from '@linking/domain/calendar/london.js';
import { closureName, termWeek } from '@linking/domain/calendar/school-days.js';
import { stages, type Stage } from '@linking/domain/link/stage.js';
import type { ProgrammeCount } from '@linking/projections/link-board/link-board-queries.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { listHref, type ListFilters } from '../links/link-list-view-model.js';
import { mailsPausedView } from '../operations/mails-paused.js';
import { listText, meetingNames, stageNames, trainingNames } from '@linking/words/link-terms.js';
import { counted, fullDay } from '@linking/words/format.js';
import type {
  AttentionPageView,
  ComingView,
  LatestLineView,
  MailDayView,
  ProgrammeLineView,
  StageBarView,
  TodayView,
} from '../pages/today/today-view.js';
import { linksOf, programmesOfItem, type AttentionItem } from '@linking/application/today/attention.js';
import type { AttentionMaterial } from '@linking/application/today/attention-material.js';
import { attentionItemView } from './attention-view-model.js';
import type { AttentionNames } from '@linking/application/today/attention-names.js';
import { weekdayName, weekOf } from '@linking/application/today/days-text.js';

export interface TodayMaterial {
  readonly firstName: string;
  readonly now: string;
  readonly today: string;
  /** All that the reader may see, by slug. */
  readonly programmes: readonly Programme[];
  /** The one that the address asks for, when there are several. */
  readonly chosen?: string;
  readonly attention: readonly AttentionItem[];
  /** Names for the items that are shown. */
  readonly names: AttentionNames;
  readonly counts: ReadonlyMap<Stage, number>;
  readonly late: ReadonlyMap<Stage, number>;
  /** References of open links that rest. */
  readonly paused: readonly string[];
  readonly coming: readonly CalendarItem[];
  readonly mails: { readonly mails: number; readonly days: readonly DayOfMails[] };
  /** Present while no mail of the network leaves. */
  readonly mailsPause: MailsPause | undefined;
  readonly latest: readonly LatestLineView[];
  readonly byProgramme: readonly ProgrammeCount[];
}

/** How many items stand on the start page itself. */
export const SHOWN_ITEMS = 5;
const SHOWN_COMING = 5;

export function todayView(material: TodayMaterial): TodayView {
  const { now, firstName, attention, chosen, mails, mailsPause, today } = material;
  const query = chosen === undefined ? '' : `?${new URLSearchParams({ programme: chosen }).toString()}`;
  return {
    eyebrow: eyebrowOf(today),
    greeting: `Good ${partOfDay(now)}, ${firstName}`,
    lead: leadOf(material),
    ...mailsPausedView(mailsPause),
    attention: {
      items: itemsOf(material, SHOWN_ITEMS),
      empty: calm,
      ...(attention.length > SHOWN_ITEMS
        ? { all: { href: `/today/attention${query}`, label: `All ${attention.length}` } }
        : {}),
    },
    stages: barsOf(material),
    allLinks: { href: listHref(filters(material)), label: 'All links' },
    coming: comingOf(material.coming),
    mails: {
      title: `${counted(mails.mails, 'email')} ${mailsPause === undefined ? 'going out this week' : 'due this week, paused'}`,
      preview: {
        href: `/outbox?${new URLSearchParams({ status: 'planned', ...(chosen === undefined ? {} : { programme: chosen }) }).toString()}`,
        label: 'Preview',
      },
      days: mailDays(mails.days, today),
    },
    latest: { title: `Latest in ${placeOf(material)}`, lines: material.latest },
    ...(material.programmes.length > 1
      ? {
          programmes: {
            lines: programmeLines(material),
            ...(chosen === undefined ? {} : { all: { href: '/today', label: 'All programmes' } }),
          },
        }
      : {}),
  };
}

/** How many items the page of them all shows at most. */
export const LISTED_ITEMS = 200;

export function attentionPageView(
  material: Pick<TodayMaterial, 'attention' | 'names' | 'today' | 'programmes' | 'chosen'>,
): AttentionPageView {
  const { attention, today } = material;
  const things = counted(attention.length, 'thing');
  const cut = attention.length > LISTED_ITEMS ? ` These are the ${LISTED_ITEMS} most urgent ones.` : '';
  return {
    eyebrow: eyebrowOf(today),
    lead: `${things} in ${placeOf(material)}, the most urgent first.${cut}`,
    items: itemsOf(material, LISTED_ITEMS),
    empty: calm,
  };
}

const calm = {
  title: 'Nothing needs you today',
  sentence: 'Every step is in time. What is next stands under “Coming up” on the page Today.',
};

function itemsOf(
  { attention, names, today, programmes, chosen }: Parameters<typeof attentionPageView>[0],
  most: number,
) {
  const words: AttentionMaterial = {
    today,
    names,
    ...(programmes.length > 1 && chosen === undefined
      ? { programme: (slug: string) => programmes.find((it) => it.slug === slug)?.name ?? slug }
      : {}),
  };
  return attention.slice(0, most).map((item) => attentionItemView(item, words));
}

/** `Monday 23 November 2026 · week 12 of the autumn term`; in the holidays, which ones. */
export function eyebrowOf(today: string): string {
  const week = termWeek(today);
  const when = week === undefined ? closureName(today) : `week ${week.week} of the ${week.term} term`;
  return [fullDay(today), when].filter((part) => part !== undefined).join(' · ');
}

/** The part of the day of an instant, in London. */
export function partOfDay(now: string): 'morning' | 'afternoon' | 'evening' {
  const time = londonTime(now);
  if (time < '12:00') return 'morning';
  return time < '18:00' ? 'afternoon' : 'evening';
}

const sum = (counts: ReadonlyMap<Stage, number>, of: readonly Stage[]) =>
  of.reduce((total, stage) => total + (counts.get(stage) ?? 0), 0);

/** A link has both signatures; before, it is a proposal. Each open one is on track, wants somebody or rests. */
function leadOf({ counts, attention, paused, ...material }: TodayMaterial): TodayView['lead'] {
  const proposals = sum(counts, ['interest', 'brokered']);
  const links = sum(counts, stages) - proposals;
  const wanting = new Set(attention.flatMap(linksOf)).size;
  const resting = paused.filter((ref) => !attention.some((item) => linksOf(item).includes(ref))).length;
  const onTrack = links + proposals - wanting - resting;
  const all = [
    ...(links > 0 || proposals === 0 ? [counted(links, 'link')] : []),
    ...(proposals > 0 ? [counted(proposals, 'proposal')] : []),
  ];
  const rest = resting === 0 ? '' : ` and ${resting} ${resting === 1 ? 'is' : 'are'} paused`;
  const need = `${wanting} ${wanting === 1 ? 'needs' : 'need'} you today`;
  return {
    before: `${listText(all)} in ${placeOf(material)}.`,
    strong: `${onTrack} ${onTrack === 1 ? 'is' : 'are'} on track`,
    after: `, ${need}${rest}.`,
  };
}

const FEW = 3;

function placeOf({ programmes, chosen }: Pick<TodayMaterial, 'programmes' | 'chosen'>): string {
  const one = programmes.find(({ slug }) => slug === chosen);
  if (one !== undefined) return one.name;
  if (programmes.length > FEW) return counted(programmes.length, 'programme');
  return programmes.length === 0 ? 'your programmes' : listText(programmes.map(({ name }) => name));
}

const filters = ({ chosen = '' }: TodayMaterial, more: Partial<ListFilters> = {}): ListFilters => ({
  programme: chosen,
  year: '',
  stage: '',
  flag: '',
  outcome: 'open',
  q: '',
  ...more,
});

function barsOf(material: TodayMaterial): readonly StageBarView[] {
  const longest = Math.max(1, ...material.counts.values());
  return stages.map((stage) => {
    const count = material.counts.get(stage) ?? 0;
    const late = material.late.get(stage) ?? 0;
    return {
      name: stageNames[stage],
      count,
      href: listHref(filters(material, { stage })),
      length: Math.round((100 * count) / longest),
      ...(late === 0
        ? {}
        : { late: { count: late, href: listHref(filters(material, { stage, flag: 'overdue' })) } }),
    };
  });
}

function comingOf(items: readonly CalendarItem[]): readonly ComingView[] {
  const together = new Map<string, readonly CalendarItem[]>();
  for (const item of items.filter(({ status }) => status === 'planned')) {
    const key =
      item.kind === 'meeting' && item.venueId !== undefined
        ? `${item.on} ${item.venueId} ${item.number}`
        : item.kind === 'meeting'
          ? `${item.ref} ${item.number}`
          : item.sessionId;
    together.set(key, [...(together.get(key) ?? []), item]);
  }
  return [...together.values()].slice(0, SHOWN_COMING).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [first.kind === 'meeting' ? meetingComing(first, group as MeetingItem[]) : sessionComing(first)];
  });
}

function meetingComing(first: MeetingItem, group: readonly MeetingItem[]): ComingView {
  const name = meetingNames[first.number];
  const pupils = group.reduce((total, { pupils: some = 0 }) => total + some, 0);
  const place =
    first.mode === 'virtual'
      ? 'Online'
      : (first.venueName ?? `At ${first.schools[first.hostSide === 'b' ? 1 : 0]}`);
  const time = first.startsAt === undefined ? '' : `, ${first.startsAt}`;
  return {
    day: first.on,
    title: group.length === 1 ? name : `${name}s (${group.length})`,
    links:
      group.length === 1
        ? [{ href: `/links/${first.ref}`, label: listText(first.schools) }]
        : group.map(({ ref }) => ({ href: `/links/${ref}`, label: ref })),
    small: `${place}${time}${pupils === 0 ? '' : ` · ${counted(pupils, 'pupil')}`}`,
  };
}

function sessionComing(item: Extract<CalendarItem, { kind: 'training' }>): ComingView {
  const time = item.startsAt === undefined ? '' : `, ${item.startsAt}`;
  return {
    day: item.on,
    title: `Training: ${trainingNames[item.kindOfTraining].toLowerCase()}`,
    links: [
      {
        href: `/training/${item.sessionId}`,
        label: `${counted(item.places, 'teacher')} booked, ${counted(item.capacity, 'place')}`,
      },
    ],
    small: `${item.venueName ?? 'Place to follow'}${time}`,
  };
}

function mailDays(days: readonly DayOfMails[], today: string): readonly MailDayView[] {
  const most = Math.max(1, ...days.map(({ mails }) => mails));
  return weekOf(today).map((day) => {
    const mails = days.find((it) => it.day === day)?.mails ?? 0;
    return { day, name: weekdayName(day), mails, height: Math.round((100 * mails) / most) };
  });
}

function programmeLines({
  programmes,
  byProgramme,
  attention,
  ...material
}: TodayMaterial): readonly ProgrammeLineView[] {
  const wanting = new Map<string, number>();
  for (const programme of attention.flatMap(programmesOfItem)) {
    wanting.set(programme, (wanting.get(programme) ?? 0) + 1);
  }
  return programmes
    .filter(({ slug }) => material.chosen === undefined || slug === material.chosen)
    .map(({ slug, name }) => {
      const count = byProgramme.find(({ programme }) => programme === slug);
      const query = new URLSearchParams({ programme: slug }).toString();
      const links = (more: Partial<ListFilters> = {}) =>
        listHref({
          programme: slug,
          year: '',
          stage: '',
          flag: '',
          outcome: 'open',
          q: '',
          ...more,
        });
      return {
        name,
        href: `/today?${query}`,
        links: { count: count?.links ?? 0, href: links() },
        overdue: { count: count?.overdue ?? 0, href: links({ flag: 'overdue' }) },
        attention: { count: wanting.get(slug) ?? 0, href: `/today/attention?${query}` },
      };
    });
}
