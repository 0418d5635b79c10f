import type pg from 'pg';
import type { MailContent, RenderedMail } from '@linking/notices/mail-content.js';
import { isMailAddress, mailbox } from '@linking/notices/mail-headers.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { renderText } from '@linking/notices/render-text.js';
import { setPasswordMail } from '@linking/notices/set-password.js';
import type { Queryable } from '@linking/projections/projection.js';
import { privacyAddress, type MailSettings } from '../mails/mail-settings.js';
import {
  claimOwnMail,
  sendOwnMail,
  settleOwnMail,
  type OwnMailDependencies,
  type OwnMailRow,
  type OwnMailStatus,
} from '../mails/own-mails.js';
import { CHECKPOINT_ROLES, checkpointMail, type KeptCheckpointMail } from '../audit/checkpoint-mails.js';
import { inAccountTransaction } from './account-transaction.js';
import { addOffer, passwordToken } from './set-password.js';
import { changedBy, noteUserChange } from './user-changes.js';

/** How long the address in a mail works. */
const VALID_MINUTES = 30;

export type AccountMailStatus = OwnMailStatus;

/** A mail about an account: it belongs to no link, no programme and no rule. */
export interface AccountMail {
  readonly id: string;
  readonly userId: string;
  readonly status: AccountMailStatus;
  readonly askedAt: string;
  readonly sentAt?: string;
  readonly reason?: string;
  readonly messageId: string;
  readonly attempt: number;
  /** In the mail of a month with the signed checkpoint; the others offer a password. */
  readonly kept?: KeptCheckpointMail;
}

interface Row extends OwnMailRow {
  readonly user_id: string;
  readonly month: string | null;
  readonly checkpoint: string | null;
}

