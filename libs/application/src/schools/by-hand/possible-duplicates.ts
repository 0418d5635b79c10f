import type pg from 'pg';
import { shortName } from '@linking/domain/schools/school-names.js';
import { searchWords } from '@linking/domain/schools/search-text.js';
import type { School } from '../find-schools.js';
import { schoolsByUrn } from '../find-schools.js';
import type { SchoolInBody } from './school-by-hand-commands.js';

const MOST = 10;

/**
 * Schools that may be the one that somebody wants to add: at the same postcode, or of a like name in the same authority.
 * Those that closed are among them, because a new school often goes on from one.
 */
export async function possibleDuplicates(
  pool: pg.Pool,
  { name, postcode = '', laCode }: SchoolInBody,
): Promise<readonly School[]> {
  const words = searchWords(shortName(name)).map((word) => `%${word}%`);
  const { rows } = await pool.query<{ urn: string }>(
    `select urn from schools
     where ($1 <> '' and replace(upper(postcode), ' ', '') = $1) or (la_code = $2 and search like all($3::text[]))
     order by replace(upper(coalesce(postcode, '')), ' ', '') = $1 desc, closed_on is not null, lower(name), urn limit $4`,
    [postcode.replaceAll(' ', '').toUpperCase(), laCode, words, MOST],
  );
  const found = await schoolsByUrn(
    pool,
    rows.map(({ urn }) => urn),
  );
  return rows.flatMap(({ urn }) => found.get(urn) ?? []);
}
