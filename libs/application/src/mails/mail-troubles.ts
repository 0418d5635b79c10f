import type { Queryable } from '@linking/projections/projection.js';
import { toMail, type Mail, type MailRow } from './mail.js';

/** For how many days a mail that reached nobody is shown. */
export const TROUBLE_DAYS = 14;

/** Mails that reached nobody in the last two weeks, one a person and subject, unless a later one reached her. */
export async function mailsInTrouble(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly now: string },
): Promise<readonly Mail[]> {
  const { rows } = await db.query<MailRow>(
    `select distinct on (m.subject, m.person_id) m.* from mails m
     where m.ended in ('failed', 'skipped') and (m.status = 'failed' or m.reason = 'no-address')
       and m.reason is distinct from 'bounced'
       and m.due_at > $2::timestamptz - make_interval(days => $3)
       and ($1::text[] is null or m.programme = any($1))
       and not exists (select from mails later
                       where later.person_id = m.person_id and later.ended = 'sent' and later.sent_at > m.due_at)
     order by m.subject, m.person_id, m.due_at desc`,
    [query.programmes === 'all' ? null : query.programmes, query.now, TROUBLE_DAYS],
  );
  return rows.map(toMail);
}
