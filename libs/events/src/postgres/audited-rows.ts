import type pg from 'pg';

/** An event as an audit reads it: its text, and what the store has filed it under beside the text. */
export interface AuditedEvent {
  readonly position: string;
  readonly body: string;
  /** Absent where a store keeps nothing beside the text. */
  readonly columns?: EventColumns;
  /** The same columns as one text: revision, id, milliseconds, type, stream, with tabs between. */
  readonly filed?: string;
}

export interface EventColumns {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
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
  // One text for all columns: a log of many events is read several times faster so.
  const { rows } = await pool.query<{ readonly columns: string; readonly body: string }>(
    `select concat_ws(E'\\t', e.position, e.revision, e.event_id, extract(epoch from e.recorded_at) * 1000,
       e.type, e.stream) as columns, e.body
     from events e where e.position > $1 and e.stream ^@ any ($2::text[]) order by e.position limit $3`,
    [after ?? BEFORE_ALL, prefixes, limit],
  );
  return rows.map(({ columns, body }) => {
    const tab = columns.indexOf('\t');
    return new FiledEvent(columns.slice(0, tab), body, columns.slice(tab + 1));
  });
}

class FiledEvent implements AuditedEvent {
  constructor(
    readonly position: string,
    readonly body: string,
    readonly filed: string,
  ) {}

  get columns(): EventColumns {
    const [revision, eventId = '', recordedAt, type = '', ...stream] = this.filed.split('\t');
    return {
      // Names of streams and types have no tabs; one that somebody wrote into them shows as what it is.
      stream: stream.join('\t'),
      revision: Number(revision),
      eventId,
      type,
      recordedAt: Number(recordedAt),
    };
  }
}
