import { isPossibleDate } from '../calendar/london.js';

/** A cell whose content cannot be what its column says; the message is for the person who sent the file. */
export class UnreadableValue extends Error {
  override readonly name = 'UnreadableValue';
}

/** Turns a cell with content into a value; undefined = the register does not know it. */
export type Reader<T> = (text: string) => T | undefined;

// Words with which published files say "not known", "not shown" or "not applicable to this school".
const NOT_KNOWN = new Set(['', 'NA', 'N/A', 'SPE', 'SUPP']);
const NO_FIGURE = new Set(['NE', 'NP', 'NEW', 'LOWCOV', 'LOW', 'X', 'Z', 'C', ':', '..', '-']);
const FIRST_DAY_KNOWN = '1900-01-01';

/** The cell without space around it; undefined when it says nothing and so must not erase anything. */
export function known(cell: string | undefined): string | undefined {
  const text = cell?.trim() ?? '';
  return NOT_KNOWN.has(text.toUpperCase()) ? undefined : text;
}

export const text: Reader<string> = (cell) => cell.replace(/\s+/g, ' ');

/** Six digits. Throws {@link UnreadableValue}, as every reader here does. */
export function urn(cell: string | undefined): string {
  const value = cell?.trim() ?? '';
  if (/^\d{6}$/.test(value)) return value;
  throw new UnreadableValue(
    value === ''
      ? 'The URN is missing.'
      : `"${shortened(value)}" is not a URN of six digits. Rows of totals are not imported.`,
  );
}

/** `31-08-2025`, `31/08/2025` or `2025-08-31`; the register's placeholder 1 January 1900 is "not known". */
export const day: Reader<string> = (cell) => {
  const dayFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(cell);
  const iso = dayFirst
    ? `${dayFirst[3]}-${dayFirst[2]!.padStart(2, '0')}-${dayFirst[1]!.padStart(2, '0')}`
    : cell;
  if (!isDay(iso)) throw new UnreadableValue(`"${shortened(cell)}" is not a date such as 31-08-2025.`);
  return iso === FIRST_DAY_KNOWN ? undefined : iso;
};

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(iso: string): boolean {
  return iso.length === '2025-08-31'.length && isPossibleDate(iso);
}

/** Both ends included; thousands may be parted by commas. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (cell) => {
    const value = Number(cell.replace(/,/g, ''));
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new UnreadableValue(`"${shortened(cell)}" is not a whole number from ${least} to ${most}.`);
  };
}

/** A metre of the national grid; 0 stands for "not known" in the register. */
export function gridMetres(most: number): Reader<number> {
  const read = wholeNumber(0, most);
  return (cell) => read(cell) || undefined;
}

export const pupilNumber: Reader<number> = (cell) =>
  NO_FIGURE.has(cell.toUpperCase()) ? undefined : wholeNumber(0, 20_000)(cell);

/** `27.4` or `27.4%`. */
export const percentage: Reader<number> = (cell) => {
  if (NO_FIGURE.has(cell.toUpperCase())) return undefined;
  const value = /^\d+(\.\d+)?\s*%?$/.test(cell) ? Number.parseFloat(cell) : Number.NaN;
  if (value <= 100) return value;
  throw new UnreadableValue(`"${shortened(cell)}" is not a percentage from 0 to 100.`);
};

export const postcode: Reader<string> = (cell) => {
  const compact = cell.toUpperCase().replace(/\s/g, '');
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact)) {
    throw new UnreadableValue(`"${shortened(cell)}" is not a postcode.`);
  }
  return `${compact.slice(0, -3)} ${compact.slice(-3)}`;
};

/** Digits only; spreadsheets cut the leading 0, which is put back. */
export const telephone: Reader<string> = (cell) => {
  const digits = cell.replace(/[\s()./-]/g, '').replace(/^\+44/, '');
  if (/^[1-9]\d{8,9}$/.test(digits)) return `0${digits}`;
  if (/^0\d{9,10}$/.test(digits)) return digits;
  throw new UnreadableValue(`"${shortened(cell)}" is not a telephone number.`);
};

/** An http or https address; a bare host gets `http://`. Anything else could be a trap behind a link. */
export const website: Reader<string> = (cell) => {
  const address = /^[a-z][a-z+.-]*:\/\//i.test(cell) ? cell : `http://${cell}`;
  if (/^https?:\/\/[^\s/?#@:]+\.[^\s/?#@:]/i.test(address) && URL.canParse(address)) return address;
  throw new UnreadableValue(`"${shortened(cell)}" is not a web address.`);
};

export const laCode: Reader<string> = (cell) => {
  if (/^\d{3}$/.test(cell)) return cell;
  throw new UnreadableValue(`"${shortened(cell)}" is not a local authority code of three digits.`);
};

/** A GSS code such as `E07000117`; the register writes 999 for "not recorded". */
export const districtCode: Reader<string> = (cell) => {
  if (/^[ENSW]\d{8}$/i.test(cell)) return cell.toUpperCase();
  if (/^9+$/.test(cell)) return undefined;
  throw new UnreadableValue(`"${shortened(cell)}" is not a district code such as E07000117.`);
};

function shortened(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}
