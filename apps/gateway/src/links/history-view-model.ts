import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { compareDays } from '@linking/domain/calendar/loose-days.js';
import { isEnteredLate } from '@linking/domain/link/late-entries.js';
import type { Entry, Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import { stages } from '@linking/domain/link/stage.js';
import { replay } from '@linking/domain/link/replay.js';
import { longDay } from '@linking/words/format.js';
import type { CorrectionView, HistoryEntryView } from '../pages/links/history-list.js';
import type { TickView } from '../pages/links/time-bar.js';
import { fieldWords, valueWords } from '@linking/words/field-words.js';
import { historySentence } from '@linking/words/history-sentence.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import type { HoldFact } from '@linking/application/mails/holds-of-link.js';
import { holdEntry } from './hold-entries.js';
import { mailEntry, mailsAtOnce } from './mail-entries.js';
import { codeText, sideText, stageNames } from '@linking/words/link-terms.js';

export interface HistoryMaterial {
  /** The link as it stands after the last fact that is shown. */
  readonly link: Link;
  readonly facts: readonly RecordedLinkEvent[];
  readonly correspondence: readonly ActivityLine[];
  /** What held its mails, and released them. */
  readonly holds?: readonly HoldFact[];
  readonly names: LinkNames;
  readonly href: string;
  /** Corrections and voids are offered to whoever may change the link. */
  readonly mayMend: boolean;
}

/** Own entries and mails in one list, the newest first. */
export function historyView(material: HistoryMaterial): readonly HistoryEntryView[] {
  const reached = stageReachedBy(material.facts);
  const own = material.link.entries.map((entry) => ({
    sort: [entry.event.occurredOn, entry.event.recordedAt, entry.event.revision] as const,
    view: ownEntry(entry, reached.get(entry.event.revision), material),
  }));
  const mails = mailsAtOnce(material.correspondence).map((lines) => ({
    sort: [lines[0].occurredOn, lines[0].recordedAt, lines[0].revision] as const,
    view: mailEntry(lines, material.names),
  }));
  const holds = (material.holds ?? []).map((fact) => ({
    sort: [fact.occurredOn, fact.recordedAt, fact.revision] as const,
    view: holdEntry(fact, material.names),
  }));
  return [...own, ...mails, ...holds].toSorted((x, y) => compare(y.sort, x.sort)).map(({ view }) => view);
}

/** One tick an event, in the order of the log. */
export function ticksOf({
  link,
  facts,
  names,
}: Pick<HistoryMaterial, 'link' | 'facts' | 'names'>): readonly TickView[] {
  const reached = stageReachedBy(facts);
  return facts.map((fact) => ({
    kind: isMending(fact) ? 'mending' : reached.has(fact.revision) ? 'stage' : 'step',
    label: historySentence(fact, link, names).headline,
  }));
}

/** One own entry. `stage` is the one that became the furthest with it. */
export function ownEntry(
  entry: Entry,
  stage: string | undefined,
  material: Omit<HistoryMaterial, 'correspondence' | 'holds'>,
): HistoryEntryView {
  const { event } = entry;
  const { link, names, href } = material;
  const sentence = historySentence(event, link, names);
  const recordedOn = londonDay(event.recordedAt);
  const sameDay = recordedOn === event.occurredOn;
  const voided = entry.voided ? voidWords(event, link, names) : undefined;
  return {
    id: event.id,
    on: event.occurredOn,
    ...(sameDay ? { time: londonTime(event.recordedAt) } : {}),
    marker: isMending(event) ? 'mending' : stage === undefined ? 'step' : 'stage',
    ...sentence,
    ...(stage === undefined || entry.voided ? {} : { tag: { tone: 'green', text: stage } }),
    who: whoRecorded(event, names),
    event: { href: `${href}?revision=${event.revision}`, label: `event ${event.revision}` },
    ...(sameDay ? {} : { recorded: `recorded ${longDay(recordedOn)}` }),
    ...(isEnteredLate(entry) ? { late: true } : {}),
    corrections: correctionsOf(event, link, names),
    ...(voided === undefined ? {} : { voided }),
    actions: material.mayMend && mayBeMended(entry) ? mendings(event, href) : [],
  };
}

/** Whoever has no account acts on a page of her own: she signs, she answers a proposal, or she teaches. */
function whoRecorded({ actor, type }: RecordedLinkEvent, names: LinkNames): string {
  const name = names.actor(actor);
  if (!actor.startsWith('person:')) return name;
  if (type === 'ClassConfirmed') return `${name}, on the page that asks for the teacher`;
  if (signing.has(type)) return `${name}, on the signing page`;
  return `${name}, on the ${answering.has(type) ? 'page of the proposal' : 'teacher’s own page'}`;
}

const mendings = ({ id, type }: RecordedLinkEvent, href: string) => [
  { href: `${href}/record/correct-entry?event=${id}`, label: 'Correct' },
  ...(type === 'InterestRecorded' || type === 'LinkProposed'
    ? []
    : [{ href: `${href}/record/void-entry?event=${id}`, label: 'Void' }]),
];

const mayBeMended = ({ event, voided }: Entry) => !voided && event.type !== 'EntryVoided' && !isMarker(event);

/** Markers follow from facts: the fact is mended, and they go with it. */
const isMarker = ({ type }: RecordedLinkEvent) =>
  [
    'LinkBrokered',
    'LinkAgreed',
    'VisitsPlanned',
    'FinalExchangeCompleted',
    'TrainingRequirementSet',
    'LinkReBrokered',
  ].includes(type);

const isMending = ({ type }: RecordedLinkEvent) => type === 'EntryCorrected' || type === 'EntryVoided';

function correctionsOf(event: RecordedLinkEvent, link: Link, names: LinkNames): readonly CorrectionView[] {
  return link.entries.flatMap(({ event: mending, voided }) => {
    if (mending.type !== 'EntryCorrected' || voided || mending.data.correctsEventId !== event.id) return [];
    const { pointer, was, now, reasonCode } = mending.data;
    return [
      {
        what: fieldWords(pointer, (side) => sideText(link, side, names)),
        was: valueWords(was, pointer),
        now: valueWords(now, pointer),
        why: mendedBy(mending, reasonCode, names),
      },
    ];
  });
}

function voidWords(event: RecordedLinkEvent, link: Link, names: LinkNames): string {
  const voiding = link.entries.findLast(
    ({ event: other, voided }) =>
      other.type === 'EntryVoided' && !voided && other.data.voidsEventId === event.id,
  )?.event;
  return voiding?.type === 'EntryVoided' ? mendedBy(voiding, voiding.data.reasonCode, names) : 'Voided.';
}

const mendedBy = ({ actor, recordedAt }: RecordedLinkEvent, reasonCode: string, names: LinkNames) =>
  `Reason: ${codeText(reasonCode)}. ${names.actor(actor)}, ${longDay(londonDay(recordedAt))}`;

/** The stage that became the furthest with an event, by its revision. */
export function stageReachedBy(facts: readonly RecordedLinkEvent[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const known = new Set<string>();
  for (const link of replay(facts)) {
    for (const stage of stages) {
      if (link.reached[stage] === undefined || known.has(stage)) continue;
      known.add(stage);
      found.set(link.revision, stageNames[stage]);
    }
  }
  return found;
}

type SortKey = readonly [string, string, number];

function compare(x: SortKey, y: SortKey): number {
  return compareDays(x[0], y[0]) || x[1].localeCompare(y[1]) || x[2] - y[2];
}

/** What a headteacher says on the page of a proposal. */
const answering: ReadonlySet<string> = new Set([
  'ProposalAccepted',
  'ProposalDeclined',
  'LinkBrokered',
  'LinkNotFormed',
]);

/** What a school says on the page of its agreement. */
const signing: ReadonlySet<string> = new Set([
  'AgreementSigned',
  'AgreementDeclined',
  'AgreementRevoked',
  'LinkAgreed',
]);
