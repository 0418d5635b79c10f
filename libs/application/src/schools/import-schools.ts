import { londonDay } from '@linking/domain/calendar/london.js';
import { recogniseHeader, type Header } from '@linking/domain/schools/header.js';
import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import type { ImportResult } from '@linking/domain/schools/import-result.js';
import type { FileDates } from '@linking/domain/schools/merge.js';
import { isDay } from '@linking/domain/schools/values.js';
import type { Channel } from '@linking/events/envelope.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { announceImports } from './announce-imports.js';
import { LinkRowApplier } from './apply-link-rows.js';
import { SchoolRowApplier } from './apply-school-rows.js';
import { forEachCsvRow, type CsvRow } from './csv-rows.js';
import { ImportTally } from './import-tally.js';
import { inImportTransaction } from './import-transaction.js';
import { withReceivedFile, type ReceivedFile } from './received-file.js';

export interface ImportDeps {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
}

export interface ImportOptions {
  /** Everything is done and then taken back; the answer says what would have changed. */
  readonly dryRun?: boolean;
  /** Any error at all refuses the whole file. */
  readonly strict?: boolean;
  /** Day for which the file speaks; default: the day this very file first came, or today. */
  readonly asOf?: string;
  /** As in the event envelope: `user:<uuid>` or `worker:<name>`. */
  readonly actor: string;
  readonly channel: Channel;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly phase: 'receiving' | 'reading';
  readonly bytes: number;
  /** Known once the whole file has come. */
  readonly totalBytes?: number;
  readonly rows: number;
}

const ROWS_BETWEEN_REPORTS = 500;

/**
 * Reads a register, census or links file into the tables, in one transaction and bounded memory.
 * @throws ImportRefused when nothing was imported
 */
export async function importSchools(
  deps: ImportDeps,
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportResult> {
  const today = londonDay(deps.clock.now());
  if (options.asOf !== undefined && (!isDay(options.asOf) || options.asOf > today)) {
    throw new ImportRefused(
      'IMPORT_DATE',
      'The date of the file must be a day such as 2026-01-15, not after today.',
    );
  }
  const received = (bytes: number) => options.onProgress?.({ phase: 'receiving', bytes, rows: 0 });
  const result = await withReceivedFile(source, received, (file) =>
    inImportTransaction(deps.pool, options.dryRun ?? false, async (client) => {
      const dates = await datesOf(client, file, options.asOf, today);
      const done = await applyFile(client, file, dates, options);
      if (!options.dryRun) await remember(client, file, dates, done, deps.clock.now(), options);
      return done.result;
    }),
  );
  if (!options.dryRun) await announceImports(deps.pool, deps.store);
  return result;
}

interface Done {
  readonly result: ImportResult;
  readonly errorCount: number;
}

async function applyFile(
  client: pg.ClientBase,
  file: ReceivedFile,
  dates: FileDates,
  options: ImportOptions,
): Promise<Done> {
  const tally = new ImportTally();
  let header: Header | undefined;
  let applier: SchoolRowApplier | LinkRowApplier | undefined;
  let rows = 0;
  const report = (bytes: number) =>
    options.onProgress?.({ phase: 'reading', bytes, totalBytes: file.bytes, rows });
  await forEachCsvRow(file, async (row) => {
    if (!header || !applier) {
      header = recogniseHeader(row.cells);
      applier = await applierOf(client, header, dates, tally);
      return;
    }
    rows++;
    if (row.cells.length === header.width) await applier.add(row);
    else tally.error(row.line, '', widthSentence(row, header.width));
    if (rows % ROWS_BETWEEN_REPORTS === 0) report(row.bytes);
  });
  if (!header || !applier)
    throw new ImportRefused('IMPORT_UNREADABLE', 'The file is empty. Nothing was imported.');
  await applier.flush();
  report(file.bytes);
  const result = tally.result(header.kind);
  if (options.strict && tally.errorCount > 0) {
    const sentence = `The file has ${tally.errorCount} ${tally.errorCount === 1 ? 'error' : 'errors'} and none were to be accepted. Nothing was imported.`;
    throw new ImportRefused('IMPORT_HAS_ERRORS', sentence, { result });
  }
  return { result, errorCount: tally.errorCount };
}

async function applierOf(
  client: pg.ClientBase,
  header: Header,
  dates: FileDates,
  tally: ImportTally,
): Promise<SchoolRowApplier | LinkRowApplier> {
  return header.kind === 'links'
    ? LinkRowApplier.start(client, header, tally)
    : new SchoolRowApplier(client, header, dates, tally);
}

function widthSentence(row: CsvRow, width: number): string {
  return `The row has ${row.cells.length} cells and the header has ${width}. It was not imported.`;
}

// A file read again speaks for the day it first came, so that it cannot undo what came in between.
async function datesOf(
  client: pg.ClientBase,
  file: ReceivedFile,
  asOf: string | undefined,
  today: string,
): Promise<FileDates> {
  if (asOf !== undefined) return { asOf, censusOn: asOf, today };
  const { rows } = await client.query<{ as_of: string }>(
    'select as_of::text from school_imports where file_hash = $1 order by at limit 1',
    [file.hash],
  );
  return { asOf: rows[0]?.as_of ?? today, today };
}

async function remember(
  client: pg.ClientBase,
  file: ReceivedFile,
  dates: FileDates,
  { result, errorCount }: Done,
  at: string,
  options: ImportOptions,
): Promise<void> {
  const { kind, added, changed, closed, unchanged, older = 0 } = result;
  const nothingNew = added + changed + closed === 0;
  await client.query(
    `insert into school_imports (id, kind, file_hash, as_of, added, changed, closed, unchanged, older, errors,
                                 actor, channel, at, announced)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      randomUUID(),
      kind,
      file.hash,
      dates.asOf,
      added,
      changed,
      closed,
      unchanged,
      older,
      errorCount,
      options.actor,
      options.channel,
      at,
      nothingNew,
    ],
  );
}
