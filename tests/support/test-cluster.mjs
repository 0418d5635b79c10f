import { chmodSync, existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importTypeScript } from './typescript-imports.mjs';

const PREFIX = 'linking-tests-';
const postgres = 'libs/platform/src/embedded-postgres';
const { startEmbeddedPostgres } = await importTypeScript(`${postgres}/start-embedded-postgres.ts`);
const { stopPostmaster } = await importTypeScript(`${postgres}/postmaster.ts`);
const { clusterOf } = await importTypeScript(`${postgres}/data-folder.ts`);
const { startRedis, stopRedisLeftBehind } = await importTypeScript('tests/support/redis-server.ts');
let running;

// What a test writes need not outlive a loss of power: in memory, where there is enough, nobody waits for the disk.
const MEMORY = '/dev/shm';
const ENOUGH = 4 * 2 ** 30;
const place = existsSync(MEMORY) && roomIn(MEMORY) > ENOUGH ? MEMORY : tmpdir();

function roomIn(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** One PostgreSQL and one Redis for all specs of this run. The specs find them by their addresses in the environment. */
export async function startTestCluster() {
  await removeLeftBehind();
  process.env.TMPDIR = place;
  const folder = mkdtempSync(path.join(place, `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: { max_connections: '200' } });
  process.env.TEST_DATABASE_URL = server.ownerUrl;
  process.env.TEST_APPLICATION_URL = server.url;
  process.env.TEST_SUPERUSER_URL = server.superuserUrl;
  running = { folder, server };
  try {
    running.redis = await startRedis(path.join(folder, 'redis'));
  } catch (error) {
    await stopTestCluster();
    throw error;
  }
  process.env.TEST_REDIS_URL = running.redis.url;
}

export async function stopTestCluster() {
  if (!running) return;
  await running.redis?.stop();
  await running.server.stop();
  await rm(running.folder, { recursive: true, force: true });
}

// A run that was killed could not stop its server; the next run does.
async function removeLeftBehind() {
  for (const name of readdirSync(place)) {
    const pid = name.startsWith(PREFIX) && name.slice(PREFIX.length).split('-')[0];
    if (!pid || existsSync(`/proc/${pid}`)) continue;
    const folder = path.join(place, name);
    stopRedisLeftBehind(path.join(folder, 'redis'));
    await stopPostmaster(clusterOf(folder)).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
