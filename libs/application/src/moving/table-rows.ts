import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { KeptTable } from './tables.js';

/** The columns of a table as they are written into a backup. */
export interface Columns {
  readonly names: readonly string[];
  readonly types: readonly string[];
  /** That numbers its rows by itself. */
  readonly numbered: string | undefined;
}

/** How many rows a section has, and the SHA-256 of its lines. */
export interface SectionSum {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

const PAGE = 1_000;

/** Every value as a text that the same type reads back without loss, whatever the server is set to. */
export async function writeTextsPlainly(transaction: pg.PoolClient): Promise<void> {
  await transaction.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local bytea_output = 'hex';
     set local extra_float_digits = 1; set local intervalstyle = 'iso_8601'`,
  );
}

/** `undefined` when there is no such table. */
export async function columnsOf(transaction: pg.PoolClient, table: string): Promise<Columns | undefined> {
  const { rows } = await transaction.query<{ name: string; type: string; identity: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attidentity as identity
     from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
    [table],
  );
  if (rows.length === 0) return undefined;
  return {
    names: rows.map(({ name }) => name),
    types: rows.map(({ type }) => type),
    numbered: rows.find(({ identity }) => identity !== '')?.name,
  };
}

/** The rows of a table, each as a line: a JSON list of its values as texts. */
export async function* rowLines(
  transaction: pg.PoolClient,
  table: KeptTable,
  { names }: Columns,
): AsyncGenerator<readonly string[]> {
  const values = names.map((name) => `"${name}"::text`).join(', ');
  await transaction.query(
    `declare kept_rows no scroll cursor for select array[${values}] as row from ${table.name} order by ${table.order}`,
  );
  for (;;) {
    const { rows } = await transaction.query<{ row: readonly (string | null)[] }>(
      `fetch ${PAGE} from kept_rows`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ row }) => JSON.stringify(row));
  }
  await transaction.query('close kept_rows');
}

/** Counts the rows of a section; its hash covers the line with which it begins, too. */
export class SectionHash {
  private readonly hash = createHash('sha256');
  rows = 0;

  constructor(begin: string) {
    this.hash.update(`${begin}\n`);
  }

  add(line: string): void {
    this.rows += 1;
    this.hash.update(`${line}\n`);
  }

  sum(name: string): SectionSum {
    return { name, rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

/** Adds rows of a backup to an empty table. */
export async function addRows(
  transaction: pg.PoolClient,
  table: string,
  { names, types }: Pick<Columns, 'names' | 'types'>,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const quoted = names.map((name) => `"${name}"`);
  await transaction.query(
    `insert into ${table} (${quoted.join(', ')}) overriding system value
     select ${quoted.map((name, at) => `${name}::${types[at]}`).join(', ')}
     from unnest(${names.map((_, at) => `$${at + 1}::text[]`).join(', ')})
       with ordinality kept(${quoted.join(', ')}, kept_row_number) order by kept_row_number`,
    names.map((_, at) => rows.map((row) => row[at] ?? null)),
  );
}

/** The next row gets the number behind the last; a role that owns nothing may only count up. */
export async function countOn(transaction: pg.PoolClient, table: string, column: string): Promise<void> {
  await transaction.query(
    `select count(nextval(pg_get_serial_sequence($1, $2)))
     from generate_series(1, (select coalesce(max("${column}"), 0) from ${table}))`,
    [table, column],
  );
}
