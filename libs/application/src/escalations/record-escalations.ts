import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { escalatedSteps, type EscalatedStep } from '@linking/domain/link/escalated-steps.js';
import { tasksOf } from '@linking/domain/link/link-tasks.js';
import type { NewEvent } from '@linking/events/envelope.js';
import { derivedId, eventId } from '@linking/events/event-ids.js';
import { CommandIdReused, ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { EventStore } from '@linking/events/event-store.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import { linksToEscalate } from '@linking/projections/link-board/link-tasks-table.js';
import { readLink } from '../links/link-history.js';

// RFC 9562 namespace of our own, drawn once.
const ESCALATIONS = '0b6f5a6e-3f0a-4d55-8a41-5c1f0b7d9e63';
const TRIES = 10;

/**
 * Writes into the correspondence of each link which of its steps grew more urgent, each level once. Which links to ask is
 * told by the lists; what is so, by the link's own stream.
 */
export async function recordEscalations(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  now: string,
): Promise<number> {
  const today = londonDay(now);
  let written = 0;
  for (const ref of await linksToEscalate(pool, today)) {
    const { link } = await readLink(store, ref);
    for (const step of escalatedSteps(tasksOf(link), today)) {
      if (await recordOnce(store, ref, step, now)) written += 1;
    }
  }
  return written;
}

/** A level of a step has one event, whoever is first. Mails of the link may be written at the same time. */
async function recordOnce(
  store: EventStore,
  ref: string,
  step: EscalatedStep,
  now: string,
): Promise<boolean> {
  const stream = correspondenceStream(ref);
  for (let attempt = 1; ; attempt += 1) {
    const events = await store.readStream(stream);
    const last = events.at(-1)?.envelope;
    const recordedAt = last !== undefined && last.recordedAt > now ? last.recordedAt : now;
    const event = escalated(ref, step, recordedAt);
    if (events.some(({ envelope }) => envelope.id === event.id)) return false;
    try {
      await store.append(stream, last?.revision ?? 'no-stream', [event]);
      return true;
    } catch (error) {
      if (error instanceof CommandIdReused) return false;
      if (!(error instanceof ConcurrencyError) || attempt === TRIES) throw error;
    }
  }
}

function escalated(ref: string, { on, ...data }: EscalatedStep, recordedAt: string): NewEvent {
  const commandId = derivedId(ESCALATIONS, [ref, data.step, data.since, data.level].join(' '));
  return {
    id: eventId(commandId, 0),
    type: storedType('CoordinatorEscalated'),
    schema: 1,
    occurredOn: on,
    recordedAt,
    actor: 'worker:escalations',
    channel: 'worker',
    commandId,
    correlationId: commandId,
    data,
  };
}
