import type pg from 'pg';
import { parseCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { LEDGER } from '../audit/follow-log.js';
import { ledgerKeys, newestCheckpoint, readLedger } from '../audit/ledger-tables.js';
import { verifierKeys } from '../audit/signing-keys.js';
import { lastImport } from '../event-log/log-place.js';
import { bringLog, type TellBringing } from './bring-log.js';
import { checkLogFile, eventsOfFile } from './check-log-file.js';
import type { CheckedLog } from './log-check.js';
import type { Destination, LogToBring } from './log-to-bring.js';
import type { Tell } from './progress.js';
import { eventsReadByConsumers, WORKING_CONSUMERS } from './events-read.js';
import type { PageReadBack, Settling } from './settle.js';

export interface Imported extends CheckedLog {
  /** All of it was there before. */
  readonly there: boolean;
  /** The database belonged to no log before: it knows nobody of this one. */
  readonly firstLog: boolean;
}

/**
 * Brings an exported log into the empty store that the settings name. The whole file is checked before the first event is
 * written, and the log is read back before anything may open it. The database goes on with it where it was.
 * @throws FileRefused, MovingRefused
 */
export async function importLog(
  to: Destination,
  file: string,
  secrets: LedgerSecrets,
  tell: TellBringing & { readonly checking?: Tell } = {},
): Promise<Imported> {
  const checked = await checkLogFile(file, await knownOfLog(to.pool, secrets), tell.checking);
  const log: LogToBring = { ...checked, root: checked.end.root, read: () => eventsOfFile(file) };
  const brought = await bringLog(to, log, following(to), tell);
  const firstLog = brought && (await lastImport(to.pool, 'finished'))?.firstLog === true;
  return { ...checked, there: !brought, firstLog };
}

/** What the database and this machine know of the log, whatever the file says. */
export async function knownOfLog(pool: pg.Pool, secrets: LedgerSecrets) {
  const newest = await newestCheckpoint(pool);
  const ofDatabase = verifierKeys(await ledgerKeys(pool));
  return {
    signed: newest && parseCheckpoint(newest.note),
    keys: (origin: string) => [
      ...ofDatabase,
      ...secrets.all().map((seed) => signingKeyOf(origin, seed).public),
    ],
  };
}

/** The same database goes on with its log in another store. */
const following = ({ pool, place }: Destination): Settling => ({
  async consumers(transaction) {
    const consumers = new Map<string, number>();
    const size = (await readLedger(transaction))?.size ?? 0;
    if (size > 0) consumers.set(LEDGER, size);
    if ((await lastImport(transaction))?.firstLog === true) {
      // What has happened so far is past: nobody is known here who could be written to.
      const { rows } = await pool.query<{ events: number }>(
        'select events from log_imports where finished_at is null',
      );
      for (const consumer of WORKING_CONSUMERS) consumers.set(consumer, rows[0]!.events);
      return consumers;
    }
    const read = await eventsReadByConsumers(transaction, place === 'kurrentdb');
    for (const [consumer, events] of Object.entries(read)) consumers.set(consumer, events);
    return consumers;
  },
  page: moveLeaves,
});

/** The leaves stay; only where their events stand is told anew. */
async function moveLeaves(transaction: pg.PoolClient, { first, events }: PageReadBack): Promise<void> {
  await transaction.query(
    `update ledger_leaves l set position = moved.position
     from unnest($2::text[]) with ordinality moved(position, n)
     where l.leaf = $1 + moved.n - 1 and l.position <> moved.position`,
    [first, events.map(({ position }) => position)],
  );
}
