import { takeDueMails } from './due-mails.js';
import { sendMail } from './send-mail.js';
import type { SendingDependencies } from './send-mail.js';

/**
 * Sends all that is due by the clock, one after the other and without a queue: for the seeder and for tests. Scheduled
 * mails go when the clock stands in a mailing hour.
 */
export async function sendDueMails(dependencies: SendingDependencies): Promise<void> {
  for (;;) {
    const due = await takeDueMails(dependencies, dependencies.clock.now());
    if (due.length === 0) return;
    for (const { id } of due) await sendMail(dependencies, id);
  }
}
