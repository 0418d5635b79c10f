import type pg from 'pg';

/** Changes of accounts follow one another: two administrators cannot demote each other at the same moment. */
const ACCOUNTS_LOCK = 7_401_311;

export async function inAccountTransaction<T>(
  pool: pg.Pool,
  task: (transaction: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [ACCOUNTS_LOCK]);
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
