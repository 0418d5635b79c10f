import { sendAccountMails } from '@linking/application/accounts/account-mails.js';
import type { AccountMailDependencies } from '@linking/application/accounts/account-mails.js';
import { wantCheckpointMails } from '@linking/application/audit/checkpoint-mails.js';
import { announceUserChanges } from '@linking/application/accounts/user-changes.js';
import type { EventStore } from '@linking/events/event-store.js';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

export interface AccountWork extends AccountMailDependencies {
  readonly store: EventStore;
}

/**
 * Writes changes of accounts into the log and sends the few mails about them, straight from their tables: no queue
 * holds anything about an account. Several workers do each of it once.
 */
export function startAccountWork(work: AccountWork, desk: PartDesk): WorkerPart {
  const sweep = new Sweep(
    15_000,
    () =>
      desk.run(async () => {
        await announceUserChanges(work.pool, work.store);
        await wantCheckpointMails(work);
        if (!(await desk.paused('mails'))) await sendAccountMails(work);
        await announceUserChanges(work.pool, work.store);
      }),
    (error) =>
      desk.error({ err: error }, 'What was asked about accounts was not done and will be tried again'),
  );
  sweep.wake();
  return { wake: () => sweep.wake(), close: () => sweep.stop() };
}
