import { checkDurability } from '@linking/events/postgres/durability.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { createPool } from '@linking/platform/database/pool.js';
import { checkRedis } from '@linking/platform/queues/redis-server.js';
import { openEventLog } from './event-log/open-event-log.js';
import { prepareDatabase } from './schema/prepare-database.js';
import type { World } from './world.module.js';

export interface OpenWorld {
  readonly world: World;
  /** The clock that can be moved; only the demonstration has one. */
  readonly demoClock: DatabaseClock | undefined;
  /** What has to stay true while it runs, for `/health/ready`. */
  readonly checks: readonly { readonly name: string; check(): Promise<void>; readonly optional?: boolean }[];
  /** What whoever runs it should know, one sentence each. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens what an application stands on, and brings the database to the newest shape.
 * Refuses a server that may lose what it has acknowledged.
 * @param name shown in pg_stat_activity
 * @param ownerUrl the same database as its owner; without it the role of `databaseUrl` brings it to its shape
 */
export async function openWorld(
  settings: Settings,
  databaseUrl: string,
  name: string,
  ownerUrl = settings.databaseOwnerUrl,
): Promise<OpenWorld> {
  const pool = createPool({ url: databaseUrl, name });
  const closing = [() => pool.end()];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const notes = await prepareDatabase(pool, ownerUrl);
    const demoClock = settings.demo ? await DatabaseClock.open(pool) : undefined;
    if (demoClock) closing.push(() => demoClock.close());
    const clock = demoClock ?? systemClock;
    const eventStore = await openEventLog(settings, { pool, databaseUrl, clock });
    closing.push(() => eventStore.close());
    return {
      world: { pool, eventStore, clock, settings },
      demoClock,
      checks: [{ name: 'durability', check: () => checkDurability(pool) }, ...queueChecks(settings)],
      // In KurrentDB the log is beyond the reach of any role of this database.
      notes: settings.kurrentDbUrl === undefined ? notes : [],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

// While Redis is away mails and read models wait; people can still read and save.
function queueChecks({ redisUrl }: Settings): OpenWorld['checks'] {
  return redisUrl === undefined ? [] : [{ name: 'redis', check: () => checkRedis(redisUrl), optional: true }];
}
