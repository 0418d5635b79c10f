import { takeDueMails } from '@linking/application/mails/due-mails.js';
import { sendMail } from '@linking/application/mails/send-mail.js';
import type { SendingDependencies } from '@linking/application/mails/send-mail.js';
import { startPart } from '../worker-parts.js';
import type { WorkerPart, Workshop } from '../worker-parts.js';

const TRIES = 5;

/** Puts on the queue what is due by the clock, and sends it: one `send` job a mail. */
export async function startSending(
  workshop: Workshop,
  dependencies: SendingDependencies,
): Promise<WorkerPart> {
  return startPart(workshop, {
    queue: 'mails',
    concurrency: 4,
    lockDuration: 30_000,
    every: 15_000,
    failure: 'A mail could not be sent and will be tried again',
    async lookForWork() {
      const due = await takeDueMails(dependencies.pool, dependencies.clock.now());
      return due.map((id) => ({ name: 'send', data: { id }, id, attempts: TRIES }));
    },
    async handle(data) {
      const id = data['id'];
      if (id !== undefined) await sendMail(dependencies, id);
    },
  });
}
