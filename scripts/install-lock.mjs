import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Runs the task while no other process runs one under the same file. A lock left by a dead process is taken over. */
export async function withLock(file, onWait, task) {
  const mine = `${process.pid} ${startTimeOf(process.pid)}\n`;
  for (let told = false; !take(file, mine); await pause(200)) {
    if (removeStale(file)) continue;
    if (!told) onWait();
    told = true;
  }
  try {
    return await task();
  } finally {
    if (read(file) === mine) rmSync(file, { force: true });
  }
}

// A link appears with its content at once, so nobody ever reads a half-written lock.
function take(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Of several that see a stale lock only one renames it; who renamed a fresh one by accident puts it back.
function removeStale(file) {
  const seen = read(file);
  const [pid, startTime] = seen?.trim().split(' ') ?? [];
  if (!pid || startTimeOf(pid) === startTime) return false;
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== seen) linkSync(aside, file);
  } catch {
    return true;
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}

// The moment a process started tells it from a later one that got the same pid.
function startTimeOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return statSync('/proc', { throwIfNoEntry: false }) ? undefined : 'unknown';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
