import { importSchools, type ImportProgress } from '@linking/application/schools/import-schools.js';
import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import type { ImportResult } from '@linking/domain/schools/import-result.js';
import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { withDatabase } from '../open-database.js';
import { ProgressBar } from '../progress-bar.js';
import { CommandFailed, EXIT, type Terminal } from '../terminal.js';
import { errorLines, resultLines } from './import-report.js';

interface Options {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
}

const HELP = `
The first line of the file says what it is: a register (edubasealldata of any year), census figures by URN, or links
between schools. A school that is not in the file stays as it is.

Exit code: ${EXIT.done} everything is in · ${EXIT.doneWithErrors} the good rows are in, others have errors · ${EXIT.nothingDone} nothing was imported
(With --dry-run the same codes, and nothing is changed.)`;

export function addImportSchools(parent: Command, terminal: Terminal, exit: (code: number) => void): void {
  parent
    .command('schools')
    .argument('<FILE>', 'CSV file, UTF-8 or Windows-1252')
    .description('read schools, their figures, or their successors from a CSV file')
    .option('--dry-run', 'do everything and take it back: say what would change')
    .option('--strict', 'accept nothing when any row has an error')
    .option(
      '--as-of <YYYY-MM-DD>',
      'the day for which the file speaks (default: today, or when it first came)',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => exit(await run(file, options, terminal)));
}

async function run(file: string, options: Options, terminal: Terminal): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CommandFailed(`There is no file "${file}".`);
  const bar = new ProgressBar(terminal.err);
  try {
    const result = await withDatabase(terminal.env, (database) =>
      importSchools(database, createReadStream(file), {
        dryRun: options.dryRun,
        strict: options.strict,
        asOf: options.asOf,
        actor: 'worker:cli',
        channel: 'cli',
        onProgress: (progress) => bar.show(shown(progress)),
      }),
    );
    bar.end();
    print(result, options, terminal);
    return result.errors.length === 0 ? EXIT.done : EXIT.doneWithErrors;
  } catch (error) {
    bar.end();
    if (!(error instanceof ImportRefused)) throw error;
    refuse(error, options, terminal);
    return EXIT.nothingDone;
  }
}

function print(result: ImportResult, options: Options, terminal: Terminal): void {
  const lines = options.json ? [JSON.stringify(result)] : resultLines(result, options);
  terminal.out.write(`${lines.join('\n')}\n`);
}

function refuse({ code, sentence, more }: ImportRefused, options: Options, terminal: Terminal): void {
  if (options.json) {
    terminal.out.write(`${JSON.stringify({ code, detail: sentence, line: more.line, ...more.result })}\n`);
    return;
  }
  const lines = [sentence, ...(more.result ? errorLines(more.result) : [])];
  terminal.err.write(`${lines.join('\n')}\n`);
}

// Most of the time goes into reading; receiving is copying a file.
function shown({ phase, bytes, totalBytes, rows }: ImportProgress): { part: number; text: string } {
  if (phase === 'receiving' || !totalBytes) return { part: 0, text: `${megabytes(bytes)} received` };
  const count = rows.toLocaleString('en-GB');
  return {
    part: Math.min(1, bytes / totalBytes),
    text: `${megabytes(bytes)} of ${megabytes(totalBytes)}, ${count} rows`,
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
