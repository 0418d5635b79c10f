import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { GzipLines } from '@linking/platform/files/gzip-lines.js';
import { makeNewFile } from '@linking/platform/files/new-file.js';
import { logAccess } from '../accounts/access-log.js';
import { newestCheckpoint } from '../audit/ledger-tables.js';
import { logIdOfDatabase } from '../event-log/log-identity.js';
import { checkBackupFile, SECRETS, type CheckedBackup } from './backup-file.js';
import {
  backupEndLine,
  backupHeadLine,
  sectionEndLine,
  sectionLine,
  sumOfHead,
  type BackupEnd,
} from './backup-lines.js';
import { COMMAND_LINE } from './command-line.js';
import { countEvents } from './count-events.js';
import { eventsReadByConsumers } from './events-read.js';
import { writeEvents, type TellExport } from './export-log.js';
import { MovingRefused } from './moving-refused.js';
import { inStillMoment } from './still-moment.js';
import { columnsOf, rowLines, SectionHash, writeTextsPlainly, type SectionSum } from './table-rows.js';
import { KEPT_TABLES } from './tables.js';

export interface ToKeep {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly operator: string;
  /** The secrets of the ledger, only when they are wanted in the backup. */
  readonly secrets?: LedgerSecrets | undefined;
}

/**
 * Keeps everything that cannot be made again in one new file: the log, and every table that is not made from it, as they
 * were at one moment. The service may go on meanwhile. The file is read back and checked before it gets its name.
 */
export async function makeBackup(what: ToKeep, file: string, tell: TellExport = {}): Promise<CheckedBackup> {
  const { pool, operator } = what;
  return makeNewFile(file, async (draft) => {
    const end = await writeBackup(what, draft, tell);
    const checked = await checkBackupFile(draft, {}, tell.reading);
    if (backupEndLine(checked.end) !== backupEndLine(end))
      throw new MovingRefused('What was written could not be read back. Try again.');
    const detail = { operator, events: end.events, root: end.root };
    await logAccess(pool, { userId: COMMAND_LINE, action: 'export', subject: 'linking backup', detail });
    return checked;
  });
}

async function writeBackup(
  { pool, store, secrets }: ToKeep,
  draft: string,
  tell: TellExport,
): Promise<BackupEnd> {
  const logId = await logIdOfDatabase(pool);
  const lines = GzipLines.create(draft, 0o600);
  try {
    const end = await inStillMoment(pool, store, async (transaction, last) => {
      await writeTextsPlainly(transaction);
      const signed = await newestCheckpoint(transaction);
      const { events } = await countEvents(transaction, store, last);
      const head = backupHeadLine({
        logId,
        events,
        signed: signed?.size,
        takenAt: new Date().toISOString(),
        steps: await stepsOf(transaction),
        consumers: await eventsReadByConsumers(transaction, store instanceof PostgresEventStore),
      });
      await lines.write(head);
      const sections: SectionSum[] = secrets === undefined ? [] : [await writeSecrets(lines, secrets)];
      for (const table of KEPT_TABLES) sections.push(await writeTable(transaction, lines, table));
      return { events, last, checkpoint: signed?.note, head: sumOfHead(head), sections };
    });
    // Events are never changed: they can be read when the moment is over.
    const { last, ...rest } = end;
    const root = await writeEvents(
      store,
      { events: rest.events, last },
      (body) => lines.write(body),
      tell.writing,
    );
    await lines.write(backupEndLine({ ...rest, root }));
    await lines.end();
    return { ...rest, root };
  } catch (error) {
    await lines.abandon();
    throw error;
  }
}

async function stepsOf(transaction: pg.PoolClient): Promise<readonly string[]> {
  const { rows } = await transaction.query<{ id: string }>(
    'select id from schema_migrations order by id collate "C"',
  );
  return rows.map(({ id }) => id);
}

async function writeTable(
  transaction: pg.PoolClient,
  lines: GzipLines,
  table: (typeof KEPT_TABLES)[number],
): Promise<SectionSum> {
  const columns = await columnsOf(transaction, table.name);
  if (columns === undefined) throw new Error(`There is no table ${table.name}`);
  const begin = sectionLine({ section: table.name, columns: columns.names });
  const hash = new SectionHash(begin);
  await lines.write(begin);
  for await (const page of rowLines(transaction, table, columns)) {
    for (const line of page) {
      hash.add(line);
      await lines.write(line);
    }
  }
  return ended(lines, hash.sum(table.name));
}

async function writeSecrets(lines: GzipLines, secrets: LedgerSecrets): Promise<SectionSum> {
  const begin = sectionLine({ section: SECRETS, columns: ['secret'] });
  const hash = new SectionHash(begin);
  await lines.write(begin);
  for (const secret of secrets.all()) {
    const line = JSON.stringify([secret.toString('base64url')]);
    hash.add(line);
    await lines.write(line);
  }
  return ended(lines, hash.sum(SECRETS));
}

async function ended(lines: GzipLines, sum: SectionSum): Promise<SectionSum> {
  await lines.write(sectionEndLine(sum));
  return sum;
}
