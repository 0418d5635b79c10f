import { userInfo } from 'node:os';
import { exportErasures } from '@linking/application/moving/erasures.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import type { Terminal } from '../terminal.js';
import { inWords } from './moving-bar.js';
import { asSentence } from './moving-failures.js';

export function addErasures(program: Command, terminal: Terminal): void {
  program
    .command('erasures')
    .argument('<FILE>', 'the file to make, such as erasures.ndjson.gz')
    .description(
      'list the ids of everything that was erased, for `linking restore`; nothing in it says who it was',
    )
    .action(async (file: string) => {
      const count = await withDatabase(terminal.env, ({ pool }) =>
        exportErasures(pool, userInfo().username, file),
      ).catch(asSentence);
      terminal.out.write(`${inWords(count)} erasures are in ${file}. Keep it apart from the database.\n`);
    });
}
