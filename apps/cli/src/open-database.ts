import { placeOf } from '@linking/application/event-log/log-place.js';
import { openEventLog, openStore } from '@linking/application/event-log/open-event-log.js';
import type { Destination } from '@linking/application/moving/log-to-bring.js';
import { prepareDatabase } from '@linking/application/schema/prepare-database.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { readSettings, type Settings } from '@linking/platform/config/settings.js';
import type { Migration } from '@linking/platform/database/migrations.js';
import { createPool } from '@linking/platform/database/pool.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import type pg from 'pg';

export interface OpenDatabase {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
}

/** What a command that failed to open the next thing has to close again, last opened first. */
type Closing = (() => Promise<unknown>)[];

/**
 * Opens the database of the settings: DATABASE_URL, or the embedded one, which is started when nobody runs it and then
 * stopped at the end. Brings its tables to the newest shape, and closes everything when `use` has ended.
 */
export async function withDatabase<T>(
  env: NodeJS.ProcessEnv,
  use: (database: OpenDatabase) => Promise<T>,
): Promise<T> {
  const closing: Closing = [];
  try {
    return await use(await open(env, closing));
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

/** The same for a command that brings a log there: the store is opened whatever it holds. */
export async function withDestination<T>(
  env: NodeJS.ProcessEnv,
  steps: readonly Migration[],
  use: (destination: Destination & { readonly settings: Settings; finish(): Promise<void> }) => Promise<T>,
): Promise<T> {
  const closing: Closing = [];
  try {
    const settings = readSettings(env);
    const { pool, ownerUrl } = await openPool(settings, closing);
    await prepareDatabase(pool, ownerUrl, steps);
    const store = await openStore(settings, { pool });
    closing.push(() => store.close());
    const place = placeOf(settings.kurrentDbUrl !== undefined);
    const finish = async () => void (await prepareDatabase(pool, ownerUrl));
    return await use({ pool, store, place, settings, finish });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function openPool(settings: Settings, closing: Closing) {
  const { url, ownerUrl } =
    settings.databaseUrl === undefined
      ? await embedded(settings.dataDir, closing)
      : { url: settings.databaseUrl, ownerUrl: settings.databaseOwnerUrl };
  const pool = createPool({ url, name: 'linking-cli', max: 4 });
  closing.push(() => pool.end());
  return { pool, ownerUrl };
}

async function open(env: NodeJS.ProcessEnv, closing: Closing): Promise<OpenDatabase> {
  const settings = readSettings(env);
  const { pool, ownerUrl } = await openPool(settings, closing);
  await prepareDatabase(pool, ownerUrl);
  const clock = await DatabaseClock.open(pool);
  closing.push(() => clock.close());
  const store = await openEventLog(settings, { pool, clock });
  closing.push(() => store.close());
  return { pool, store, clock };
}

async function embedded(dataDir: string, closing: Closing): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  if (!server.adopted) closing.push(() => server.stop());
  return server;
}
