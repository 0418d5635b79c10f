import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { openWorld } from '@linking/application/open-world.js';
import { prepareDatabase } from '@linking/application/schema/prepare-database.js';
import { sampleEvents } from '@linking/events/contract/sample-event.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { createPool } from '@linking/platform/database/pool.js';
import { freePort } from '@linking/platform/embedded-postgres/free-port.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { openQueues } from '@linking/platform/queues/queues.js';
import { freshDatabase, type TestDatabase } from './support/database.js';
import { testSettings } from './support/gateway.js';

describe('the role as which the application runs', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await freshDatabase();
    pool = createPool({ url: database.applicationUrl, name: 'application' });
    expect(await prepareDatabase(pool, database.url)).toEqual([]);
    await new PostgresEventStore(pool).append('link-BRD-2026-001', 'no-stream', sampleEvents(3));
  });

  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it.each([
    'update events set body = body',
    'delete from events',
    'truncate events',
    'drop trigger events_are_kept on events',
    'alter table events disable trigger events_are_kept',
    'alter table events drop column body',
    'alter table events owner to linking_app',
    'drop table events',
    'drop table events cascade',
    `create or replace function refuse_to_change_events() returns trigger language plpgsql as 'begin return null; end'`,
    'drop function refuse_to_change_events() cascade',
    'create trigger mine before insert on events execute function refuse_to_change_events()',
    'create rule mine as on insert to events do instead nothing',
    'drop schema public cascade',
    'create table public.events_of_mine ()',
    'set session_replication_role = replica',
    'set role linking',
    'grant linking to linking_app',
    `update schema_migrations set checksum = ''`,
    `insert into events (stream, revision, event_id, type, body, recorded_at)
     select stream, 4, gen_random_uuid(), type, body, recorded_at from events where revision = 3`,
    'alter function append_event security invoker',
    `insert into events overriding system value
     select position + 1000, 'link-mine', revision, gen_random_uuid(), type, body, recorded_at from events`,
  ])('cannot do: %s', async (sql) => {
    const before = await pool.query('select * from events order by position');
    await expect(pool.query(sql)).rejects.toThrow(/permission denied|must be owner|must be able to SET ROLE/);
    expect((await pool.query('select * from events order by position')).rows).toEqual(before.rows);
  });

  it('appends to the log and to nothing of its own by that name', async () => {
    const own = createPool({ url: database.applicationUrl, name: 'application', max: 1 });
    await own.query('create temporary table events (like public.events)');
    await own.query('set search_path = pg_temp, public');
    const store = new PostgresEventStore(own);
    await store.append('link-BRD-2026-004', 'no-stream', sampleEvents(1));
    await store.append('link-BRD-2026-004', 1, sampleEvents(2));
    await expect(store.append('link-BRD-2026-004', 1, sampleEvents(1))).rejects.toThrow(ConcurrencyError);
    expect((await own.query('select from events')).rowCount).toBe(0);
    await own.end();
    expect(await new PostgresEventStore(pool).readStream('link-BRD-2026-004')).toHaveLength(3);
  });

  it('gives itself no right that it was not given', async () => {
    await pool.query('grant update, delete on events to linking_app');
    await expect(pool.query('update events set body = body')).rejects.toThrow('permission denied');
  });

  it('is given its rights again without harm, by several at once', async () => {
    await Promise.all([1, 2, 3].map(() => prepareDatabase(pool, database.url)));
    await expect(pool.query('delete from events')).rejects.toThrow('permission denied for table events');
  });
});

describe('a database that one role has made and used', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('says at each start who could take the guards of the log away', async () => {
    const { notes, close } = await openWorld(testSettings, database.url, 'spec');
    expect(notes).toEqual([
      'The database role linking owns the event log: triggers refuse every change of it, but this role could drop them. ' +
        'Give DATABASE_URL a role that owns nothing, and the owner to DATABASE_OWNER_URL.',
    ]);
    await close();
  });

  it('goes on with a role of the application, and with its queues', async () => {
    const store = createPool({ url: database.url, name: 'as before' });
    await new PostgresEventStore(store).append('link-BRD-2026-002', 'no-stream', sampleEvents(2));
    await store.end();
    const onError = (error: Error) => {
      throw error;
    };
    await (await openQueues({ databaseUrl: database.url, onError })).close();

    const opened = await openWorld(testSettings, database.applicationUrl, 'spec', database.url);
    const { eventStore } = opened.world;
    expect(opened.notes).toEqual([]);
    expect(await eventStore.readStream('link-BRD-2026-002')).toHaveLength(2);
    await eventStore.append('link-BRD-2026-003', 'no-stream', sampleEvents(1));
    await (await openQueues({ databaseUrl: database.applicationUrl, onError })).close();
    await opened.close();

    // Workers or a gateway beside it need no owner: there is nothing to bring to its shape.
    await (await openWorld(testSettings, database.applicationUrl, 'spec')).close();
  });
});

describe('a server that may lose what it has acknowledged', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linking-careless-'));
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    chmodSync(dataDir, 0o755);
    server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off', full_page_writes: 'off' } });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  const start = async (program: string, env: NodeJS.ProcessEnv) => {
    const PORT = String(await freePort());
    return new Promise<{ code: unknown; said: string }>((resolve) => {
      const imports = './tests/support/typescript-imports.mjs';
      const { PATH } = process.env;
      execFile(
        process.execPath,
        ['--import', imports, '--disable-warning=ExperimentalWarning', program],
        { env: { PATH, DATA_DIR: dataDir, PORT, ...env } },
        (error, _, said) => resolve({ code: error?.code ?? 0, said }),
      );
    });
  };
  const tables = async () => {
    const pool = createPool({ url: server.ownerUrl, name: 'spec' });
    const { rows } = await pool.query(`select tablename from pg_tables where schemaname = 'public'`);
    await pool.end();
    return rows;
  };

  const refused = {
    code: 1,
    said:
      'The event log needs a PostgreSQL that keeps what it has acknowledged, but fsync and full_page_writes are off. ' +
      'Switch them on and start again.\n',
  };

  it.each([
    ['the gateway', 'apps/gateway/src/main.ts', () => ({ DATABASE_URL: server.ownerUrl })],
    ['the workers', 'apps/workers/src/main.ts', () => ({ DATABASE_URL: server.ownerUrl })],
  ])('is refused by %s in one sentence, and nothing is written', async (_, program, env) => {
    expect(await start(program, env())).toEqual(refused);
    expect(await tables()).toEqual([]);
  });

  it('is refused by the command line as well', async () => {
    const pool = createPool({ url: server.ownerUrl, name: 'spec' });
    await expect(prepareDatabase(pool)).rejects.toThrow('fsync and full_page_writes are off');
    await pool.end();
    expect(await tables()).toEqual([]);
  });

  it('is refused by everything in one process, which then stops the database it brings', async () => {
    expect(await start('apps/start.ts', {})).toEqual(refused);
  });
});
