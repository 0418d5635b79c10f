import type { OwnMailDependencies } from '@linking/application/mails/own-mails.js';
import { eraseOldRequests } from '@linking/application/public-form/interest-request.js';
import { sendRequestMails } from '@linking/application/public-form/request-mails.js';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

/** Sends the mails of the public form straight from their table, and erases what nobody confirmed in time. */
export function startPublicFormWork(work: OwnMailDependencies, desk: PartDesk): WorkerPart {
  const sweep = new Sweep(
    15_000,
    () =>
      desk.run(async () => {
        if (!(await desk.paused('mails'))) await sendRequestMails(work);
        await eraseOldRequests(work.pool, work.clock.now());
      }),
    (error) => desk.error({ err: error }, 'What the public form asks was not done and will be tried again'),
  );
  sweep.wake();
  return { wake: () => sweep.wake(), close: () => sweep.stop() };
}
