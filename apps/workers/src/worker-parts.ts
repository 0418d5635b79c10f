import type { QueuedPart } from '@linking/application/operations/work-parts.js';
import type { QueueName } from '@linking/platform/queues/queue-names.js';
import type { Job, JobData } from '@linking/platform/queues/job.js';
import { QueuesAwayError } from '@linking/platform/queues/queue-backend.js';
import type { Queues, WorkerSettings } from '@linking/platform/queues/queues.js';
import { Sweep } from './sweep.js';
import type { WorkDesk } from './work-desk.js';

/** What every part of the workers is given. */
export interface Workshop {
  readonly queues: Queues;
  readonly desk: WorkDesk;
  readonly signal: AbortSignal;
  readonly worker?: WorkerSettings;
}

/** A part of the workers: it looks for work when woken, and from time to time by itself. */
export interface WorkerPart {
  wake(): void;
  /** First no new work, then the work at hand to its end. */
  close(): Promise<void>;
}

/**
 * Consumers of the log hold a row while they work, so a short lock is safe; with 30 s a read model stood still for
 * half a minute whenever the database restarted while its job was being taken.
 */
export const CONSUMER_LOCK = 10_000;

/** What a queue is for, as people know it: both of mails are one. */
export const partOf = (queue: QueueName): QueuedPart => (queue === 'mails-at-once' ? 'mails' : queue);

export interface PartOfWork {
  readonly queue: QueueName;
  readonly concurrency: number;
  /** Milliseconds of silence after which a job is another worker's; a running job renews it by itself. */
  readonly lockDuration: number;
  /** Milliseconds of real time between two looks. */
  readonly every: number;
  /** What there is to do now. The queue is disposable, so this asks the tables and not the queue. */
  lookForWork(): Promise<readonly Job[]>;
  handle(data: JobData): Promise<void>;
  /** What is written into the log when a job fails. */
  readonly failure: string;
}

export async function startPart(workshop: Workshop, part: PartOfWork): Promise<WorkerPart> {
  const { queues } = workshop;
  const desk = workshop.desk.of(partOf(part.queue));
  const worker = await queues.work(
    part.queue,
    async ({ data }) => {
      // Dropped, not kept: the queue is disposable, and the next look after the pause brings it again.
      if (await desk.paused()) return;
      try {
        await part.handle(data);
      } catch (error) {
        desk.error({ err: error, ...data }, part.failure);
        throw error;
      }
    },
    { concurrency: part.concurrency, lockDuration: part.lockDuration, ...workshop.worker },
  );
  const sweep = new Sweep(
    part.every,
    () => desk.run(async () => queues.add(part.queue, await part.lookForWork())),
    (error) => {
      // The queues have told that once; the next look puts the work on them.
      if (error instanceof QueuesAwayError) return;
      desk.error({ err: error, queue: part.queue }, 'Work could not be looked for');
    },
  );
  sweep.wake();
  return {
    wake: () => sweep.wake(),
    close: async () => {
      await sweep.stop();
      await worker.close();
    },
  };
}
