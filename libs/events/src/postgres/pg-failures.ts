import pg from 'pg';
import { EventStoreUnavailableError } from '../event-store-errors.js';

/** `unknown`: the server may or may not have done it. `nothing-done`: it said no. `defect`: asking again cannot help. */
export type Failure = 'unknown' | 'nothing-done' | 'defect';

const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
const READ_ONLY = '25006';

/** What an error of `pg` says about the statement (SQLSTATE classes: PostgreSQL manual, appendix A). */
export function failureOf(error: unknown): Failure {
  if (error instanceof TypeError || error instanceof RangeError) return 'defect';
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return 'unknown';
  if ([LOCK_NOT_AVAILABLE, QUERY_CANCELED, READ_ONLY].includes(error.code)) return 'nothing-done';
  switch (error.code.slice(0, 2)) {
    case '08': // connection
    case '57': // operator intervention: shutdown, crash, not yet started
    case '40': // rolled back by the server
      return 'unknown';
    case '53': // out of disk, memory or connections
    case '58': // input and output
      return 'nothing-done';
  }
  return 'defect';
}

export function unavailable(what: string, error: unknown): EventStoreUnavailableError {
  return new EventStoreUnavailableError(`${what} (${(error as Error).message})`, error);
}
