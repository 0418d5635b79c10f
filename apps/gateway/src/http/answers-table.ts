import type pg from 'pg';

export interface KeyUse {
  readonly userId: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly commandId: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The very text that was sent. */
  readonly body: string;
}

const KEPT_DAYS = 7;

interface AnswerRow {
  body_hash: string;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

/** Notes that the key is in use, or says how it was used before. Without `answer` the request has to be carried out. */
export async function takeKey(
  pool: pg.Pool,
  use: KeyUse,
): Promise<{ readonly bodyHash: string; readonly answer?: KeptAnswer }> {
  const { rows } = await pool.query<AnswerRow>(
    `insert into answers as a (user_id, key, body_hash, command_id) values ($1, $2, $3, $4)
     on conflict (user_id, key) do update
       set body_hash = case when a.created_at < now() - make_interval(days => $5) then excluded.body_hash else a.body_hash end,
           status = case when a.created_at < now() - make_interval(days => $5) then null else a.status end,
           created_at = case when a.created_at < now() - make_interval(days => $5) then now() else a.created_at end
     returning body_hash, status, headers, body`,
    [use.userId, use.key, use.bodyHash, use.commandId, KEPT_DAYS],
  );
  const { body_hash: bodyHash, status, headers, body } = rows[0]!;
  if (status === null) return { bodyHash };
  return { bodyHash, answer: { status, headers: headers ?? {}, body: body ?? '' } };
}

/** The first answer counts: a second process that carried out the same command changes nothing. */
export async function keepAnswer(pool: pg.Pool, use: KeyUse, answer: KeptAnswer): Promise<void> {
  await pool.query(
    `update answers set status = $3, headers = $4, body = $5 where user_id = $1 and key = $2 and status is null`,
    [use.userId, use.key, answer.status, JSON.stringify(answer.headers), answer.body],
  );
}

export async function forgetAnswer(pool: pg.Pool, use: KeyUse): Promise<void> {
  await pool.query('delete from answers where user_id = $1 and key = $2 and status is null', [
    use.userId,
    use.key,
  ]);
}

export async function deleteOldAnswers(pool: pg.Pool): Promise<void> {
  await pool.query('delete from answers where created_at < now() - make_interval(days => $1)', [KEPT_DAYS]);
}
