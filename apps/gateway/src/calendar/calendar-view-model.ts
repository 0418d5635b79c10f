import type {
  CalendarItem,
  MeetingItem,
  TrainingItem,
} from '@linking/application/calendar/calendar-entries.js';
import type { TargetItem } from '@linking/application/calendar/targets-between.js';
import { dayNumber, isWeekend } from '@linking/domain/calendar/day-numbers.js';
import { bankHolidayName, closureName, termWeek } from '@linking/domain/calendar/school-days.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type {
  CalendarDayView,
  CalendarEntryView,
  CalendarView,
  CalendarWeekView,
} from '../pages/calendar/calendar-view.js';
import type { TagView } from '../pages/components/tag.js';
import { counted, longDay, shortDay } from '@linking/words/format.js';
import { listText, meetingNames, targetedStepNames, trainingNames } from '@linking/words/link-terms.js';
import { addMonths, weeksOf } from './month.js';

export interface CalendarMaterial {
  readonly month: string;
  readonly shows: CalendarView['shows'];
  readonly today: string;
  readonly items: readonly CalendarItem[];
  readonly targets: readonly TargetItem[];
  /** Those of the reader. */
  readonly programmes: readonly Pick<Programme, 'slug' | 'name'>[];
  readonly programme: string | undefined;
  readonly feed?: CalendarView['feed'];
}

export function calendarView(material: CalendarMaterial): CalendarView {
  const { month, shows, today, programmes, programme, feed } = material;
  const weeks = weeksOf(month).map((days) => weekView(days, material));
  const at = (of: string, how = shows) => addressOf({ month: of, shows: how, programme });
  const to = (months: number) => {
    const other = addMonths(month, months);
    return { href: at(other), label: longDay(other) };
  };
  return {
    eyebrow: eyebrowOf(programmes, programme),
    heading: longDay(month),
    lead: leadOf(material),
    shows,
    weekends: weeks.some(({ days }) => days.slice(5).some(({ entries }) => entries.length > 0)),
    weeks,
    previous: to(-1),
    next: to(1),
    ...(month === today.slice(0, 7)
      ? {}
      : { thisMonth: { href: at(today.slice(0, 7)), label: 'This month' } }),
    ways: [
      { href: at(month, 'month'), label: 'Month', current: shows === 'month' },
      { href: at(month, 'list'), label: 'Week by week', current: shows === 'list' },
    ],
    ...(programmes.length < 2 ? {} : { programmes: filterOf(material) }),
    beside: [
      { href: '/training', label: 'All training sessions' },
      { href: '/venues', label: 'Venues' },
    ],
    ...(feed === undefined ? {} : { feed }),
  };
}

/** `/calendar?month=2026-11&view=list&programme=bradford` */
export function addressOf({
  month,
  shows,
  programme,
}: Pick<CalendarMaterial, 'month' | 'shows' | 'programme'>): string {
  const query = new URLSearchParams({
    month,
    ...(shows === 'list' ? { view: 'list' } : {}),
    ...(programme === undefined ? {} : { programme }),
  });
  return `/calendar?${query.toString()}`;
}

function eyebrowOf(programmes: CalendarMaterial['programmes'], programme: string | undefined): string {
  const chosen = programmes.filter(({ slug }) => programme === undefined || slug === programme);
  return chosen.length === 1 ? (chosen[0]?.name ?? '') : 'All programmes';
}

