import type pg from 'pg';

export interface NearProgramme {
  readonly slug: string;
  readonly name: string;
  /** Straight line to the nearest open school of its area; absent when no place is known. */
  readonly km?: number;
}

/** All programmes, the one with the nearest school in its area first; those of which no place is known last. */
export async function nearestProgrammes(
  pool: pg.Pool,
  { easting, northing }: { readonly easting?: number; readonly northing?: number },
): Promise<readonly NearProgramme[]> {
  const { rows } = await pool.query<{ slug: string; name: string; km: number | null }>(
    `select p.slug, p.name, near.km
     from programmes p left join lateral (
       select round(min(sqrt(power(s.easting - $1::float8, 2) + power(s.northing - $2::float8, 2)) / 1000)::numeric, 1)::float8 as km
       from schools s
       where (s.la_code = any(p.la_codes) or s.district_code = any(p.district_codes))
         and s.easting is not null and s.northing is not null and s.closed_on is null) near on true
     where p.programme ->> 'state' not in ('proposed', 'left')
     order by near.km nulls last, p.name`,
    [easting ?? null, northing ?? null],
  );
  return rows.map(({ slug, name, km }) => ({ slug, name, ...(km === null ? {} : { km }) }));
}
