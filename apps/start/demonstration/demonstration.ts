import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { ApplicationModule } from '@linking/application/application.module.js';
import { carryOn } from '@linking/application/carrying/carry-on.js';
import { mailDomain } from '@linking/application/mails/mail-settings.js';
import { planning } from '@linking/application/mails/planning.js';
import { sendDueMails } from '@linking/application/mails/send-due.js';
import { WorldModule, type World } from '@linking/application/world.module.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import type { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { catchUpAll } from '@linking/projections/checkpoints/catch-up.js';
import { workersNeed } from '../../workers/src/workers-of-world.js';
import { DEMO_NOW } from './demo-names.js';
import { seedDemonstration } from './seed-demonstration.js';

/**
 * Writes the demonstration into an empty log, and sets its clock. A log that holds anything else is left alone;
 * a start that was killed meanwhile is gone on with: every command of it has the same id each time.
 */
export async function prepareDemonstration(
  world: World,
  demoClock: DatabaseClock,
  databaseUrl: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  if (!(await wantsDemonstration(world))) return;
  const clock = new SetClock(DEMO_NOW);
  const past: World = { ...world, clock };
  const context = await NestFactory.createApplicationContext(
    { module: Demonstration, imports: [WorldModule.of(past), ApplicationModule] },
    { logger: ['error', 'warn'] },
  );
  try {
    const commandBus = context.get(CommandBus);
    const settle = await settling(past, databaseUrl, commandBus);
    const { pool, eventStore: store } = world;
    await seedDemonstration({ pool, store, clock, commandBus, settle }, onProgress);
  } finally {
    await context.close();
  }
  await demoClock.beginAt(DEMO_NOW);
  await world.pool.query('update demonstration set finished_at = now()');
}

class Demonstration {}

async function wantsDemonstration({ pool, eventStore }: World): Promise<boolean> {
  const { rows } = await pool.query<{ finished_at: Date | null }>('select finished_at from demonstration');
  if (rows[0] !== undefined) return rows[0].finished_at === null;
  if ((await eventStore.head()) !== null) return false;
  await pool.query('insert into demonstration default values on conflict do nothing');
  return true;
}

/**
 * What the workers do while people sleep: carry, project, plan and send, by the clock of the past. What a killed start
 * had written is gone over first, and settled only from its last moment on, so that no mail goes before its time.
 */
async function settling(
  past: World,
  databaseUrl: string,
  commandBus: CommandBus,
): Promise<() => Promise<void>> {
  const writtenUntil = await lastMoment(past);
  await past.pool.query(`update mails set lease_until = now() where status = 'sending'`);
  const workshop = workersNeed(past, databaseUrl, commandBus);
  const plan = planning({ ...workshop, mailDomain: mailDomain(workshop.settings) });
  return async () => {
    if (past.clock.now() < writtenUntil) return;
    await carryOn(workshop);
    await catchUpAll(workshop, [...workshop.projections, plan]);
    await sendDueMails(workshop);
  };
}

/** When the newest event of the log was recorded; empty when there is none. */
async function lastMoment({ eventStore }: World): Promise<string> {
  let latest = '';
  for (let after: string | null = null; ;) {
    const page = await eventStore.readAll({ after, limit: 500 });
    for (const { envelope } of page.events) {
      if (envelope.recordedAt > latest) latest = envelope.recordedAt;
    }
    if (page.checkpoint === after) return latest;
    after = page.checkpoint;
  }
}
