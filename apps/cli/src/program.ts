import { EventLogUnusableError } from '@linking/application/event-log/event-log-unusable.js';
import { Refusal } from '@linking/domain/refusal.js';
import { EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import { WrongSettingsError } from '@linking/platform/config/settings.js';
import { EmbeddedPostgresError } from '@linking/platform/embedded-postgres/launcher-error.js';
import { Command, CommanderError } from 'commander';
import { addBackup } from './commands/backup.js';
import { addErasures } from './commands/erasures.js';
import { addHistory } from './commands/history.js';
import { addImportSchools } from './commands/import-schools.js';
import { addLedgerKey, addLedgerReplaceLostKey, addLedgerRotateKey } from './commands/ledger-keys.js';
import { addLogExport } from './commands/log-export.js';
import { addLogImport } from './commands/log-import.js';
import { addMailsRebuild } from './commands/mails-rebuild.js';
import { addProgrammesAdd } from './commands/programmes-add.js';
import { addRestore } from './commands/restore.js';
import { addUsersAdd } from './commands/users-add.js';
import { addUsersList } from './commands/users-list.js';
import { addUsersOfferPassword } from './commands/users-offer-password.js';
import { addVerify } from './commands/verify.js';
import { CommandFailed, EXIT, type Terminal } from './terminal.js';

/** Runs one `linking` command and answers its exit code; never ends the process itself. */
export async function runLinking(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.done;
  const exit = (given: number) => {
    code = given;
  };
  const program = new Command('linking')
    .description('Schools Linking from the command line')
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
    })
    .exitOverride();
  const imports = program.command('import').description('read files into the system');
  addImportSchools(imports, terminal, exit);
  const programmes = program.command('programmes').description('say which local programmes there are');
  addProgrammesAdd(programmes, terminal);
  const users = program.command('users').description('say who may sign in');
  addUsersAdd(users, terminal);
  addUsersList(users, terminal);
  addUsersOfferPassword(users, terminal);
  const ledger = program.command('ledger').description('the keys that sign the log');
  addLedgerKey(ledger, terminal);
  addLedgerRotateKey(ledger, terminal);
  addLedgerReplaceLostKey(ledger, terminal);
  addHistory(program, terminal);
  addVerify(program, terminal, exit);
  const log = program.command('log').description('move the event log from one store to another');
  addLogExport(log, terminal);
  addLogImport(log, terminal);
  const mails = program.command('mails').description('what was sent, and what goes next');
  addMailsRebuild(mails, terminal, exit);
  addBackup(program, terminal);
  addRestore(program, terminal);
  addErasures(program, terminal);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.nothingDone;
    terminal.err.write(`${sentenceOf(error)}\n`);
    return EXIT.nothingDone;
  }
}

function sentenceOf(error: unknown): string {
  const expected = [
    CommandFailed,
    WrongSettingsError,
    EmbeddedPostgresError,
    EventLogUnusableError,
    EventStoreUnavailableError,
  ].some((kind) => error instanceof kind);
  if (expected) return (error as Error).message;
  if (error instanceof Refusal) return [error.sentence, error.more.nextStep ?? ''].join(' ').trim();
  if (isUnreachable(error)) return 'The database does not answer. Is the address in DATABASE_URL right?';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isUnreachable(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return (
    typeof code === 'string' && ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'].includes(code)
  );
}
