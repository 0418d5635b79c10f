import type { ClientBase, Pool } from 'pg';

/**
 * A role that owns nothing reads the log and appends to it, only through the functions that give events their places; it can
 * neither put events in past them, nor change events, nor take their guards away.
 */
export async function giveLogRights(owner: Pick<ClientBase, 'query' | 'escapeIdentifier'>, role: string) {
  const name = owner.escapeIdentifier(role);
  await owner.query(
    `revoke all on events from ${name};
     grant select on events to ${name};
     grant execute on function append_event, append_group, append_events to ${name}`,
  );
}

/** The role of this pool when it could take the guards of the log away, since it owns the log or may act as its owner. */
export async function roleThatOwnsLog(pool: Pick<Pool, 'query'>): Promise<string | undefined> {
  const { rows } = await pool.query<{ role: string; owns: boolean }>(
    `select current_user as role, pg_has_role(current_user, relowner, 'member') as owns
     from pg_class where oid = 'events'::regclass`,
  );
  return rows[0]?.owns === true ? rows[0].role : undefined;
}
