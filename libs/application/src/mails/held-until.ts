import { londonDay } from '@linking/domain/calendar/london.js';
import type { Mail } from './mail.js';

type Holdable = Pick<Mail, 'dueAt' | 'heldUntil' | 'status'>;

/**
 * The day until which a waiting mail is kept from going, `9999-12-31` until it is released. `undefined` also while a
 * hold lasts that is over before the mail is due: it delays nothing.
 */
export function heldFromGoing({ dueAt, heldUntil, status }: Holdable, now: string): string | undefined {
  if (heldUntil === undefined || (status !== 'planned' && status !== 'queued')) return undefined;
  return heldUntil > londonDay(now) && heldUntil > londonDay(dueAt) ? heldUntil : undefined;
}
