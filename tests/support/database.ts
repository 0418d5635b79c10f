import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrations } from '@linking/application/schema/migrations.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';

export interface TestDatabase {
  /** As the role `linking`, owner of the database, as where one role has to do for everything. */
  readonly url: string;
  /** The same database as the role of the application, which owns nothing. */
  readonly applicationUrl: string;
  /** The same database as the superuser: for tests that tamper with it. */
  readonly superuserUrl: string;
  /** Ends what is still connected, and removes the database. */
  drop(): Promise<void>;
}

const TEMPLATE = 'linking_template';
const TEMPLATE_LOCK = 7_401_221;

/** A database of its own with every migration applied: cloned from a template that is made once a run. */
export async function freshDatabase(): Promise<TestDatabase> {
  await withServer(makeTemplate);
  return createDatabase(`template ${TEMPLATE}`);
}

/** A database of its own with none of our tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withServer((server) => server.query(`create database ${name} ${template} owner linking`));
  return {
    url: addressOf('TEST_DATABASE_URL', name),
    applicationUrl: addressOf('TEST_APPLICATION_URL', name),
    superuserUrl: addressOf('TEST_SUPERUSER_URL', name),
    drop: () =>
      withServer((server) => server.query(`drop database if exists ${name} with (force)`)).then(
        () => undefined,
      ),
  };
}

// The template gets its name only when complete, and only one of the spec files that run at once makes it.
async function makeTemplate(server: pg.Client): Promise<void> {
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await server.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (rowCount) return;
  const draft = `${TEMPLATE}_draft`;
  await server.query(`drop database if exists ${draft} with (force)`);
  await server.query(`create database ${draft} owner linking`);
  const pool = createPool({ url: addressOf('TEST_DATABASE_URL', draft), name: 'template', max: 1 });
  try {
    await migrate(pool, migrations);
  } finally {
    await pool.end();
  }
  await server.query(`alter database ${draft} rename to ${TEMPLATE}`);
}

async function withServer<T>(task: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: addressOf('TEST_SUPERUSER_URL', 'postgres') });
  await server.connect();
  try {
    return await task(server);
  } finally {
    await server.end();
  }
}

function addressOf(
  variable: 'TEST_DATABASE_URL' | 'TEST_APPLICATION_URL' | 'TEST_SUPERUSER_URL',
  database: string,
): string {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set: run this spec with "--selectProjects system".`);
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
