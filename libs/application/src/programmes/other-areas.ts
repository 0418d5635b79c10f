import type pg from 'pg';
import type { OtherArea } from '@linking/domain/programme/commands.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';

/** More programmes than there will ever be. */
const ALL = 1000;

/** The areas of all others but those that left. */
export async function otherAreas(pool: pg.Pool, slug: string): Promise<readonly OtherArea[]> {
  const known = await listProgrammes(pool, { programmes: 'all', limit: ALL });
  return known.filter((it) => it.slug !== slug && it.state !== 'left');
}
