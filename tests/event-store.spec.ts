import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { describeEventStore } from '@linking/events/contract/event-store-contract.js';
import { pages } from '@linking/events/contract/reading-contract.js';
import { sampleEvents } from '@linking/events/contract/sample-event.js';
import { EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import { checkDurability } from '@linking/events/postgres/durability.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { eventLogMigrations } from '@linking/events/postgres/schema.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { emptyDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { lossyConnection } from './support/lossy-connection.js';

async function emptyLog(): Promise<{ database: TestDatabase; pool: Pool; drop: () => Promise<void> }> {
  const database = await emptyDatabase();
  const pool = createPool({ url: database.url, name: 'event log' });
  await migrate(pool, eventLogMigrations);
  const drop = async () => {
    await pool.end();
    await database.drop();
  };
  return { database, pool, drop };
}

describeEventStore('the event log in PostgreSQL', async () => {
  const { database, pool, drop } = await emptyLog();
  const otherPool = createPool({ url: database.url, name: 'event log of another process' });
  const store = new PostgresEventStore(pool, { databaseUrl: database.url });
  const other = new PostgresEventStore(otherPool);
  return {
    store,
    other,
    sameIdElsewhere: 'refused',
    close: async () => {
      await Promise.all([store.close(), other.close()]);
      await otherPool.end();
      await drop();
    },
  };
});

describe('the event log in PostgreSQL, by itself', () => {
  let log: Awaited<ReturnType<typeof emptyLog>>;
  let store: PostgresEventStore;
  let superuser: Pool;

  beforeAll(async () => {
    log = await emptyLog();
    store = new PostgresEventStore(log.pool, { databaseUrl: log.database.url });
    superuser = createPool({ url: log.database.superuserUrl, name: 'intruder', max: 2 });
  });

  afterAll(async () => {
    await store.close();
    await superuser.end();
    await log.drop();
  });

  const newStream = () => `link-${randomUUID()}`;
  const killConnections = (namedLike: string) =>
    superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name like $1`,
      [namedLike],
    );

  it.each([
    ['changed', 'update events set type = type'],
    ['changed where there is nothing to change', 'update events set type = type where false'],
    ['deleted', 'delete from events'],
    ['emptied', 'truncate events'],
  ])('an event is never %s, not even by the owner or a superuser', async (_what, sql) => {
    const stream = newStream();
    await store.append(stream, 'no-stream', sampleEvents(1));
    const before = await store.readStream(stream);
    await expect(log.pool.query(sql)).rejects.toThrow('The event log is never changed');
    await expect(superuser.query(sql)).rejects.toThrow('The event log is never changed');
    expect(await store.readStream(stream)).toEqual(before);
  });

  it('keeps place, type and time of an event beside its text', async () => {
    const stream = newStream();
    await store.append(stream, 'no-stream', sampleEvents(2));
    const { rows } = await log.pool.query(
      `select count(*) as same from events where stream = $1 and stream = body::json->>'stream'
        and revision = (body::json->>'revision')::int and event_id = (body::json->>'id')::uuid
        and type = body::json->>'type' and recorded_at = (body::json->>'recordedAt')::timestamptz`,
      [stream],
    );
    expect(rows).toEqual([{ same: 2 }]);
  });

  it('connections that die under load lose nothing that was acknowledged, and double nothing', async () => {
    const start = await store.head();
    const acknowledged: string[] = [];
    const stop = new AbortController();
    const followed: string[] = [];
    const following = store.subscribe({ after: start, signal: stop.signal }, async ({ events }) => {
      followed.push(...events.map(({ envelope }) => envelope.id));
    });
    let writing = true;
    let killed = 0;
    const killer = async () => {
      while (writing) {
        await setTimeout(15);
        killed += (await killConnections('event log%')).rowCount ?? 0;
      }
    };
    const writer = async () => {
      const stream = newStream();
      // However quick the machine is, some connections die meanwhile.
      for (let turn = 0; turn < 40 || killed <= 5; turn += 1) {
        const events = sampleEvents(1);
        await appendUntilAnswered(stream, turn === 0 ? 'no-stream' : turn, events);
        acknowledged.push(events[0]!.id);
      }
    };
    const appendUntilAnswered = async (...append: Parameters<typeof store.append>) => {
      for (;;) {
        try {
          return await store.append(...append);
        } catch (error) {
          if (!(error instanceof EventStoreUnavailableError)) throw error;
        }
      }
    };
    const killing = killer();
    await Promise.all(Array.from({ length: 8 }, writer));
    writing = false;
    await killing;

    const inLog = (await pages(store, { after: start })).map(({ envelope }) => envelope.id);
    expect(inLog).toHaveLength(acknowledged.length);
    expect(new Set(inLog)).toEqual(new Set(acknowledged));
    while (followed.length < inLog.length) await setTimeout(20);
    stop.abort();
    await following;
    expect(followed).toEqual(inLog);
  }, 60_000);

  it('a process that ended after the commit and before the answer gets the first answer when it asks again', async () => {
    const stream = newStream();
    const events = sampleEvents(2);
    const lost = createPool({ url: log.database.url, name: 'lost', max: 1 });
    const ended = new PostgresEventStore(lost);
    const first = await ended.append(stream, 'no-stream', events);
    await Promise.all([ended.close(), lost.end()]);
    expect(await store.append(stream, 'no-stream', events)).toEqual({ ...first, repeated: true });
  });

  it.each([
    ['is cut', 'unanswered'],
    ['falls silent', 'silent'],
  ] as const)(
    'when the connection %s between commit and answer, the append is there once',
    async (_what, how) => {
      const connection = await lossyConnection(log.database.url);
      const far = createPool({ url: connection.url, name: 'far away' });
      const distant = new PostgresEventStore(far, { answerWithin: 400 });
      const stream = newStream();
      await distant.append(stream, 'no-stream', sampleEvents(1));
      connection.lose(how);
      const events = sampleEvents(2);
      // The adapter asked again by itself, and was told what the first attempt had done.
      expect(await distant.append(stream, 1, events)).toMatchObject({ revision: 3, repeated: true });
      expect(await store.append(stream, 1, events)).toMatchObject({ revision: 3, repeated: true });
      expect(await store.readStream(stream)).toHaveLength(3);
      await distant.close();
      await far.end();
      await connection.close();
    },
  );

  it('a holder of the lock who is stuck makes the log unavailable, and nothing is written', async () => {
    const impatient = createPool({ url: log.database.url, name: 'impatient', lockTimeout: 200 });
    const waiting = new PostgresEventStore(impatient);
    const stream = newStream();
    const holder = await superuser.connect();
    try {
      await holder.query('begin');
      await holder.query('select pg_advisory_xact_lock(5510, 1)');
      const refused = waiting.append(stream, 'no-stream', sampleEvents(1));
      await expect(refused).rejects.toThrow(EventStoreUnavailableError);
      await expect(refused).rejects.toThrow('nothing was written');
      expect(await waiting.readStream(stream)).toEqual([]);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await setTimeout(300);
    expect(await store.readStream(stream)).toEqual([]);
    expect(await waiting.append(stream, 'no-stream', sampleEvents(1))).toMatchObject({ revision: 1 });
    await waiting.close();
    await impatient.end();
  });

  it('says that it is not available when nobody answers', async () => {
    const nobody = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', name: 'nobody' });
    const unreachable = new PostgresEventStore(nobody);
    await expect(unreachable.ping()).rejects.toThrow(EventStoreUnavailableError);
    await expect(unreachable.append(newStream(), 'no-stream', sampleEvents(1))).rejects.toThrow(
      EventStoreUnavailableError,
    );
    await unreachable.close();
    await nobody.end();
  });

  it('says that it is not available when a server takes the connection and says nothing', async () => {
    const connections: Socket[] = [];
    const mute = createServer((connection) => connections.push(connection)).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const pool = createPool({ url: `postgres://x@127.0.0.1:${port}/x`, name: 'mute', connectTimeout: 50 });
    const waiting = new PostgresEventStore(pool);
    await expect(waiting.append(newStream(), 'no-stream', sampleEvents(1))).rejects.toThrow(
      EventStoreUnavailableError,
    );
    await waiting.close();
    await pool.end();
    for (const connection of connections) connection.destroy();
    mute.close();
  });

  it('follows on when the listening connection is lost, at the latest with the next look', async () => {
    const stream = newStream();
    const after = await store.head();
    const stop = new AbortController();
    const seen: number[] = [];
    const following = store.subscribe({ after, signal: stop.signal }, async ({ events }) => {
      seen.push(...events.map(({ envelope }) => envelope.revision));
    });
    for (let revision = 1; revision <= 3; revision += 1) {
      await killConnections('event log listener');
      await store.append(stream, revision === 1 ? 'no-stream' : revision - 1, sampleEvents(1));
      const deadline = performance.now() + 60_000;
      while (seen.length < revision && performance.now() < deadline) await setTimeout(10);
      expect(seen).toHaveLength(revision);
    }
    stop.abort();
    await following;
  });

  it('a new event reaches a subscriber sooner than the next look', async () => {
    const after = await store.head();
    const stop = new AbortController();
    let heard = 0;
    const following = store.subscribe({ after, signal: stop.signal }, async () => {
      heard = performance.now();
      stop.abort();
    });
    const other = createPool({ url: log.database.url, name: 'another process' });
    const elsewhere = new PostgresEventStore(other);
    // The subscriber has looked and waits; only the listening connection can wake it in time.
    while ((await listeners()) === 0) await setTimeout(20);
    await setTimeout(300);
    const appended = performance.now();
    await elsewhere.append(newStream(), 'no-stream', sampleEvents(1));
    await following;
    expect(heard - appended).toBeLessThan(1_000);
    await elsewhere.close();
    await other.end();
  });

  async function listeners(): Promise<number> {
    const { rows } = await superuser.query<{ count: number }>(
      `select count(*) from pg_stat_activity where datname = current_database()
        and application_name = 'event log listener' and query like 'listen%'`,
    );
    return rows[0]!.count;
  }
});

describe('a server that the event log can be trusted to', () => {
  it('is accepted as the embedded one is set', async () => {
    const { pool, drop } = await emptyLog();
    await expect(checkDurability(pool)).resolves.toBeUndefined();
    await drop();
  });

  it('is refused when it acknowledges before it has written', async () => {
    const { database, drop } = await emptyLog();
    const careless = createPool({
      url: `${database.url}?options=-csynchronous_commit%3Doff`,
      name: 'careless',
    });
    await expect(checkDurability(careless)).rejects.toThrow('synchronous_commit is off. Switch it on');
    await careless.end();
    await drop();
  });
});
