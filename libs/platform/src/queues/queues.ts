import type { Job, JobData } from './job.js';
import { postgresBackend } from './postgres-backend.js';
import type { BackendQueue, QueueBackend, QueueErrorListener } from './queue-backend.js';
import { QUEUE_NAMES } from './queue-names.js';
import type { QueueName } from './queue-names.js';
import { redisBackend } from './redis-backend.js';

export interface WorkerSettings {
  readonly concurrency?: number;
  /** Milliseconds after which a job whose worker is silent is given to another one. */
  readonly lockDuration?: number;
  readonly stalledInterval?: number;
}

export interface RunningWorker {
  /** Ends the jobs at hand first. */
  close(): Promise<void>;
}

/** The open queues. Workers are closed before the queues, and the queues before their backend. */
export class Queues {
  private readonly backend: QueueBackend;
  private readonly queues: ReadonlyMap<QueueName, BackendQueue>;
  private readonly workers = new Set<RunningWorker>();

  constructor(backend: QueueBackend) {
    this.backend = backend;
    this.queues = new Map(QUEUE_NAMES.map((name) => [name, backend.openQueue(name)]));
  }

  /** @throws QueuesAwayError while Redis does not answer; nothing was added then, or it was and is harmless */
  async add(name: QueueName, jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queue(name).addBulk(
      jobs.map((job) => ({
        name: job.name,
        data: job.data,
        opts: {
          removeOnComplete: true,
          removeOnFail: true,
          ...(job.id === undefined ? {} : { jobId: job.id }),
          ...(job.onceMore === undefined
            ? {}
            : { deduplication: { id: job.onceMore, keepLastIfActive: true } }),
          ...(job.ahead === true ? { lifo: true } : {}),
          ...(job.attempts === undefined
            ? {}
            : { attempts: job.attempts, backoff: { type: 'exponential', delay: 1000 } }),
        },
      })),
    );
  }

  async work(
    name: QueueName,
    handle: (job: { name: string; data: JobData }) => Promise<void>,
    settings: WorkerSettings = {},
  ): Promise<RunningWorker> {
    const atHand = new Set<Promise<void>>();
    const worker = this.backend.openWorker(
      name,
      async (job) => {
        const handling = handle({ name: job.name, data: job.data });
        atHand.add(handling);
        await handling.finally(() => atHand.delete(handling));
      },
      {
        concurrency: settings.concurrency ?? 1,
        lockDuration: settings.lockDuration ?? 30_000,
        stalledInterval: settings.stalledInterval ?? 5_000,
        // A job that dies with its worker is tried again however often: our jobs are harmless when repeated.
        maxStalledCount: 1_000_000,
      },
    );
    const running: RunningWorker = {
      close: async () => {
        await worker.close();
        await Promise.allSettled(atHand);
        this.workers.delete(running);
      },
    };
    this.workers.add(running);
    await worker.waitUntilReady();
    return running;
  }

  /** Jobs that wait or run. */
  async counts(name: QueueName): Promise<{ waiting: number; active: number; delayed: number }> {
    const counts = await this.queue(name).getJobCounts('waiting', 'active', 'delayed');
    return {
      waiting: counts['waiting'] ?? 0,
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
    };
  }

  /** For how many seconds of real time the job has waited that waits longest. */
  async oldest(name: QueueName): Promise<number | undefined> {
    const [job] = await this.queue(name).getJobs('waiting', 0, 0, true);
    return job === undefined ? undefined : Math.max(0, Math.round((Date.now() - job.timestamp) / 1000));
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  private queue(name: QueueName): BackendQueue {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`There is no queue ${name}`);
    return queue;
  }
}

export interface QueuesAt {
  readonly databaseUrl: string;
  /** The queues are kept there when it is given, and in PostgreSQL otherwise. */
  readonly redisUrl?: string | undefined;
  readonly onError: QueueErrorListener;
}

/** Opens the queues on Redis or PostgreSQL. The caller closes them. */
export async function openQueues({ databaseUrl, redisUrl, onError }: QueuesAt): Promise<Queues> {
  return new Queues(
    redisUrl === undefined
      ? await postgresBackend(databaseUrl, onError)
      : await redisBackend(redisUrl, onError),
  );
}
