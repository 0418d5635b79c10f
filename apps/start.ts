import { CommandBus, EventBus } from '@nestjs/cqrs';
import { countUsers } from '@linking/application/accounts/add-user.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@linking/application/accounts/demo-people.js';
import { openWorld } from '@linking/application/open-world.js';
import { readSettings, type Settings } from '@linking/platform/config/settings.js';
import { checkRedis } from '@linking/platform/queues/redis-server.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { createGateway } from './gateway/src/create-gateway.js';
import { prepareDemonstration } from './start/demonstration/demonstration.js';
import { checkPort, portTaken } from './start/free-port.js';
import { keepDatabase } from './start/keep-database.js';
import { claimDataDir } from './start/living-instance.js';
import { progressLine } from './start/progress-line.js';
import { renderReadyMessage } from './start/ready-message.js';
import { stopOnSignal, type ClosingStep } from './start/shut-down.js';
import { startWorkersOf } from './workers/src/workers-of-world.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Everything in one process: database, gateway and workers. What `npm start` runs. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const opened: ClosingStep[] = [];
  const stopping = stopOnSignal(() => opened.toReversed(), say);
  const outcome = await claimDataDir(settings.dataDir);
  if ('runsAt' in outcome) {
    say(`Schools Linking is running already: ${outcome.runsAt}`);
    return;
  }
  opened.push({ name: 'data folder', within: 200, close: () => outcome.claim.release() });
  try {
    await serve(settings, opened, outcome.claim.serving);
  } catch (error) {
    // What was cut short by Ctrl-C fails on its way; the steps are being closed already.
    if (stopping()) return;
    for (const step of opened.toReversed()) await step.close().catch(() => undefined);
    throw error;
  }
}

async function serve(
  settings: Settings,
  opened: ClosingStep[],
  serving: (localAddress: string, address: string) => Promise<void>,
): Promise<void> {
  await checkPort(settings.port);
  if (settings.redisUrl !== undefined) await checkRedis(settings.redisUrl);
  const { url: databaseUrl, ownerUrl } = await addressesOf(settings, opened);
  const {
    world,
    demoClock,
    checks,
    notes: said,
    close,
  } = await openWorld(settings, databaseUrl, 'linking', ownerUrl);
  opened.push({ name: 'database connections', within: 500, close });
  if (demoClock !== undefined) {
    const progress = progressLine(process.stdout, 'Writing the demonstration');
    const size = settings.demoIsSmall === true ? 'small' : 'whole';
    await prepareDemonstration(world, demoClock, { databaseUrl, size }, progress);
  }
  if (settings.databaseUrl === undefined) {
    const keeping = keepDatabase(settings.dataDir, world.pool, say);
    opened.push({ name: 'watch over the database', within: 200, close: () => keeping.stop() });
  }
  const app = await createGateway(world, { checks });
  opened.push({ name: 'gateway', within: 1_000, close: () => app.close() });
  const buses = { commandBus: app.get(CommandBus), eventBus: app.get(EventBus) };
  const workers = await startWorkersOf(world, databaseUrl, buses);
  opened.push({ name: 'workers', within: 1_500, close: () => workers.close() });
  demoClock?.onMove(() => workers.wake());
  await listen(app, settings.port);
  const local = `http://127.0.0.1:${settings.port}`;
  await serving(local, settings.publicUrl);
  const nobody = (await countUsers(world.pool)) === 0 ? [NOBODY] : [];
  const notes = [...nobody, ...(settings.demo && settings.demoIsSmall !== true ? [OTHERS] : []), ...said];
  say(renderReadyMessage(readyMessage(settings, notes), process.stdout.columns ?? 80));
}

interface Addresses {
  readonly url: string;
  readonly ownerUrl: string | undefined;
}

async function addressesOf(settings: Settings, opened: ClosingStep[]): Promise<Addresses> {
  const { databaseUrl: url, databaseOwnerUrl: ownerUrl } = settings;
  return url === undefined ? openDatabase(settings, opened) : { url, ownerUrl };
}

async function openDatabase(settings: Settings, opened: ClosingStep[]): Promise<Addresses> {
  say('Starting the database …');
  const starting = startEmbeddedPostgres({ dataDir: settings.dataDir });
  // Known before it runs, so that Ctrl-C in between leaves no database behind.
  opened.push({ name: 'database', within: 2_000, close: async () => (await starting).stop() });
  const { adopted, ...addresses } = await starting;
  if (adopted) say('Going on with the database that was left running.');
  return addresses;
}

async function listen(app: Awaited<ReturnType<typeof createGateway>>, port: number): Promise<void> {
  try {
    await app.listen(port, '127.0.0.1');
  } catch (error) {
    throw portTaken(error, port);
  }
}

const NOBODY =
  'Nobody can sign in yet. Add the first user: npm run linking -- users add you@example.org --role admin';

const OTHERS =
  'Each of the 28 programmes has a coordinator with the same password, such as coordinator@kent.example.';

const THINGS_TO_TRY = [
  'Sign in as the coordinator, do what Today asks for first, then step back through the history of that link.',
  'Under Reminders, “What has gone out”, open a mail about BRD-2026-042, then its signing page, and sign.',
  'Move the clock a week forward at the top of a page, and see what was mailed and what is overdue then.',
];

function readyMessage({ demo, publicUrl }: Settings, notes: readonly string[]) {
  return {
    address: publicUrl,
    signIns: demo ? DEMO_PEOPLE.map(({ role, email }) => [role, email] as const) : [],
    password: demo ? DEMO_PASSWORD : undefined,
    thingsToTry: demo ? THINGS_TO_TRY : [],
    notes,
  };
}

start().then(
  () => undefined,
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
