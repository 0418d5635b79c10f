import { mkdtempSync, readFileSync, rmSync, chmodSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import { logSource } from '@linking/application/audit/log-source.js';
import { verifyLog } from '@linking/application/audit/verify-log.js';
import { prepareDatabase } from '@linking/application/schema/prepare-database.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { createPool } from '@linking/platform/database/pool.js';
import { clusterOf } from '@linking/platform/embedded-postgres/data-folder.js';
import { livingPostmaster } from '@linking/platform/embedded-postgres/postmaster.js';
import { startEmbeddedPostgres } from '@linking/platform/embedded-postgres/start-embedded-postgres.js';
import { compareWithLog, watchLog, writeUntil, type Answered } from './support/asked-appends.js';
import { until } from './support/until.js';

const KILLS = Number(process.env['POSTGRES_KILLS'] ?? 2);
jest.setTimeout(120_000 + KILLS * 14_000);

const CLIENTS = 12;
const TMPFS = 0x01021994;

/** The whole server, the one process that serves an append, or the postmaster alone. */
const kinds = ['everything', 'backend', 'postmaster'] as const;

describe('kill -9 of PostgreSQL', () => {
  let dataDir: string;
  let pool: pg.Pool;
  let otherPool: pg.Pool;
  let store: PostgresEventStore;
  let other: PostgresEventStore;
  let ledger: LedgerDependencies;

  beforeAll(async () => {
    // What is kept in memory only is no log: this folder outlives a restart of the machine.
    dataDir = mkdtempSync('/var/tmp/linking-log-kills-');
    chmodSync(dataDir, 0o755);
    const { url, ownerUrl } = await startEmbeddedPostgres({ dataDir });
    pool = createPool({ url, name: 'one process' });
    otherPool = createPool({ url, name: 'another process' });
    await prepareDatabase(pool, ownerUrl);
    store = new PostgresEventStore(pool, { databaseUrl: url });
    other = new PostgresEventStore(otherPool);
    ledger = { pool, store, secrets: new LedgerSecrets(path.join(dataDir, 'ledger-key')), page: 200 };
  });

  afterAll(async () => {
    await Promise.all([store.close(), other.close()]);
    await Promise.all([pool.end(), otherPool.end()]);
    await (await startEmbeddedPostgres({ dataDir })).stop();
    rmSync(dataDir, { recursive: true });
  });

  const appendingBackend = async () => {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where application_name = 'another process' and state = 'active' and query ~ 'append_(event|group)' limit 1`,
    );
    return rows[0]?.pid;
  };

  const kill = async (kind: (typeof kinds)[number]) => {
    const postmaster = livingPostmaster(clusterOf(dataDir));
    if (postmaster === undefined) throw new Error('There is no PostgreSQL to kill');
    switch (kind) {
      case 'everything':
        for (const pid of [postmaster, ...childrenOf(postmaster)]) killed(pid);
        return startEmbeddedPostgres({ dataDir });
      case 'postmaster':
        killed(postmaster);
        return startEmbeddedPostgres({ dataDir });
      case 'backend': {
        // The postmaster ends all others then, and starts again by itself.
        let victim: number | undefined;
        await until('a backend appends', async () => (victim = await appendingBackend()) !== undefined);
        killed(victim!);
      }
    }
  };

  test(`loses no append that was acknowledged, and doubles none (${KILLS} kills)`, async () => {
    expect(statfsSync(dataDir).type).not.toBe(TMPFS);
    const answered: Answered[] = [];
    const watching = watchLog(store, other, null);
    let writing = true;
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      writeUntil(
        client % 2 ? store : other,
        () => !writing,
        (append) => answered.push(append),
      ),
    );
    const following = followUntil(ledger, () => !writing);
    for (let round = 0; round < KILLS; round += 1) {
      const enough = answered.length + 50 + 100 * Math.random();
      await until('appends go on', () => answered.length > enough);
      await kill(kinds[round % kinds.length]!);
    }
    const enough = answered.length + 50;
    await until('appends go on', () => answered.length > enough);
    writing = false;
    await Promise.all(clients);
    const signedInTime = await following;

    const { inLog, ...wrong } = await compareWithLog(store, null, answered);
    await watching.stop(inLog.length);
    const repeated = answered.filter(({ result }) => result.repeated);
    const unknown = answered.filter((append) => append.unknown > 0);
    process.stdout.write(
      `kill -9 of PostgreSQL, ${KILLS} times under ${CLIENTS} clients: ${answered.length} appends acknowledged, ${inLog.length} events; ` +
        `${unknown.length} of unknown outcome asked again by the caller; ${repeated.length} had been written and were told so; ` +
        `lost ${wrong.lost}, double ${wrong.double}; signed meanwhile ${signedInTime}\n`,
    );
    expect(recoveries(path.join(dataDir, 'postgres.log'))).toBeGreaterThanOrEqual(KILLS);
    expect(wrong).toEqual({ lost: 0, double: 0, never: 0, gaps: 0, misplaced: 0 });
    expect(watching.followed).toEqual(inLog);
    expect(watching.paged).toEqual(inLog);
    for (const { stream, expected, events, result } of [...repeated, ...unknown]) {
      expect(await store.append(stream, expected, events)).toEqual({ ...result, repeated: true });
    }

    // The ledger went on after each kill: one tree over all of it, with every signature on the way.
    await followLog(ledger);
    expect(await verifyLog({ pool, source: logSource(pool, store) })).toMatchObject({
      ok: true,
      size: inLog.length,
      notYetSigned: 0,
    });
  });
});

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It went by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** How often the server found that it had not been shut down, and made good what its write-ahead log knew. */
function recoveries(log: string): number {
  return readFileSync(log, 'utf8').split('automatic recovery in progress').length - 1;
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
}

/** The ledger's follower as the workers run it, over and over; how many events it signed on the way. */
async function followUntil(ledger: LedgerDependencies, stopped: () => boolean): Promise<number> {
  let signed = 0;
  while (!stopped()) {
    // While the database is away it tries again.
    signed += await followLog(ledger).catch(() => 0);
    await setTimeout(200);
  }
  return signed;
}
