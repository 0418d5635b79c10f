import { setTimeout } from 'node:timers/promises';
import type { RedisQueueBackend } from 'bullmq';

const LOOK_AGAIN_MS = 500;

interface ClosableWorker {
  close(force?: boolean): Promise<void>;
  getBackend(): RedisQueueBackend;
}

/**
 * Closes a worker in good order while Redis answers, and at once when it does not: BullMQ would wait until Redis
 * is back. A job that is cut off from it is given to another worker when its lock runs out.
 */
export async function closeWorker(worker: ClosableWorker, answers: () => Promise<boolean>): Promise<void> {
  const closed = worker.close(!(await answers())).then(() => true);
  const later = () => setTimeout(LOOK_AGAIN_MS, false, { ref: false });
  while (!(await Promise.race([closed, later()]))) {
    if (await answers()) continue;
    (await worker.getBackend().blockingClient)?.disconnect();
    return;
  }
}
