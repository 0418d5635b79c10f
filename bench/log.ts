import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { migrations } from '@linking/application/schema/migrations.js';
import { checkDurability } from '@linking/events/postgres/durability.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { ourAppends, rawInserts } from './appends.js';
import { copyToRaw, fill, ourCatchUp, rawCatchUp } from './catch-up.js';
import { appendOne, measureEvidence, wholeLink } from './evidence.js';
import { Processes } from './processes.js';
import { comparison, round, tableOf } from './ratio.js';
import { bareHashing, ourFollowing, ourVerification, rawReading, sampleOfTexts } from './verification.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const SECONDS = Number(process.env['SECONDS'] ?? 3);
const EVENTS = Number(process.env['EVENTS'] ?? 200_000);
/** Both sides take turns so often within a round. */
const TURNS = 4;

// Beside the checkout, not in the system's temporary folder: that may be memory, where fsync costs nothing.
const dataDir = path.resolve('.data', `bench-log-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
const pool = createPool({ url: server.ownerUrl, name: 'bench', max: 40, statementTimeout: 0 });
const store = new PostgresEventStore(pool, { databaseUrl: server.ownerUrl });
const ledger = { pool, store, secrets: new LedgerSecrets(path.join(dataDir, 'ledger-key')) };
const two = await Processes.start(2, server.ownerUrl);
const load = () => `load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
try {
  await checkDurability(pool);
  await migrate(pool, migrations);
  await pool.query('create table raw_events (like events including all)');

  const milliseconds = (SECONDS * 1_000) / TURNS;
  const appends = [1, 8, 32].map((clients, at) => ({
    result: comparison(`appends, ${clients} ${clients === 1 ? 'client' : 'clients'}`, [0.6, 0.95, 1.3][at]),
    ours: () => ourAppends(store, clients, milliseconds),
    raw: () => rawInserts(pool, clients, milliseconds),
  }));
  appends.push({
    result: comparison('appends, 2 processes of 16 clients'),
    ours: () => two.rate({ how: 'ours', clients: 16, milliseconds }),
    raw: () => two.rate({ how: 'raw', clients: 16, milliseconds }),
  });
  for (const { ours, raw } of appends) await Promise.all([ours(), raw()]);
  for (let number = 1; number <= ROUNDS; number += 1) {
    for (const { result, ours, raw } of appends) await round(result, number, ours, raw, TURNS);
    console.error(`appends: round ${number} of ${ROUNDS}, ${load()}`);
  }

  const after = await store.head();
  const link = wholeLink();
  for (const [at, event] of link.entries()) {
    await appendOne(ledger, at, event);
    await fill(store, Math.round(EVENTS / link.length));
  }
  await copyToRaw(pool);
  const texts = await sampleOfTexts(pool);
  const sides = [
    {
      result: comparison(`catch-up of ${EVENTS} events`, 0.9),
      ours: () => ourCatchUp(store, after),
      raw: () => rawCatchUp(pool, after, false),
    },
    {
      result: comparison('the same, raw with JSON.parse', 0.9),
      ours: () => ourCatchUp(store, after),
      raw: () => rawCatchUp(pool, after, true),
    },
    {
      result: comparison('catch-up of link- beside raw, all'),
      ours: () => ourCatchUp(store, after, ['link-']),
      raw: () => rawCatchUp(pool, after, false),
    },
    ...(
      [
        ['reading and hashing', 0.5, () => rawReading(pool, true)],
        ['hashing leaves and nodes', 0.5, () => bareHashing(texts, EVENTS, true)],
        ['hashing leaves', undefined, () => bareHashing(texts, EVENTS, false)],
      ] as const
    ).map(([what, target, raw]) => ({
      result: comparison(`verification beside ${what}`, target),
      ours: () => ourVerification(pool, store),
      raw,
    })),
  ];
  const following = comparison('following into the ledger beside reading');
  await round(
    following,
    1,
    () => ourFollowing(ledger),
    () => rawReading(pool, false),
  );
  await pool.query('vacuum analyze');
  for (let number = 1; number <= ROUNDS; number += 1) {
    for (const { result, ours, raw } of sides) await round(result, number, ours, raw);
    console.error(`reading: round ${number} of ${ROUNDS}, ${load()}`);
  }
  console.log(
    tableOf([...appends.map(({ result }) => result), ...sides.map(({ result }) => result), following]),
  );
  console.log(await measureEvidence(ledger, dataDir));
} finally {
  await two.stop();
  await store.close();
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
