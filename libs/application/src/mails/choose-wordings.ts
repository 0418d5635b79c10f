import type pg from 'pg';
import { wordingOf } from '@linking/domain/wording/wording-kinds.js';
import type { SentWording } from '@linking/events/correspondence/correspondence-events.js';
import type { Parcel } from './claim.js';
import type { Mail } from './mail.js';
import type { MailLookup, MailProgramme } from './mail-lookup.js';

/** The words that a mail has now: one that is on its way or has left keeps those it was given. */
export function wordingNow(mail: Mail, programme: MailProgramme | undefined): SentWording | undefined {
  if (mail.status === 'sending' || mail.status === 'sent' || mail.status === 'failed') return mail.wording;
  const kind = wordingOf(mail.content);
  return kind === undefined ? undefined : programme?.wordingOf?.(kind);
}

/**
 * Settles the words of what is about to leave, and keeps which they are: whoever reads the mail later reads what went
 * out. What may have left already leaves in the same words.
 */
export async function withWordings(
  { pool, lookup }: { readonly pool: pg.Pool; readonly lookup: MailLookup },
  parcel: Parcel,
): Promise<Parcel> {
  if (parcel.attempt > 1) return parcel;
  const mails: Mail[] = [];
  for (const { wording: before, ...mail } of parcel.mails) {
    const now = wordingNow({ ...mail, status: 'planned' }, await lookup.programme(mail.programme));
    const wording = now === undefined || (await lookup.wordingText(now.hash)) === undefined ? undefined : now;
    if (wording !== undefined || before !== undefined) {
      await pool.query(`update mails set wording = $2 where id = $1 and status = 'sending'`, [
        mail.id,
        wording === undefined ? null : JSON.stringify(wording),
      ]);
    }
    mails.push(wording === undefined ? mail : { ...mail, wording });
  }
  return { ...parcel, mails };
}
