import type pg from 'pg';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import type { Migration } from '@linking/platform/database/migrations.js';
import { LEDGER } from '../audit/follow-log.js';
import { addLeaves } from '../audit/ledger-tables.js';
import {
  checkBackupFile,
  eventsOfBackup,
  headOfBackup,
  SECRETS,
  sectionsOfBackup,
  type CheckedBackup,
  type Row,
} from './backup-file.js';
import { sectionLine } from './backup-lines.js';
import { bringLog, type TellBringing } from './bring-log.js';
import { eraseAgain, readErasures, type Erasure } from './erasures.js';
import type { Destination, LogToBring } from './log-to-bring.js';
import { MovingRefused } from './moving-refused.js';
import type { Tell } from './progress.js';
import type { PageReadBack, Settling } from './settle.js';
import { addRows, columnsOf, countOn, rowLines, SectionHash, writeTextsPlainly } from './table-rows.js';
import { KEPT_TABLES } from './tables.js';

export interface Restored extends CheckedBackup {
  /** Rows that were erased after the backup and do not come back. */
  readonly erasedAgain: number;
}

/**
 * The steps that lead to the shape of the database that a backup is of, so that it is filled there and brought to today's
 * shape afterwards. @throws MovingRefused when a later version of the program made it
 */
export async function stepsOfBackup(file: string, all: readonly Migration[]): Promise<readonly Migration[]> {
  const { steps } = await headOfBackup(file);
  const known = new Set(all.map(({ id }) => id));
  const unknown = steps.find((step) => !known.has(step));
  if (unknown !== undefined)
    throw new MovingRefused(
      `The backup is of another version of this program: it has the step ${unknown}, which this one does not know. Use that version or a later one.`,
    );
  return all.filter(({ id }) => steps.includes(id));
}

/**
 * Brings a backup into an empty database and an empty log. The whole file is checked before anything is written; the log is
 * read back, every table is compared with its section, and what was erased since stays erased.
 * @param lists files of {@link exportErasures} that are younger than the backup
 * @throws FileRefused, MovingRefused
 */
export async function restoreBackup(
  to: Destination,
  file: string,
  { secrets, lists = [] }: { readonly secrets: LedgerSecrets; readonly lists?: readonly string[] },
  tell: TellBringing & { readonly checking?: Tell } = {},
): Promise<Restored> {
  const checked = await checkBackupFile(file, {}, tell.checking);
  const erasures: Erasure[] = [];
  for (const list of lists) erasures.push(...(await readErasures(list, checked.logId)));
  await refuseUnlessEmpty(to.pool, checked);
  await restoreSecrets(file, secrets);
  let erasedAgain = 0;
  const settling: Settling = {
    consumers: async () =>
      new Map([...Object.entries(checked.head.consumers), [LEDGER, checked.head.signed ?? 0]]),
    page: (transaction, page) => addToLedger(transaction, page, checked.head.signed ?? 0),
    async last(transaction) {
      await fillTables(transaction, file);
      await compareTables(transaction, checked);
      erasedAgain = await eraseAgain(transaction, erasures);
    },
  };
  const log: LogToBring = { ...checked, root: checked.end.root, read: () => eventsOfBackup(file) };
  if (!(await bringLog(to, log, settling, tell)))
    throw new MovingRefused('This database has its log already. Restore into a new one.');
  return { ...checked, erasedAgain };
}

async function refuseUnlessEmpty(pool: pg.Pool, { head }: CheckedBackup): Promise<void> {
  const { rows: steps } = await pool.query<{ id: string }>(
    'select id from schema_migrations where id <> all ($1)',
    [head.steps],
  );
  if (steps.length > 0)
    throw new MovingRefused(
      `This database was brought beyond the shape of the backup already (${steps[0]!.id}). Restore into a new one.`,
    );
  for (const { name } of KEPT_TABLES) {
    const { rows: known } = await pool.query<{ known: boolean }>(
      'select to_regclass($1) is not null as known',
      [name],
    );
    if (known[0]?.known !== true) continue;
    const { rowCount } = await pool.query(`select from ${name} limit 1`);
    if (rowCount !== 0)
      throw new MovingRefused(
        `This database is not empty: there are rows in its table ${name}. A backup is restored into a new database only.`,
      );
  }
}

async function restoreSecrets(file: string, secrets: LedgerSecrets): Promise<void> {
  const kept: string[] = [];
  for await (const { head, rows } of sectionsOfBackup(file)) {
    if (head.section === SECRETS) kept.push(...rows.map(([secret]) => secret ?? ''));
    else if (kept.length > 0) break;
  }
  if (kept.length === 0) return;
  try {
    secrets.restore(kept);
  } catch (error) {
    throw new MovingRefused((error as Error).message);
  }
}

/** Leaves and nodes up to the signed checkpoint, to which the file was found to lead. */
async function addToLedger(
  transaction: pg.PoolClient,
  { first, events, hashes, nodes }: PageReadBack,
  signed: number,
): Promise<void> {
  const count = Math.max(0, Math.min(events.length, signed - first));
  if (count === 0) return;
  const within = nodes.filter(({ level, index }) => (index + 1) * 2 ** level <= signed);
  await addLeaves(transaction, first, events.slice(0, count), hashes.slice(0, count), within);
}

async function fillTables(transaction: pg.PoolClient, file: string): Promise<void> {
  await writeTextsPlainly(transaction);
  for await (const { head, rows } of sectionsOfBackup(file)) {
    if (head.section === SECRETS) continue;
    const columns = await columnsOf(transaction, head.section);
    const types = head.columns.map((name) => columns?.types[columns.names.indexOf(name)]);
    if (types.includes(undefined))
      throw new Error(`The table ${head.section} has other columns than the backup`);
    await addRows(
      transaction,
      head.section,
      { names: head.columns, types: types as string[] },
      rows as readonly Row[],
    );
  }
}

/** Each table, read as a backup reads it, gives the hash of its section. */
async function compareTables(transaction: pg.PoolClient, { end }: CheckedBackup): Promise<void> {
  for (const table of KEPT_TABLES) {
    const columns = await columnsOf(transaction, table.name);
    const wanted = end.sections.find(({ name }) => name === table.name);
    if (columns === undefined || wanted === undefined) continue;
    const hash = new SectionHash(sectionLine({ section: table.name, columns: columns.names }));
    for await (const lines of rowLines(transaction, table, columns)) for (const line of lines) hash.add(line);
    if (hash.sum(table.name).sha256 !== wanted.sha256)
      throw new MovingRefused(`What stands in the table ${table.name} now is not what is in the backup.`);
    if (columns.numbered !== undefined) await countOn(transaction, table.name, columns.numbered);
  }
}
