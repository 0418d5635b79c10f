import { NotFound } from '@linking/application/accounts/access-errors.js';
import { withoutNames } from '@linking/application/links/hidden-names.js';
import { linkAt, type LinkMoment } from '@linking/application/links/link-at.js';
import { detailsInWords } from '@linking/application/links/link-details.js';
import { readLink, type LinkHistory } from '@linking/application/links/link-history.js';
import { linkNames } from '@linking/application/links/link-names.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { dayOf } from '@linking/domain/link/replay.js';
import { momentWords } from '@linking/words/moment-words.js';
import type { Command } from 'commander';
import { historyText, type HistoryShown } from '../history/history-text.js';
import { momentAsked, type MomentOptions } from '../history/moment-asked.js';
import { mailsUntil, toldEntries, toldMail } from '../history/told-history.js';
import { withDatabase, type OpenDatabase } from '../open-database.js';
import { CommandFailed, EXIT, type Terminal } from '../terminal.js';

interface Options extends MomentOptions {
  readonly mails?: boolean;
  readonly names?: boolean;
  readonly json?: boolean;
}

const HELP = `
Prints what the link was at that moment, and the entries it rests on, in the words of its page. A day means its end, in London.
Without --names people are shown by their role and the beginning of their id, and nothing that somebody wrote is shown.

  linking history BRD-2026-014 --as-at 2026-10-20                      what was recorded by the end of that day
  linking history BRD-2026-014 --as-at 2026-10-20 --clock known-now    what we know today had happened by then
  linking history BRD-2026-014 --revision 7 --mails                    after its first seven events

Exit code: ${EXIT.done} shown · ${EXIT.nothingDone} there is no such link or moment`;

export function addHistory(program: Command, terminal: Terminal): void {
  program
    .command('history')
    .argument('<REF>', 'reference of a link, such as BRD-2026-014')
    .description('show the history of a link, and what it was at any moment')
    .option('--revision <N>', 'the link after so many of its events')
    .option('--as-at <date>', 'a day such as 2026-10-20, or an instant such as 2026-10-20T09:00:00Z')
    .option('--clock <clock>', 'known-then (default) or known-now')
    .option('--mails', 'also the mails that were sent about it by then')
    .option('--names', 'show the names of people and classes, and what was noted')
    .option('--json', 'print it as JSON')
    .addHelpText('after', HELP)
    .action((ref: string, options: Options) => run(ref, options, terminal));
}

async function run(ref: string, options: Options, terminal: Terminal): Promise<void> {
  const moment = momentAsked(options);
  const shown = await withDatabase(terminal.env, (database) => historyOf(database, ref, moment, options));
  const { mails, ...rest } = shown;
  const answer = { ...rest, ...(options.mails ? { mails } : {}) };
  terminal.out.write(options.json ? `${JSON.stringify(answer)}\n` : historyText(answer));
}

async function historyOf(
  { pool, store, clock }: OpenDatabase,
  ref: string,
  moment: LinkMoment | undefined,
  { names: withNames = false }: Options,
): Promise<Required<HistoryShown>> {
  const history = await knownLink(readLink(store, ref), ref);
  const link = moment === undefined ? history.link : await knownMoment(history, moment);
  const mails = await mailsUntil(store, ref, history.facts, moment);
  const people = mails.map(({ data }) => data.personId);
  const all = await linkNames(pool, history.facts, { people });
  const names = withNames ? all : withoutNames(all);
  const byDate = moment !== undefined && 'asAt' in moment ? moment : undefined;
  const asked = byDate && { day: dayOf(byDate.asAt), clock: byDate.clock };
  const past = link.revision < history.facts.length;
  return {
    moment: momentWords({ link, facts: history.facts, names, past, asked }),
    link: detailsInWords(link, names, asked?.day ?? londonDay(clock.now())),
    history: toldEntries(link, names),
    mails: mails.map((mail) => toldMail(mail, names)),
  };
}

async function knownLink(reading: Promise<LinkHistory>, ref: string): Promise<LinkHistory> {
  const history = await reading.catch((error: unknown) => {
    if (error instanceof NotFound) return undefined;
    throw error;
  });
  if (history === undefined || history.link.programme === '') {
    throw new CommandFailed(`There is no link ${ref}. References look like BRD-2026-014.`);
  }
  return history;
}

async function knownMoment(history: LinkHistory, moment: LinkMoment) {
  try {
    return linkAt(history, moment);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const count = history.facts.length;
    throw new CommandFailed(`${error.message} It has ${count} ${count === 1 ? 'event' : 'events'}.`);
  }
}
