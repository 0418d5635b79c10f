import { EventLogUnusableError } from '@linking/application/event-log/event-log-unusable.js';
import { openWorld } from '@linking/application/open-world.js';
import type { World } from '@linking/application/world.module.js';
import { sampleEvents } from '@linking/events/contract/sample-event.js';
import { LOG_STREAM } from '@linking/events/streams.js';
import { createPool } from '@linking/platform/database/pool.js';
import { createGateway } from '../apps/gateway/src/create-gateway.js';
import { freshDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { testSettings } from './support/gateway.js';
import { startStandIn } from './support/kurrentdb/stand-in.js';
import type { StandIn } from './support/kurrentdb/stand-in.js';

let database: TestDatabase;
let standIn: StandIn;

beforeEach(async () => {
  [database, standIn] = await Promise.all([freshDatabase(), startStandIn()]);
});

afterEach(async () => {
  await standIn.close();
  await database.drop();
});

/** Opens the world as gateway and workers do, and closes it again. */
async function start<T>(
  kurrentDbUrl: string | undefined,
  use: (world: World) => Promise<T>,
  url = database.url,
): Promise<T> {
  const { world, close } = await openWorld({ ...testSettings, kurrentDbUrl, demo: true }, url, 'spec');
  try {
    return await use(world);
  } finally {
    await close();
  }
}

const idOfLog = async ({ eventStore }: World) => {
  const events = await eventStore.readStream(LOG_STREAM);
  expect(events).toHaveLength(1);
  return (events[0]!.envelope.data as { logId: string }).logId;
};
const idInDatabase = async ({ pool }: World) => {
  const { rows } = await pool.query<{ log_id: string; confirmed: boolean }>('select * from log_identity');
  expect(rows).toEqual([{ only_one: true, log_id: expect.any(String), confirmed: true }]);
  return rows[0]!.log_id;
};
const bothIds = async (world: World) => [await idOfLog(world), await idInDatabase(world)];

describe.each([
  ['PostgreSQL', () => undefined],
  ['KurrentDB', () => standIn.url],
])('a database and its log in %s', (_name, url) => {
  test('get an id at their first start and know each other again at the next', async () => {
    const [ofLog, inDatabase] = await start(url(), bothIds);
    expect(ofLog).toBe(inDatabase);
    expect(await start(url(), bothIds)).toEqual([ofLog, inDatabase]);
  });

  test('get one id when two processes start together', async () => {
    const ids = await Promise.all([start(url(), bothIds), start(url(), bothIds), start(url(), bothIds)]);
    expect(new Set(ids.flat()).size).toBe(1);
  });

  test('are gone on with when the first start was killed before the log had its id', async () => {
    const logId = '0d3f8f5e-7d0c-4f5c-9a3f-0a7d1c1f4b11';
    // The row alone is what such a start leaves behind.
    const pool = createPool({ url: database.url, name: 'killed', max: 1 });
    await pool.query('insert into log_identity (log_id) values ($1)', [logId]);
    await pool.end();
    expect(await start(url(), bothIds)).toEqual([logId, logId]);
  });
});

describe('a start with a log that is not its own', () => {
  const refusalOf = async (kurrentDbUrl: string | undefined, url?: string) => {
    const starting = start(kurrentDbUrl, async () => undefined, url);
    await expect(starting).rejects.toThrow(EventLogUnusableError);
    await expect(starting).rejects.toThrow(
      /Set DATABASE_URL and KURRENTDB_URL to the two that belong together/,
    );
    return starting.catch((error: Error) => error.message);
  };

  test('is refused when the log is empty', async () => {
    await start(standIn.url, async () => undefined);
    const empty = await startStandIn();
    expect(await refusalOf(empty.url)).toMatch(
      /^The event log is empty, but this database belongs to another/,
    );
    expect(empty.log.records.filter(({ stream }) => !stream.startsWith('$'))).toEqual([]);
    await empty.close();
  });

  test('is refused when KURRENTDB_URL was forgotten', async () => {
    await start(standIn.url, async () => undefined);
    expect(await refusalOf(undefined)).toMatch(/^The event log is empty/);
  });

  test('is refused when the log has its own database', async () => {
    await start(standIn.url, async () => undefined);
    const other = await freshDatabase();
    expect(await refusalOf(standIn.url, other.url)).toMatch(/^The event log belongs to another database/);
    const otherLog = await startStandIn();
    await start(otherLog.url, async () => undefined, other.url);
    expect(await refusalOf(standIn.url, other.url)).toMatch(/^This database belongs to another event log/);
    await otherLog.close();
    await other.drop();
  });

  test('is refused when the database has kept a log itself so far', async () => {
    await start(undefined, ({ eventStore }) => eventStore.append('link-a', 'no-stream', sampleEvents(1)));
    expect(await refusalOf(standIn.url)).toMatch(/^The event log is empty/);
    await start(undefined, ({ pool }) => pool.query('delete from log_identity').then(() => undefined));
    expect(await refusalOf(standIn.url)).toMatch(/^This database keeps an event log of its own/);
  });
});

describe('a KurrentDB that cannot be used', () => {
  const sentenceOf = (url: string) =>
    start(url, async () => undefined).then(
      () => 'it started',
      (error: Error) => `${error.name}: ${error.message}`,
    );

  test('is named with its address, never with the password', async () => {
    await standIn.relay.close();
    const { port } = standIn.relay;
    const url = `kurrentdb://me:hush@127.0.0.1:${port}?tls=false`;
    expect(await sentenceOf(url)).toBe(
      `EventLogUnusableError: KurrentDB does not answer at 127.0.0.1:${port}. Start it, or check KURRENTDB_URL (also whether it needs tls=false).`,
    );
    await standIn.relay.open();
    standIn.faults.accessDenied = true;
    expect(await sentenceOf(url)).toMatch(
      /^EventLogUnusableError: KurrentDB at 127\.0\.0\.1:\d+ refuses the user of KURRENTDB_URL\. Name a user who may read \$all/,
    );
  });

  test('is named when its address says what cannot be', async () => {
    expect(await sentenceOf('kurrentdb://me:hush@127.0.0.1:2113?tls=true&tlsCaFile=/not/there.pem')).toMatch(
      /^EventLogUnusableError: KURRENTDB_URL cannot be read\. It must look like/,
    );
  });

  test('takes the gateway out of service while it is away', async () => {
    const settings = { ...testSettings, kurrentDbUrl: standIn.url };
    const { world, checks, close } = await openWorld(settings, database.url, 'spec');
    const app = await createGateway(world, { checks });
    const health = async () => {
      const answer = await app.inject('/health/ready');
      const body = answer.json<{ status: string; checks: { name: string; ok: boolean }[] }>();
      return [answer.statusCode, body.status, body.checks.filter(({ ok }) => !ok).map(({ name }) => name)];
    };
    try {
      expect(await health()).toEqual([200, 'ready', []]);
      await standIn.relay.close();
      expect(await health()).toEqual([503, 'not-ready', ['event-log']]);
      await standIn.relay.open();
      expect(await health()).toEqual([200, 'ready', []]);
    } finally {
      await app.close();
      await close();
    }
  });
});
