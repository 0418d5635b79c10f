import type pg from 'pg';
import { isWordingKind, type WordingKind } from '@linking/domain/wording/wording-kinds.js';
import type { WordingText } from '@linking/domain/wording/wording-text.js';
import { headerText, isMailAddress, mailbox } from '@linking/notices/mail-headers.js';
import { YOUR_FACILITATOR } from '@linking/notices/mail-words.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { renderText } from '@linking/notices/render-text.js';
import { sampleOf, wordedSample, type InWhoseName } from '@linking/notices/wording/product-wording.js';
import type { MailLookup } from './mail-lookup.js';
import { mailDomain, privacyAddress, type MailSettings } from './mail-settings.js';
import {
  claimOwnMail,
  sendOwnMail,
  settleOwnMail,
  type OwnMailDependencies,
  type OwnMailRow,
} from './own-mails.js';

/** So many test mails go to one person within an hour of real time. */
const AN_HOUR = 10;

interface Asked {
  readonly id: string;
  readonly userId: string;
  /** Absent when the national office tries its own words. */
  readonly programme: string | undefined;
  readonly wording: WordingKind;
  readonly words: WordingText;
}

interface Row extends OwnMailRow {
  readonly user_id: string;
  readonly programme: string | null;
  readonly wording: string;
  readonly words: WordingText | null;
}

/** A mail in these words about invented people, to whoever asks; once, however often the same form is sent. */
export async function askForTestMail(
  pool: pg.Pool,
  { id, userId, programme, wording, words }: Asked,
  { now, settings }: { readonly now: string; readonly settings: Pick<MailSettings, 'mailFrom'> },
): Promise<{ readonly to: string } | 'too-many'> {
  const { rows } = await pool.query<{ email: string }>('select email from users where id = $1', [userId]);
  const { rowCount } = await pool.query(
    `insert into test_mails (id, user_id, programme, wording, words, asked_at, message_id)
     select $1, $2, $3, $4, $5, $6, $7
     where (select count(*) from test_mails where user_id = $2 and created_at > now() - interval '1 hour') < $8
     on conflict do nothing`,
    [
      id,
      userId,
      programme ?? null,
      wording,
      JSON.stringify(words),
      now,
      `<${id}@${mailDomain(settings)}>`,
      AN_HOUR,
    ],
  );
  const to = rows[0]?.email ?? '';
  if (rowCount === 1) return { to };
  const { rowCount: known } = await pool.query('select from test_mails where id = $1', [id]);
  return known === 1 ? { to } : 'too-many';
}

export interface TestMailDependencies extends OwnMailDependencies {
  readonly lookup: MailLookup;
}

/** Sends what waits; a worker that died in between is gone on with after its lease. */
export async function sendTestMails(dependencies: TestMailDependencies): Promise<void> {
  const { pool } = dependencies;
  for (;;) {
    const row = await claimOwnMail<Row>(pool, 'test_mails');
    if (row === undefined) return;
    await sendOne(dependencies, row);
    await pool.query(
      `update test_mails set words = null where id = $1 and status in ('sent', 'failed', 'skipped')`,
      [row.id],
    );
  }
}

async function sendOne(dependencies: TestMailDependencies, row: Row): Promise<void> {
  const { pool, lookup, settings } = dependencies;
  const { rows } = await pool.query<{ name: string; email: string }>(
    'select name, email from users where id = $1 and disabled_at is null',
    [row.user_id],
  );
  const [user] = rows;
  const skipped = (reason: string) => settleOwnMail(pool, 'test_mails', row, { status: 'skipped', reason });
  if (user === undefined) return skipped('account-closed');
  if (!isMailAddress(user.email)) return skipped('unusable-address');
  if (row.words === null || !isWordingKind(row.wording)) return skipped('no-longer-wanted');
  const name = await inWhoseName(lookup, settings, row.programme ?? undefined);
  const content = wordedSample(row.wording, row.words, name);
  const test = { ...content, subject: `Test: ${content.subject}` };
  await sendOwnMail(dependencies, 'test_mails', row, {
    to: mailbox(user.name, user.email),
    rendered: {
      subject: headerText(test.subject),
      html: renderHtml(test),
      text: renderText(test),
    },
  });
}

/** Whose programme a mail about nobody is shown in; invented for words that hold for all programmes. */
export async function inWhoseName(
  lookup: MailLookup,
  settings: Pick<MailSettings, 'publicUrl' | 'nationalOffice'>,
  slug: string | undefined,
): Promise<InWhoseName> {
  const privacyHref = privacyAddress(settings);
  const programme = slug === undefined ? undefined : await lookup.programme(slug);
  if (programme === undefined) {
    const { programme: invented = '', askWho } = sampleOf('N07').about;
    return { programme: invented, askWho, facilitator: YOUR_FACILITATOR, privacyHref };
  }
  const { name, contactName, mailbox: email, phone, facilitator = YOUR_FACILITATOR } = programme;
  const askWho = { name: contactName, email, ...(phone === undefined ? {} : { phone }) };
  return { programme: name, askWho, facilitator, privacyHref };
}
