import type pg from 'pg';
import { lastImport, type LogPlace } from '../event-log/log-place.js';
import { knownLogId } from '../event-log/log-identity.js';
import { countEvents } from './count-events.js';
import { holdsTheSame } from './holds-the-same.js';
import type { Destination, LogToBring } from './log-to-bring.js';
import { MovingRefused } from './moving-refused.js';

/** How processes of ours call themselves to the database. */
const OURS = ['linking', 'gateway', 'workers'];

/** @throws MovingRefused while the service is running on this database */
export async function refuseWhileRunning(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and application_name = any ($1)`,
    [OURS],
  );
  if (rowCount !== 0)
    throw new MovingRefused('The service is running on this database. Stop it, then run this again.');
}

/**
 * Whether the log may be brought there: `fresh`, `goes-on` where an import was cut off or where the log has been before, or
 * `there` already. @throws MovingRefused
 */
export async function checkDestination(
  { pool, store, place }: Destination,
  log: LogToBring,
): Promise<'fresh' | 'goes-on' | 'there'> {
  const known = await knownLogId(pool);
  if (known !== undefined && known !== log.logId)
    throw new MovingRefused(
      'This database belongs to another event log than the one in the file. Use the database of that log, or a new one.',
    );
  const last = await lastImport(pool);
  const finished = await lastImport(pool, 'finished');
  const standing = (await countEvents(pool, store)).events;
  if (place === 'kurrentdb' && finished?.place !== 'kurrentdb')
    await refuseLeavingEventsBehind(pool, log, known);
  if (standing === 0) return 'fresh';
  const cutOff = last?.finishedAt === null && last.place === place;
  const comesBack = finished !== undefined && finished.place !== place;
  if (standing > log.events || !(await holdsTheSame(store, log, standing)))
    throw new MovingRefused(
      `The event log is not empty: it has ${inWords(standing)} events, and they are not the beginning of those in the file. A log is brought only into an empty one.`,
    );
  if (cutOff || comesBack) return 'goes-on';
  const home = finished?.place ?? (await placeSoFar(pool));
  if (standing === log.events && known !== undefined && home === place) return 'there';
  throw new MovingRefused(
    `The event log is not empty: it has ${inWords(standing)} events. A log is brought only into an empty one.`,
  );
}

/** Where the log of a database is to which none was ever brought. */
async function placeSoFar(pool: pg.Pool): Promise<LogPlace> {
  return (await pool.query('select from events limit 1')).rowCount === 0 ? 'kurrentdb' : 'database';
}

/** The table of events of this database may hold what was saved after the export. */
async function refuseLeavingEventsBehind(
  pool: pg.Pool,
  log: LogToBring,
  known: string | undefined,
): Promise<void> {
  const { rows } = await pool.query<{ events: number }>('select count(*) as events from events');
  const { events } = rows[0]!;
  if (events === 0) return;
  if (known === undefined)
    throw new MovingRefused('This database keeps an event log of its own, which would be left behind.');
  if (events > log.events)
    throw new MovingRefused(
      `The log in this database has ${inWords(events)} events, the file ${inWords(log.events)}: more was saved since. Stop the service and export the log again.`,
    );
}

const inWords = (count: number) => count.toLocaleString('en-GB');
