import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { outboxMailer } from '@linking/application/mails/outbox-mailer.js';
import { planning } from '@linking/application/mails/planning.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { openQueues, type Queues } from '@linking/platform/queues/queues.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { openDesk } from '../apps/workers/src/work-desk.js';
import { startSending } from '../apps/workers/src/mails/sending.js';
import { joinBradford, writeLinksToSign } from '../tests/support/links-to-sign.js';
import { startRedis } from '../tests/support/redis-server.js';
import { measureBurst } from './mail-burst.js';
import { measurePlannedYear } from './planned-year.js';
import { jobsHandled } from './jobs-handled.js';
import { comparison, round, tableOf } from './ratio.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
/** Four mails each, three of which leave alone or with another: enough for seconds, so that starting the workers does not count. */
const LINKS = Number(process.env['LINKS'] ?? 1_000);
/** A Monday morning five school days after the agreements went out. */
const NOW = '2026-09-21T08:30:00.000Z';
const TARGET = 0.25;
/** The links of the network. */
const YEAR = Number(process.env['YEAR'] ?? 530);
/** Due at one moment, over SMTP. */
const BURST = Number(process.env['BURST'] ?? 2_000);

// Beside the checkout, not in the system's temporary folder: that may be memory, where fsync costs nothing.
const dataDir = path.resolve('.data', `bench-mails-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
const redis = await startRedis(path.join(dataDir, 'redis'));
const pool = createPool({ url: server.ownerUrl, name: 'bench', max: 10, statementTimeout: 0 });
const store = new PostgresEventStore(pool, { databaseUrl: server.ownerUrl });
const clock = new SetClock(NOW);
const fail = (error: Error) => console.error(error.message);
const onRedis = await openQueues({ databaseUrl: server.ownerUrl, redisUrl: redis.url, onError: fail });
const onPostgres = await openQueues({ databaseUrl: server.ownerUrl, onError: fail });
const settings = {
  publicUrl: 'http://127.0.0.1:3000',
  mailFrom: 'links@linking.example',
  nationalOffice: 'office@linking.example',
  tokenSecret: 'a secret of this benchmark, long enough for it',
};
const wantedMails = wantedMailsOf(store);
let written = 0;

/** Links with mails that are due, planned as the workers plan them; answers how many mails a second were planned. */
async function plan(links: number): Promise<number> {
  await writeLinksToSign({ pool, store }, links, written + 1);
  written += links;
  const began = performance.now();
  await catchUp({ pool, store }, planning({ wantedMails, store, clock, mailDomain: 'linking.example' }));
  return (links * MAILS_OF_A_LINK * 1_000) / (performance.now() - began);
}

const MAILS_OF_A_LINK = 6;
const DUE_OF_A_LINK = 4;

const delivered = async () =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from mails where ended = 'sent'`)).rows[0]!.n;

/** Whether all that is due has ended: found out by index, so that looking costs next to nothing. */
const isOver = async () =>
  (await pool.query('select from mails where ended is null and due_at <= $1 limit 1', [clock.now()]))
    .rowCount === 0;

const log = { info: () => undefined, error: (_: object, message: string) => console.error(message) };
const lookup = tableLookup({ pool, store, clock }, settings);
const dependencies = { pool, store, clock, wantedMails, lookup, settings };

/** Mails a second from the table to the outbox: due, on the queue, claimed, asked once more, made, sent, written down. */
async function sent(queues: Queues, links: number): Promise<number> {
  const wanted = (await delivered()) + links * DUE_OF_A_LINK;
  const stopping = new AbortController();
  const began = performance.now();
  const part = await startSending(
    { queues, desk: openDesk({ pool, clock, log }), signal: stopping.signal },
    { ...dependencies, mailer: outboxMailer(pool) },
  );
  while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 20));
  const rate = (links * DUE_OF_A_LINK * 1_000) / (performance.now() - began);
  if ((await delivered()) !== wanted) throw new Error('Not everything that was due was sent.');
  stopping.abort();
  await part.close();
  return rate;
}

try {
  await migrate(pool, migrations);
  await joinBradford({ pool, store });
  const plans: number[] = [];
  const year = await measurePlannedYear({ pool, store, clock, wantedMails }, YEAR);
  // What it planned is none of the following.
  await pool.query('delete from mails');
  const results = [
    { result: comparison('mails to the outbox, queues on PostgreSQL', TARGET), queues: onPostgres },
    { result: comparison('mails to the outbox, queues on Redis', TARGET), queues: onRedis },
  ];
  for (const { queues } of results) {
    await plan(20);
    await sent(queues, 20);
    await jobsHandled(queues, 200);
  }
  for (let number = 1; number <= ROUNDS; number += 1) {
    for (const { result, queues } of results) {
      plans.push(await plan(LINKS));
      await round(
        result,
        number,
        () => sent(queues, LINKS),
        () => jobsHandled(queues, LINKS * DUE_OF_A_LINK),
      );
    }
    console.error(
      `round ${number} of ${ROUNDS}, load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`,
    );
  }
  const titles = { beside: 'beside jobs that do nothing', rates: 'mails / jobs a second' };
  console.log(
    tableOf(
      results.map(({ result }) => result),
      titles,
    ),
  );
  console.log(year);
  for (const { name, queues } of [
    { name: 'PostgreSQL', queues: onPostgres },
    { name: 'Redis', queues: onRedis },
  ]) {
    await plan(BURST / DUE_OF_A_LINK);
    console.log(`queues on ${name}: ${await measureBurst({ ...dependencies, queues, log }, BURST)}`);
  }
  console.log(
    `planned from the log: ${Math.round(plans.toSorted((x, y) => x - y)[plans.length >> 1]!)} mails a second`,
  );
} finally {
  await onRedis.close();
  await onPostgres.close();
  await redis.stop();
  await store.close();
  await pool.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
