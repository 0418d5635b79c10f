import type { Pool } from 'pg';
import type { EventEnvelope } from '../envelope.js';

/** An event of another store, by the very text that was recorded there. */
export interface KeptText {
  readonly envelope: EventEnvelope;
  readonly body: string;
}

/**
 * Adds events that were recorded in another store, by their own texts and in this order, all or none of them. Whoever calls
 * it has checked them; the constraints of the table refuse what is there already.
 */
export async function addKeptEvents(pool: Pool, events: readonly KeptText[]): Promise<void> {
  // Neither names nor canonical texts hold a line break, and one text is read faster than a list of them.
  const lines = (of: (event: KeptText) => string) => events.map(of).join('\n');
  await pool.query('select add_kept_events($1, $2, $3, $4, $5, $6)', [
    lines(({ envelope }) => envelope.stream),
    events.map(({ envelope }) => envelope.revision),
    events.map(({ envelope }) => envelope.id),
    lines(({ envelope }) => envelope.type),
    lines(({ body }) => body),
    events.map(({ envelope }) => envelope.recordedAt),
  ]);
}
