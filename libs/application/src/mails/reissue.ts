import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Token } from '../tokens/tokens.js';
import { messageIdOf, toMail } from './mail.js';
import type { Mail, MailRow } from './mail.js';
import { mailDomain } from './mail-settings.js';
import type { MailSettings } from './mail-settings.js';

export interface ReissueDependencies {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly settings: Pick<MailSettings, 'mailFrom'>;
}

/**
 * "Send me a new one": a new mail with a new address to the same person at once, answered by its id.
 * While one is still on its way, that one is the answer. `undefined` for a token that no mail carried.
 */
export async function reissue(
  { pool, clock, settings }: ReissueDependencies,
  token: Pick<Token, 'mailId'>,
): Promise<string | undefined> {
  const found = await pool.query<MailRow>('select * from mails where id = $1', [token.mailId ?? '']);
  if (found.rows[0] === undefined) return undefined;
  const first = toMail(found.rows[0]);
  const again = await requestedMails(pool, first);
  const onItsWay = again.find(({ status }) => ['planned', 'queued', 'sending'].includes(status));
  if (onItsWay !== undefined) return onItsWay.id;

  const now = clock.now();
  const step = `${stepOf(first)}-again-${again.length + 1}`;
  const id = mailId({ ...first, step, anchorDate: londonDay(now) });
  // Who asks twice at once asks for the same mail: either its id or its Message-ID is found to be there already.
  await pool.query(
    `insert into mails (id, rule, subject, programme, step, anchor_date, person_id, kind, asked_by, due_at, status,
                        content, message_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'immediate', 'person', $8, 'planned', $9, $10, $8)
     on conflict do nothing`,
    [
      id,
      first.content.rule,
      first.subject,
      first.programme,
      step,
      londonDay(now),
      first.personId,
      now,
      JSON.stringify(first.content),
      messageIdOf(id, mailDomain(settings)),
    ],
  );
  return id;
}

const stepOf = (mail: Mail) => mail.step.replace(/-again-\d+$/, '');

async function requestedMails(pool: pg.Pool, first: Mail): Promise<readonly Mail[]> {
  const { rows } = await pool.query<MailRow>(
    `select * from mails where subject = $1 and rule = $2 and person_id = $3 and asked_by = 'person'`,
    [first.subject, first.content.rule, first.personId],
  );
  return rows.map(toMail).filter((mail) => stepOf(mail) === stepOf(first));
}
