import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importTypeScript } from './typescript-imports.mjs';

const PREFIX = 'linking-tests-';
const { startEmbeddedPostgres } = await importTypeScript(
  'libs/platform/src/embedded-postgres/start-embedded-postgres.ts',
);
const { stopPostmaster } = await importTypeScript('libs/platform/src/embedded-postgres/postmaster.ts');
let running;

/** One PostgreSQL for all specs of this run. The specs find it by its address in the environment. */
export async function startTestCluster() {
  await removeLeftBehind();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: { max_connections: '200' } });
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_SUPERUSER_URL = server.superuserUrl;
  running = { folder, server };
}

export async function stopTestCluster() {
  if (!running) return;
  await running.server.stop();
  await rm(running.folder, { recursive: true, force: true });
}

// A run that was killed could not stop its server; the next run does.
async function removeLeftBehind() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) && name.slice(PREFIX.length).split('-')[0];
    if (!pid || existsSync(`/proc/${pid}`)) continue;
    const folder = path.join(tmpdir(), name);
    const cluster = path.join(folder, 'pg18');
    if (existsSync(cluster)) await stopPostmaster(realpathSync(cluster)).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
