import 'reflect-metadata';

// The built workers with the settings of the environment, but with short leases: the spec kills this process often.
const built = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openWorld } = await built('libs/application/src/open-world.js');
const { readSettings } = await built('libs/platform/src/config/settings.js');
const { openMailer } = await built('apps/workers/src/mails/open-mailer.js');
const { startWorkers } = await built('apps/workers/src/start-workers.js');
const { workersNeed } = await built('apps/workers/src/workers-of-world.js');

const settings = readSettings(process.env);
const { world } = await openWorld(settings, settings.databaseUrl, 'mail-worker');
const { mailer } = openMailer(settings, world.pool);
await startWorkers({
  ...workersNeed(world, settings.databaseUrl),
  mailer,
  // The links of this spec are of no programme's read models, and nothing of them is carried anywhere.
  projections: [],
  dispatch: async () => undefined,
  lease: Number(process.env.MAIL_LEASE),
  worker: { lockDuration: 2_000, stalledInterval: 500 },
});
