import { londonDay } from '@linking/domain/calendar/london.js';
import type { Channel, NewEvent } from '@linking/events/envelope.js';
import { eventId } from '@linking/events/event-ids.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { ImportEventData } from '@linking/events/import/import-events.js';
import { storedType, type PresentType } from '@linking/events/upcasting/present-language.js';
import { importStream } from '@linking/events/streams.js';
import type pg from 'pg';

interface ImportTableRow {
  readonly id: string;
  readonly kind: ImportEventData['SchoolsImported']['kind'];
  readonly file_hash: string;
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly unchanged: number;
  readonly errors: number;
  readonly actor: string;
  readonly channel: Channel;
  readonly at: Date;
}

/**
 * Writes into the log what was imported and is not there yet. A crash between the tables and the log heals by calling
 * it again: ids and bytes come from the stored row, so the same event twice is one event.
 */
export async function announceImports(pool: pg.Pool, store: EventStore): Promise<void> {
  const { rows } = await pool.query<ImportTableRow>(
    'select * from school_imports where not announced order by at',
  );
  for (const row of rows) {
    await store.append(importStream(row.id), 'no-stream', [eventOf(row)]);
    await pool.query('update school_imports set announced = true where id = $1', [row.id]);
  }
}

function eventOf(row: ImportTableRow): NewEvent<PresentType, ImportEventData['SchoolsImported']> {
  const recordedAt = row.at.toISOString();
  const { kind, added, changed, closed, unchanged, errors } = row;
  return {
    id: eventId(row.id, 0),
    type: storedType('SchoolsImported'),
    schema: 1,
    occurredOn: londonDay(recordedAt),
    recordedAt,
    actor: row.actor,
    channel: row.channel,
    commandId: row.id,
    correlationId: row.id,
    data: { importId: row.id, kind, fileHash: row.file_hash, added, changed, closed, unchanged, errors },
  };
}
