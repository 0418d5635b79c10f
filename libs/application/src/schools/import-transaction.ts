import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import type pg from 'pg';

/** Only one import runs at a time, so that no two files overwrite each other's rows half and half. */
const IMPORT_LOCK = 7_401_305;

/** Runs the task in one transaction, which is taken back when it fails or when only a trial was wanted. */
export async function inImportTransaction<T>(
  pool: pg.Pool,
  takeBack: boolean,
  task: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A server that goes away while a file is read fails the next query; without a listener it would end the process.
  const ignore = () => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [
      IMPORT_LOCK,
    ]);
    if (!rows[0]?.free) {
      throw new ImportRefused('IMPORT_RUNNING', 'Another import is running. Try again when it has ended.');
    }
    // Statistics know nothing of the rows of this very transaction: without the index each batch would read them all.
    await client.query('set local enable_seqscan = off');
    const result = await task(client);
    await client.query(takeBack ? 'rollback' : 'commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}
