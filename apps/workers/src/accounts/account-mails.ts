import { sendAccountMails } from '@linking/application/accounts/account-mails.js';
import type { AccountMailDependencies } from '@linking/application/accounts/account-mails.js';
import { Sweep } from '../sweep.js';
import type { WorkerLog } from '../worker-log.js';
import type { WorkerPart } from '../worker-parts.js';

/**
 * Sends the few mails about accounts straight from their table: no queue holds anything about them. A mail is taken
 * with a lease, so several workers send it once.
 */
export function startAccountMails(dependencies: AccountMailDependencies, log: WorkerLog): WorkerPart {
  const sweep = new Sweep(
    15_000,
    () => sendAccountMails(dependencies),
    (error) => log.error({ err: error }, 'Mails about accounts could not be sent and will be tried again'),
  );
  sweep.wake();
  return { wake: () => sweep.wake(), close: () => sweep.stop() };
}
