import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkDurability } from '../libs/events/src/postgres/durability.js';
import { PostgresEventStore } from '../libs/events/src/postgres/postgres-event-store.js';
import { eventLogMigrations } from '../libs/events/src/postgres/schema.js';
import { migrate } from '../libs/platform/src/database/migrate.js';
import { createPool } from '../libs/platform/src/database/pool.js';
import { startEmbeddedPostgres } from '../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { ourAppends, rawInserts } from './appends.js';
import { fill, ourCatchUp, rawCatchUp } from './catch-up.js';
import { comparison, round, tableOf } from './ratio.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const SECONDS = Number(process.env['SECONDS'] ?? 3);
const EVENTS = Number(process.env['EVENTS'] ?? 200_000);

// Beside the checkout, not in the system's temporary folder: that may be memory, where fsync costs nothing.
const dataDir = path.resolve('.data', `bench-log-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
const pool = createPool({ url: server.ownerUrl, name: 'bench', max: 40, statementTimeout: 0 });
const store = new PostgresEventStore(pool, { databaseUrl: server.ownerUrl });
try {
  await checkDurability(pool);
  await migrate(pool, eventLogMigrations);
  await pool.query('create table raw_events (like events including all)');

  const appends = [
    { clients: 1, result: comparison('appends, 1 client', 0.6) },
    { clients: 8, result: comparison('appends, 8 clients', 0.95) },
    { clients: 32, result: comparison('appends, 32 clients', 1.3) },
  ];
  await Promise.all([ourAppends(store, 8, 1_000), rawInserts(pool, 8, 1_000)]);
  for (let number = 1; number <= ROUNDS; number += 1) {
    for (const { clients, result } of appends) {
      const milliseconds = SECONDS * 1_000;
      await round(
        result,
        number,
        () => ourAppends(store, clients, milliseconds),
        () => rawInserts(pool, clients, milliseconds),
      );
    }
    console.error(`appends: round ${number} of ${ROUNDS}`);
  }

  const after = await store.head();
  await fill(store, pool, EVENTS);
  const read = comparison(`catch-up of ${EVENTS} events`, 0.9);
  const parsed = comparison('the same, raw with JSON.parse', 0.9);
  const filtered = comparison('catch-up of link- beside raw, all', 0.9);
  for (let number = 1; number <= ROUNDS; number += 1) {
    await round(
      read,
      number,
      () => ourCatchUp(store, after),
      () => rawCatchUp(pool, after, false),
    );
    await round(
      parsed,
      number,
      () => ourCatchUp(store, after),
      () => rawCatchUp(pool, after, true),
    );
    await round(
      filtered,
      number,
      () => ourCatchUp(store, after, ['link-']),
      () => rawCatchUp(pool, after, false),
    );
    console.error(`catch-up: round ${number} of ${ROUNDS}`);
  }
  console.log(tableOf([...appends.map(({ result }) => result), read, parsed, filtered]));
} finally {
  await store.close();
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
