import { readFileSync, statSync } from 'node:fs';
import { link, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './launcher-error.js';
import { isAlive, startTimeOf } from './processes.js';

const PATIENCE_MS = 150_000;
const TAKEOVER_MS = 10_000;

/** Runs the task while no other process runs one under the same file. A lock left by a dead process is taken over. */
export async function withStartLock<T>(file: string, task: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${startTimeOf(process.pid) ?? ''} ${Math.random().toString(36).slice(2)}\n`;
  const until = Date.now() + PATIENCE_MS;
  while (!(await create(file, mine))) {
    if (isStale(file)) await takeAway(file);
    else if (Date.now() > until)
      throw new EmbeddedPostgresError(
        `Process ${read(file)?.split(' ')[0]} has held ${file} for too long. End it and start again.`,
      );
    else await pause(100);
  }
  try {
    return await task();
  } finally {
    if (read(file) === mine) await rm(file, { force: true });
  }
}

// A link appears with its content at once, so nobody ever reads a half-written lock.
async function create(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${content.trim().replaceAll(' ', '-')}`;
  await writeFile(draft, content, { mode: 0o644 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function isStale(file: string): boolean {
  const [pid, startTime] = read(file)?.trim().split(' ') ?? [];
  return pid !== undefined && (!isAlive(Number(pid)) || startTimeOf(Number(pid)) !== startTime);
}

// Only one process may remove a stale lock, or a second one could remove the first one's fresh lock.
async function takeAway(file: string): Promise<void> {
  const takeover = `${file}.takeover`;
  if (await create(takeover, `${process.pid} takeover\n`)) {
    if (isStale(file)) await rm(file, { force: true });
    await rm(takeover, { force: true });
    return;
  }
  if (ageOf(takeover) > TAKEOVER_MS) await rm(takeover, { force: true });
  await pause(50);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
