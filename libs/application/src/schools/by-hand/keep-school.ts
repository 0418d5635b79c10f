import type pg from 'pg';
import type { SchoolByHand } from '@linking/domain/schools/by-hand.js';
import { localAuthorityName } from '@linking/domain/schools/local-authorities.js';
import { saveSchools } from '../school-rows.js';

/**
 * Lets lists, searches and lines know the school as its stream tells it: once joined, it goes on as the one of the
 * register. The same school kept twice is kept once.
 */
export async function keepSchoolByHand(pool: pg.Pool, school: SchoolByHand): Promise<void> {
  const { key, name, town, postcode, laCode, districtCode, addedOn, joinedTo, joinedOn } = school;
  const laName = localAuthorityName(laCode);
  await saveSchools(pool, [
    {
      urn: key,
      details: {
        name,
        laCode,
        ...(laName === undefined ? {} : { laName }),
        ...(town === undefined ? {} : { town }),
        ...(postcode === undefined ? {} : { postcode }),
        ...(districtCode === undefined ? {} : { districtCode }),
        ...(joinedOn === undefined ? {} : { status: 'Closed', closedOn: joinedOn }),
      },
      figures: {},
      stamp: { asOf: addedOn },
    },
  ]);
  if (joinedTo === undefined) return;
  await pool.query(
    `insert into school_links (from_urn, to_urn, from_name, link_type, established_on)
     values ($1, $2, $3, 'Added by hand, now in the register', $4) on conflict (from_urn, to_urn) do nothing`,
    [key, joinedTo, name, joinedOn],
  );
}
