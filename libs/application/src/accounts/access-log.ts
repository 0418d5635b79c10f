import type pg from 'pg';

export interface Access {
  readonly userId: string;
  /** A verb: `read`, `export`. */
  readonly action: string;
  /** What was read: the path of the page or of the API. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface KeptAccess extends Access {
  /** ISO instant of the server's clock. */
  readonly at: string;
}

/** What somebody read or exported, the last first. */
export async function accessesOf(
  pool: pg.Pool,
  userId: string,
  limit: number,
): Promise<readonly KeptAccess[]> {
  const { rows } = await pool.query<{ at: Date; action: string; subject: string }>(
    'select at, action, subject from access_log where user_id = $1 order by at desc, id desc limit $2',
    [userId, limit],
  );
  return rows.map(({ at, action, subject }) => ({ at: at.toISOString(), userId, action, subject }));
}

/** Keeps who read or exported what. Call it before the answer is given: what cannot be logged is not shown. */
export async function logAccess(pool: pg.Pool, access: Access): Promise<void> {
  await pool.query('insert into access_log (user_id, action, subject, detail) values ($1, $2, $3, $4)', [
    access.userId,
    access.action,
    access.subject,
    JSON.stringify(access.detail ?? {}),
  ]);
}
