import { spawn } from 'node:child_process';
import { existsSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { superuserAddressOf, type Connection } from './connection-file.js';
import { EmbeddedPostgresError } from './launcher-error.js';
import { commandLineOf, isAlive } from './processes.js';
import { asUser } from './run.js';
import type { ServerUser } from './server-user.js';

const FAST_STOP_MS = 3_000;
const LARGEST_LOG = 10 * 1024 * 1024;

/** The pid of the living postmaster of this cluster. A file left by a crash, its pid perhaps reused, does not count. */
export function livingPostmaster(cluster: string): number | undefined {
  const pid = Number(postmasterFile(cluster)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  return commandLineOf(pid).includes(cluster) ? pid : undefined;
}

/** PostgreSQL clears its own stale file, except when another program has got the old pid. */
export function clearStalePidFile(cluster: string): void {
  const file = path.join(cluster, 'postmaster.pid');
  const pid = Number(postmasterFile(cluster)[0]);
  if (existsSync(file) && isAlive(pid) && !commandLineOf(pid).includes(cluster)) rmSync(file);
}

/** Starts a postmaster in its own session: it lives on when this process is killed. */
export function spawnPostmaster(
  binaries: string,
  cluster: string,
  logFile: string,
  settings: Readonly<Record<string, string>>,
  user: ServerUser | undefined,
): { exited(): boolean } {
  if (existsSync(logFile) && statSync(logFile).size > LARGEST_LOG) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(binaries, 'bin', 'postgres'), ['-D', cluster, ...args], {
    ...asUser(user),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let exited = false;
  child.once('exit', () => (exited = true));
  child.once('error', () => (exited = true));
  child.unref();
  return { exited: () => exited };
}

/** True when a real connection with our password reaches this very cluster. */
export async function answers(cluster: string, connection: Connection): Promise<boolean> {
  const client = new pg.Client({
    connectionString: superuserAddressOf(connection, 'postgres'),
    connectionTimeoutMillis: 3_000,
    application_name: 'launcher',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder === cluster;
  } catch (error) {
    if ((error as pg.DatabaseError).code === '28P01')
      throw new EmbeddedPostgresError('PostgreSQL does not accept the password kept beside its data.', {
        cause: error,
      });
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A fast shutdown; what is committed is on disk. If it does not end in time, an immediate one, healed at the next start. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const pid = livingPostmaster(cluster);
  if (pid === undefined) return;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch (cause) {
      if (!isAlive(pid)) return;
      throw new EmbeddedPostgresError(`PostgreSQL (process ${pid}) belongs to another user.`, { cause });
    }
    const until = Date.now() + (signal === 'SIGINT' ? FAST_STOP_MS : 1_000);
    while (isAlive(pid) && Date.now() < until) await pause(20);
    if (!isAlive(pid)) return;
  }
}

function postmasterFile(cluster: string): readonly string[] {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
