import {
  CENSUS_DATE_NAMES,
  columnKey,
  DETAIL_COLUMNS,
  FIGURE_COLUMNS,
  LAST_CHANGED_NAMES,
  NAME_NAMES,
  REGISTER_NAME_NAMES,
  URN_NAMES,
} from './columns.js';
import { ImportRefused } from './import-refused.js';
import type { ImportKind } from './import-result.js';

/** A column of the file at hand: where it is and how the file writes its name. */
export interface Place {
  readonly index: number;
  readonly name: string;
}

export interface Header {
  readonly kind: ImportKind;
  readonly width: number;
  readonly urn: Place;
  readonly name?: Place;
  /** Places of {@link DETAIL_COLUMNS} in their order; undefined = the file has no such column. */
  readonly details: readonly (Place | undefined)[];
  /** Places of {@link FIGURE_COLUMNS} in their order. */
  readonly figures: readonly (Place | undefined)[];
  readonly lastChanged?: Place;
  readonly censusDate?: Place;
  readonly link?: LinkPlaces;
}

export interface LinkPlaces {
  readonly urn: Place;
  readonly name?: Place;
  readonly type: Place;
  readonly established?: Place;
}

/**
 * Recognises a file by the names of its columns.
 * @throws ImportRefused that names what was missing
 */
export function recogniseHeader(names: readonly string[]): Header {
  const place = finder(names);
  const urn = place(URN_NAMES);
  const linkUrn = place(['LinkURN']);
  const linkType = place(['LinkType']);
  const name = place(NAME_NAMES);
  const figures = FIGURE_COLUMNS.map((column) => place(column.names));
  const details = DETAIL_COLUMNS.map((column) => place(column.names));
  const parts = {
    width: names.length,
    name,
    details,
    figures,
    lastChanged: place(LAST_CHANGED_NAMES),
    censusDate: place(CENSUS_DATE_NAMES),
  };
  if (urn && linkUrn && linkType) {
    const link = {
      urn: linkUrn,
      type: linkType,
      name: place(['LinkName']),
      established: place(['LinkEstablishedDate']),
    };
    return { ...parts, kind: 'links', urn, link };
  }
  const hasFigures = figures.some(Boolean);
  const isRegister = place(REGISTER_NAME_NAMES) !== undefined || !hasFigures;
  if (urn && name && isRegister) return { ...parts, kind: 'register', urn };
  if (urn && hasFigures) return { ...parts, kind: 'census', urn };
  throw new ImportRefused('IMPORT_HEADER_UNKNOWN', missingSentence(names, { urn, name, linkUrn, linkType }), {
    line: 1,
  });
}

function finder(names: readonly string[]): (wanted: readonly string[]) => Place | undefined {
  const places = new Map<string, Place>();
  names.forEach((name, index) => {
    const key = columnKey(name);
    if (!places.has(key)) places.set(key, { index, name: name.trim() });
  });
  return (wanted) => wanted.map((name) => places.get(columnKey(name))).find((found) => found !== undefined);
}

function missingSentence(
  names: readonly string[],
  found: Readonly<Record<'urn' | 'name' | 'linkUrn' | 'linkType', Place | undefined>>,
): string {
  const seen = names.slice(0, 4).join(', ');
  const start = `The first line is not the header of a file we know (it begins "${seen.slice(0, 80)}").`;
  if (!found.urn) return `${start} The column URN is missing.`;
  if (found.linkUrn && !found.linkType) return `${start} A file of links needs LinkType, which is missing.`;
  if (found.linkType && !found.linkUrn) return `${start} A file of links needs LinkURN, which is missing.`;
  return (
    `${start} Besides URN a register needs EstablishmentName, a census file one of NOR, PNUMFSMEVER, PNUMEAL ` +
    'or PSENELK, and a file of links LinkURN and LinkType: all of these are missing.'
  );
}
