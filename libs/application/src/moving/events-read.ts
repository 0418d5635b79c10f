import type { Queryable } from '@linking/projections/projection.js';
import { readLedger } from '../audit/ledger-tables.js';

/** Consumers whose work is not only rows that can be made again: what they did before must not be done twice. */
export const WORKING_CONSUMERS: readonly string[] = ['planning', 'carrying'];

/**
 * How many events each working consumer has read, by its position in the store that kept the log so far. What the ledger has
 * not seen yet is read again: planning or carrying something twice is harmless.
 * @param inTable whether those positions are of the table of events in this database
 */
export async function eventsReadByConsumers(
  db: Queryable,
  inTable: boolean,
): Promise<Readonly<Record<string, number>>> {
  const signed = (await readLedger(db))?.size ?? 0;
  const { rows } = await db.query<{ consumer: string; position: string; leaf: number | null }>(
    `select c.consumer, c.position, l.leaf from checkpoints c left join ledger_leaves l on l.position = c.position
     where c.consumer = any ($1) and c.position is not null`,
    [WORKING_CONSUMERS],
  );
  const read: Record<string, number> = {};
  for (const { consumer, position, leaf } of rows) {
    if (leaf !== null) read[consumer] = leaf + 1;
    else if (inTable && /^\d+$/.test(position)) read[consumer] = await eventsUpTo(db, position);
    else read[consumer] = signed;
  }
  return read;
}

async function eventsUpTo(db: Queryable, position: string): Promise<number> {
  const { rows } = await db.query<{ events: number }>(
    'select count(*) as events from events where position <= $1::bigint',
    [position],
  );
  return rows[0]!.events;
}
