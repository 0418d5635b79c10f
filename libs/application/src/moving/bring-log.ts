import type pg from 'pg';
import { lastImport } from '../event-log/log-place.js';
import { knownLogId, logIdOfDatabase } from '../event-log/log-identity.js';
import { addToStore } from './add-to-store.js';
import { countEvents } from './count-events.js';
import { checkDestination, refuseWhileRunning } from './destination-checks.js';
import type { KeptEvent } from './kept-event.js';
import type { Destination, LogToBring } from './log-to-bring.js';
import { MovingRefused } from './moving-refused.js';
import type { Tell } from './progress.js';
import { settle, type Settling } from './settle.js';

// Any number does, as long as every version of this program uses the same.
const MOVING_LOCK = 7_401_223;
/** Events that are added at once. */
const GROUP = 1_000;
const GROUP_BYTES = 8 * 1024 * 1024;

export interface TellBringing {
  readonly writing?: Tell;
  readonly reading?: Tell;
}

/**
 * Brings a checked log to its destination, reads it back there, and lets the database follow. Cut off at any moment it is
 * gone on with by the next call with the same log, and until then nothing else opens it.
 * @returns false when all of it was there before
 * @throws MovingRefused
 */
export async function bringLog(
  to: Destination,
  log: LogToBring,
  settling: Settling,
  tell: TellBringing = {},
): Promise<boolean> {
  return alone(to.pool, async () => {
    await refuseWhileRunning(to.pool);
    const found = await checkDestination(to, log);
    if (found === 'there') return false;
    await beginImport(to, log);
    await addMissing(to, log, tell.writing);
    await settle(to, log, settling, tell.reading);
    return true;
  });
}

/** One at a time, on one database. */
async function alone<T>(pool: pg.Pool, task: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      MOVING_LOCK,
    ]);
    if (rows[0]?.taken !== true)
      throw new MovingRefused('Another import or restore is running on this database. Wait for its end.');
    return await task();
  } finally {
    // Ends the session, and with it the lock.
    client.release(true);
  }
}

/** From here on nothing opens this log until it is whole. */
async function beginImport({ pool, place }: Destination, { logId, events, root }: LogToBring): Promise<void> {
  const open = await lastImport(pool);
  const firstLog = (await knownLogId(pool)) === undefined;
  const values = [events, root, place];
  if (open?.finishedAt === null)
    await pool.query(
      'update log_imports set events = $1, root = $2, place = $3 where finished_at is null',
      values,
    );
  else
    await pool.query('insert into log_imports (events, root, place, first_log) values ($1, $2, $3, $4)', [
      ...values,
      firstLog,
    ]);
  await logIdOfDatabase(pool, logId);
}

async function addMissing({ pool, store }: Destination, log: LogToBring, tell: Tell = () => undefined) {
  let standing = (await countEvents(pool, store)).events;
  let passed = 0;
  let group: KeptEvent[] = [];
  let bytes = 0;
  const send = async () => {
    if (group.length > 0) await addToStore(pool, store, group);
    standing += group.length;
    group = [];
    bytes = 0;
    tell(standing, log.events);
  };
  for await (const events of log.read()) {
    for (const event of events) {
      passed += 1;
      if (passed <= standing) continue;
      group.push(event);
      bytes += event.body.length;
      if (group.length === GROUP || bytes > GROUP_BYTES) await send();
    }
  }
  await send();
}
