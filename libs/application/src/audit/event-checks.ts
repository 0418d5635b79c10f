import type { EventEnvelope } from '@linking/events/envelope.js';
import type { AuditedEvent } from '@linking/events/postgres/audited-rows.js';
import { Wrong, type FirstWrong } from './wrong.js';

/** What the ledger says of one event. */
export interface LeafRow {
  readonly leaf: number;
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly hash: Buffer;
}

type Place = Pick<LeafRow, 'stream' | 'revision'>;
export const eventInWords = ({ stream, revision }: Place) => `Event ${revision} of ${stream}`;

/** Text, columns and leaf speak of the same event. @throws Wrong */
export function checkEvent(event: AuditedEvent, leaf: LeafRow, sameText: boolean): void {
  if (!sameText) throw otherText(event, leaf);
  const said = readable(event);
  if (
    said.id !== leaf.eventId ||
    said.stream !== leaf.stream ||
    said.revision !== leaf.revision ||
    event.position !== leaf.position
  ) {
    throw new Wrong(
      `In the ledger leaf ${leaf.leaf} is filed as ${eventInWords(leaf)}, but it is ${eventInWords(said)}.`,
      { stream: said.stream, revision: said.revision, eventId: said.id, leaf: leaf.leaf },
    );
  }
  checkColumns(said, event.columns, leaf, 'Its text is as it was recorded.');
}

/** An event that waits for its signature: text and columns speak of the same event. @throws Wrong */
export function checkWaiting(event: AuditedEvent): void {
  const said = readable(event);
  const { stream, revision, id: eventId } = said;
  checkColumns(said, event.columns, { stream, revision, eventId }, 'It waits for its signature.');
}

function checkColumns(
  said: Said,
  columns: AuditedEvent['columns'],
  at: Omit<FirstWrong, 'sentence'>,
  ending: string,
): void {
  if (columns === undefined) return;
  const recordedAt = Date.parse(said.recordedAt);
  const same =
    columns.stream === said.stream &&
    columns.revision === said.revision &&
    columns.eventId === said.id &&
    columns.type === said.type &&
    columns.recordedAt === recordedAt;
  if (same) return;
  const differs = [
    ['stream', columns.stream, said.stream],
    ['revision', columns.revision, said.revision],
    ['id', columns.eventId, said.id],
    ['type', columns.type, said.type],
    ['time', columns.recordedAt, recordedAt],
  ].find(([, filed, text]) => filed !== text);
  if (differs !== undefined) {
    const [what, filed, text] = differs;
    throw new Wrong(
      `${eventInWords(said)} is filed under another ${what} than its text says: ${filed} instead of ${text}. ${ending}`,
      at,
    );
  }
}

/** The leaf of an event as its text gives it. Of a text that is the one that was recorded. */
export function leafOf(leaf: number, event: AuditedEvent, hash: Buffer): LeafRow {
  const { position } = event;
  const { stream, revision, id: eventId } = readable(event);
  return { leaf, position, stream, revision, eventId, hash };
}

export type Said = Pick<EventEnvelope, 'id' | 'stream' | 'revision' | 'type' | 'recordedAt'>;

/** How a canonical envelope ends: its names stand in order, and no text within it can hold a bare quotation mark. */
const ENDING =
  /,"id":"([^"\\]*)","occurredOn":"[^"\\]*",(?:"onBehalfOf":"[^"\\]*",)?"recordedAt":"([^"\\]*)","revision":(\d+),"schema":1,"stream":"([^"\\]*)","type":"([^"\\]*)"}$/;
const LONGEST_ENDING = 600;

/** @throws Wrong */
function readable({ body, position }: AuditedEvent): Said {
  const said = saidBy(body);
  if (said !== undefined) return said;
  throw new Wrong(`The event at position ${position} cannot be read: its text is not that of an event.`);
}

/** Nearly always without reading all of the text; `undefined` when it is none that can be read. */
export function saidBy(body: string): Said | undefined {
  const [, id, recordedAt, revision, stream, type] = ENDING.exec(body.slice(-LONGEST_ENDING)) ?? [];
  if (id === undefined || recordedAt === undefined || stream === undefined || type === undefined) {
    try {
      return (JSON.parse(body) as EventEnvelope | null) ?? undefined;
    } catch {
      return undefined;
    }
  }
  return { id, recordedAt, revision: Number(revision), stream, type };
}

function otherText(event: AuditedEvent, leaf: LeafRow): Wrong {
  const found = placeOf(event);
  if (found === undefined || found.eventId === leaf.eventId || event.position === leaf.position) {
    return new Wrong(
      `${eventInWords(leaf)} was changed: its text is not the one that was recorded and signed.`,
      leaf,
    );
  }
  return new Wrong(
    `Where ${eventInWords(leaf)} was recorded and signed, the log now has event ${found.revision} of ${found.stream}: an event was taken out, put in or moved.`,
    leaf,
  );
}

function placeOf({ body, columns }: AuditedEvent): (Place & { readonly eventId: string }) | undefined {
  if (columns !== undefined) return columns;
  try {
    const { id: eventId, stream, revision } = JSON.parse(body) as EventEnvelope;
    return { eventId, stream, revision };
  } catch {
    return undefined;
  }
}
