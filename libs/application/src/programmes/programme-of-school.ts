import type pg from 'pg';
import { routeByArea, type PlacedSchool, type Routing } from '@linking/domain/interest/routing.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';

/** More programmes than there will ever be. */
const ALL = 1000;

/** Where the area of a school sends its interest, by the areas of all programmes and by the register. */
export async function programmeOfSchool(pool: pg.Pool, school: PlacedSchool): Promise<Routing> {
  const all = await listProgrammes(pool, { programmes: 'all', limit: ALL });
  const programmes = all.filter(({ state }) => state !== 'proposed' && state !== 'left');
  return routeByArea(programmes, school, await isOfSomeDistrict(pool, school, programmes));
}

/** Without a district, in an authority of which some districts are programmes of their own (Lancashire: Burnley, Pendle). */
async function isOfSomeDistrict(
  pool: pg.Pool,
  { laCode, districtCode }: PlacedSchool,
  programmes: readonly Programme[],
): Promise<boolean> {
  if (districtCode !== undefined || laCode === undefined) return false;
  const { rowCount } = await pool.query(
    'select from schools where la_code = $1 and district_code = any($2::text[]) limit 1',
    [laCode, programmes.flatMap(({ districtCodes }) => districtCodes)],
  );
  return rowCount === 1;
}
