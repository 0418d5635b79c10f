import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { sampleEvents } from '@linking/events/contract/sample-event.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { EventStore } from '@linking/events/event-store.js';
import { KurrentDbEventStore } from '@linking/events/kurrentdb/kurrentdb-event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { eventLogMigrations } from '@linking/events/postgres/schema.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import {
  appendUntilAnswered,
  compareWithLog,
  watchLog,
  writeUntil,
  type Answered,
} from './support/asked-appends.js';
import { emptyDatabase, type TestDatabase } from './support/database.js';
import type { Moment } from './support/kurrentdb/faults.js';
import { startStandIn } from './support/kurrentdb/stand-in.js';
import { lossyConnection, type Loss, type LossyConnection } from './support/lossy-connection.js';

/** Answers of groups that are swallowed after the commit; other losses come between them. */
const ANSWERS = Number(process.env['LOST_ANSWERS'] ?? 12);
jest.setTimeout(120_000 + ANSWERS * 2_000);

const PROCESSES = 4;
const OTHERS: readonly Loss[] = ['unsent', 'half-sent', 'left', 'half-answered'];

interface Process {
  /** Swallowed answers about groups of which something stood in the log. */
  swallowed: number;
  /** Appends that somebody got an answer about. */
  heard: number;
  readonly connection: LossyConnection;
  readonly pool: pg.Pool;
  readonly store: EventStore;
}

/** What a process loses next. Four losses in a row are one more than the adapter asks again by itself. */
function lossesOf(index: number, turn: number): readonly Loss[] {
  const other = OTHERS[(turn + index) % OTHERS.length]!;
  if (turn % 12 === 3 * index) return ['unanswered', other, 'unanswered', 'unanswered'];
  return turn % 2 === 0 ? ['unanswered', other] : ['unanswered'];
}

describe('answers that never arrive', () => {
  let database: TestDatabase;
  let direct: pg.Pool;
  let log: EventStore;
  const processes: Process[] = [];
  /** Events that stood in the log when the answer about them was swallowed. */
  const swallowed = new Set<string>();
  const losses = { unsent: 0, 'half-sent': 0, left: 0, unanswered: 0, 'half-answered': 0, silent: 0 };

  const witness = async (index: number, loss: Loss, ids: readonly string[]) => {
    losses[loss] += 1;
    if (loss !== 'unanswered' && loss !== 'half-answered') return;
    const { rows } = await direct.query<{ id: string }>(
      'select event_id as id from events where event_id = any ($1)',
      [ids],
    );
    for (const { id } of rows) swallowed.add(id);
    // A refusal can be swallowed as well.
    if (rows.length > 0) processes[index]!.swallowed += 1;
  };

  beforeAll(async () => {
    database = await emptyDatabase();
    direct = createPool({ url: database.url, name: 'witness' });
    await migrate(direct, eventLogMigrations);
    log = new PostgresEventStore(direct, { databaseUrl: database.url });
    for (let index = 0; index < PROCESSES; index += 1) {
      const connection = await lossyConnection(database.url, (loss, ids) => witness(index, loss, ids));
      const pool = createPool({ url: connection.url, name: `process ${index}` });
      processes.push({ swallowed: 0, heard: 0, connection, pool, store: new PostgresEventStore(pool) });
    }
  });

  afterAll(async () => {
    for (const { connection, pool, store } of processes) {
      await store.close();
      await pool.end();
      await connection.close();
    }
    await log.close();
    await direct.end();
    await database.drop();
  });

  test(`double nothing, and whoever asks again gets the first one (${ANSWERS} of them)`, async () => {
    const answered: Answered[] = [];
    const refused: string[] = [];
    const watching = watchLog(log, processes[0]!.store, null);
    const shared = `link-${randomUUID()}`;
    const writeTogether = async (
      store: EventStore,
      stopped: () => boolean,
      hear: (append: Answered) => void,
    ) => {
      while (!stopped()) {
        const [last] = await log.readStream(shared, { backwards: true, limit: 1 });
        const events = sampleEvents(2);
        try {
          hear(await appendUntilAnswered(store, shared, last?.envelope.revision ?? 'no-stream', events));
        } catch (error) {
          if (!(error instanceof ConcurrencyError)) throw error;
          refused.push(...events.map(({ id }) => id));
        }
      }
    };
    const lose = async (process: Process, index: number) => {
      for (let turn = 0; process.swallowed < ANSWERS / PROCESSES; turn += 1) {
        process.connection.lose(...lossesOf(index, turn));
        while (process.connection.waiting > 0) await setTimeout(1);
        // The group that was hit has its answers, and another one too.
        const heard = process.heard + 4;
        while (process.heard < heard) await setTimeout(1);
      }
    };
    const work = async (process: Process, index: number) => {
      let losing = true;
      const stopped = () => !losing;
      const hear = (append: Answered) => {
        answered.push(append);
        process.heard += 1;
      };
      const writing = [
        ...[1, 2, 3].map(() => writeUntil(process.store, stopped, hear)),
        writeTogether(process.store, stopped, hear),
      ];
      await lose(process, index);
      losing = false;
      await Promise.all(writing);
    };
    await Promise.all(processes.map(work));

    const { inLog, ...wrong } = await compareWithLog(log, null, answered);
    await watching.stop(inLog.length);
    const { followed, paged } = watching;
    const asked = answered.filter(({ unknown }) => unknown > 0).length;
    const repeated = answered.filter(({ result }) => result.repeated);
    const total = processes.reduce((sum, process) => sum + process.swallowed, 0);
    process.stdout.write(
      `${answered.length} appends, ${inLog.length} events; answers swallowed after the commit ${total} ` +
        `(${losses['half-answered']} answers cut in half), not sent ${losses.unsent}, half sent ${losses['half-sent']}, ` +
        `left alone ${losses.left}; ${repeated.length} repeated, ${asked} asked again by the caller, ` +
        `${refused.length / 2} refused; lost ${wrong.lost}, double ${wrong.double}\n`,
    );
    expect(wrong).toEqual({ lost: 0, double: 0, never: 0, gaps: 0, misplaced: 0 });
    expect(total).toBeGreaterThanOrEqual(ANSWERS);
    expect(asked).toBeGreaterThan(0);
    expect(followed).toEqual(inLog);
    expect(paged).toEqual(inLog);
    const ids = new Set(inLog.map(({ envelope }) => envelope.id));
    expect(refused.filter((id) => ids.has(id))).toEqual([]);

    // Whatever was committed when its answer was swallowed was told as repeated; and is told the same ever after.
    const unheard = answered.filter(({ events }) => events.some(({ id }) => swallowed.has(id)));
    expect(unheard.filter(({ result }) => !result.repeated)).toEqual([]);
    for (const { stream, expected, events, result } of unheard) {
      expect(await log.append(stream, expected, events)).toEqual({ ...result, repeated: true });
    }
    expect(await log.head()).toBe(inLog.at(-1)!.position);
  });
});

