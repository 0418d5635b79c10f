import type { NotificationDependencies } from '@linking/application/mails/bounces/mail-came-back.js';
import { readNotifications } from '@linking/application/mails/bounces/read-notifications.js';
import { readImapUrl } from '@linking/platform/mail/imap-url.js';
import { openNotificationMailbox } from '@linking/platform/mail/notification-mailbox.js';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

/** Milliseconds of real time between two looks. */
const EVERY = 60_000;

/**
 * Looks from time to time which mails came back. A mailbox that is away is looked at again the next time; nothing is
 * missed meanwhile. It is not woken by news in the log: those are never in the mailbox.
 */
export function startBounceWork(
  work: NotificationDependencies,
  url: string,
  desk: PartDesk,
  every = EVERY,
): WorkerPart {
  const address = readImapUrl(url);
  if (address === undefined) throw new Error('BOUNCE_IMAP_URL does not name a mailbox');
  const { host, port, auth, folder } = address;
  const sweep = new Sweep(
    every,
    () =>
      desk.run(async () => {
        const mailbox = await openNotificationMailbox(address);
        try {
          const read = await readNotifications(work, mailbox, `${auth.user}@${host}:${port}/${folder}`);
          const found = Object.values(read).some((count) => count > 0);
          if (found) desk.info(read, 'Mails that came back were looked for');
        } finally {
          await mailbox.close();
        }
      }),
    (error) =>
      desk.error({ err: error }, 'The mailbox of mails that came back cannot be read and is tried again'),
  );
  sweep.wake();
  return { wake: () => undefined, close: () => sweep.stop() };
}
