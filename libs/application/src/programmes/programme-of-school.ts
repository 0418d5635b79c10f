import type pg from 'pg';
import { Refusal } from '@linking/domain/refusal.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';

/** More programmes than there will ever be. */
const ALL = 1000;

interface PlacedSchool {
  readonly name: string;
  readonly laCode?: string;
  readonly districtCode?: string;
}

/**
 * The programme whose area a school lies in: a district is more specific than an authority, fewer codes than many.
 * Where the register does not say enough the national office decides; nothing is guessed.
 */
export async function programmeOfSchool(pool: pg.Pool, school: PlacedSchool): Promise<Programme> {
  const known = await listProgrammes(pool, { programmes: 'all', limit: ALL });
  const programmes = known.filter(({ state }) => state !== 'proposed' && state !== 'left');
  const byDistrict = programmes.filter(({ districtCodes }) =>
    districtCodes.includes(school.districtCode ?? ''),
  );
  if (byDistrict.length > 0) return theOnlyOne(byDistrict, school);
  if (await isOfSomeDistrict(pool, school, programmes)) throw notClear(school);
  const byAuthority = programmes.filter(({ laCodes }) => laCodes.includes(school.laCode ?? ''));
  if (byAuthority.length > 0) return theOnlyOne(byAuthority, school);
  throw new Refusal('OUTSIDE_EVERY_AREA', `${school.name} lies in no programme's area.`, {
    nextStep: 'Name the programme that takes it.',
  });
}

function theOnlyOne(programmes: readonly Programme[], school: PlacedSchool): Programme {
  const codes = ({ laCodes, districtCodes }: Programme) => laCodes.length + districtCodes.length;
  const fewest = Math.min(...programmes.map(codes));
  const [first, second] = programmes.filter((programme) => codes(programme) === fewest);
  if (first === undefined || second !== undefined) throw notClear(school);
  return first;
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

const notClear = ({ name }: PlacedSchool) =>
  new Refusal('AREA_NOT_CLEAR', `The register does not say which programme's area ${name} lies in.`, {
    nextStep: 'The national office places it, or name the programme that takes it.',
  });
