import type pg from 'pg';

/** Runs the task in one transaction; those with the same lock follow one another. */
export async function inLockedTransaction<T>(
  pool: pg.Pool,
  lock: number | string,
  task: (transaction: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const taken = typeof lock === 'number' ? '$1::bigint' : 'hashtextextended($1::text, 0)';
    await client.query(`select pg_advisory_xact_lock(${taken})`, [lock]);
    const result = await task(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
