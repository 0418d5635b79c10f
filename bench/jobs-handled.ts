import type { Queues } from '../libs/platform/src/queues/queues.js';

const SWEEP = 500;

/** Jobs a second, added as a sweep adds them and handled by one worker of four at once, as mails are. */
export async function jobsHandled(queues: Queues, jobs: number): Promise<number> {
  let handled = 0;
  let finish: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (finish = resolve));
  const worker = await queues.work(
    'mails',
    async () => {
      handled += 1;
      if (handled === jobs) finish();
    },
    { concurrency: 4 },
  );
  const began = performance.now();
  for (let first = 0; first < jobs; first += SWEEP) {
    const sweep = Array.from({ length: Math.min(SWEEP, jobs - first) }, (_, n) => `mail.${first + n}`);
    await queues.add(
      'mails',
      sweep.map((id) => ({ name: 'send', data: { id }, id })),
    );
  }
  await all;
  const rate = (jobs * 1_000) / (performance.now() - began);
  await worker.close();
  return rate;
}
