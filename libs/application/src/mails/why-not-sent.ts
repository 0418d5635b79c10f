import { londonDay } from '@linking/domain/calendar/london.js';
import { lastDayToSend } from '@linking/domain/reminders/last-day-to-send.js';
import { isMailAddress } from '@linking/notices/mail-headers.js';
import type { Settlement } from './settle.js';
import type { Reachable, Recipient } from './compose.js';
import type { MailOutcome } from './correspondence.js';
import type { Mail } from './mail.js';

/**
 * Why a mail that is still wanted does not go; `undefined` when it goes. What is held waits and goes later, all else never
 * goes. Workers, the rehearsal and the written past all ask here.
 */
export async function whyNotSent(
  mail: Mail,
  now: string,
  wasAnnounced: (appointment: Appointment) => Promise<boolean>,
): Promise<'held' | 'too-late' | 'was-never-announced' | undefined> {
  const { content, dueAt, heldUntil } = mail;
  if (heldUntil !== undefined && londonDay(now) < heldUntil) return 'held';
  if (londonDay(now) > lastDayToSend({ content, dueOn: londonDay(dueAt) })) return 'too-late';
  // Nobody is told that what she was never told of does not take place.
  const cancels = 'change' in content && content.change === 'cancelled';
  if (cancels && !(await wasAnnounced(appointmentOf(mail)))) return 'was-never-announced';
  return undefined;
}

/** Which appointment a mail tells whom of. */
export interface Appointment {
  readonly subject: string;
  readonly rule: Mail['content']['rule'];
  readonly personId: string;
  /** Of the meeting; a session has none. */
  readonly number: string | null;
}

export const appointmentOf = ({ subject, content, personId }: Mail): Appointment => ({
  subject,
  rule: content.rule,
  personId,
  number: 'number' in content ? String(content.number) : null,
});

/** Whom a mail can be sent to, or why it cannot. */
export function reachable(
  to: Recipient | undefined,
): Reachable | 'account-closed' | 'no-address' | 'unusable-address' {
  if (to?.closed === true) return 'account-closed';
  if (to?.email === undefined) return 'no-address';
  const { name, email } = to;
  return isMailAddress(email) ? { name, email } : 'unusable-address';
}

/** What the row of a mail says when the correspondence says this of it. */
export function settlementOf(outcome: MailOutcome, recordedAt: string): Settlement {
  switch (outcome.type) {
    case 'ReminderSent':
      return { status: 'sent', sentAt: recordedAt };
    case 'ReminderSkipped':
      return { status: 'skipped', reason: outcome.reasonCode };
    case 'ReminderFailed':
      return { status: 'failed', reason: outcome.reasonCode };
  }
}
