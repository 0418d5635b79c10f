import { hashOfText, type EventVerification } from '@linking/application/audit/verify-event.js';
import type { LinkHistory } from '@linking/application/links/link-history.js';
import type { Role } from '@linking/application/accounts/roles.js';
import type { Channel } from '@linking/events/envelope.js';
import type { StoredEvent } from '@linking/events/event-store.js';
import { rolesText } from '../accounts/user-words.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { stageReachedBy } from '../links/history-view-model.js';
import type { AuditResultView } from '../pages/audit/audit-view.js';
import type { EventView } from '../pages/audit/event-view.js';
import { counted, fullDay, fullMoment } from '@linking/words/format.js';
import { eventHref } from './timeline-filters.js';
import { entryLine } from './timeline-lines.js';

export interface EventMaterial {
  readonly history: LinkHistory;
  readonly stored: StoredEvent;
  readonly names: LinkNames;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  readonly schools: string;
  readonly verification: EventVerification;
}

export function eventView(material: EventMaterial): EventView | undefined {
  const { history, stored, names, schools, verification } = material;
  const { link, facts } = history;
  const { revision, id } = stored.envelope;
  const entry = link.entries.find(({ event }) => event.id === id);
  if (entry === undefined) return undefined;
  const lines = {
    link,
    facts,
    stored: history.stored,
    correspondence: [],
    names,
    clock: 'known-now',
  } as const;
  // It is on its own page already.
  const { event: _, ...said } = entryLine(entry, stageReachedBy(facts).get(revision), lines).view;
  const file = `${link.ref}-event-${revision}.json`;
  return {
    ref: link.ref,
    eyebrow: `${link.ref} · ${schools}`,
    heading: `Event ${revision} of ${facts.length}`,
    entry: said,
    result: resultOf(verification),
    facts: factsOf(material),
    body: stored.body,
    bodySentence: bodySentences[verification.standing],
    ...(verification.standing === 'altered' && verification.leafHash !== undefined
      ? { recordedHash: verification.leafHash.toString('hex') }
      : {}),
    hash: hashOfText(stored.body),
    text: {
      href: `${eventHref(link.ref, revision)}/text`,
      command: `(printf '\\0'; cat ${file}) | sha256sum`,
    },
    proof:
      verification.standing === 'signed'
        ? verification.proof.map((hash, at) => ({ id: String(at), hash: hash.toString('hex') }))
        : [],
    proofSentence: proofSentence(verification),
    ...(revision > 1
      ? { earlier: { href: eventHref(link.ref, revision - 1), label: `Event ${revision - 1}` } }
      : {}),
    ...(revision < facts.length
      ? { later: { href: eventHref(link.ref, revision + 1), label: `Event ${revision + 1}` } }
      : {}),
  };
}

const bodySentences: Readonly<Record<EventVerification['standing'], string>> = {
  signed:
    'To the letter as it was signed. Of people, notes and class names it holds keys, so that the words can be erased and the text stays.',
  altered: 'As it stands in the log now. This is not what was recorded and signed.',
  'not-yet-signed': 'As it stands in the log. It waits for its signature.',
};

function resultOf(verification: EventVerification): AuditResultView {
  switch (verification.standing) {
    case 'signed':
      return {
        tone: 'green',
        title: 'In the signed log, as it was recorded',
        sentences: [
          `It is leaf ${verification.leaf.toLocaleString('en-GB')} of the ${counted(verification.size, 'event')} that the newest checkpoint covers.`,
        ],
      };
    case 'altered':
      return {
        tone: 'red',
        title: 'Something was altered',
        sentences: [
          verification.sentence,
          'Keep this page and your checkpoints, and tell the national office.',
        ],
      };
    case 'not-yet-signed':
      return {
        tone: 'amber',
        title: 'Not signed yet',
        sentences: ['Events are signed within seconds. Open this page again in a moment.'],
      };
  }
}

function proofSentence(verification: EventVerification): string {
  if (verification.standing !== 'signed') return 'There is none that holds.';
  const { proof, root } = verification;
  return `${counted(proof.length, 'hash', 'hashes')} lead from this leaf to the root of the newest checkpoint, ${root.toString('base64')}.`;
}

function factsOf({ stored, names, roles }: EventMaterial): EventView['facts'] {
  const { envelope, position } = stored;
  const { type, schema, occurredOn, recordedAt, actor, onBehalfOf, channel } = envelope;
  const { commandId, correlationId, causationId, id, stream } = envelope;
  return [
    { key: 'Event', value: type },
    { key: 'Happened', value: occurredOn === 'before-import' ? 'before the import' : fullDay(occurredOn) },
    { key: 'Recorded', value: fullMoment(recordedAt) },
    { key: 'By', value: `${names.actor(actor)}, ${roleOf(actor, roles)}` },
    ...(onBehalfOf === undefined ? [] : [{ key: 'On behalf of', value: onBehalfOf }]),
    { key: 'Through', value: channelNames[channel] },
    { key: 'Stream', value: stream },
    { key: 'Place in the log', value: position },
    { key: 'Id', value: id },
    { key: 'Command', value: commandId },
    { key: 'Belongs together', value: correlationId },
    ...(causationId === undefined ? [] : [{ key: 'Follows from', value: causationId }]),
    { key: 'Envelope', value: `version ${schema}` },
  ];
}

/** What an actor is today, in words. */
export function roleOf(actor: string, roles: EventMaterial['roles']): string {
  if (actor.startsWith('person:')) return 'of a school';
  const known = roles.get(actor) ?? [];
  if (known.length > 0) return rolesText(known).toLowerCase();
  return actor.startsWith('worker:') ? 'by itself' : 'without a role today';
}

const channelNames: Readonly<Record<Channel, string>> = {
  page: 'a page',
  api: 'the API',
  cli: 'the command line',
  worker: 'a worker',
  'school-page': 'a page of a school',
  import: 'an import',
};
