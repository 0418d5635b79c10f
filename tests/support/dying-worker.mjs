import { importTypeScript } from './typescript-imports.mjs';

// A process of its own that takes one job, says so, and never finishes it: the spec kills it.
const { openQueues } = await importTypeScript('libs/platform/src/queues/queues.ts');
const [databaseUrl, queue, redisUrl] = process.argv.slice(2);
const queues = await openQueues({ databaseUrl, redisUrl, onError: () => undefined });
await queues.work(
  queue,
  async ({ data }) => {
    process.stdout.write(`${data.id}\n`);
    await new Promise(() => undefined);
  },
  { lockDuration: 1_000, stalledInterval: 300 },
);
