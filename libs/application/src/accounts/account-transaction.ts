import type pg from 'pg';
import { inLockedTransaction } from '../locked-transaction.js';

/** Changes of accounts follow one another: two administrators cannot demote each other at the same moment. */
const ACCOUNTS_LOCK = 7_401_311;

export const inAccountTransaction = <T>(
  pool: pg.Pool,
  task: (transaction: pg.PoolClient) => Promise<T>,
): Promise<T> => inLockedTransaction(pool, ACCOUNTS_LOCK, task);
