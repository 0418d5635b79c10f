import type { SendingDependencies } from '@linking/application/mails/send-mail.js';
import { smtpMailer } from '@linking/platform/mail/smtp-mailer.js';
import type { Queues } from '@linking/platform/queues/queues.js';
import { startSending } from '../apps/workers/src/mails/sending.js';
import { openDesk } from '../apps/workers/src/work-desk.js';
import type { WorkerLog } from '../apps/workers/src/worker-log.js';
import { openMailServer } from '../tests/support/mail-server.js';

type House = Omit<SendingDependencies, 'mailer'> & { readonly log: WorkerLog; readonly queues: Queues };

/** In words: how long mails that are due at one moment take until all are sent over SMTP, and how many are in hand meanwhile. */
export async function measureBurst(house: House, mails: number): Promise<string> {
  const server = await openMailServer();
  const mailer = smtpMailer({ host: '127.0.0.1', port: server.port, tls: 'off' });
  const stopping = new AbortController();
  const { queues, log, pool } = house;
  const begin = process.memoryUsage().rss;
  const most = { jobs: 0, claimed: 0, memory: begin };
  const began = performance.now();
  const part = await startSending(
    { queues, desk: openDesk({ pool, clock: house.clock, log }), signal: stopping.signal },
    { ...house, mailer },
  );
  for (let left = mails; left > 0;) {
    const { rows } = await pool.query<{ left: number; claimed: number }>(
      `select count(*)::int as left, count(*) filter (where status = 'sending')::int as claimed
       from mails where status in ('planned', 'queued', 'sending') and due_at <= $1`,
      [house.clock.now()],
    );
    left = rows[0]?.left ?? 0;
    for (const queue of ['mails', 'mails-at-once'] as const) {
      const { waiting, active } = await queues.counts(queue);
      most.jobs = Math.max(most.jobs, waiting + active);
    }
    most.claimed = Math.max(most.claimed, rows[0]?.claimed ?? 0);
    most.memory = Math.max(most.memory, process.memoryUsage().rss);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - began) / 1_000;
  stopping.abort();
  await part.close();
  mailer.close();
  await server.close();
  return (
    `${mails} mails due at one moment were sent over SMTP as ${server.arrived.length} in ${seconds.toFixed(1)} s; at most ` +
    `${most.jobs} jobs on a queue, ${most.claimed} mails in hand, ` +
    `memory ${Math.round(begin / 1e6)} MB before and ${Math.round(most.memory / 1e6)} MB at most`
  );
}
