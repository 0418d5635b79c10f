import type pg from 'pg';
import { londonDay, londonTime, addDays } from '@linking/domain/calendar/london.js';
import { addWorkingDays } from '@linking/domain/calendar/school-days.js';
import { keepCheckpointMail } from '@linking/notices/keep-checkpoint.js';
import type { MailContent } from '@linking/notices/mail-content.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { mailDomain, privacyAddress, type MailSettings } from '../mails/mail-settings.js';
import { newestCheckpoint } from './ledger-tables.js';

/** Who watches over the log. */
export const CHECKPOINT_ROLES = ['auditor', 'national'] as const;

/** Working days after the first on which it still goes, to whoever was not there, or when the workers were not. */
const LATE = 5;
const FROM = '07:30';

/** The month whose checkpoint is to be sent at this instant, such as `2026-12`. */
export function checkpointMonth(now: string): string | undefined {
  const day = londonDay(now);
  const month = day.slice(0, 7);
  const first = addWorkingDays(addDays(`${month}-01`, -1), 1);
  if (day < first || day > addWorkingDays(first, LATE)) return undefined;
  return day === first && londonTime(now) < FROM ? undefined : month;
}

/**
 * Wants the newest checkpoint sent to each auditor and to the national office, once a month. It wants nothing while nothing
 * was signed since the mail before.
 */
export async function wantCheckpointMails({
  pool,
  clock,
  settings,
}: {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly settings: Pick<MailSettings, 'mailFrom'>;
}): Promise<void> {
  const now = clock.now();
  const month = checkpointMonth(now);
  if (month === undefined) return;
  const newest = await newestCheckpoint(pool);
  if (newest === undefined) return;
  await pool.query(
    `insert into account_mails (id, user_id, asked_at, message_id, month, checkpoint)
     select gen_random_uuid(), u.id, $1, '<checkpoint.' || $2 || '.' || u.id || '@' || $3 || '>', $2, $4
     from users u
     where u.roles && $5::text[] and u.disabled_at is null and not exists (
       select from account_mails m where m.user_id = u.id and (m.month = $2 or m.checkpoint = $4))
     on conflict do nothing`,
    [now, month, mailDomain(settings), newest.note, CHECKPOINT_ROLES],
  );
}

export interface KeptCheckpointMail {
  readonly month: string;
  readonly checkpoint: string;
}

/** `December 2026` */
export const monthInWords = (month: string): string =>
  new Date(`${month}-01`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function checkpointMail(
  recipient: string,
  { month, checkpoint }: KeptCheckpointMail,
  settings: MailSettings,
): MailContent {
  return keepCheckpointMail({
    recipient,
    month: monthInWords(month),
    checkpoint,
    href: `${settings.publicUrl}/audit`,
    privacyHref: privacyAddress(settings),
  });
}
