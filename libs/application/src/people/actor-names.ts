import type pg from 'pg';

/** Names to show for actors (`user:<id>`, `person:<id>`, `worker:<name>`), by actor. Erased people are absent. */
export async function actorNames(
  pool: Pick<pg.Pool, 'query'>,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: string) =>
    actors.filter((it) => it.startsWith(`${kind}:`)).map((it) => it.slice(kind.length + 1));
  const { rows } = await pool.query<{ actor: string; name: string }>(
    `select 'user:' || id as actor, name from users where id = any($1::uuid[])
     union all select 'person:' || id, name from people where id = any($2::uuid[]) and erased_at is null`,
    [ids('user'), ids('person')],
  );
  const workers = actors
    .filter((it) => it.startsWith('worker:'))
    .map((it) => [it, 'Schools Linking'] as const);
  return new Map([...rows.map(({ actor, name }) => [actor, name] as const), ...workers]);
}
