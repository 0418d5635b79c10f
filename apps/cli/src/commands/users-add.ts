import { randomUUID } from 'node:crypto';
import { AccountRefused } from '@linking/application/accounts/access-errors.js';
import { addUser } from '@linking/application/accounts/add-user.js';
import { checkProgrammes } from '@linking/application/accounts/check-programmes.js';
import { announceUserChanges } from '@linking/application/accounts/user-changes.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { programmes } from '@linking/projections/programmes/programmes.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import { CommandFailed, type Terminal } from '../terminal.js';

interface Options {
  readonly role: readonly string[];
  readonly name?: string;
  readonly programme?: readonly string[];
}

export function addUsersAdd(parent: Command, terminal: Terminal): void {
  parent
    .command('add')
    .argument('<EMAIL>', 'the address with which she signs in')
    .description('add a user and print a one-time address to set her password')
    .requiredOption('--role <role...>', 'coordinator, national, auditor or admin')
    .option('--name <name>', 'what others see (default: the address up to the @)')
    .option('--programme <slug...>', 'the programmes of a coordinator, such as bradford')
    .action((email: string, options: Options) => run(email, options, terminal));
}

async function run(email: string, options: Options, terminal: Terminal): Promise<void> {
  const { role, name, programme } = options;
  const user = {
    email,
    roles: role,
    ...(name === undefined ? {} : { name }),
    ...(programme === undefined ? {} : { programmes: programme }),
  };
  try {
    const { passwordToken } = await withDatabase(terminal.env, async ({ pool, store, clock }) => {
      // Whether a programme has joined is asked of the log; the list to choose from is kept by workers.
      await catchUp({ pool, store }, programmes);
      await checkProgrammes(pool, store, user.programmes ?? []);
      const change = {
        commandId: randomUUID(),
        actor: 'worker:cli',
        channel: 'cli',
        at: clock.now(),
      } as const;
      const added = await addUser(pool, user, { change });
      await announceUserChanges(pool, store);
      return added;
    });
    const { publicUrl } = readSettings(terminal.env);
    terminal.out.write(
      `Added ${email}. This address sets the password once, within 7 days:\n` +
        `  ${publicUrl}/set-password/${passwordToken}\n`,
    );
  } catch (error) {
    if (error instanceof AccountRefused) throw new CommandFailed(error.sentence);
    throw error;
  }
}
