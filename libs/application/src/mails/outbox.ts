import type pg from 'pg';
import type { RenderedMail } from '@linking/notices/mail-content.js';
import { mergedMail } from '@linking/notices/merged-mail.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { renderText } from '@linking/notices/render-text.js';
import type { Queryable } from '@linking/projections/projection.js';
import { envelopeOf, recipientOf } from './compose.js';
import type { Envelope, Recipient } from './compose.js';
import { addressOf, isPersonal } from './mail-address.js';
import { toMail } from './mail.js';
import type { Mail, MailRow, MailStatus } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import { mailContent } from './render-mail.js';

export interface OutboxQuery {
  /** Slugs the reader may see. */
  readonly programmes: 'all' | readonly string[];
  readonly subject?: string;
  readonly status?: MailStatus;
  readonly after?: { readonly dueAt: string; readonly id: string };
  readonly limit: number;
}

/** Mails, the latest due first; the last one's `dueAt` and `id` go into `after`. */
export async function listMails(db: Queryable, query: OutboxQuery): Promise<readonly Mail[]> {
  const { rows } = await db.query<MailRow>(
    `select * from mails
     where ($1::text[] is null or programme = any($1)) and ($2::text is null or subject = $2)
       and ($3::text is null or status = $3)
       and ($4::timestamptz is null or (due_at, id) < ($4, $5::text))
     order by due_at desc, id desc limit $6`,
    [
      query.programmes === 'all' ? null : query.programmes,
      query.subject ?? null,
      query.status ?? null,
      query.after?.dueAt ?? null,
      query.after?.id ?? null,
      query.limit,
    ],
  );
  return rows.map(toMail);
}

export interface ShowingDependencies {
  readonly pool: pg.Pool;
  readonly lookup: MailLookup;
  readonly settings: MailSettings;
}

export interface ShownMail extends Envelope {
  readonly mail: Mail;
  readonly to: Recipient;
  readonly rendered: RenderedMail;
  /** All that left or is going to leave as one mail with it, itself included, in the order of the mail. */
  readonly leftWith: readonly Mail[];
  /** Where the button of this mail leads, when that may be shown. */
  readonly address?: string;
}

/**
 * One mail as its recipient reads it, with "[personal link]" in place of an address that is hers alone.
 * `workingAddresses` shows those of sent mails: in the demonstration only. The caller checks the programme first.
 */
export async function showMail(
  { pool, lookup, settings }: ShowingDependencies,
  id: string,
  options: { readonly programmes: 'all' | readonly string[]; readonly workingAddresses: boolean },
): Promise<ShownMail | undefined> {
  const { rows } = await pool.query<MailRow>(
    'select * from mails where id = $1 and ($2::text[] is null or programme = any($2))',
    [id, options.programmes === 'all' ? null : options.programmes],
  );
  if (rows[0] === undefined) return undefined;
  const mail = toMail(rows[0]);
  const leftWith = await companyOf(pool, mail);
  const shownAddress = (one: Mail) =>
    !isPersonal(one) || (options.workingAddresses && one.status === 'sent')
      ? addressOf(settings, one)
      : undefined;
  const contents = await Promise.all(
    leftWith.map((one) => mailContent(one, lookup, settings, shownAddress(one))),
  );
  const content = mergedMail(contents);
  const address = shownAddress(mail);
  return {
    mail,
    ...(await envelopeOf(lookup, settings, leftWith[0] ?? mail)),
    to: (await recipientOf(lookup, mail)) ?? { name: 'former colleague' },
    rendered: { subject: content.subject, html: renderHtml(content), text: renderText(content) },
    leftWith,
    ...(address === undefined ? {} : { address }),
  };
}

/** What was sent with others, or is going to be because it is due on the same day, is read with them. */
async function companyOf(pool: pg.Pool, mail: Mail): Promise<readonly Mail[]> {
  if (mail.kind === 'scheduled' && (mail.status === 'planned' || mail.status === 'queued')) {
    const { rows } = await pool.query<MailRow>(
      `select * from mails
       where kind = 'scheduled' and ended is null and status <> 'sending' and person_id = $1 and programme = $2
         and (due_at at time zone 'Europe/London')::date = ($3::timestamptz at time zone 'Europe/London')::date
       order by id collate "C"`,
      [mail.personId, mail.programme, mail.dueAt],
    );
    return rows.length === 0 ? [mail] : rows.map(toMail);
  }
  if (mail.status !== 'sent') return [mail];
  const { rows } = await pool.query<MailRow>(
    `select * from mails where ended = 'sent' and (id = $1 or merged_into = $1) order by id collate "C"`,
    [mail.mergedInto ?? mail.id],
  );
  return rows.map(toMail);
}