const filterOf = ({ programmes, programme, month, shows }: CalendarMaterial) => ({
  select: {
    name: 'programme',
    label: 'Programme',
    value: programme ?? '',
    options: [
      { value: '', label: 'All programmes' },
      ...programmes.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
  },
  hidden: { month, ...(shows === 'list' ? { view: 'list' } : {}) },
});

function leadOf({ month, items, targets }: CalendarMaterial): string {
  const ofMonth = items.filter(({ on, status }) => on.startsWith(month) && status !== 'cancelled');
  const counts = [
    counted(ofMonth.filter(({ kind }) => kind === 'meeting').length, 'meeting'),
    counted(ofMonth.filter(({ kind }) => kind === 'training').length, 'training session'),
    `${counted(targets.filter(({ on }) => on.startsWith(month)).length, 'target')} not met yet`,
  ].filter((text) => !text.startsWith('0 '));
  return counts.length === 0 ? 'Nothing has a date in this month.' : `${listText(counts)}.`;
}

function weekView(days: readonly string[], material: CalendarMaterial): CalendarWeekView {
  const [monday = ''] = days;
  const week = termWeek(monday);
  return {
    monday,
    ...(week === undefined
      ? {}
      : { term: { long: `Week ${week.week} of the ${week.term} term`, short: `Week ${week.week}` } }),
    days: days.map((day) => dayView(day, material)),
    closures: closuresOf(days),
  };
}

function dayView(day: string, { month, today, items, targets }: CalendarMaterial): CalendarDayView {
  const closed = isWeekend(dayNumber(day)) ? undefined : closureName(day);
  return {
    day,
    ofMonth: day.startsWith(month),
    today: day === today,
    past: day < today,
    ...(closed === undefined ? {} : { closed }),
    bankHoliday: bankHolidayName(day) !== undefined,
    entries: [
      ...items.filter(({ on }) => on === day).map(entryOf),
      ...targetEntries(
        targets.filter(({ on }) => on === day),
        today,
      ),
    ],
  };
}

/** What closes the schools on weekdays of a week, each once, with its days. */
function closuresOf(days: readonly string[]): readonly string[] {
  const named = days.slice(0, 5).map((day) => ({ day, name: closureName(day) }));
  return [...new Set(named.flatMap(({ name }) => name ?? []))].map((name) => {
    const its = named.filter((one) => one.name === name).map(({ day }) => day);
    const [from = '', to = ''] = [its[0], its.at(-1)];
    return from === to ? `${name}, ${shortDay(from)}` : `${name}, ${shortDay(from)} to ${shortDay(to)}`;
  });
}

const entryOf = (item: CalendarItem): CalendarEntryView =>
  item.kind === 'meeting' ? meetingEntry(item) : trainingEntry(item);

function meetingEntry(meeting: MeetingItem): CalendarEntryView {
  const { ref, number, schools, startsAt, status } = meeting;
  return {
    key: `${ref}-${number}`,
    kind: 'meeting',
    ...(startsAt === undefined ? {} : { time: startsAt }),
    title: meetingNames[number],
    words: [listText([...new Set(schools)]), placeOf(meeting)].filter((part) => part !== '').join(', '),
    href: `/links/${ref}`,
    links: [],
    ...tagOf(status),
  };
}

/** At a school the names of the schools say it. */
function placeOf({ mode, venueName, hostSide, schools }: MeetingItem): string {
  if (mode === 'virtual') return 'online';
  if (venueName !== undefined) return venueName;
  return hostSide === undefined ? '' : `at ${schools[hostSide === 'a' ? 0 : 1]}`;
}

function trainingEntry(session: TrainingItem): CalendarEntryView {
  const { sessionId, kindOfTraining, startsAt, venueName, places, capacity, status } = session;
  return {
    key: sessionId,
    kind: 'training',
    ...(startsAt === undefined ? {} : { time: startsAt }),
    title: `Training, ${trainingNames[kindOfTraining].toLowerCase()}`,
    words: `${venueName ?? 'Place to follow'}, ${places} of ${counted(capacity, 'place')} taken`,
    href: `/training/${sessionId}`,
    links: [],
    ...tagOf(status),
  };
}

function tagOf(status: CalendarItem['status']): { readonly tag?: TagView } {
  switch (status) {
    case 'planned':
      return {};
    case 'held':
      return { tag: { tone: 'green', text: 'Held' } };
    case 'cancelled':
      return { tag: { tone: 'grey', text: 'Cancelled' } };
  }
}

/** One line a step, however many links have their target on the day. */
function targetEntries(targets: readonly TargetItem[], today: string): readonly CalendarEntryView[] {
  const steps = [...new Set(targets.map(({ step }) => step))];
  return steps.map((step) => {
    const ofStep = targets.filter((target) => target.step === step);
    const [only] = ofStep;
    const late = ofStep.some(({ on }) => on < today);
    return {
      key: step,
      kind: 'target',
      title: `${targetedStepNames[step]} due`,
      ...(ofStep.length === 1 && only !== undefined
        ? { words: listText([...new Set(only.schools)]), href: `/links/${only.ref}`, links: [] }
        : {
            words: counted(ofStep.length, 'link'),
            links: ofStep.map(({ ref, schools }) => ({
              href: `/links/${ref}`,
              label: `${ref}, ${listText([...new Set(schools)])}`,
            })),
          }),
      ...(late ? { tag: { tone: 'red', text: 'Overdue' } as const } : {}),
    };
  });
}
