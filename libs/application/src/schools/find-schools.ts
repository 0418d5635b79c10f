import type { FaithGroup } from '@linking/domain/schools/faith.js';
import type { FigureName, FigureSource, SchoolDetails } from '@linking/domain/schools/school-record.js';
import { searchWords } from '@linking/domain/schools/search-text.js';
import type pg from 'pg';
import { recordOf, SCHOOL_COLUMNS, type SchoolTableRow } from './school-rows.js';

/** A school as people and programs read it. Kilometres and percent are numbers, days `YYYY-MM-DD`. */
export interface School extends SchoolDetails {
  readonly urn: string;
  readonly faithGroup?: FaithGroup;
  readonly figures: { readonly [Name in FigureName]?: ShownFigure };
  /** Day for which the register last spoke of this school. */
  readonly asOf: string;
}

export interface ShownFigure {
  readonly value: number;
  readonly asOf: string;
  readonly source: FigureSource;
}

export interface SchoolQuery {
  /** Part of name or town, URN, or postcode; every word must be found. */
  readonly q?: string;
  /** An area: schools of any of these authorities or districts. */
  readonly laCodes?: readonly string[];
  readonly districtCodes?: readonly string[];
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
  /** Only what the national register has, not the schools that were added by hand. */
  readonly registered?: true;
}

export interface SchoolPage {
  readonly items: readonly School[];
  readonly next?: string;
}

/** Schools by name, a page at a time. An `after` that is no cursor of ours starts from the beginning. */
export async function findSchools(pool: pg.Pool, query: SchoolQuery): Promise<SchoolPage> {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = searchWords(query.q ?? '').map((word) => `search like ${value(`%${word}%`)}`);
  if (query.laCodes || query.districtCodes) {
    const inAuthority = `la_code = any(${value(query.laCodes ?? [])}::text[])`;
    const inDistrict = `district_code = any(${value(query.districtCodes ?? [])}::text[])`;
    conditions.push(`(${inAuthority} or ${inDistrict})`);
  }
  if (query.registered) conditions.push(`urn ~ '^[0-9]'`);
  const cursor = query.after === undefined ? undefined : readCursor(query.after);
  if (cursor) {
    const at = `(${value(cursor.name)} collate "C", ${value(cursor.urn)})`;
    conditions.push(`(lower(name) collate "C", urn) > ${at}`);
  }
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const { rows } = await pool.query<SchoolTableRow & { sort_name: string }>(
    `select ${SCHOOL_COLUMNS}, lower(name) as sort_name from schools ${where}
     order by lower(name) collate "C", urn limit ${value(query.limit + 1)}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const items = page.map(schoolOf);
  return rows.length > query.limit && last ? { items, next: cursorOf(last.sort_name, last.urn) } : { items };
}

/** The school of a URN, open or closed; `undefined` when the register does not have it. */
export async function school(pool: pg.Pool, urn: string): Promise<School | undefined> {
  return (await schoolsByUrn(pool, [urn])).get(urn);
}

/** Unknown URNs are absent from the answer. */
export async function schoolsByUrn(
  pool: pg.Pool,
  urns: readonly string[],
): Promise<ReadonlyMap<string, School>> {
  const { rows } = await pool.query<SchoolTableRow>(
    `select ${SCHOOL_COLUMNS} from schools where urn = any($1)`,
    [urns],
  );
  return new Map(rows.map((row) => [row.urn, schoolOf(row)]));
}

function schoolOf(row: SchoolTableRow): School {
  const { urn, details, figures, stamp } = recordOf(row);
  const shown = Object.entries(figures).map(([name, { value, source, asOf, dated }]) => [
    name,
    { value, source, asOf: dated ?? asOf },
  ]);
  return {
    urn,
    ...details,
    ...(row.faith_group !== null && { faithGroup: row.faith_group }),
    figures: Object.fromEntries(shown) as School['figures'],
    asOf: stamp.asOf,
  };
}

function cursorOf(name: string, urn: string): string {
  return Buffer.from(JSON.stringify([name, urn])).toString('base64url');
}

function readCursor(cursor: string): { name: string; urn: string } | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return undefined;
    const [name, urn] = read as unknown[];
    return typeof name === 'string' && typeof urn === 'string' ? { name, urn } : undefined;
  } catch {
    return undefined;
  }
}
