import { sendTestMails, type TestMailDependencies } from '@linking/application/mails/test-mails.js';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

/** Sends the mails by which people try the words of mails on themselves, straight from their table. */
export function startTestMailWork(work: TestMailDependencies, desk: PartDesk): WorkerPart {
  const sweep = new Sweep(
    15_000,
    () =>
      desk.run(async () => {
        if (!(await desk.paused('mails'))) await sendTestMails(work);
      }),
    (error) => desk.error({ err: error }, 'A test mail was not sent and will be tried again'),
  );
  sweep.wake();
  return { wake: () => sweep.wake(), close: () => sweep.stop() };
}
