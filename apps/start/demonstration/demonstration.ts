import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { CommandBus } from '@nestjs/cqrs';
import { ApplicationModule } from '@linking/application/application.module.js';
import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import { isNewLog } from '@linking/application/event-log/log-identity.js';
import { mailDomain } from '@linking/application/mails/mail-settings.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { readModels } from '@linking/application/read-models.js';
import { WorldModule, type World } from '@linking/application/world.module.js';
import { createPool } from '@linking/platform/database/pool.js';
import type { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { advanceCheckpoint, readCheckpoint } from '@linking/projections/checkpoints/checkpoints-table.js';
import { REFUSED_ADDRESS } from './autumn-steps.js';
import { DEMO_NOW } from './demo-names.js';
import { keepPastMails } from './keep-past-mails.js';
import { PastClock } from './past-clock.js';
import { PastMails } from './past-mails.js';
import { pastWorkers } from './past-workers.js';
import { rememberingPeople } from './remembering-people.js';
import { seedDemonstration } from './seed-demonstration.js';
import type { DemoSize } from './told-demonstration.js';
import { WriteBehindStore } from './write-behind-store.js';

/** Many events at once: nobody waits for the read models meanwhile. */
const PAGE = 10_000;

/**
 * Writes the demonstration into an empty log, and sets its clock. A log that holds anything else is left alone;
 * a start that was killed meanwhile is gone on with: every command of it has the same id each time.
 */
export async function prepareDemonstration(
  world: World,
  demoClock: DatabaseClock,
  { databaseUrl, size }: { readonly databaseUrl: string; readonly size: DemoSize },
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const wanted = await wantedDemonstration(world);
  if (wanted === 'no') return;
  const goingOn = wanted === 'gone-on-with';
  if (goingOn) await forgetHalfDone(world);
  // What the lists take, as steps of the past: about a sixth of the time.
  let [written, lists] = [0, 0];
  const allLists = (steps: number) => Math.ceil(steps / 6);
  const pool = hastyPool(databaseUrl);
  try {
    await writePast(
      { ...world, pool },
      {
        size,
        goingOn,
        onProgress: (done, steps) => {
          [written, lists] = [steps, allLists(steps)];
          onProgress(done, steps + lists);
        },
      },
    );
  } finally {
    await pool.end();
  }
  for (const [index, projection] of readModels.entries()) {
    await catchUp({ pool: world.pool, store: world.eventStore, page: PAGE }, projection);
    onProgress(written + Math.round((lists * (index + 1)) / readModels.length), written + lists);
  }
  await demoClock.beginAt(DEMO_NOW);
  await world.pool.query('update demonstration set finished_at = now()');
}

async function writePast(
  { pool, eventStore: log, settings }: World,
  seeding: {
    readonly size: DemoSize;
    readonly goingOn: boolean;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<void> {
  const clock = new PastClock();
  const store = new WriteBehindStore(log, { clock, goingOn: seeding.goingOn });
  if (seeding.goingOn) await store.lookThrough();
  const past: World = { pool, settings, clock, eventStore: store };
  const mails = new PastMails({
    store,
    wantedMails: wantedMailsOf(store),
    lookup: rememberingPeople(tableLookup({ pool, store, clock }, settings)),
    mailDomain: mailDomain(settings),
    refusalOf: (email) => (email === REFUSED_ADDRESS ? 'refused-550' : undefined),
    keep: (ended) => keepPastMails(pool, settings, ended),
  });
  const context = await NestFactory.createApplicationContext(
    { module: Demonstration, imports: [WorldModule.of(past), ApplicationModule] },
    { logger: ['error', 'warn'] },
  );
  try {
    const commandBus = context.get(CommandBus);
    const workers = pastWorkers({ pool, store, clock, mails, dispatch: dispatchOver(commandBus) });
    const { size, onProgress } = seeding;
    await seedDemonstration({ pool, log, store, clock, commandBus, workers }, size, onProgress);
    // The last look before the demonstration opens: what is due by now has been sent.
    await clock.at(DEMO_NOW, () => mails.sendUntil(DEMO_NOW));
    await mails.finish();
    await store.written();
  } finally {
    await context.close();
  }
  await advanceCheckpoint(pool, 'planning', await readCheckpoint(pool, 'planning'), await log.head());
}

class Demonstration {}

/**
 * Does not wait for the disk. A database that dies may lose its last moments, but never an earlier one before a later
 * one, so that the next start goes on from there; what is written afterwards by the world's own pool keeps it all.
 */
function hastyPool(databaseUrl: string): pg.Pool {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return createPool({ url: url.href, name: 'demonstration' });
}

async function wantedDemonstration({ pool, eventStore }: World): Promise<'no' | 'new' | 'gone-on-with'> {
  const { rows } = await pool.query<{ finished_at: Date | null }>('select finished_at from demonstration');
  if (rows[0] !== undefined) return rows[0].finished_at === null ? 'gone-on-with' : 'no';
  if (!(await isNewLog(eventStore))) return 'no';
  await pool.query('insert into demonstration default values on conflict do nothing');
  return 'new';
}

/** Tables may be a day ahead of the log when the process was killed: what they only think was written is written again. */
async function forgetHalfDone({ pool }: World): Promise<void> {
  await pool.query(
    `update people set registered = false
     where registered and not exists (select from events where stream = 'person-' || people.id)`,
  );
  await pool.query(`delete from checkpoints where consumer = 'carrying'`);
}
