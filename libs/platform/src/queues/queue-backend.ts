import type { BulkJobOptions, Processor } from 'bullmq';
import type { JobData } from './job.js';
import type { QueueName } from './queue-names.js';

/** What we use of a queue; both backends of BullMQ have it. */
export interface BackendQueue {
  addBulk(jobs: { name: string; data: JobData; opts?: BulkJobOptions }[]): Promise<unknown>;
  getJobCounts(...states: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>;
  /** From the oldest on. */
  getJobs(states: 'waiting', start: number, end: number, ascending: true): Promise<{ timestamp: number }[]>;
  close(): Promise<void>;
}

export interface BackendWorker {
  waitUntilReady(): Promise<void>;
  /** Waits for the jobs at hand, but never for a server that is away. */
  close(): Promise<void>;
}

export interface WorkerLimits {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
}

/** Where the queues are kept. */
export interface QueueBackend {
  openQueue(name: QueueName): BackendQueue;
  openWorker(name: QueueName, processor: Processor<JobData, void>, limits: WorkerLimits): BackendWorker;
  /** After the workers and the queues. */
  close(): Promise<void>;
}

/** `queue` is missing when the whole server is meant. */
export type QueueErrorListener = (error: Error, queue?: QueueName) => void;

/** Nothing can be added just now. It is said once when the server goes away; the sweeps ask again later. */
export class QueuesAwayError extends Error {
  override readonly name = 'QueuesAwayError';
}
