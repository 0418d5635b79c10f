import type { Queryable } from '@linking/projections/projection.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { wasAnnounced } from './announced-before.js';
import { goesAt, type SchoolYearsOf } from './goes-at.js';
import type { Mail } from './mail.js';
import { whyNotSent } from './why-not-sent.js';

/**
 * Waiting mails that are not going to be sent as things stand, by id, with a code such as `too-late`: what the sender
 * would ask on the day on which each goes. What is held without an end may still be released in time, and is not among
 * them.
 */
export async function neverSent(
  db: Queryable,
  mails: readonly Mail[],
  { now, schoolYears }: { readonly now: string; readonly schoolYears: SchoolYearsOf },
): Promise<ReadonlyMap<string, string>> {
  const goes = goesAt(now, schoolYears);
  const reasons = new Map<string, string>();
  for (const mail of mails) {
    if (mail.heldUntil === WITHOUT_END || mail.status === 'sending') continue;
    const reason = await whyNotSent(mail, goes(mail), (appointment) => wasAnnounced(db, mail, appointment));
    if (reason !== undefined && reason !== 'held') reasons.set(mail.id, reason);
  }
  return reasons;
}
