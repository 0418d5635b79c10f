import type { Queryable } from '@linking/projections/projection.js';
import { EventLogUnusableError } from './event-log-unusable.js';

/** Which store keeps the log: the table of events of this database, or KurrentDB. */
export type LogPlace = 'database' | 'kurrentdb';

export const placeOf = (elsewhere: boolean): LogPlace => (elsewhere ? 'kurrentdb' : 'database');

export interface LogImport {
  readonly number: number;
  readonly events: number;
  readonly root: string;
  readonly place: LogPlace;
  /** The database belonged to no log before. */
  readonly firstLog: boolean;
  readonly beganAt: Date;
  readonly finishedAt: Date | null;
}

/** The last import of the log, finished or not. */
export async function lastImport(db: Queryable, finished?: 'finished'): Promise<LogImport | undefined> {
  const { rows } = await db.query<LogImport>(
    `select number, events, root, place, first_log as "firstLog", began_at as "beganAt", finished_at as "finishedAt"
     from log_imports where $1::text is null or finished_at is not null order by number desc limit 1`,
    [finished ?? null],
  );
  return rows[0];
}

/** @throws EventLogUnusableError when an import into this place is not finished, or the log was moved to the other one */
export async function checkLogPlace(db: Queryable, place: LogPlace): Promise<void> {
  const last = await lastImport(db);
  if (last === undefined) return;
  if (last.finishedAt === null && last.place === place)
    throw new EventLogUnusableError(
      'The event log was not brought here completely. Run the same `linking log import` or `linking restore` again: it goes on where it was cut off.',
    );
  const moved = last.finishedAt === null ? await lastImport(db, 'finished') : last;
  if (moved === undefined || moved.place === place) return;
  throw new EventLogUnusableError(
    moved.place === 'kurrentdb'
      ? 'The event log of this database was moved to KurrentDB. Set KURRENTDB_URL to it; what is left of it in the database is old.'
      : 'The event log of this database was moved into the database itself. Remove KURRENTDB_URL; what is left of it there is old.',
  );
}
