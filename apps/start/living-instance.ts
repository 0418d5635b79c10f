import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startTimeOf } from '@linking/platform/embedded-postgres/processes.js';
import { makeDataDir } from '@linking/platform/embedded-postgres/data-folder.js';
import { withStartLock } from '@linking/platform/embedded-postgres/start-lock.js';

interface Instance {
  readonly pid: number;
  readonly startTime: string;
  /** Where this machine reaches it, and what people type. Absent while it starts. */
  readonly localAddress?: string;
  readonly address?: string;
}

export interface Claim {
  /** Tells later starts where this one serves. */
  serving(localAddress: string, address: string): Promise<void>;
  release(): Promise<void>;
}

export type ClaimOutcome = { readonly claim: Claim } | { readonly runsAt: string };

/**
 * Claims the data directory for this process, or gives the address of the instance that lives on it.
 * One that is just starting or stopping is waited for; what a dead process left behind is ignored.
 */
export async function claimDataDir(dataDir: string, patienceMs = 120_000): Promise<ClaimOutcome> {
  const file = path.join(await makeDataDir(dataDir), 'instance.json');
  const until = Date.now() + patienceMs;
  for (;;) {
    const other = await withStartLock(`${file}.lock`, async () => {
      const living = read(file);
      if (!living) await write(file, ourselves());
      return living;
    });
    if (!other) return { claim: claimOn(file) };
    if (other.localAddress && other.address && (await isServing(other.localAddress)))
      return { runsAt: other.address };
    if (Date.now() > until)
      throw new Error(`Process ${other.pid} holds ${dataDir} but does not answer. End it and start again.`);
    await pause(200);
  }
}

function claimOn(file: string): Claim {
  return {
    serving: (localAddress, address) => write(file, { ...ourselves(), localAddress, address }),
    release: async () => {
      if (read(file)?.pid === process.pid) await rm(file, { force: true });
    },
  };
}

function ourselves(): Instance {
  return { pid: process.pid, startTime: startTimeOf(process.pid) ?? '' };
}

async function write(file: string, instance: Instance): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(instance), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The instance whose process lives. A later process that got the same pid has another start time. */
function read(file: string): Instance | undefined {
  let instance: Instance;
  try {
    instance = JSON.parse(readFileSync(file, 'utf8')) as Instance;
  } catch {
    return undefined;
  }
  return isAlive(instance.pid) && startTimeOf(instance.pid) === instance.startTime ? instance : undefined;
}

async function isServing(localAddress: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/health/live', localAddress), { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
