import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { exportLog } from '../libs/application/src/moving/export-log.js';
import { importLog } from '../libs/application/src/moving/import-log.js';
import { migrations } from '../libs/application/src/schema/migrations.js';
import { openEventLog } from '../libs/application/src/event-log/open-event-log.js';
import type { EventEnvelope, NewEvent } from '../libs/events/src/envelope.js';
import { checkDurability } from '../libs/events/src/postgres/durability.js';
import { PostgresEventStore } from '../libs/events/src/postgres/postgres-event-store.js';
import { systemClock } from '../libs/platform/src/clock/clock.js';
import { LedgerSecrets } from '../libs/platform/src/config/ledger-secrets.js';
import { migrate } from '../libs/platform/src/database/migrate.js';
import { createPool } from '../libs/platform/src/database/pool.js';
import { startEmbeddedPostgres } from '../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { comparison, round, tableOf } from './ratio.js';
import { kilobyteEvent } from './sample.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const EVENTS = Number(process.env['EVENTS'] ?? 200_000);
const BATCH = 1_000;

// Beside the checkout, not in the system's temporary folder: that may be memory, where fsync costs nothing.
const dataDir = path.resolve('.data', `bench-moving-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
const pool = createPool({ url: server.ownerUrl, name: 'bench', max: 4, statementTimeout: 0 });
try {
  await checkDurability(pool);
  await migrate(pool, migrations);
  const store = await openEventLog({}, { pool, clock: systemClock });
  for (let written = 0; written < EVENTS; written += 500) {
    const events = Array.from({ length: 500 }, meeting);
    await store.append(`link-${randomUUID()}`, 'no-stream', events);
  }
  await pool.query('vacuum analyze events');
  console.error(`${EVENTS} events are written`);

  const exports = comparison(`export of ${EVENTS} events`);
  const imports = comparison(`import of ${EVENTS} events`);
  for (let number = 1; number <= ROUNDS; number += 1) {
    const [ours, raw] = [path.join(dataDir, `ours-${number}.gz`), path.join(dataDir, `raw-${number}.gz`)];
    await round(
      exports,
      number,
      () => rateOf(() => exportLog({ pool, store, operator: 'bench' }, ours)),
      () => rateOf(() => rawExport(raw)),
    );
    await round(
      imports,
      number,
      () => inNewDatabase((to) => rateOf(() => ourImport(to, ours))),
      () => inNewDatabase((to) => rateOf(() => rawImport(to, raw))),
    );
    console.error(`round ${number} of ${ROUNDS}`);
  }
  await store.close();
  console.log(tableOf([exports, imports]));
} finally {
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** About 1 kB, of a type that an import knows. */
function meeting(): NewEvent {
  return { ...kilobyteEvent(), type: 'MeetingHeld.v1' };
}

async function rateOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (EVENTS * 1_000) / (performance.now() - start);
}

async function inNewDatabase(use: (to: pg.Pool) => Promise<number>): Promise<number> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const superuser = new pg.Client({ connectionString: server.superuserUrl });
  await superuser.connect();
  await superuser.query(`create database ${name} owner linking`);
  const url = Object.assign(new URL(server.ownerUrl), { pathname: `/${name}` }).href;
  const to = createPool({ url, name: 'bench', max: 4, statementTimeout: 0 });
  try {
    await migrate(to, migrations);
    return await use(to);
  } finally {
    await to.end();
    await superuser.query(`drop database ${name} with (force)`);
    await superuser.end();
  }
}

function ourImport(to: pg.Pool, file: string) {
  const secrets = new LedgerSecrets(path.join(dataDir, 'no-key'));
  return importLog({ pool: to, store: new PostgresEventStore(to), place: 'database' }, file, secrets);
}

/** A paged SELECT through zlib into a file: nothing is checked, hashed or read back. */
async function rawExport(file: string): Promise<void> {
  async function* pages() {
    for (let after = 0; ;) {
      const { rows } = await pool.query<{ position: number; body: string }>({
        name: 'raw-export',
        text: `select position, body from events where position > $1 order by position limit ${BATCH}`,
        values: [after],
      });
      if (rows.length === 0) return;
      yield `${rows.map(({ body }) => body).join('\n')}\n`;
      after = rows.at(-1)!.position;
    }
  }
  await pipeline(Readable.from(pages()), createGzip(), createWriteStream(file, { flush: true }));
}

/** The lines of the file in INSERTs of many rows, one transaction each, into a table like ours. */
async function rawImport(to: pg.Pool, file: string): Promise<void> {
  await to.query('create table raw_events (like events including all)');
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  const batch: string[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length === BATCH) await insert(to, batch.splice(0));
  }
  if (batch.length > 0) await insert(to, batch);
}

async function insert(to: pg.Pool, bodies: readonly string[]): Promise<void> {
  const events = bodies.map((body) => JSON.parse(body) as EventEnvelope);
  await to.query({
    name: 'raw-insert',
    text: `insert into raw_events (stream, revision, event_id, type, body, recorded_at)
      select * from unnest($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[])`,
    values: [
      events.map(({ stream }) => stream),
      events.map(({ revision }) => revision),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      bodies,
      events.map(({ recordedAt }) => recordedAt),
    ],
  });
}