const toMail = (row: Row): AccountMail => ({
  id: row.id,
  userId: row.user_id,
  status: row.status,
  askedAt: row.asked_at.toISOString(),
  ...(row.sent_at === null ? {} : { sentAt: row.sent_at.toISOString() }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  messageId: row.message_id,
  attempt: row.attempt,
  ...(row.month === null || row.checkpoint === null
    ? {}
    : { kept: { month: row.month, checkpoint: row.checkpoint } }),
});

export async function accountMailsOf(db: Queryable, userId: string): Promise<readonly AccountMail[]> {
  const { rows } = await db.query<Row>(
    'select * from account_mails where user_id = $1 order by created_at desc limit 20',
    [userId],
  );
  return rows.map(toMail);
}

/** Without a mailer the mail is kept, and read on the page of its user. */
export type AccountMailDependencies = OwnMailDependencies;

/** Sends what waits, one after the other: there are never many. */
export async function sendAccountMails(dependencies: AccountMailDependencies): Promise<void> {
  for (;;) {
    const row = await claimOwnMail<Row>(dependencies.pool, 'account_mails');
    if (row === undefined) return;
    await sendOne(dependencies, row);
  }
}

async function sendOne(dependencies: AccountMailDependencies, row: Row): Promise<void> {
  const { pool, settings } = dependencies;
  const mail = toMail(row);
  const user = await (mail.kept === undefined ? recipient(pool, mail) : watcher(pool, mail));
  if (typeof user === 'string') {
    return settleOwnMail(pool, 'account_mails', mail, { status: 'skipped', reason: user });
  }
  const to = mailbox(user.name, user.email);
  if (mail.kept !== undefined) {
    const { month, checkpoint } = mail.kept;
    const attachment = { filename: `checkpoint-${month}.txt`, content: checkpoint };
    const content = checkpointMail(user.name, mail.kept, settings);
    return sendOwnMail(dependencies, 'account_mails', row, {
      to,
      rendered: inBothForms(content),
      attachment,
    });
  }
  const token = passwordToken(settings, mail.id);
  await offer(dependencies, mail, token);
  await sendOwnMail(dependencies, 'account_mails', row, {
    to,
    rendered: rendered(user.name, settings, token),
  });
}

/** Who gets it, or why nobody does: what is asked for now is of no use an hour later. */
async function recipient(
  pool: pg.Pool,
  mail: AccountMail,
): Promise<{ readonly name: string; readonly email: string } | string> {
  const { rows } = await pool.query<{ name: string; email: string; late: boolean }>(
    `select u.name, u.email, m.created_at < now() - make_interval(mins => $2) as late
     from account_mails m join users u on u.id = m.user_id where m.id = $1 and u.disabled_at is null`,
    [mail.id, VALID_MINUTES],
  );
  const [user] = rows;
  if (user === undefined) return 'account-closed';
  if (user.late) return 'too-late';
  return isMailAddress(user.email) ? user : 'unusable-address';
}

/** Somebody may have left or changed her work since the mail was wanted. */
async function watcher(
  pool: pg.Pool,
  { userId }: AccountMail,
): Promise<{ readonly name: string; readonly email: string } | string> {
  const { rows } = await pool.query<{ name: string; email: string; watches: boolean }>(
    'select name, email, roles && $2::text[] as watches from users where id = $1 and disabled_at is null',
    [userId, CHECKPOINT_ROLES],
  );
  const [user] = rows;
  if (user === undefined) return 'account-closed';
  if (!user.watches) return 'role-ended';
  return isMailAddress(user.email) ? user : 'unusable-address';
}

/** The address works from now on; a second try makes the same one again. */
async function offer(
  { pool, clock }: AccountMailDependencies,
  { id, userId }: AccountMail,
  token: string,
): Promise<void> {
  await inAccountTransaction(pool, async (transaction) => {
    if ((await changedBy(transaction, id)) !== undefined) return;
    await addOffer(transaction, userId, token, VALID_MINUTES);
    const offered = { type: 'PasswordOffered', data: { userId, means: 'mailed' } } as const;
    const change = { commandId: id, actor: 'worker:accounts', channel: 'worker', at: clock.now() } as const;
    await noteUserChange(transaction, offered, change);
  });
}

function rendered(recipientName: string, settings: MailSettings, token?: string): RenderedMail {
  const content: MailContent = setPasswordMail({
    recipient: recipientName,
    validMinutes: VALID_MINUTES,
    ...(token === undefined ? {} : { href: `${settings.publicUrl}/set-password/${token}` }),
    privacyHref: privacyAddress(settings),
  });
  return inBothForms(content);
}

const inBothForms = (content: MailContent): RenderedMail => ({
  subject: content.subject,
  html: renderHtml(content),
  text: renderText(content),
});

export interface ShownAccountMail {
  readonly mail: AccountMail;
  readonly to: { readonly name: string; readonly email: string };
  readonly rendered: RenderedMail;
  /** Only when `workingAddresses` and sent. */
  readonly token?: string;
}

/** One mail with "[personal link]" in place of its address; `workingAddresses` in the demonstration only. */
export async function showAccountMail(
  db: Queryable,
  settings: MailSettings,
  which: { readonly userId: string; readonly id: string },
  { workingAddresses }: { readonly workingAddresses: boolean },
): Promise<ShownAccountMail | undefined> {
  const { rows } = await db.query<Row & { name: string; email: string }>(
    `select m.*, u.name, u.email from account_mails m join users u on u.id = m.user_id
     where m.id = $1 and m.user_id = $2`,
    [which.id, which.userId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const mail = toMail(row);
  const to = { name: row.name, email: row.email };
  if (mail.kept !== undefined) {
    return { mail, to, rendered: inBothForms(checkpointMail(row.name, mail.kept, settings)) };
  }
  const token = workingAddresses && mail.status === 'sent' ? { token: passwordToken(settings, mail.id) } : {};
  return {
    mail,
    to,
    rendered: rendered(row.name, settings, token.token),
    ...token,
  };
}
