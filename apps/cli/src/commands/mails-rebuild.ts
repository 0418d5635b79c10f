import { mailDomain } from '@linking/application/mails/mail-settings.js';
import { rebuildMails, type RebuiltMails } from '@linking/application/mails/rebuild-mails.js';
import { readSettings } from '@linking/platform/config/settings.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import { ProgressBar } from '../progress-bar.js';
import { EXIT, type Terminal } from '../terminal.js';
import { inWords } from './moving-bar.js';

const HELP = `
Makes the list of mails anew from the event log: what was wanted, what became of it, and what goes next. Sends nothing.
It is safe while the product runs, and to do twice. Mails that are on their way, and new addresses that somebody asked for
and has not got yet, are left as they are. Where a row says something else than the log, the log is right.

Exit code: ${EXIT.done} all is as the log tells it · ${EXIT.doneWithErrors} done, but some mails need a look · ${EXIT.nothingDone} nothing was done`;

export function addMailsRebuild(mails: Command, terminal: Terminal, exit: (code: number) => void): void {
  mails
    .command('rebuild')
    .description('make the list of mails anew from the event log')
    .option('--dry-run', 'say what would change, and change nothing')
    .addHelpText('after', HELP)
    .action(async ({ dryRun = false }: { dryRun?: boolean }) => {
      const bar = new ProgressBar(terminal.err);
      const tell = (done: number, total: number) =>
        bar.show({
          part: total === 0 ? 1 : done / total,
          text: `${inWords(done)} of ${inWords(total)} links, interests and sessions`,
        });
      const domain = mailDomain(readSettings(terminal.env));
      const rebuilt = await withDatabase(terminal.env, (database) =>
        rebuildMails({ ...database, mailDomain: domain }, { dryRun, tell }),
      ).finally(() => bar.end());
      terminal.out.write(said(rebuilt, dryRun));
      if (rebuilt.unexplained.length + rebuilt.unheard.length > 0) exit(EXIT.doneWithErrors);
    });
}

function said({ added, mended, unchanged, unexplained, unheard }: RebuiltMails, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  return [
    `${inWords(unchanged)} mails are as the log tells them; ${inWords(added)} ${would}added, ${inWords(mended)} ${would}mended.`,
    ...listed(
      unexplained,
      'mails have an outcome in the log, which does not say what they were about; they have no row',
    ),
    ...listed(
      unheard,
      'rows say that a mail was sent, and the log knows nothing of it; they were left as they are',
    ),
    '',
  ].join('\n');
}

const SHOWN = 20;

const listed = (ids: readonly string[], what: string): readonly string[] =>
  ids.length === 0
    ? []
    : [
        `${inWords(ids.length)} ${what}:`,
        ...ids.slice(0, SHOWN).map((id) => `  ${id}`),
        ...(ids.length > SHOWN ? [`  and ${inWords(ids.length - SHOWN)} more`] : []),
      ];
