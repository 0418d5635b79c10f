import type { NewEvent } from '@linking/events/envelope.js';
import { eventId } from '@linking/events/event-ids.js';
import type { AppendResult, EventStore, StoredEvent } from '@linking/events/event-store.js';
import { CommandIdReused, ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { EventName } from '@linking/events/known-types.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Sender } from './sender.js';

export interface DecidedFact {
  readonly type: EventName;
  readonly data: unknown;
  /** Day on which it happened; today when absent. */
  readonly occurredOn?: string;
}

/** Workers, school pages and the CLI expect no revision: they read again and decide again. */
const TRIES = 4;

/** Writes decided facts with their envelopes. The only place where `recordedAt` is chosen. */
export class EventWriter {
  constructor(
    readonly store: EventStore,
    readonly clock: Clock,
  ) {}

  today(): string {
    return londonDay(this.clock.now());
  }

  /** Appends behind the events that were read; none decided, none written. */
  async append(
    stream: string,
    read: readonly StoredEvent[],
    facts: readonly DecidedFact[],
    sender: Sender,
    more: { readonly onBehalfOf?: string } = {},
  ): Promise<AppendResult> {
    const last = read.at(-1)?.envelope;
    const now = this.clock.now();
    const recordedAt = last !== undefined && last.recordedAt > now ? last.recordedAt : now;
    const events = facts.map((fact, index): NewEvent => ({
      id: eventId(sender.commandId, index),
      type: storedType(fact.type),
      schema: 1,
      occurredOn: fact.occurredOn ?? londonDay(recordedAt),
      recordedAt,
      actor: sender.actor,
      ...more,
      channel: sender.channel,
      commandId: sender.commandId,
      correlationId: sender.correlationId,
      ...(sender.causationId === undefined ? {} : { causationId: sender.causationId }),
      data: fact.data,
    }));
    return this.store.append(stream, last?.revision ?? 'no-stream', events);
  }

  /**
   * Runs a read-decide-append again when somebody else appended in between, a few times; also when the same command
   * was carried out by another process meanwhile, so that `run` finds its result.
   */
  async decidingAgain<Result>(run: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run();
      } catch (error) {
        const meanwhile = error instanceof ConcurrencyError || error instanceof CommandIdReused;
        if (!meanwhile || attempt === TRIES) throw error;
      }
    }
  }
}
