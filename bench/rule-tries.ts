import { mkdir, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { linksOfProgramme } from '@linking/application/mails/links-of-programme.js';
import { tryRule } from '@linking/application/mails/try-rule.js';
import { openWorld } from '@linking/application/open-world.js';
import { namedProgramme } from '@linking/application/programmes/read-programme.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { ruleShapes } from '@linking/domain/reminders/rule-settings.js';
import { changeableRules } from '@linking/events/programme/codes.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { prepareDemonstration } from '../apps/start/demonstration/demonstration.js';
import { testSettings } from '../tests/support/gateway.js';
import { writeLinksToSign } from '../tests/support/links-to-sign.js';
import { median } from './ratio.js';

/** Milliseconds from asking what a change of a rule would do to the answer, for a programme in the middle of its year. */
const LINKS = Number(process.env['LINKS'] ?? 60);
const ROUNDS = Number(process.env['ROUNDS'] ?? 7);
const LIMIT = 2_000;
/** Of the demonstration. */
const DAY = '2026-11-23';

const dataDir = path.resolve('.data', `bench-rules-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
try {
  const owner = createPool({ url: server.ownerUrl, name: 'bench' });
  await migrate(owner, migrations);
  await owner.end();
  const opened = await openWorld({ ...testSettings, demo: true }, server.ownerUrl, 'bench');
  const { world, demoClock } = opened;
  if (demoClock === undefined) throw new Error('There is no clock to set');
  await prepareDemonstration(
    world,
    demoClock,
    { databaseUrl: server.ownerUrl, size: 'small' },
    () => undefined,
  );
  const { pool, eventStore: store } = world;
  const asked = await linksOfProgramme(store)('bradford', DAY);
  // Further links that wait for their signatures, until there are so many.
  await writeLinksToSign({ pool, store }, Math.max(0, LINKS - asked.length), 901);
  const bradford = await namedProgramme(store, 'bradford');
  const log = await pool.query<{ n: number }>('select count(*)::int as n from events');
  console.log(`log of ${log.rows[0]?.n} events, load ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} rounds`);
  for (const rule of changeableRules) {
    const days = ruleShapes[rule].days.map(({ most }) => most);
    const times: number[] = [];
    let said = '';
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const tried = await tryRule({ pool, store }, bradford, { rule, on: true, days }, world.clock.now());
      times.push(performance.now() - began);
      said = `${tried.subjects} subjects, ${tried.changes.length} changes`;
    }
    const [middle, worst] = [median(times), Math.max(...times)];
    console.log(`${rule}: ${middle.toFixed(0)} ms, at most ${worst.toFixed(0)} ms; ${said}`);
    if (worst > LIMIT) process.exitCode = 1;
  }
  await opened.close();
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
