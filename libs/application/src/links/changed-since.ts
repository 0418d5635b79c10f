import type pg from 'pg';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { actorNames } from '../people/actor-names.js';
import type { LinkHistory } from './link-history.js';

/** What happened to a link since the revision that somebody saw. */
export async function changedSince(
  pool: pg.Pool,
  revision: number,
  { link, facts }: LinkHistory,
): Promise<ChangedBySomeoneElse> {
  const changes = facts
    .filter((fact) => fact.revision > revision)
    .map(({ revision: at, type, recordedAt, actor }) => ({ revision: at, type, recordedAt, actor }));
  const last = facts.at(-1)?.actor;
  const names = await actorNames(pool, last === undefined ? [] : [last]);
  return new ChangedBySomeoneElse(link.revision, (last && names.get(last)) || null, changes);
}
