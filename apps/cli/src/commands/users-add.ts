import type { Command } from 'commander';
import type pg from 'pg';
import { AccountRefused } from '@linking/application/accounts/access-errors.js';
import { addUser } from '@linking/application/accounts/add-user.js';

export interface UsersWorld {
  readonly pool: pg.Pool;
  /** The address people type, without a slash at its end. */
  readonly publicUrl: string;
}

interface Options {
  readonly role: readonly string[];
  readonly name?: string;
  readonly programme?: readonly string[];
}

/** `linking users add EMAIL --role admin`: prints a one-time address to set a password. `open` gives it the database. */
export function usersAddCommand(
  program: Command,
  open: (task: (world: UsersWorld) => Promise<void>) => Promise<void>,
  print: (text: string) => unknown = (text) => process.stdout.write(text),
): void {
  const users = program.commands.find((command) => command.name() === 'users') ?? program.command('users');
  users
    .description('who may sign in')
    .command('add <email>')
    .description('add a user and print a one-time address to set a password')
    .requiredOption('--role <role...>', 'coordinator, national, auditor or admin')
    .option('--name <name>', 'shown to others; without it the part before the @')
    .option('--programme <slug...>', 'programmes of a coordinator, such as bradford')
    .action((email: string, options: Options, command: Command) =>
      open(async ({ pool, publicUrl }) => {
        try {
          print(await addUserInWords(pool, publicUrl, email, options));
        } catch (error) {
          if (!(error instanceof AccountRefused)) throw error;
          command.error(error.sentence, { exitCode: 2, code: error.code });
        }
      }),
    );
}

async function addUserInWords(
  pool: pg.Pool,
  publicUrl: string,
  email: string,
  { role, name, programme }: Options,
): Promise<string> {
  const { passwordToken } = await addUser(pool, {
    email,
    roles: role,
    ...(name === undefined ? {} : { name }),
    ...(programme === undefined ? {} : { programmes: programme }),
  });
  return (
    `Added ${email}. This address sets the password once, within 7 days:\n` +
    `  ${publicUrl}/set-password/${passwordToken}\n`
  );
}
