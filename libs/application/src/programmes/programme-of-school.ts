import type pg from 'pg';
import { Refusal } from '@linking/domain/refusal.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';

/** More programmes than there will ever be. */
const ALL = 1000;

/** The programme whose area a school lies in: a district is more specific than an authority, fewer codes than many. */
export async function programmeOfSchool(
  pool: pg.Pool,
  school: { readonly name: string; readonly laCode?: string; readonly districtCode?: string },
): Promise<Programme> {
  const programmes = await listProgrammes(pool, { programmes: 'all', limit: ALL });
  const byDistrict = programmes.filter(({ districtCodes }) =>
    districtCodes.includes(school.districtCode ?? ''),
  );
  const byAuthority = programmes.filter(({ laCodes }) => laCodes.includes(school.laCode ?? ''));
  const [first] = [...bySize(byDistrict), ...bySize(byAuthority)];
  if (first !== undefined) return first;
  throw new Refusal('OUTSIDE_EVERY_AREA', `${school.name} lies in no programme's area.`, {
    nextStep: 'Name the programme that takes it.',
  });
}

const bySize = (programmes: readonly Programme[]) =>
  programmes.toSorted((x, y) => x.laCodes.length - y.laCodes.length || x.slug.localeCompare(y.slug));
