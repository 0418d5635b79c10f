import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import { CsvError, parse, type Info } from 'csv-parse';
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

type Position = Pick<Info, 'lines' | 'empty_lines'>;

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
  const lineOf = new WeakMap<readonly string[], number>();
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    // Called while parsing, so that after an error the count stands at the row that caused it.
    on_record: (cells: string[], position: Position) => {
      lineOf.set(cells, lines.startOf(cells, position));
      return cells;
    },
  });
  const consume = async (rows: AsyncIterable<unknown>) => {
    for await (const row of rows) {
      const cells = row as string[];
      // A spreadsheet leaves rows of nothing but commas at the end.
      if (cells.every((cell) => cell === '')) continue;
      await handle({ line: lineOf.get(cells) ?? 0, cells, bytes: source.bytesRead });
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

  startOf(record: readonly string[], info: Position): number {
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
