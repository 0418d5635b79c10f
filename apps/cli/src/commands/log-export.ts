import { userInfo } from 'node:os';
import { exportLog } from '@linking/application/moving/export-log.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import type { Terminal } from '../terminal.js';
import { inWords, MovingBar } from './moving-bar.js';
import { asSentence } from './moving-failures.js';

const HELP = `
Each line of the file is one event by the very text that was recorded; the same log gives the same bytes, wherever it is kept.
The file is read back and checked before it gets its name. To move the log, stop the service first.
Names, addresses and notes are not in it: see \`linking backup\`.`;

export function addLogExport(parent: Command, terminal: Terminal): void {
  parent
    .command('export')
    .argument('<FILE>', 'the file to make, such as log.ndjson.gz; it must not be there yet')
    .description('write the whole event log into a file')
    .addHelpText('after', HELP)
    .action((file: string) => run(file, terminal));
}

async function run(file: string, terminal: Terminal): Promise<void> {
  const bar = new MovingBar(terminal.err);
  const { events, root, checkpoint } = await withDatabase(terminal.env, ({ pool, store }) =>
    exportLog({ pool, store, operator: userInfo().username }, file, {
      writing: bar.tell('writing', 0, 0.5),
      reading: bar.tell('reading back', 0.5, 1),
    }),
  )
    .catch(asSentence)
    .finally(() => bar.end());
  const signed =
    checkpoint === undefined ? 'Nothing of it is signed yet' : 'With its newest signed checkpoint';
  terminal.out.write(
    `${inWords(events)} events are in ${file}; it was read back. ${signed}.\nMerkle root: ${root}\n`,
  );
}
