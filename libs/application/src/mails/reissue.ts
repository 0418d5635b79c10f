import type pg from 'pg';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Token } from '../tokens/tokens.js';
import { insertAgain, nextAgain } from './again/next-again.js';
import { toMail } from './mail.js';
import type { MailRow } from './mail.js';
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
  const now = clock.now();
  const next = await nextAgain(pool, first, now);
  if (!next.onItsWay) await insertAgain(pool, settings, first, next, now);
  return next.id;
}
