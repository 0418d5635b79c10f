import { faithGroup, type FaithGroup } from '@linking/domain/schools/faith.js';
import type { Figures, SchoolDetails, SchoolRecord } from '@linking/domain/schools/school-record.js';
import { schoolSearchText } from '@linking/domain/schools/search-text.js';
import type pg from 'pg';

type ColumnOf = { readonly [Field in keyof SchoolDetails]-?: string };

const COLUMNS: ColumnOf = {
  name: 'name',
  laCode: 'la_code',
  laName: 'la_name',
  districtCode: 'district_code',
  type: 'type',
  censusType: 'census_type',
  typeGroup: 'type_group',
  phase: 'phase',
  status: 'status',
  openedOn: 'opened_on',
  closedOn: 'closed_on',
  religiousCharacter: 'religious_character',
  town: 'town',
  postcode: 'postcode',
  easting: 'easting',
  northing: 'northing',
  telephone: 'telephone',
  website: 'website',
  trustCode: 'trust_code',
  trustName: 'trust_name',
  urbanRural: 'urban_rural',
  lowAge: 'low_age',
  highAge: 'high_age',
};
const FIELDS = Object.keys(COLUMNS) as (keyof SchoolDetails)[];
const WRITTEN = [...Object.values(COLUMNS), 'faith_group', 'figures', 'as_of', 'last_changed_on', 'search'];
const UPSERT = `
  insert into schools (urn, ${WRITTEN.join(', ')})
  select urn, ${WRITTEN.join(', ')} from jsonb_populate_recordset(null::schools, $1)
  on conflict (urn) do update set ${WRITTEN.map((column) => `${column} = excluded.${column}`).join(', ')}`;

/** A row of `schools` as a pool of ours reads it: dates are `YYYY-MM-DD`. */
export interface SchoolTableRow {
  readonly urn: string;
  readonly faith_group: FaithGroup | null;
  readonly figures: Figures;
  readonly as_of: string;
  readonly last_changed_on: string | null;
  readonly [column: string]: unknown;
}

/** All columns, with dates as text whatever the pool makes of dates. */
export const SCHOOL_COLUMNS = ['urn', ...WRITTEN]
  .filter((column) => column !== 'search')
  .map((column) => (/_on$|^as_of$/.test(column) ? `${column}::text` : column))
  .join(', ');

/** What a row knows: columns that are null are absent. */
export function recordOf(row: SchoolTableRow): SchoolRecord {
  const known = FIELDS.map((field) => [field, row[COLUMNS[field]]]).filter(([, value]) => value !== null);
  return {
    urn: row.urn,
    // Only saveSchools writes the table, from these very types.
    details: Object.fromEntries(known) as SchoolDetails,
    figures: row.figures,
    stamp: { asOf: row.as_of, ...(row.last_changed_on !== null && { dated: row.last_changed_on }) },
  };
}

/** Writes records as they are, with their faith group and search text; no merging happens here. */
export async function saveSchools(
  db: pg.Pool | pg.ClientBase,
  records: readonly SchoolRecord[],
): Promise<void> {
  if (records.length > 0) await db.query(UPSERT, [JSON.stringify(records.map(tableRow))]);
}

function tableRow(record: SchoolRecord): Record<string, unknown> {
  const { urn, details, figures, stamp } = record;
  const row: Record<string, unknown> = {
    urn,
    figures,
    as_of: stamp.asOf,
    last_changed_on: stamp.dated,
    faith_group: details.religiousCharacter && faithGroup(details.religiousCharacter),
    search: schoolSearchText({ urn, ...details }),
  };
  for (const field of FIELDS) row[COLUMNS[field]] = details[field];
  return row;
}
