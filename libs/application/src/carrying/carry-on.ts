import type pg from 'pg';
import { CARRIED_PREFIXES, carry, isCarried } from '@linking/domain/carrying/carry.js';
import type { CarriedCommand } from '@linking/domain/carrying/carried-command.js';
import { Refusal } from '@linking/domain/refusal.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { EventStore, LogPage } from '@linking/events/event-store.js';
import { interestStream, linkStream, trainingStream } from '@linking/events/streams.js';
import { inPresentLanguage, type PresentEnvelope } from '@linking/events/upcasting/present-language.js';
import {
  advanceCheckpoint,
  keepProblem,
  readCheckpoint,
} from '@linking/projections/checkpoints/checkpoints-table.js';
import { NotFound } from '../accounts/access-errors.js';
import { keepRefusal } from './carrying-refusals.js';
import { waitingOfReplaced } from './waiting-of-replaced.js';

/** Under which id a carried command is sent, and what caused it. */
export interface CarriedEnvelope {
  readonly commandId: string;
  /** The event that caused it; absent when the register did. */
  readonly causationId?: string;
  readonly correlationId: string;
  readonly actor: 'worker:carrying';
  readonly channel: 'worker';
}

/** Sends a command through the one door. Throws a {@link Refusal} or {@link NotFound} when its target refuses it. */
export type Dispatch = (command: CarriedCommand, envelope: CarriedEnvelope) => Promise<void>;

export interface CarryingDependencies {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly dispatch: Dispatch;
}

export const CARRYING = 'carrying';
const PAGE = 200;

/**
 * Carries every fact since the last time into the streams it concerns, in log order. Carrying one twice is harmless.
 * A refused command is kept and passed; anything else that fails stops here, to be tried again.
 */
export async function carryOn(dependencies: CarryingDependencies, signal?: AbortSignal): Promise<void> {
  const { pool, store } = dependencies;
  try {
    while (signal?.aborted !== true) {
      const after = await readCheckpoint(pool, CARRYING);
      const page = await store.readAll({ after, prefixes: CARRIED_PREFIXES, limit: PAGE });
      if (page.checkpoint === after || !(await carryPage(dependencies, after, page, signal))) return;
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await keepProblem(pool, CARRYING, problem).catch(() => undefined);
    throw error;
  }
}

/** False when it was told to stop, or when another process carries on from here. */
async function carryPage(
  dependencies: CarryingDependencies,
  start: string | null,
  page: LogPage,
  signal?: AbortSignal,
): Promise<boolean> {
  let position = start;
  for (const stored of page.events) {
    const event = inPresentLanguage(stored);
    if (!isCarried(event.envelope.type)) continue;
    if (signal?.aborted === true) return false;
    await carryEvent(dependencies, event.envelope);
    if (!(await advanceCheckpoint(dependencies.pool, CARRYING, position, event.position))) return false;
    position = event.position;
  }
  return advanceCheckpoint(dependencies.pool, CARRYING, position, page.checkpoint);
}

async function carryEvent(
  { pool, store, dispatch }: CarryingDependencies,
  event: PresentEnvelope,
): Promise<void> {
  const stream = (await store.readStream(event.stream)).map((stored) => inPresentLanguage(stored).envelope);
  const sent = new Map<string, number>();
  for (const command of [...carry(event, stream), ...(await waitingOfReplaced(pool, event))]) {
    const target = streamOf[command.target](command.id);
    const before = sent.get(target) ?? 0;
    sent.set(target, before + 1);
    // One fact may ask two things of one stream: both teachers of a link came to the same session.
    const commandId = derivedId(event.id, before === 0 ? target : `${target}#${before + 1}`);
    try {
      await dispatch(command, {
        commandId,
        causationId: event.id,
        correlationId: event.correlationId,
        actor: 'worker:carrying',
        channel: 'worker',
      });
    } catch (error) {
      const refused = refusalIn(error);
      if (refused === undefined) throw error;
      await keepRefusal(pool, { commandId, eventId: event.id, target, ...refused });
    }
  }
}

const streamOf = { link: linkStream, interest: interestStream, training: trainingStream };

/** What somebody has to look at; `undefined` for a failure that may heal. */
function refusalIn(error: unknown): { code: string; sentence: string } | undefined {
  if (error instanceof Refusal) return { code: error.code, sentence: error.sentence };
  if (error instanceof NotFound) return { code: 'NOT_FOUND', sentence: error.message };
  return undefined;
}
