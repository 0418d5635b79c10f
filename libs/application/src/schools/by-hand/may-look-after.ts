import type pg from 'pg';
import type { PlacedSchool } from '@linking/domain/interest/routing.js';
import { NotAllowed } from '../../accounts/access-errors.js';
import { mayChange, onBehalfOf, type Scope } from '../../accounts/scope.js';
import type { Sender } from '../../commands/sender.js';
import { programmeOfSchool } from '../../programmes/programme-of-school.js';

/**
 * Whether somebody looks after the schools of this programme's area; those of no area, or of several, are the national
 * office's.
 */
export const mayLookAfter = (scope: Scope, programme?: string): boolean =>
  scope.mayChangeLinks && (programme === undefined ? scope.changes === 'all' : mayChange(scope, programme));

/**
 * A coordinator adds and joins the schools of her own areas, the national office any. Throws NotAllowed; answers for
 * whom the office acts.
 */
export async function admitToSchool(
  pool: pg.Pool,
  { scope }: Sender,
  place: PlacedSchool,
): Promise<{ readonly onBehalfOf?: string }> {
  if (scope === undefined) return {};
  const routing = await programmeOfSchool(pool, place);
  const programme = 'programme' in routing ? routing.programme : undefined;
  if (!mayLookAfter(scope, programme)) {
    throw new NotAllowed('This school lies outside your areas. Ask the national office to do it.');
  }
  const actedFor = programme === undefined ? undefined : onBehalfOf(scope, programme);
  return actedFor === undefined ? {} : { onBehalfOf: actedFor };
}
