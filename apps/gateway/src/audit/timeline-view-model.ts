import type { LinkHistory } from '@linking/application/links/link-history.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { stageOf } from '@linking/domain/link/stage.js';
import type { DayAsked } from '../links/day-asked.js';
import { outcomeText, stageNames } from '@linking/words/link-terms.js';
import type { TimelineView } from '../pages/audit/timeline-view.js';
import { academicYear, counted, fullMoment, longDay } from '@linking/words/format.js';
import type { DayForm } from '../pages/links/time-bar.js';
import { timelineHref, timelineShows, type TimelineFilters, type TimelineShow } from './timeline-filters.js';
import { timelineLines, type LinesMaterial, type TimelineLine } from './timeline-lines.js';

export interface TimelineMaterial extends LinesMaterial {
  readonly history: LinkHistory;
  readonly programmeName: string;
  readonly schools: string;
  readonly show?: TimelineShow | undefined;
  readonly asked?: DayAsked | undefined;
  readonly form: DayForm;
}

export function timelineView(material: TimelineMaterial): TimelineView {
  const { link, history, clock, show, asked, form, programmeName, schools } = material;
  const { ref } = history.link;
  const all = timelineLines(material);
  const lines = show === undefined ? all : all.filter(({ shows }) => shows.includes(show));
  const filters: TimelineFilters = { show, clock: clock === 'known-now' ? clock : undefined, on: asked?.day };
  return {
    ref,
    eyebrow: `${ref} · ${programmeName} · ${academicYear(history.link.year)}`,
    schools,
    lead: `${counted(ofKind(all, 'entries').length, 'entry', 'entries')} and ${counted(ofKind(all, 'mails').length, 'mail')}, line by line. Entries are numbered as they stand in the log, mails are not.`,
    past: asked !== undefined,
    ...titleOf(material),
    clocks: (['known-then', 'known-now'] as const).map((one) => ({
      href: timelineHref(ref, { ...filters, clock: one === 'known-now' ? one : undefined }),
      label: one === 'known-then' ? 'In the order it was recorded' : 'In the order it happened',
      current: one === clock,
    })),
    href: timelineHref(ref),
    dayForm: form,
    kept: show === undefined ? {} : { show },
    ...(asked === undefined
      ? {}
      : { today: { href: timelineHref(ref, { ...filters, on: undefined }), label: 'Back to today' } }),
    shows: [
      {
        name: 'lines',
        count: all.length,
        href: timelineHref(ref, { ...filters, show: undefined }),
        current: show === undefined,
      },
      ...timelineShows.map((kind) => ({
        name: showNames[kind],
        count: ofKind(all, kind).length,
        href: timelineHref(ref, { ...filters, show: show === kind ? undefined : kind }),
        current: show === kind,
      })),
    ],
    entries: lines.map(({ view }) => view),
    empty: `Nothing of this kind${asked === undefined ? '' : ' by that day'}.`,
    facts: [
      { key: 'Stage', value: stageNames[stageOf(link)] },
      { key: 'Outcome', value: outcomeText(link) },
      { key: 'First entry', value: fullMoment(history.facts[0]?.recordedAt ?? '') },
      { key: 'Last entry', value: fullMoment(history.facts.at(-1)?.recordedAt ?? '') },
    ],
    ways: [
      { href: `/links/${ref}`, label: 'The page of this link' },
      { href: `/links/${ref}/evidence`, label: 'Was this altered?' },
      { href: `/audit/links/${ref}/print`, label: 'Print without names' },
    ],
  };
}

const showNames: Readonly<Record<TimelineShow, string>> = {
  entries: 'entries',
  mended: 'corrections, voids, overrides',
  correction: 'corrections',
  void: 'voids',
  override: 'overrides',
  late: 'late',
  imported: 'imported',
  mails: 'mails',
};

const ofKind = (lines: readonly TimelineLine[], kind: TimelineShow) =>
  lines.filter(({ shows }) => shows.includes(kind));

function titleOf({ asked, clock, history }: TimelineMaterial): Pick<TimelineView, 'title' | 'sentence'> {
  const sentence =
    clock === 'known-then'
      ? 'each line where it was recorded, with the values it had'
      : 'each line where it happened, with what was corrected since';
  if (asked === undefined) {
    const last = londonDay(history.facts.at(-1)?.recordedAt ?? '');
    return { title: `All there is, up to ${longDay(last)}`, sentence };
  }
  const title =
    asked.clock === 'known-then'
      ? `As it was known on ${longDay(asked.day)}`
      : `${longDay(asked.day)}, as we know it today`;
  return { title, sentence };
}
