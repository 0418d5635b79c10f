import { checkDurability } from '@linking/events/postgres/durability.js';
import { systemClock } from '@linking/platform/clock/clock.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { checkRedis } from '@linking/platform/queues/redis-server.js';
import { openEventLog } from './event-log/open-event-log.js';
import { migrations } from './schema/migrations.js';
import type { World } from './world.module.js';

export interface OpenWorld {
  readonly world: World;
  /** The clock that can be moved; only the demonstration has one. */
  readonly demoClock: DatabaseClock | undefined;
  /** What has to stay true while it runs, for `/health/ready`. */
  readonly checks: readonly { readonly name: string; check(): Promise<void>; readonly optional?: boolean }[];
  close(): Promise<void>;
}

/**
 * Opens what an application stands on, and brings the database to the newest shape.
 * Refuses a server that may lose what it has acknowledged.
 * @param name shown in pg_stat_activity
 */
export async function openWorld(settings: Settings, databaseUrl: string, name: string): Promise<OpenWorld> {
  const pool = createPool({ url: databaseUrl, name });
  const closing = [() => pool.end()];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    await checkDurability(pool);
    await migrate(pool, migrations);
    const demoClock = settings.demo ? await DatabaseClock.open(pool) : undefined;
    if (demoClock) closing.push(() => demoClock.close());
    const clock = demoClock ?? systemClock;
    const eventStore = await openEventLog(settings, { pool, databaseUrl, clock });
    closing.push(() => eventStore.close());
    return {
      world: { pool, eventStore, clock, settings },
      demoClock,
      checks: [{ name: 'durability', check: () => checkDurability(pool) }, ...queueChecks(settings)],
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
