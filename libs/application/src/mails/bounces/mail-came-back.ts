import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Queryable } from '@linking/projections/projection.js';
import type { DeliveryStatus } from '@linking/platform/mail/delivery-status.js';
import { recipientOf } from '../compose.js';
import { recordBounce } from '../correspondence.js';
import { toMail, type MailRow } from '../mail.js';
import type { MailLookup } from '../mail-lookup.js';
import { mailDomain, type MailSettings } from '../mail-settings.js';
import { HELD_BACK } from '../ready-parcel.js';
import { addressKey } from './address-key.js';

export interface NotificationDependencies {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly lookup: MailLookup;
  readonly settings: MailSettings;
}

/** `bounced`: it came back for good; `noted`: ours, and late or delivered; `unknown`: about no mail of ours. */
export type CameBack = 'bounced' | 'noted' | 'unknown';

type SentRow = MailRow & { sent_to: string | null };

/** Writes down that a mail came back, for each mail that left with it. Told twice it is written once. */
export async function mailThatCameBack(
  { pool, store, clock, lookup, settings }: NotificationDependencies,
  status: DeliveryStatus,
): Promise<CameBack> {
  const rows = await leftTogether(pool, messageIdsOf(status, mailDomain(settings)));
  if (rows.length === 0) return 'unknown';
  const failed = status.recipients.find(
    ({ action, statusCode }) => action === 'failed' && statusCode.startsWith('5.'),
  );
  if (failed === undefined) return 'noted';
  for (const row of rows) {
    const mail = toMail(row);
    const key =
      row.sent_to ?? addressKey(settings, mail.personId, (await recipientOf(lookup, mail))?.email ?? '');
    const bounce = { addressKey: key, statusCode: failed.statusCode, told: 'by-notification' } as const;
    await recordBounce(store, mail, bounce, clock.now());
    await pool.query(`update mails set status = 'failed', reason = $2 where id = $1 and status = 'sent'`, [
      mail.id,
      HELD_BACK,
    ]);
  }
  return 'bounced';
}

/** The Message-ID in what was returned, or the id of the envelope, which is the same without its brackets. */
function messageIdsOf({ messageId, envelopeId }: DeliveryStatus, domain: string): readonly string[] {
  const ids = [messageId, envelopeId === undefined ? undefined : `<${envelopeId}>`];
  return ids.filter((id) => id !== undefined && id.endsWith(`@${domain}>`)) as readonly string[];
}

async function leftTogether(db: Queryable, messageIds: readonly string[]): Promise<readonly SentRow[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await db.query<SentRow>(
    `select m.* from mails m join mails first on first.message_id = any($1)
     where (m.id = first.id or m.merged_into = first.id)
       and (m.status in ('sent', 'sending') or (m.status = 'failed' and m.reason = $2))
     order by m.id`,
    [messageIds, HELD_BACK],
  );
  return rows;
}
