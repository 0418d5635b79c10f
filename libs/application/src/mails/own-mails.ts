import type pg from 'pg';
import type { RenderedMail } from '@linking/notices/mail-content.js';
import { AUTOMATIC_HEADERS, mailbox, type OutgoingMail } from '@linking/notices/mail-headers.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import type { MailSettings } from './mail-settings.js';
import type { Mailer } from './mailer.js';

/** Tables of the few mails that belong to no link, no programme and no rule; all have these columns. */
export type OwnMailTable = 'account_mails' | 'interest_request_mails' | 'test_mails';

export type OwnMailStatus = 'planned' | 'sending' | 'sent' | 'failed' | 'skipped';

export interface OwnMailRow {
  readonly id: string;
  readonly status: OwnMailStatus;
  readonly asked_at: Date;
  readonly sent_at: Date | null;
  readonly reason: string | null;
  readonly message_id: string;
  readonly attempt: number;
}

export interface OwnMailDependencies {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly settings: MailSettings;
  /** Absent: no mail leaves the machine, and the mail counts as sent. */
  readonly mailer?: Mailer;
}

type Claimed = Pick<OwnMailRow, 'id' | 'attempt' | 'message_id'>;

/** Seconds of real time: more than a mailer may take for one mail. */
const LEASE = 120;
const REST = 60;

/** The next mail that waits; two workers never have the same one. */
export async function claimOwnMail<Row extends OwnMailRow>(
  pool: pg.Pool,
  table: OwnMailTable,
): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>(
    `update ${table} set status = 'sending', attempt = attempt + 1, free_at = now() + make_interval(secs => $1)
     where id = (select id from ${table} where status in ('planned', 'sending') and free_at <= now()
                 order by created_at limit 1 for update skip locked)
     returning *`,
    [LEASE],
  );
  return rows[0];
}

/** Hands it to the mailer and keeps what became of it: sent, failed for good, or to be tried again after a rest. */
export async function sendOwnMail(
  { pool, clock, settings, mailer }: OwnMailDependencies,
  table: OwnMailTable,
  mail: Claimed,
  {
    to,
    rendered,
    attachment,
  }: {
    readonly to: string;
    readonly rendered: RenderedMail;
    readonly attachment?: OutgoingMail['attachment'];
  },
): Promise<void> {
  const { subject, html, text } = rendered;
  try {
    await mailer?.send({
      mailId: mail.id,
      messageId: mail.message_id,
      attempt: mail.attempt,
      from: mailbox('Schools Linking', settings.mailFrom),
      replyTo: mailbox('Schools Linking', settings.nationalOffice),
      to,
      subject,
      html,
      text,
      headers: AUTOMATIC_HEADERS,
      ...(attachment === undefined ? {} : { attachment }),
    });
  } catch (error) {
    const failure = error instanceof MailFailure ? error : undefined;
    if (failure?.kind === 'refused') {
      return settleOwnMail(pool, table, mail, { status: 'failed', reason: failure.reasonCode });
    }
    return rest(pool, table, mail, failure?.reasonCode ?? 'unexpected-error');
  }
  await settleOwnMail(pool, table, mail, { status: 'sent', sentAt: clock.now() });
}

export async function settleOwnMail(
  pool: pg.Pool,
  table: OwnMailTable,
  { id, attempt }: Pick<Claimed, 'id' | 'attempt'>,
  outcome: { readonly status: OwnMailStatus; readonly sentAt?: string; readonly reason?: string },
): Promise<void> {
  await pool.query(
    `update ${table} set status = $3, sent_at = $4, reason = $5 where id = $1 and attempt = $2`,
    [id, attempt, outcome.status, outcome.sentAt ?? null, outcome.reason ?? null],
  );
}

async function rest(
  pool: pg.Pool,
  table: OwnMailTable,
  { id, attempt }: Pick<Claimed, 'id' | 'attempt'>,
  reason: string,
): Promise<void> {
  await pool.query(
    `update ${table} set status = 'planned', reason = $3, free_at = now() + make_interval(secs => $4)
     where id = $1 and attempt = $2`,
    [id, attempt, reason, REST],
  );
}
