import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ReceivedFile } from './received-file.js';
import { windows1252ToUtf8 } from './windows-1252.js';

export interface CsvRow {
  /** Line on which the row begins; the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly empty_lines: number };
}

const LONGEST_ROW = 1024 * 1024;

/**
 * Reads a file row by row and hands each to `handle`, one at a time.
 * @throws ImportRefused for a broken quotation mark or a row without end
 */
export async function forEachCsvRow(
  file: ReceivedFile,
  handle: (row: CsvRow) => Promise<void>,
): Promise<void> {
  const source = createReadStream(file.path);
  const lines = new LineCounter();
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  const consume = async (rows: AsyncIterable<unknown>) => {
    for await (const row of rows) {
      const { record, info } = row as Parsed;
      const line = lines.startOf(record, info);
      // A spreadsheet leaves rows of nothing but commas at the end.
      if (record.every((cell) => cell === '')) continue;
      await handle({ line, cells: record, bytes: source.bytesRead });
    }
  };
  try {
    if (file.encoding === 'utf-8') await pipeline(source, parser, consume);
    else await pipeline(source, windows1252ToUtf8(), parser, consume);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = lines.next;
    throw new ImportRefused(
      'IMPORT_UNREADABLE',
      `The row that begins on line ${line} has a broken quotation mark or no end. Nothing was imported.`,
      { line },
    );
  }
}

/** csv-parse counts a CRLF within a cell as two lines, so the line of a row is counted here. */
class LineCounter {
  next = 1;
  private lines = 0;
  private empty = 0;

  startOf(record: readonly string[], info: Parsed['info']): number {
    const start = this.next + info.empty_lines - this.empty;
    const jumps = info.lines - this.lines > 1;
    this.next = start + 1 + (jumps ? breaksWithin(record) : 0);
    this.lines = info.lines;
    this.empty = info.empty_lines;
    return start;
  }
}

function breaksWithin(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
