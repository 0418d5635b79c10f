import type pg from 'pg';

/** An event as an audit reads it: its text, and what the store has filed it under beside the text. */
export interface AuditedEvent {
  readonly position: string;
  readonly body: string;
  /** Absent where a store keeps nothing beside the text. */
  readonly columns?: EventColumns;
}

export interface EventColumns {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
}

interface Row {
  readonly position: string;
  readonly body: string;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly recorded_at: number;
}

/** The smallest bigint: an event that was put in before the first position is read as well. */
const BEFORE_ALL = '-9223372036854775808';

/** Reads the table of events itself, in log order. */
export async function auditedRows(
  pool: pg.Pool,
  after: string | null,
  prefixes: readonly string[],
  limit: number,
): Promise<readonly AuditedEvent[]> {
  const { rows } = await pool.query<Row>(
    `select e.position::text, e.body, e.stream, e.revision, e.event_id::text, e.type,
       (extract(epoch from e.recorded_at) * 1000)::float8 as recorded_at
     from events e where e.position > $1 and e.stream ^@ any ($2::text[]) order by e.position limit $3`,
    [after ?? BEFORE_ALL, prefixes, limit],
  );
  return rows.map(
    ({ position, body, stream, revision, event_id: eventId, type, recorded_at: recordedAt }) => ({
      position,
      body,
      columns: { stream, revision, eventId, type, recordedAt },
    }),
  );
}
