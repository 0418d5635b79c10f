import type pg from 'pg';

export interface Access {
  readonly userId: string;
  /** A verb: `read`, `export` (took a copy), `print`, `draw` (a sample). */
  readonly action: string;
  /** What was read: the path of the page or of the API. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface KeptAccess extends Access {
  /** Higher than that of any before. */
  readonly id: number;
  /** ISO instant of the server's clock. */
  readonly at: string;
}

export interface AccessQuery {
  readonly userId: string;
  readonly action?: string | undefined;
  /** Of real time, as they are kept: from the first instant, up to and without the last one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Number of the last one of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** What one person read, drew, printed or took along, the last first. */
export async function accessesOf(pool: pg.Pool, query: AccessQuery): Promise<readonly KeptAccess[]> {
  const { userId, action, from, until, after, limit } = query;
  const { rows } = await pool.query<{
    id: string;
    at: Date;
    action: string;
    subject: string;
    detail: Readonly<Record<string, unknown>>;
  }>(
    `select id, at, action, subject, detail from access_log
     where user_id = $1 and ($2::text is null or action = $2) and ($3::timestamptz is null or at >= $3)
       and ($4::timestamptz is null or at < $4) and ($5::bigint is null or id < $5)
     order by id desc limit $6`,
    [userId, action ?? null, from ?? null, until ?? null, after ?? null, limit],
  );
  return rows.map(({ id, at, ...row }) => ({ id: Number(id), at: at.toISOString(), userId, ...row }));
}

/** When somebody last opened each of these pages, by address. */
export async function lastOpened(
  pool: pg.Pool,
  userId: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ subject: string; at: Date }>(
    `select subject, max(at) as at from access_log
     where user_id = $1 and subject = any($2::text[]) and action = 'read' group by subject`,
    [userId, subjects],
  );
  return new Map(rows.map(({ subject, at }) => [subject, at.toISOString()]));
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
