import { isRole } from '@linking/application/accounts/roles.js';
import { listUsers, type UserDetails } from '@linking/application/accounts/users.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import { CommandFailed, type Terminal } from '../terminal.js';

interface Options {
  readonly role?: string;
}

const A_PAGE = 500;

export function addUsersList(parent: Command, terminal: Terminal): void {
  parent
    .command('list')
    .description('show who may sign in, one line a user: address, roles, programmes, state, last sign-in')
    .option('--role <role>', 'coordinator, national, auditor or admin')
    .action((options: Options) => run(options, terminal));
}

async function run({ role }: Options, terminal: Terminal): Promise<void> {
  if (role !== undefined && !isRole(role)) {
    throw new CommandFailed('--role is coordinator, national, auditor or admin.');
  }
  await withDatabase(terminal.env, async ({ pool }) => {
    let after: { name: string; id: string } | undefined;
    for (;;) {
      const users = await listUsers(pool, {
        limit: A_PAGE,
        ...(role === undefined ? {} : { role }),
        ...(after === undefined ? {} : { after }),
      });
      for (const user of users) terminal.out.write(`${lineOf(user)}\n`);
      const last = users.at(-1);
      if (last === undefined || users.length < A_PAGE) return;
      after = { name: last.name, id: last.id };
    }
  });
}

/** Fields are separated by tabs, so that `cut` and spreadsheets can read them. */
const lineOf = ({ email, roles, programmes, state, lastSignIn }: UserDetails) =>
  [email, roles.join(' '), programmes.join(' '), state, lastSignIn?.slice(0, 10) ?? 'never'].join('\t');
