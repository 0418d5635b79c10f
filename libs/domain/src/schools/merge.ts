import { sameContent } from '../link/decided.js';
import type { SchoolRow } from './read-row.js';
import {
  isClosed,
  type Figure,
  type FigureName,
  type Figures,
  type SchoolDetails,
  type SchoolRecord,
  type Stamp,
} from './school-record.js';

export interface FileDates {
  /** Day for which the file speaks. */
  readonly asOf: string;
  /** The census day, when the sender named it; a row's own CensusDate goes before it. */
  readonly censusOn?: string;
  /** Today: whether a close date has come is asked on this day. */
  readonly today: string;
}

export interface Merged {
  readonly record: SchoolRecord;
  /** `unchanged` looks at what is known of the school, not at how fresh it is. */
  readonly outcome: 'added' | 'changed' | 'closed' | 'unchanged';
  /** Something differs from the stored row, if only a date of origin. */
  readonly write: boolean;
  /** The row is older than what is known and could only fill gaps. */
  readonly older: boolean;
}

/** Dates of the rows count when both have one; else the dates of the files. */
function isOlder(incoming: Stamp, stored: Stamp): boolean {
  return incoming.dated && stored.dated ? incoming.dated < stored.dated : incoming.asOf < stored.asOf;
}

/** A school the register has for the first time; its name is checked by the caller. */
export function newSchool(row: SchoolRow & { details: SchoolDetails }, dates: FileDates): Merged {
  const record: SchoolRecord = {
    urn: row.urn,
    details: row.details,
    figures: mergeFigures({}, row, dates),
    stamp: { asOf: dates.asOf, dated: row.lastChangedOn },
  };
  return { record, outcome: 'added', write: true, older: false };
}

/**
 * What is known of a school after a further row. A row never erases; an older row only fills gaps, and never says
 * whether the school is open.
 */
export function mergeSchool(stored: SchoolRecord, row: SchoolRow, dates: FileDates): Merged {
  const incoming: Stamp = { asOf: dates.asOf, dated: row.lastChangedOn };
  const speaksOfDetails = Object.keys(row.details).length > 0;
  const older = isOlder(incoming, stored.stamp);
  const record: SchoolRecord = {
    urn: stored.urn,
    details: older ? fillGaps(stored.details, row.details) : overwrite(stored.details, row.details),
    figures: mergeFigures(stored.figures, row, dates),
    stamp: older || !speaksOfDetails ? stored.stamp : newest(stored.stamp, incoming),
  };
  const differs = !sameDetails(stored.details, record.details) || !sameValues(stored.figures, record.figures);
  const closes = !isClosed(stored.details, dates.today) && isClosed(record.details, dates.today);
  return {
    record,
    outcome: differs ? (closes ? 'closed' : 'changed') : 'unchanged',
    write: differs || !sameContent([stored.stamp, stored.figures], [record.stamp, record.figures]),
    older: older && speaksOfDetails,
  };
}

function overwrite(stored: SchoolDetails, row: Partial<SchoolDetails>): SchoolDetails {
  const merged = { ...stored, ...row };
  const reopened = stored.status !== 'Open' && row.status === 'Open' && row.closedOn === undefined;
  // A blank close date erases nothing, but a school that is open again, or is not to close after all, has none.
  return reopened ? { ...merged, closedOn: undefined } : merged;
}

function fillGaps(stored: SchoolDetails, row: Partial<SchoolDetails>): SchoolDetails {
  const { status: _status, closedOn: _closedOn, ...rest } = row;
  const gaps = Object.entries(rest).filter(([field]) => stored[field as keyof SchoolDetails] === undefined);
  return { ...stored, ...Object.fromEntries(gaps) };
}

function mergeFigures(stored: Figures, row: SchoolRow, dates: FileDates): Figures {
  const merged: { [Name in FigureName]?: Figure } = { ...stored };
  for (const [key, found] of Object.entries(row.figures)) {
    const name = key as FigureName;
    const figure: Figure = { ...found, asOf: dates.asOf, dated: row.figuresOn ?? dates.censusOn };
    const before = stored[name];
    if (!before || !isOlder(figure, before)) merged[name] = figure;
  }
  return merged;
}

function newest(stored: Stamp, incoming: Stamp): Stamp {
  return {
    asOf: incoming.asOf > stored.asOf ? incoming.asOf : stored.asOf,
    dated: incoming.dated ?? stored.dated,
  };
}

function sameDetails(a: SchoolDetails, b: SchoolDetails): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof SchoolDetails>;
  return [...fields].every((field) => a[field] === b[field]);
}

const sameValues = (a: Figures, b: Figures) => sameContent(valuesOf(a), valuesOf(b));

const valuesOf = (figures: Figures) =>
  Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
