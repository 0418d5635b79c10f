import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { CommandIdReused, ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { LogEventData } from '@linking/events/log/log-events.js';
import { LOG_STREAM } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { EventWriter } from '../commands/event-writer.js';
import { EventLogUnusableError } from './event-log-unusable.js';
import { checkLogPlace, lastImport, placeOf } from './log-place.js';

export interface LogAndDatabase {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  /** The log is kept by a server of its own, which another database may be using. */
  readonly elsewhere: boolean;
}

interface Remembered {
  readonly logId: string;
  readonly confirmed: boolean;
}

/**
 * Database and log find each other again at every start. A new pair gets an id, in the database first and then in the log, so
 * that a start that is killed in between is gone on with by the next one.
 * @throws EventLogUnusableError when the database belongs to another log
 */
export async function checkLogIdentity(both: LogAndDatabase): Promise<void> {
  await checkLogPlace(both.pool, placeOf(both.elsewhere));
  // In this order: another process may be getting both an id at the same moment, the database first.
  const before = await remember(both.pool);
  const kept = await logIdOf(both.store);
  const remembered = before ?? (await remember(both.pool)) ?? (await meet(both, kept));
  if (kept === undefined) {
    if (before?.confirmed) throw refusal('The event log is empty, but this database belongs to another one.');
    await create(both, remembered.logId);
  }
  const logId = kept ?? (await logIdOf(both.store));
  if (logId !== remembered.logId)
    throw refusal('This database belongs to another event log than the one that was given.');
  // The same log, but nobody brought it there from here: positions in this database are those of its own table.
  if (
    both.elsewhere &&
    (await lastImport(both.pool, 'finished')) === undefined &&
    (await keepsEvents(both.pool))
  )
    throw refusal('This database keeps an event log of its own, which would be left behind.');
  if (!remembered.confirmed) await both.pool.query('update log_identity set confirmed = true');
}

/** The log holds nothing but its own id. */
export async function isNewLog(store: EventStore): Promise<boolean> {
  const { events } = await store.readAll({ limit: 2 });
  return events.every(({ envelope }) => envelope.stream === LOG_STREAM);
}

async function logIdOf(store: EventStore): Promise<string | undefined> {
  const [first] = await store.readStream(LOG_STREAM, { limit: 1 });
  return first && (first.envelope.data as LogEventData['LogCreated']).logId;
}

/** The id of the log that this database belongs to, if it does. */
export async function knownLogId(db: Pick<pg.Pool, 'query'>): Promise<string | undefined> {
  return (await remember(db))?.logId;
}

async function remember(db: Pick<pg.Pool, 'query'>): Promise<Remembered | undefined> {
  const { rows } = await db.query<Remembered>('select log_id as "logId", confirmed from log_identity');
  return rows[0];
}

/** A database that knows no log yet. Two processes that start together get the same id. */
async function meet({ pool, elsewhere }: LogAndDatabase, kept: string | undefined): Promise<Remembered> {
  if (elsewhere && kept !== undefined)
    throw refusal(
      'The event log belongs to another database. Names, accounts and notes are in that database only.',
    );
  if (elsewhere && (await keepsEvents(pool)))
    throw refusal('This database keeps an event log of its own, which would be left behind.');
  return rememberFrom(pool, kept ?? randomUUID());
}

/** The id of the log that this database belongs to; one that knows none yet gets one, a new one unless it is given. */
export async function logIdOfDatabase(
  db: Pick<pg.Pool, 'query'>,
  logId: string = randomUUID(),
): Promise<string> {
  return (await rememberFrom(db, logId)).logId;
}

async function rememberFrom(db: Pick<pg.Pool, 'query'>, logId: string): Promise<Remembered> {
  await db.query('insert into log_identity (log_id) values ($1) on conflict do nothing', [logId]);
  return (await remember(db))!;
}

async function keepsEvents(pool: pg.Pool): Promise<boolean> {
  return (await pool.query('select from events limit 1')).rowCount === 1;
}

async function create({ store, clock }: LogAndDatabase, logId: string): Promise<void> {
  const sender = { actor: 'worker:log', channel: 'worker', commandId: logId, correlationId: logId } as const;
  try {
    await new EventWriter(store, clock).append(
      LOG_STREAM,
      [],
      [{ type: 'LogCreated', data: { logId } }],
      sender,
    );
  } catch (error) {
    // Another process was quicker; whose id is there is looked at next.
    if (!(error instanceof ConcurrencyError || error instanceof CommandIdReused)) throw error;
  }
}

function refusal(reason: string): EventLogUnusableError {
  return new EventLogUnusableError(
    `${reason} Set DATABASE_URL and KURRENTDB_URL to the two that belong together, or start with a new database and an empty log.`,
  );
}
