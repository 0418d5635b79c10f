import { isOpened } from '@linking/domain/programme/opening-year.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { avoidedNames, calendarOf, closureNames } from '@linking/domain/programme/programme-year.js';
import { recruitmentOn } from '@linking/domain/programme/recruitment.js';
import { nextYear } from '@linking/domain/calendar/academic-year.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { academicYearOfDay, type Days } from '@linking/domain/calendar/school-calendar.js';
import { capital, codeText } from '@linking/words/link-terms.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import type { TagView } from '../pages/components/tag.js';
import { academicYear, longDay } from '@linking/words/format.js';
import type { LineView } from '../pages/programmes/lines.js';
import type { SeenProgramme } from './programme-pages.js';
import { recruitmentTags } from './programme-terms.js';

export const disruptionTag = (to: string, today: string): TagView =>
  to < today ? { tone: 'grey', text: 'Past' } : { tone: 'amber', text: 'Declared' };

/** This year and the next: whether schools are taken, and the way to what is taken over. */
export function yearLines(programme: Programme, today: string): readonly LineView[] {
  const now = academicYearOfDay(today);
  return [now, nextYear(now)].map((year) => {
    const { state, sentence } = recruitmentOn(programme, year, today);
    const opened = isOpened(programme, year);
    return {
      key: year,
      title: academicYear(year),
      tag: recruitmentTags[state],
      ...(sentence === undefined ? {} : { small: sentence }),
      ...(year <= programme.year
        ? {}
        : {
            link: {
              href: `/programmes/${programme.slug}/years/${year}`,
              label: opened ? `What is taken over to ${academicYear(year)}` : `Open ${academicYear(year)}`,
            },
          }),
    };
  });
}

export function priorityLines({ programme, note }: SeenProgramme): readonly LineView[] {
  return programme.priorities
    .toSorted((x, y) => (x.year > y.year ? -1 : 1))
    .map(({ year, codes, noteId }) => {
      const words = note(noteId);
      return {
        key: year,
        title: `${academicYear(year)}: ${capital(codes.map(codeText).join(', ')) || 'none chosen'}`,
        ...(words === undefined ? {} : { small: words }),
      };
    });
}

/** This academic year and the next, when it is near. */
export function yearsShown(today: string): readonly string[] {
  const now = academicYearOfDay(today);
  return academicYearOfDay(addDays(today, 200)) === now ? [now] : [now, nextYear(now)];
}

export function termRows(programme: Programme, year: string): readonly SummaryRow[] {
  const entered = programme.termDates.find(({ academicYear: it }) => it === year);
  const { terms } = calendarOf(programme, year);
  const list = (days: readonly (Days & { readonly name: string })[]) =>
    days.map((it) => `${it.name}, ${daysText(it)}`).join('; ') || 'None';
  return [
    {
      key: 'Source',
      value: entered === undefined ? 'National defaults, until you enter your own' : 'Your own dates',
    },
    ...terms.map(({ name, firstDay, lastDay, halfTerm }) => ({
      key: `${capital(name)} term`,
      value: `${daysText({ from: firstDay, to: lastDay })}; half-term ${daysText(halfTerm)}`,
    })),
    ...(entered === undefined
      ? []
      : [
          {
            key: 'Closed days',
            value: list(entered.closedDays.map((it) => ({ ...it, name: closureNames[it.kind] }))),
          },
          {
            key: 'Days to avoid',
            value: list(entered.daysToAvoid.map((it) => ({ ...it, name: capital(avoidedNames[it.kind]) }))),
          },
        ]),
  ];
}

/** `26 November 2026`, `26 to 27 November 2026`, `28 October to 3 November 2026`. */
export function daysText({ from, to }: Days): string {
  if (from === to) return longDay(from);
  const shared = from.slice(0, 7) === to.slice(0, 7) ? / .*$/ : / \d{4}$/;
  const first = from.slice(0, 4) === to.slice(0, 4) ? longDay(from).replace(shared, '') : longDay(from);
  return `${first} to ${longDay(to)}`;
}
