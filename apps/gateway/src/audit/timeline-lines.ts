import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { compareDays } from '@linking/domain/calendar/loose-days.js';
import { marksOf, type AuditMark } from '@linking/domain/link/audit-marks.js';
import type { Entry, Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import type { ReplayClock } from '@linking/domain/link/replay.js';
import type { StoredEvent } from '@linking/events/event-store.js';
import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import { fieldWords, valueWords } from '@linking/words/field-words.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { ownEntry, stageReachedBy } from '../links/history-view-model.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { sideText } from '@linking/words/link-terms.js';
import { mailEntry } from '../links/mail-entries.js';
import type { TagView } from '../pages/components/tag.js';
import { longDay, longMoment } from '@linking/words/format.js';
import type { HistoryEntryView } from '../pages/links/history-list.js';
import { eventHref, type TimelineShow } from './timeline-filters.js';

export interface LinesMaterial {
  /** The link as it stands after the last line that is shown. */
  readonly link: Link;
  readonly facts: readonly RecordedLinkEvent[];
  readonly stored: readonly StoredEvent[];
  readonly correspondence: readonly ActivityLine[];
  readonly names: LinkNames;
  readonly clock: ReplayClock;
}

/** One entry of the link or one mail about it, and among what it is shown. */
export interface TimelineLine {
  readonly view: HistoryEntryView;
  readonly shows: readonly TimelineShow[];
}

/** Both streams of a link in one list, the oldest first: as it was recorded, or as it happened. */
export function timelineLines(material: LinesMaterial): readonly TimelineLine[] {
  const { link, facts, correspondence, clock } = material;
  const reached = stageReachedBy(facts);
  const own = link.entries.map((entry) => ({
    when: { ...entry.event, stream: 0 },
    line: entryLine(entry, reached.get(entry.event.revision), material),
  }));
  const mails = correspondence.map((mail) => ({
    when: { ...mail, stream: 1 },
    line: mailLine(mail, material),
  }));
  // Of one instant the entries come first: a mail answers them.
  const recorded = (x: InOrder, y: InOrder) =>
    x.recordedAt.localeCompare(y.recordedAt) || x.stream - y.stream || x.revision - y.revision;
  const happened = (x: InOrder, y: InOrder) => compareDays(x.occurredOn, y.occurredOn) || recorded(x, y);
  const order = clock === 'known-then' ? recorded : happened;
  return [...own, ...mails].toSorted((x, y) => order(x.when, y.when)).map(({ line }) => line);
}

type When = Pick<RecordedLinkEvent, 'occurredOn' | 'recordedAt' | 'revision'>;
type InOrder = When & { readonly stream: number };

export function entryLine(entry: Entry, stage: string | undefined, material: LinesMaterial): TimelineLine {
  const { link, stored, names, clock } = material;
  const { event } = entry;
  const marks = marksOf(entry);
  const imported = stored[event.revision - 1]?.envelope.channel === 'import';
  const view = ownEntry(entry, stage, { ...material, href: '', mayMend: false });
  return {
    view: {
      ...view,
      ...byClock(event, clock),
      details: [...view.details, ...mendedWords(event, link, names)],
      marks: [
        ...marks.flatMap((mark) => (mark === 'late' ? [] : [markTags[mark]])),
        ...(imported ? [{ tone: 'grey', text: 'Imported' } as const] : []),
      ],
      event: { href: eventHref(link.ref, event.revision), label: `event ${event.revision}` },
      type: event.type,
    },
    shows: [
      'entries',
      ...(marks.some((mark) => mark !== 'late') ? (['mended'] as const) : []),
      ...marks,
      ...(imported ? (['imported'] as const) : []),
    ],
  };
}

const markTags: Readonly<Record<Exclude<AuditMark, 'late'>, TagView>> = {
  correction: { tone: 'amber', text: 'Correction' },
  void: { tone: 'red', text: 'Void' },
  override: { tone: 'amber', text: 'Rule overridden' },
};

const mailLine = (mail: ActivityLine, { names, clock }: LinesMaterial): TimelineLine => ({
  view: { ...mailEntry([mail], names), ...byClock(mail, clock), type: mail.type },
  shows: ['mails'],
});

/** The day of the clock that is chosen stands on the left, the other one beneath. */
function byClock({ occurredOn, recordedAt }: When, clock: ReplayClock) {
  const day = londonDay(recordedAt);
  const time = londonTime(recordedAt);
  if (clock === 'known-then') {
    return {
      on: day,
      time,
      ...(day === occurredOn ? {} : { recorded: `happened ${longDay(occurredOn)}` }),
    };
  }
  return { on: occurredOn, recorded: `recorded ${longMoment(recordedAt)}` };
}

/** What a correction or a void says of the entry that it mends. */
export function mendedWords(event: RecordedLinkEvent, link: Link, names: LinkNames): readonly string[] {
  if (event.type !== 'EntryCorrected' && event.type !== 'EntryVoided') return [];
  const id = event.type === 'EntryCorrected' ? event.data.correctsEventId : event.data.voidsEventId;
  const target = link.entries.find((entry) => entry.event.id === id)?.event;
  if (target === undefined) return [];
  const mended = `Event ${target.revision}: ${historySentence(target, link, names).headline}.`;
  if (event.type === 'EntryVoided') return [mended];
  const { pointer, was, now } = event.data;
  const field = fieldWords(pointer, (side) => sideText(link, side, names));
  return [mended, `${field}: was ${valueWords(was, pointer)}, now ${valueWords(now, pointer)}.`];
}
