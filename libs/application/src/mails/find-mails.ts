import { endOfLondonDay, londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { Queryable } from '@linking/projections/projection.js';
import { toMail } from './mail.js';
import type { Mail, MailRow, MailStatus } from './mail.js';

/** As people ask for it: what waits, is tried or is on its way is planned. */
export type MailStanding = 'planned' | 'sent' | 'failed' | 'skipped' | 'cancelled';

const STATUSES: Readonly<Record<MailStanding, readonly MailStatus[]>> = {
  planned: ['planned', 'queued', 'sending'],
  sent: ['sent'],
  failed: ['failed'],
  skipped: ['skipped'],
  cancelled: ['cancelled'],
};

export const mailStandings = Object.keys(STATUSES) as readonly MailStanding[];

export interface MailsWanted {
  /** Slugs the reader may see. */
  readonly programmes: 'all' | readonly string[];
  readonly standing?: MailStanding;
  /** Reference of a link: also the training mails of its teachers. */
  readonly link?: string;
  /** London day on which it was sent, is due, or goes when a hold is over. */
  readonly day?: string;
  /** Part of the title of the mail, of a subject that a person wrote, or of the recipient's name or address. */
  readonly text?: string;
  /** ISO instant: sent since then. */
  readonly sentSince?: string;
  /** ISO instant: sent, not sent or due until then; what is held beyond, or nobody wants any more, is left out. */
  readonly until?: string;
  readonly after?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

/** A mail as its reader got it: several that left together are one. */
export interface FoundMail {
  readonly mail: Mail;
  /** When it was sent or is due; of what waits and is held longer, the beginning of the day from which it goes. */
  readonly at: string;
  /** The subject that a person wrote; absent for all other mails, and when it was erased. */
  readonly written?: string;
  /** Rules that left with it, its own included. */
  readonly items: readonly Mail['content']['rule'][];
}

type Row = MailRow & { at: Date; rules: readonly Mail['content']['rule'][]; written: string | null };

/** In SQL what `at` says. */
const AT = `coalesce(m.sent_at, case when m.ended is null
  then greatest(m.due_at, m.held_until::timestamp at time zone 'Europe/London') else m.due_at end)`;

/** Planned ones the soonest first, others the latest first; the last one's `at` and id go into `after`. */
export async function findMails(db: Queryable, wanted: MailsWanted): Promise<readonly FoundMail[]> {
  const text = wanted.text?.trim().toLowerCase() ?? '';
  const rules = Object.entries(mailTitles).flatMap(([rule, title]) =>
    title.toLowerCase().includes(text) ? [rule] : [],
  );
  const { day } = wanted;
  const [after, order] = wanted.standing === 'planned' ? ['>', 'asc'] : ['<', 'desc'];
  const { rows } = await db.query<Row>(
    `select m.*, ${AT} as at, n.text as written,
            array(select i.rule from mails i where i.id = m.id or i.merged_into = m.id order by i.id collate "C") as rules
     from mails m left join people p on p.id = m.person_id and p.erased_at is null
          left join users u on m.mailbox = 'user' and u.id = m.person_id
          left join notes n on n.erased_at is null
            and n.id = case when m.rule = 'written' then (m.content ->> 'subjectId')::uuid end
     where m.merged_into is null
       and ($1::text[] is null or m.programme = any($1))
       and ($2::text[] is null or m.status = any($2))
       and ($3::text is null or exists (
         select from mails i where (i.id = m.id or i.merged_into = m.id)
           and (i.subject = $3 or (i.content ? 'linkRefs' and i.content -> 'linkRefs' @> jsonb_build_array($3::text)))))
       and ($4::timestamptz is null or ${AT} between $4 and $5)
       and ($6::text = '' or position($6 in lower(p.name)) > 0 or position($6 in lower(p.email)) > 0
            or position($6 in lower(u.name)) > 0 or position($6 in lower(u.email)) > 0
            or position($6 in lower(n.text)) > 0
            or exists (select from mails i where (i.id = m.id or i.merged_into = m.id) and i.rule = any($7)))
       and ($8::timestamptz is null or m.sent_at >= $8)
       and ($9::timestamptz is null or (${AT}, m.id) ${after} ($9, $10::text))
       and ($12::timestamptz is null or (${AT} <= $12 and m.status <> 'cancelled'))
     order by ${AT} ${order}, m.id ${order} limit $11`,
    [
      wanted.programmes === 'all' ? null : wanted.programmes,
      wanted.standing === undefined ? null : STATUSES[wanted.standing],
      wanted.link ?? null,
      day === undefined ? null : londonInstant(day, '00:00'),
      day === undefined ? null : endOfLondonDay(day),
      text,
      rules,
      wanted.sentSince ?? null,
      wanted.after?.at ?? null,
      wanted.after?.id ?? null,
      wanted.limit,
      wanted.until ?? null,
    ],
  );
  return rows.map((row) => ({
    mail: toMail(row),
    at: row.at.toISOString(),
    items: row.rules,
    ...(row.written === null ? {} : { written: row.written }),
  }));
}

/** Mails that are due by the clock and have not gone yet. */
export async function countDueMails(
  db: Queryable,
  programmes: 'all' | readonly string[],
  now: string,
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from mails
     where ended is null and due_at <= $1 and merged_into is null
       and coalesce(held_until <= $3, true)
       and ($2::text[] is null or programme = any($2))`,
    [now, programmes === 'all' ? null : programmes, londonDay(now)],
  );
  return rows[0]?.n ?? 0;
}
