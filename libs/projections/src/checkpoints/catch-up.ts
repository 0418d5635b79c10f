import type pg from 'pg';
import type { EventStore, LogPage } from '@linking/events/event-store.js';
import { inPresentLanguage } from '@linking/events/upcasting/present-language.js';
import type { Projection } from '../projection.js';
import { keepProblem, lockCheckpoint, moveCheckpoint, readCheckpoint } from './checkpoints-table.js';

export interface LogReader {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  /** Events a page; many at once are quicker and need memory. */
  readonly page?: number;
}

const PAGE = 500;

/**
 * Brings one consumer of the log up to its head, rows and checkpoint together, page by page; several processes may call
 * it at once. An error stops it at the page, is kept beside the checkpoint and thrown: nothing is ever skipped.
 */
export async function catchUp(log: LogReader, projection: Projection, signal?: AbortSignal): Promise<number> {
  let applied = 0;
  try {
    while (signal?.aborted !== true) {
      const after = await readCheckpoint(log.pool, projection.name);
      const page = await log.store.readAll({ after, prefixes: projection.prefixes, limit: log.page ?? PAGE });
      if (page.checkpoint === after) break;
      if (await applyPage(log.pool, projection, after, page)) applied += page.events.length;
    }
  } catch (error) {
    await keepProblem(
      log.pool,
      projection.name,
      error instanceof Error ? error.message : String(error),
    ).catch(() => undefined);
    throw error;
  }
  return applied;
}

/** False when another process was quicker: the page is then read again from the new checkpoint. */
async function applyPage(
  pool: pg.Pool,
  projection: Projection,
  after: string | null,
  page: LogPage,
): Promise<boolean> {
  const events = page.events.map(inPresentLanguage);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    if ((await lockCheckpoint(client, projection.name)) !== after) {
      await client.query('rollback');
      return false;
    }
    if (events.length > 0) await projection.apply(client, events);
    await moveCheckpoint(client, projection.name, page.checkpoint);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Brings all the read models to the head of the log, one after the other: for the seeder, the CLI and tests. */
export async function catchUpAll(log: LogReader, projections: readonly Projection[]): Promise<void> {
  for (const projection of projections) await catchUp(log, projection);
}

/**
 * Waits until every read model has passed the position (of an append, for example).
 * Throws after `timeout` milliseconds of real time, naming those that have not.
 */
export async function waitForReadModels(
  log: LogReader,
  projections: readonly Projection[],
  position: string,
  timeout = 10_000,
): Promise<void> {
  const until = performance.now() + timeout;
  const names = projections.map((projection) => projection.name);
  for (;;) {
    const { rows } = await log.pool.query<{ consumer: string; position: string | null }>(
      'select consumer, position from checkpoints where consumer = any($1)',
      [names],
    );
    const reached = new Set(
      rows
        .filter((row) => row.position !== null && log.store.comparePositions(row.position, position) >= 0)
        .map((row) => row.consumer),
    );
    const behind = names.filter((name) => !reached.has(name));
    if (behind.length === 0) return;
    if (performance.now() > until) throw new Error(`Not caught up after ${timeout} ms: ${behind.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
