import type { Queryable } from '@linking/projections/projection.js';
import type { Role } from './roles.js';

/** What users may do today, by actor (`user:<id>`); of an actor that is no user nothing is known. */
export async function rolesOfUsers(
  db: Queryable,
  actors: readonly string[],
): Promise<ReadonlyMap<string, readonly Role[]>> {
  const ids = actors.filter((actor) => actor.startsWith('user:')).map((actor) => actor.slice('user:'.length));
  const { rows } = await db.query<{ id: string; roles: Role[] }>(
    'select id, roles from users where id = any($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, roles }) => [`user:${id}`, roles]));
}
