import { randomUUID } from 'node:crypto';
import { inAccountTransaction } from '@linking/application/accounts/account-transaction.js';
import { offerPassword } from '@linking/application/accounts/set-password.js';
import { announceUserChanges, noteUserChange } from '@linking/application/accounts/user-changes.js';
import { readSettings } from '@linking/platform/config/settings.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import { CommandFailed, type Terminal } from '../terminal.js';

export function addUsersOfferPassword(parent: Command, terminal: Terminal): void {
  parent
    .command('offer-password')
    .argument('<EMAIL>', 'the address with which she signs in')
    .description('print a new one-time address to set a password; earlier ones no longer work')
    .action((email: string) => run(email, terminal));
}

async function run(email: string, terminal: Terminal): Promise<void> {
  const token = await withDatabase(terminal.env, async ({ pool, store, clock }) => {
    const { rows } = await pool.query<{ id: string }>(
      'select id from users where lower(email) = lower($1) and disabled_at is null',
      [email.trim()],
    );
    const userId = rows[0]?.id;
    if (userId === undefined) throw new CommandFailed(`There is no open account with the address ${email}.`);
    const offered = { type: 'PasswordOffered', data: { userId, means: 'shown' } } as const;
    const change = { commandId: randomUUID(), actor: 'worker:cli', channel: 'cli', at: clock.now() } as const;
    const made = await inAccountTransaction(pool, async (transaction) => {
      await noteUserChange(transaction, offered, change);
      return offerPassword(transaction, userId);
    });
    await announceUserChanges(pool, store);
    return made;
  });
  const { publicUrl } = readSettings(terminal.env);
  terminal.out.write(
    `This address sets the password of ${email} once, within 7 days:\n  ${publicUrl}/set-password/${token}\n`,
  );
}
