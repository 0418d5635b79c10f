import type { Pool } from 'pg';
import type { EventEnvelope } from '../envelope.js';

/** An event of another store, by the very text that was recorded there. */
export interface KeptText {
  readonly envelope: EventEnvelope;
  readonly body: string;
}

/**
 * Adds events that were recorded in another store, by their own texts and in this order, all or none of them. Whoever calls
 * it has checked them; the constraints of the table refuse what is there already. It holds the lock of every append.
 */
export async function addKeptEvents(pool: Pool, events: readonly KeptText[]): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(5510, 1)');
    await client.query(
      `insert into events (stream, revision, event_id, type, body, recorded_at)
       select stream, revision, id, type, body, recorded_at
       from unnest($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[])
         with ordinality kept(stream, revision, id, type, body, recorded_at, n) order by n`,
      [
        events.map(({ envelope }) => envelope.stream),
        events.map(({ envelope }) => envelope.revision),
        events.map(({ envelope }) => envelope.id),
        events.map(({ envelope }) => envelope.type),
        events.map(({ body }) => body),
        events.map(({ envelope }) => envelope.recordedAt),
      ],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
