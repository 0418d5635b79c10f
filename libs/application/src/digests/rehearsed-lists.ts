import type pg from 'pg';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import type { DaysBetween } from '@linking/domain/reminders/digest-mails.js';
import { lastDayToSend } from '@linking/domain/reminders/last-day-to-send.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { goesAt } from '../mails/goes-at.js';
import { dueAt } from '../mails/upsert-planned.js';
import { plannedDigests } from './wanted-digests.js';

/** A list by mail that the calendar asks for. It goes when there is something to say, which is known on its day only. */
export interface RehearsedList {
  readonly mail: WantedMail;
  /** London day and time at which it goes. */
  readonly day: string;
  readonly time: string;
}

/**
 * The lists to a programme's mailbox between two days, and those of the national office for whoever sees all programmes;
 * without those that have their row already, and those that their reader has stopped.
 */
export async function rehearsedLists(
  pool: pg.Pool,
  { programme, office, ...days }: DaysBetween & { readonly programme: string; readonly office: boolean },
  now: string,
): Promise<readonly RehearsedList[]> {
  const planned = (await plannedDigests(pool, days)).filter((mail) =>
    mail.programme === '' ? office : mail.programme === programme,
  );
  const known = await rowsAndStops(pool, planned);
  const goes = goesAt(now, new Map());
  return planned.flatMap((mail) => {
    const at = goes({ ...mail, dueAt: dueAt(mail, now) });
    const day = londonDay(at);
    const isKnown = known.has(mailId(mail)) || known.has(`${mail.content.rule} ${mail.personId}`);
    return isKnown || day > lastDayToSend(mail) ? [] : [{ mail, day, time: londonTime(at) }];
  });
}

async function rowsAndStops(pool: pg.Pool, mails: readonly WantedMail[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ key: string }>(
    `select id as key from mails where id = any($1)
     union all select rule || ' ' || person_id from stopped_mails where person_id = any($2)`,
    [mails.map(mailId), [...new Set(mails.map(({ personId }) => personId))]],
  );
  return new Set(rows.map(({ key }) => key));
}
