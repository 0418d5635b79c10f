import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import {
  forgetOldWorkers,
  keepBeat,
  type QueueReport,
  type WorkerBeat,
} from '@linking/application/operations/worker-processes.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { QUEUE_NAMES } from '@linking/platform/queues/queue-names.js';
import type { Queues } from '@linking/platform/queues/queues.js';
import { Sweep } from './sweep.js';
import { partOf } from './worker-parts.js';
import type { WorkDesk } from './work-desk.js';
import type { WorkerLog } from './worker-log.js';

interface Beating {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly queues: Queues;
  readonly desk: WorkDesk;
  readonly log: WorkerLog;
}

/** Milliseconds of real time. */
const EVERY = 5_000;

/** Tells every few seconds that these workers run, what they did and what waits; closed, that they ended. */
export function startHeartbeat({ pool, clock, queues, desk, log }: Beating): { close(): Promise<void> } {
  const id = randomUUID();
  const beganAt = clock.now();
  let first = true;
  const beat = async (): Promise<WorkerBeat> => ({
    id,
    beganAt,
    seenAt: clock.now(),
    parts: desk.reports(),
    queues: await reportsOf(queues).catch(() => null),
  });
  const sweep = new Sweep(
    EVERY,
    async () => {
      await keepBeat(pool, await beat());
      if (first) await forgetOldWorkers(pool, id);
      first = false;
    },
    (error) => log.error({ err: error }, 'The workers could not tell that they run'),
  );
  sweep.wake();
  return {
    async close() {
      await sweep.stop();
      // A database that is away is no reason not to end: they fall silent then.
      await keepBeat(pool, await beat(), true).catch(() => undefined);
    },
  };
}

async function reportsOf(queues: Queues): Promise<Readonly<Record<string, QueueReport>>> {
  const reports = new Map<string, QueueReport>();
  for (const name of QUEUE_NAMES) {
    const [counts, oldest] = [await queues.counts(name), await queues.oldest(name)];
    const known = reports.get(partOf(name)) ?? { waiting: 0, active: 0, delayed: 0 };
    const longest = Math.max(known.oldest ?? -1, oldest ?? -1);
    reports.set(partOf(name), {
      waiting: known.waiting + counts.waiting,
      active: known.active + counts.active,
      delayed: known.delayed + counts.delayed,
      ...(longest < 0 ? {} : { oldest: longest }),
    });
  }
  return Object.fromEntries(reports);
}
