import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';

// A process of its own that takes one job, says so, and never finishes it: the spec kills it.
const [url, queue] = process.argv.slice(2);
const { Worker } = withBackend(createPostgresBackend);
const pool = new pg.Pool({ connectionString: url, options: '-c search_path=bullmq,public' });
const worker = new Worker(
  queue,
  async (job) => {
    process.stdout.write(`${job.data.id}\n`);
    await new Promise(() => undefined);
  },
  { connection: pool, lockDuration: 1_000 },
);
worker.on('error', () => undefined);