describe('answers of a KurrentDB that never arrive, on the stand-in', () => {
  const SWALLOWED = ANSWERS / 2;

  test(`double nothing, and whoever asks again gets the first one (${SWALLOWED} of them)`, async () => {
    const standIn = await startStandIn();
    const stores = await Promise.all([1, 2].map(() => KurrentDbEventStore.open(standIn.url)));
    const [store, other] = [stores[0]!, stores[1]!];
    const answered: Answered[] = [];
    const watching = watchLog(store, other, null);
    let losing = true;
    const clients = [store, other, store, other].map((one) =>
      writeUntil(
        one,
        () => !losing,
        (append) => answered.push(append),
      ),
    );
    for (let swallowed = 0; swallowed < SWALLOWED; swallowed += 1) {
      if (swallowed % 3 === 0) await atNextAppend('before-commit');
      await atNextAppend('after-commit');
    }
    losing = false;
    await Promise.all(clients);

    const { inLog, ...wrong } = await compareWithLog(store, null, answered);
    await watching.stop(inLog.length);
    const repeated = answered.filter(({ result }) => result.repeated);
    process.stdout.write(
      `KurrentDB's stand-in: ${answered.length} appends, ${SWALLOWED} answers swallowed after the commit, ${repeated.length} repeated, ` +
        `lost ${wrong.lost}, double ${wrong.double}\n`,
    );
    expect(wrong).toEqual({ lost: 0, double: 0, never: 0, gaps: 0, misplaced: 0 });
    expect(watching.followed).toEqual(inLog);
    expect(watching.paged).toEqual(inLog);
    expect(repeated.length).toBeGreaterThanOrEqual(SWALLOWED);
    for (const { stream, expected, events, result } of repeated) {
      expect(await other.append(stream, expected, events)).toEqual({ ...result, repeated: true });
    }
    await Promise.all([store.close(), other.close()]);
    await standIn.close();

    async function atNextAppend(moment: Moment): Promise<void> {
      standIn.faults.breakAtNextAppend(moment, 'cut');
      while (standIn.faults.waiting) await setTimeout(1);
      const heard = answered.length + 4;
      while (answered.length < heard) await setTimeout(1);
    }
  });
});
