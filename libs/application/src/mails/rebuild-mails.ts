import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { lockCheckpoint } from '@linking/projections/checkpoints/checkpoints-table.js';
import type { Transaction } from '@linking/projections/projection.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { isDigestSubject } from '../digests/wanted-digests.js';
import { inLockedTransaction } from '../locked-transaction.js';
import { joinParcels, writeEnded } from './ended-mails.js';
import { readOnce } from './log-until.js';
import { subjectsOfMails } from './subjects-of-mails.js';
import { toldMails, type ToldMail } from './told-mails.js';
import { upsertPlanned } from './upsert-planned.js';
import { wantedMailsOf } from './wanted-mails.js';

export interface RebuildingDependencies {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly mailDomain: string;
}

export interface RebuiltMails {
  readonly subjects: number;
  readonly added: number;
  /** Rows that said something else than the log. */
  readonly mended: number;
  readonly unchanged: number;
  /** Ids of mails that the log says were sent, skipped or failed, but not what they were about: they get no row. */
  readonly unexplained: readonly string[];
  /** Ids of rows that say a mail was sent, of which the log knows nothing. */
  readonly unheard: readonly string[];
}

export interface Rebuilding {
  /** Finds out what would change, and changes nothing. */
  readonly dryRun?: boolean;
  readonly tell?: (done: number, total: number) => void;
}

/**
 * Makes the mails table from the log alone: what was wanted, what became of it, and what goes next. Where rows are there
 * already, the log is right; mails on their way and such as a person asked for anew are left alone. Workers may go on
 * meanwhile, and nothing is sent by it.
 */
export async function rebuildMails(
  { pool, store, clock, mailDomain }: RebuildingDependencies,
  { dryRun = false, tell = () => undefined }: Rebuilding = {},
): Promise<RebuiltMails> {
  const subjects = await subjectsOfMails(store, pool);
  const [added, mended] = [new Set<string>(), new Set<string>()];
  const [unexplained, unheard, all]: [string[], string[], ToldMail[]] = [[], [], []];
  let unchanged = 0;
  const inTransaction = (task: (transaction: Transaction) => Promise<void>) =>
    inLockedTransaction(pool, 'mails-rebuilt', async (transaction) => {
      // Nothing is planned meanwhile, so that what is read here is not older than what planning has read.
      await lockCheckpoint(transaction, 'planning');
      await transaction.query('savepoint before');
      await task(transaction);
      if (dryRun) await transaction.query('rollback to savepoint before');
    });
  for (const [done, subject] of subjects.entries()) {
    tell(done, subjects.length);
    await inTransaction(async (transaction) => {
      const before = await rowsOf(transaction, subject);
      const log = readOnce(store);
      const { mails, unexplained: unknown } = await toldMails(log, subject);
      await writeEnded(transaction, mails, mailDomain);
      const moment = { now: clock.now(), mailDomain };
      // What the calendar asks for is planned by the workers, who know whether there is anything to say.
      if (!isDigestSubject(subject)) {
        await upsertPlanned(transaction, subject, await wantedMailsOf(log)(subject), moment);
      }
      await dateBack(transaction, mails, before);
      const after = await rowsOf(transaction, subject);
      for (const [id, row] of after) {
        const known = before.get(id);
        if (known === undefined) added.add(id);
        else if (isDeepStrictEqual(known, row)) unchanged += 1;
        else mended.add(id);
      }
      const ended = new Set(mails.flatMap(({ id, outcome }) => (outcome === undefined ? [] : [id])));
      unheard.push(
        ...[...after.values()].flatMap(({ id, status }) => (status === 'sent' && !ended.has(id) ? [id] : [])),
      );
      unexplained.push(...unknown);
      all.push(...mails);
    });
  }
  await inTransaction(async (transaction) => {
    for (const id of await joinParcels(transaction, all)) {
      if (added.has(id) || mended.has(id)) continue;
      mended.add(id);
      unchanged -= 1;
    }
  });
  tell(subjects.length, subjects.length);
  return {
    subjects: subjects.length,
    added: added.size,
    mended: mended.size,
    unchanged,
    unexplained,
    unheard,
  };
}

interface Row {
  readonly id: string;
  readonly status: string;
}

async function rowsOf(transaction: Transaction, subject: string): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await transaction.query<Row>(
    'select * from mails where subject = $1 order by id for update',
    [subject],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** An immediate mail that was wanted long ago and never went is as old as it is, or it would go now. */
async function dateBack(
  transaction: Transaction,
  told: readonly ToldMail[],
  before: ReadonlyMap<string, Row>,
): Promise<void> {
  const waiting = told.filter(({ id, outcome }) => outcome === undefined && !before.has(id));
  await transaction.query(
    `update mails set created_at = told.since,
                      due_at = case when kind = 'immediate' then told.since else due_at end
     from unnest($1::text[], $2::timestamptz[]) as told (id, since)
     where mails.id = told.id and mails.status = 'planned'`,
    [waiting.map(({ id }) => id), waiting.map(({ since }) => since)],
  );
}
