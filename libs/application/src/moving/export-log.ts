import type pg from 'pg';
import type { EventStore, LogPage } from '@linking/events/event-store.js';
import { GrowingTree } from '@linking/events/ledger/growing-tree.js';
import { leafHash } from '@linking/events/ledger/tree-hashes.js';
import { GzipLines } from '@linking/platform/files/gzip-lines.js';
import { makeNewFile } from '@linking/platform/files/new-file.js';
import { newestCheckpoint } from '../audit/ledger-tables.js';
import { logIdOfDatabase } from '../event-log/log-identity.js';
import { logAccess } from '../accounts/access-log.js';
import { checkLogFile } from './check-log-file.js';
import { COMMAND_LINE } from './command-line.js';
import { countEvents } from './count-events.js';
import { endLine, headLine, type LogEnd } from './first-and-last-line.js';
import { MovingRefused } from './moving-refused.js';
import type { Tell } from './progress.js';

export interface LogToExport {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  /** Whoever runs the command, for the access log. */
  readonly operator: string;
}

export interface TellExport {
  readonly writing?: Tell;
  readonly reading?: Tell;
}

const PAGE = 2_000;

/**
 * Writes the whole log as it stands now into a new file: each event by its own text, in log order. The file is read back
 * and checked as an import would do it, before it gets its name. The same log gives the same bytes, wherever it is kept.
 */
export async function exportLog(log: LogToExport, file: string, tell: TellExport = {}): Promise<LogEnd> {
  const { pool, store, operator } = log;
  return makeNewFile(file, async (draft) => {
    // Signed before the events are counted, so that it speaks of none beyond them.
    const signed = await newestCheckpoint(pool);
    const { events, last } = await countEvents(pool, store);
    const logId = await logIdOfDatabase(pool);
    const lines = GzipLines.create(draft, 0o600);
    let root: string;
    try {
      await lines.write(headLine({ logId, events, signed: signed?.size }));
      root = await writeEvents(store, { events, last }, (body) => lines.write(body), tell.writing);
      await lines.write(endLine({ events, root, checkpoint: signed?.note }));
      await lines.end();
    } catch (error) {
      await lines.abandon();
      throw error;
    }
    const { end } = await checkLogFile(draft, {}, tell.reading);
    if (end.root !== root) throw new MovingRefused('What was written could not be read back. Try again.');
    const detail = { operator, events, root };
    await logAccess(pool, { userId: COMMAND_LINE, action: 'export', subject: 'linking log export', detail });
    return end;
  });
}

/** Hands over the text of each event up to the last one, and answers the root of their tree, in base64. */
export async function writeEvents(
  store: EventStore,
  { events, last }: { readonly events: number; readonly last: string | null },
  write: (body: string) => Promise<void>,
  tell: Tell = () => undefined,
): Promise<string> {
  const tree = new GrowingTree();
  let after: string | null = null;
  let reading: Promise<LogPage> = store.readAll({ limit: PAGE });
  while (tree.size < events) {
    const page: LogPage['events'] = (await reading).events.slice(0, events - tree.size);
    if (page.length === 0) break;
    after = page.at(-1)!.position;
    // The next page is read while this one is written.
    reading = store.readAll({ after, limit: PAGE });
    reading.catch(() => undefined);
    for (const { body } of page) {
      tree.add(leafHash(body));
      await write(body);
    }
    tell(tree.size, events);
  }
  await reading.catch(() => undefined);
  if (tree.size !== events || after !== last)
    throw new MovingRefused(`The log had ${events} events, but only ${tree.size} can be read.`);
  return tree.root().toString('base64');
}
