import { addDays } from '../calendar/london.js';
import type { WantedMail } from './wanted-mail.js';

const DAYS_OF_PATIENCE = 7;

/**
 * The last London day on which a mail still helps. What is scheduled before an event goes until the day of the event;
 * all else waits a week for the mail server.
 */
export function lastDayToSend({
  kind,
  anchorDate,
  dueOn,
}: Pick<WantedMail, 'kind' | 'anchorDate' | 'dueOn'>) {
  // The anchor of an imported fact may be a month or a year.
  const before = kind === 'scheduled' && anchorDate.length === 10 && anchorDate > dueOn;
  return before ? anchorDate : addDays(dueOn, DAYS_OF_PATIENCE);
}
