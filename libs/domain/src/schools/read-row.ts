import { DETAIL_COLUMNS, FIGURE_COLUMNS } from './columns.js';
import type { Header, Place } from './header.js';
import { localAuthorityName } from './local-authorities.js';
import type { FigureName, FigureSource, SchoolDetails } from './school-record.js';
import { day, known, UnreadableValue, urn, type Reader } from './values.js';

export interface CellError {
  readonly column: string;
  readonly message: string;
}

/** One row of a register or census file: only what the row knows. */
export interface SchoolRow {
  readonly urn: string;
  readonly details: Partial<SchoolDetails>;
  readonly figures: { readonly [Name in FigureName]?: { value: number; source: FigureSource } };
  /** When the register last changed this row. */
  readonly lastChangedOn?: string;
  /** The census day of the row's figures. */
  readonly figuresOn?: string;
}

/** The row is undefined when its URN cannot be read; every unreadable optional value is an error beside the row. */
export interface ReadRow<Row> {
  readonly row?: Row;
  readonly errors: readonly CellError[];
}

/** Reads a row of a register or census file; a cell that cannot be read is an error and leaves its field out. */
export function readSchoolRow(header: Header, cells: readonly string[]): ReadRow<SchoolRow> {
  const errors: CellError[] = [];
  const take = cellReader(cells, errors);
  const key = readUrn(header.urn, cells, errors);
  if (key === undefined) return { errors };
  const details: Record<string, string | number> = {};
  if (header.kind === 'register') {
    DETAIL_COLUMNS.forEach((column, index) => {
      if (column.field in details) return;
      const value = take<string | number>(header.details[index], column.read);
      if (value !== undefined) details[column.field] = value;
    });
    const laName = typeof details.laCode === 'string' ? localAuthorityName(details.laCode) : undefined;
    if (laName !== undefined) details.laName = laName;
  }
  const figures: { [Name in FigureName]?: { value: number; source: FigureSource } } = {};
  FIGURE_COLUMNS.forEach((column, index) => {
    if (figures[column.figure]) return;
    const value = take(header.figures[index], column.read);
    if (value !== undefined) {
      figures[column.figure] = { value, source: header.kind === 'census' ? 'census' : column.source };
    }
  });
  return {
    // Every value came out of the reader that belongs to its field.
    row: {
      urn: key,
      details: details as Partial<SchoolDetails>,
      figures,
      lastChangedOn: take(header.lastChanged, day),
      figuresOn: take(header.censusDate, day),
    },
    errors,
  };
}

/** `undefined`, with an error added to `errors`, when the cell is no URN. */
export function readUrn(place: Place, cells: readonly string[], errors: CellError[]): string | undefined {
  try {
    return urn(cells[place.index]);
  } catch (error) {
    errors.push(cellError(place, error));
    return undefined;
  }
}

/** Reads optional cells one by one and notes those that cannot be read. */
export function cellReader(
  cells: readonly string[],
  errors: CellError[],
): <T>(place: Place | undefined, reader: Reader<T>) => T | undefined {
  return (place, reader) => {
    const cell = place && known(cells[place.index]);
    if (!place || cell === undefined) return undefined;
    try {
      return reader(cell);
    } catch (error) {
      errors.push(cellError(place, error));
      return undefined;
    }
  };
}

function cellError(place: Place, error: unknown): CellError {
  if (!(error instanceof UnreadableValue)) throw error;
  return { column: place.name, message: error.message };
}
