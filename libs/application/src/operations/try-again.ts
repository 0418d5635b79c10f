import type pg from 'pg';
import type { CommandBus } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { Refusal } from '@linking/domain/refusal.js';
import type { Queryable } from '@linking/projections/projection.js';
import type { Sender } from '../commands/sender.js';
import { SendMailAgain } from '../mails/again/send-again.js';
import { mailsInTrouble } from '../mails/mail-troubles.js';
import { HELD_BACK } from '../mails/ready-parcel.js';

export interface TriedAgain {
  /** Mails that rested after the mail server did not take them: they go now. */
  readonly released: number;
  /** Mails that had failed for good: they are sent once more. */
  readonly sentAgain: number;
  /** Failed ones that a rule does not let go again, or that the sender may not send. */
  readonly left: number;
}

/**
 * What was not sent is tried now: what rests for an hour goes at once, and what failed is sent again to the same person by
 * the national office. Asked twice, each goes once.
 */
export async function tryMailsAgain(
  { pool, commandBus }: { readonly pool: pg.Pool; readonly commandBus: CommandBus },
  sender: Sender,
  now: string,
): Promise<TriedAgain> {
  const { rowCount: released } = await pool.query(
    `update mails set rest_until = null
     where id = any(array(
       select id from mails
       where ended is null and status <> 'sending' and rest_until > now() and reason is distinct from $1
       order by id for update))`,
    [HELD_BACK],
  );
  const failed = await failedMails(pool, now);
  let sentAgain = 0;
  if (sender.scope?.changes === 'all') {
    for (const id of failed) {
      const commandId = v5(id, sender.commandId);
      try {
        const { already } = await commandBus.execute(
          new SendMailAgain(id, 'not-arrived', { ...sender, commandId }),
        );
        if (!already) sentAgain += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
  const tried = { released: released ?? 0, sentAgain, left: failed.length - sentAgain };
  if (tried.released + tried.sentAgain > 0) {
    await pool.query(
      `insert into operations_acts (command_id, act, part, actor, at) values ($1, 'try-again', 'mails', $2, $3)
       on conflict (command_id, part) do nothing`,
      [sender.commandId, sender.actor, now],
    );
  }
  return tried;
}

/** Those of two weeks that reached nobody, and did not leave later all the same. */
async function failedMails(db: Queryable, now: string): Promise<readonly string[]> {
  const mails = await mailsInTrouble(db, { programmes: 'all', now });
  return mails.filter(({ status }) => status === 'failed').map(({ id }) => id);
}

export const countFailedMails = async (db: Queryable, now: string): Promise<number> =>
  (await failedMails(db, now)).length;
