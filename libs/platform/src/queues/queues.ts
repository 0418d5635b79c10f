import type pg from 'pg';
import { createPostgresBackend, withBackend } from 'bullmq';
import type { Processor } from 'bullmq';
import { createQueuePool, migrateQueues } from './queue-pool.js';
import { QUEUE_NAMES } from './queue-names.js';
import type { QueueName } from './queue-names.js';

const { Queue, Worker } = withBackend(createPostgresBackend);
type OpenQueue = InstanceType<typeof Queue>;

/** Data of a job: ids only, for a queue may be read by whoever keeps the machine running. */
export type JobData = Readonly<Record<string, string>>;

export interface Job {
  readonly name: string;
  readonly data: JobData;
  /** Jobs with the same id are one job while it waits or runs. No `:` and not a number. */
  readonly id?: string;
  /** At most one waits and one runs; asked again while it runs, it runs once more afterwards. */
  readonly onceMore?: string;
  readonly attempts?: number;
}

export interface WorkerSettings {
  readonly concurrency?: number;
  /** Milliseconds after which a job whose worker is silent is given to another one. */
  readonly lockDuration?: number;
  readonly stalledInterval?: number;
}

export interface RunningWorker {
  close(): Promise<void>;
}

export type QueueErrorListener = (queue: QueueName, error: Error) => void;

/** The open queues. Workers are closed before the queues, and the queues before their pool. */
export class Queues {
  private readonly queues: ReadonlyMap<QueueName, OpenQueue>;
  private readonly workers = new Set<RunningWorker>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly onError: QueueErrorListener,
  ) {
    this.queues = new Map(
      QUEUE_NAMES.map((name) => {
        const queue = new Queue(name, { connection: pool });
        queue.on('error', (error) => onError(name, error));
        return [name, queue];
      }),
    );
  }

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
    const processor: Processor<JobData, void> = async (job) => handle({ name: job.name, data: job.data });
    const worker = new Worker<JobData, void>(name, processor, {
      connection: this.pool,
      concurrency: settings.concurrency ?? 1,
      lockDuration: settings.lockDuration ?? 30_000,
      stalledInterval: settings.stalledInterval ?? 5_000,
      // A job that dies with its worker is tried again however often: our jobs are harmless when repeated.
      maxStalledCount: 1_000_000,
    });
    worker.on('error', (error) => this.onError(name, error));
    this.workers.add(worker);
    await worker.waitUntilReady();
    return {
      close: async () => {
        await worker.close();
        this.workers.delete(worker);
      },
    };
  }

  /** Jobs that wait or run, for the operations page. */
  async counts(name: QueueName): Promise<{ waiting: number; active: number; delayed: number }> {
    const counts = await this.queue(name).getJobCounts('waiting', 'active', 'delayed');
    return {
      waiting: counts['waiting'] ?? 0,
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.pool.end();
  }

  private queue(name: QueueName): OpenQueue {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`There is no queue ${name}`);
    return queue;
  }
}

/** Opens the queues on PostgreSQL and brings their tables up to date. The caller closes them. */
export async function openQueues(databaseUrl: string, onError: QueueErrorListener): Promise<Queues> {
  const pool = createQueuePool(databaseUrl);
  try {
    await migrateQueues(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new Queues(pool, onError);
}
