import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { readConsumers } from '@linking/projections/checkpoints/checkpoints-table.js';
import { CARRYING } from '../carrying/carry-on.js';
import { readModels } from '../read-models.js';
import { withoutAddresses } from './without-addresses.js';

/** Whoever reads the log: the lists, planning and carrying. */
export interface LogReaderState {
  readonly name: string;
  /** Events of the log that it has not read yet; no more than {@link MOST_COUNTED} are counted. */
  readonly behind: number;
  /** Seconds of real time since it last read on; absent when it has read nothing. */
  readonly idle?: number;
  /** Why it stands still, without anybody's address. */
  readonly problem?: string;
}

export const MOST_COUNTED = 1_000;

export async function readLogReaders(pool: pg.Pool, store: EventStore): Promise<readonly LogReaderState[]> {
  const head = await store.head();
  const known = new Map((await readConsumers(pool)).map((state) => [state.consumer, state]));
  const names = [
    'planning',
    CARRYING,
    ...readModels.map(({ name }) => name).toSorted(),
    // Absent where nothing is signed.
    ...(known.has('ledger') ? ['ledger'] : []),
  ];
  return Promise.all(
    names.map(async (name) => {
      const state = known.get(name);
      const position = state?.position ?? null;
      const atHead = head === null || (position !== null && store.comparePositions(position, head) >= 0);
      return {
        name,
        behind: atHead ? 0 : (await store.readAll({ after: position, limit: MOST_COUNTED })).events.length,
        ...(state === undefined || position === null ? {} : { idle: secondsSince(state.at) }),
        ...(state?.problem === undefined ? {} : { problem: withoutAddresses(state.problem) }),
      };
    }),
  );
}

const secondsSince = (at: string) => Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1_000));
