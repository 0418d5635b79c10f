import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { longDay, shortDay } from '@linking/words/format.js';

/** `Held until 4 Jan`, beside a mail that waits; the day as `heldFromGoing` says it. */
export const heldLabel = (until: string): string =>
  until === WITHOUT_END ? 'Held until it is released' : `Held until ${shortDay(until)}`;

/** `held until 4 January 2027`, within a sentence. */
export const heldWords = (until: string): string =>
  until === WITHOUT_END ? 'held until it is released' : `held until ${longDay(until)}`;
