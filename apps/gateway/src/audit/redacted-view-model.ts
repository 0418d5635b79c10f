import type { CheckpointRow } from '@linking/application/audit/ledger-tables.js';
import { hashOfText } from '@linking/application/audit/verify-event.js';
import type { LinkVerification } from '@linking/application/audit/verify-link.js';
import type { User } from '@linking/application/accounts/user.js';
import type { LinkHistory } from '@linking/application/links/link-history.js';
import { parseCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import { stageOf } from '@linking/domain/link/stage.js';
import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import { rolesText } from '../accounts/user-words.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { outcomeText, stageNames } from '@linking/words/link-terms.js';
import type { RedactedEntryView, RedactedView } from '../pages/audit/redacted-view.js';
import { academicYear, fullMoment } from '@linking/words/format.js';
import type { CorrectionView, HistoryEntryView } from '../pages/links/history-list.js';
import { timelineLines } from './timeline-lines.js';

export interface RedactedMaterial {
  readonly history: LinkHistory;
  readonly correspondence: readonly ActivityLine[];
  /** Names from which all is taken that a person is known by. */
  readonly names: LinkNames;
  readonly programmeName: string;
  readonly printedBy: Pick<User, 'name' | 'roles'>;
  /** Instant of the clock port. */
  readonly now: string;
  readonly newest?: CheckpointRow | undefined;
  /** Whether the link stands as it was signed; `undefined` while nothing was. */
  readonly verified?: Pick<LinkVerification, 'ok' | 'sentence'> | undefined;
}

export function redactedView(material: RedactedMaterial): RedactedView {
  const { history, correspondence, names, programmeName, printedBy, now, newest, verified } = material;
  const { link, facts, stored } = history;
  const lines = timelineLines({ link, facts, stored, correspondence, names, clock: 'known-then' });
  const bodies = new Map(stored.map(({ envelope, body }) => [envelope.id, { body, envelope }]));
  return {
    ref: link.ref,
    heading: `${link.ref}: ${schoolsOf(link, names)}`,
    facts: [
      { key: 'Programme', value: `${programmeName}, ${academicYear(link.year)}` },
      { key: 'Schools', value: bothSides.map((side) => schoolOf(link, side, names)).join('; ') },
      { key: 'Stage', value: `${stageNames[stageOf(link)]}; ${outcomeText(link).toLowerCase()}` },
      {
        key: 'Printed',
        value: `${fullMoment(now)}, by ${printedBy.name}, ${rolesText(printedBy.roles).toLowerCase()}`,
      },
      { key: 'Signed log', value: signedWords(newest) },
      ...(verified === undefined
        ? []
        : [
            { key: 'Verified', value: `${verified.ok ? '' : 'Something was altered. '}${verified.sentence}` },
          ]),
    ],
    redaction:
      'Names, addresses, telephone numbers, class names, places and all words that somebody typed were taken out. Adults are named by their role at their school; where words were removed, it says so.',
    entries: lines.map(({ view }) => entryOf(view, bodies.get(view.id))),
    mails:
      'The line of hexadecimal digits under an entry is SHA-256 of a zero byte and its stored text, which is how its leaf in the signed log is made. With the evidence file of this link anybody can compare them without us. Mails stand in a stream of their own and are not numbered.',
  };
}

const schoolsOf = ({ sides }: Link, { school }: LinkNames) =>
  [...new Set(bothSides.map((side) => school(sides[side].urn)))].join(' and ');

const schoolOf = ({ sides }: Link, side: 'a' | 'b', { school }: LinkNames) =>
  `${school(sides[side].urn)} (${sides[side].urn})`;

function signedWords(newest: CheckpointRow | undefined): string {
  const signed = newest === undefined ? undefined : parseCheckpoint(newest.note);
  if (newest === undefined || signed === undefined) return 'nothing was signed yet';
  return `${signed.size.toLocaleString('en-GB')} events, root ${signed.root.toString('base64')}, signed ${fullMoment(newest.signedAt)}`;
}

function entryOf(
  view: HistoryEntryView,
  stored?: Pick<LinkHistory['stored'][number], 'body' | 'envelope'>,
): RedactedEntryView {
  const marks = [
    ...(view.voided === undefined ? [] : ['voided']),
    ...(view.tag === undefined ? [] : [view.tag.text.toLowerCase()]),
    ...(view.late === true ? ['entered late'] : []),
    ...(view.marks ?? []).map(({ text }) => text.toLowerCase()),
  ];
  return {
    id: view.id,
    ...(stored === undefined
      ? {}
      : { number: String(stored.envelope.revision), hash: hashOfText(stored.body) }),
    on: view.on,
    headline: view.headline,
    marks,
    details: [
      ...view.details,
      ...(view.voided === undefined ? [] : [`Voided. ${view.voided}`]),
      ...view.corrections.map(correctionWords),
    ],
    small: [view.who, view.time, view.recorded, view.type].filter((part) => part !== undefined).join(' · '),
  };
}

const correctionWords = ({ what, was, now, why }: CorrectionView) =>
  `${what}: was ${was}, now ${now}. ${why}`;
