import { londonDay } from '@linking/domain/calendar/london.js';
import { derivedId, eventId } from '@linking/events/event-ids.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { LedgerEventData, LedgerEventName } from '@linking/events/ledger/ledger-events.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import { LEDGER_STREAM } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';

/** Ids are made of the new key: a change that was cut short is the same one when it is asked for again. */
const KEY_CHANGES = '5d0c3c61-6a0a-4a35-9a4b-6f6b3f0c9a77';

/** Writes down that another key signs from now on. */
export async function recordKeyChange<Name extends LedgerEventName>(
  { store, clock }: { readonly store: EventStore; readonly clock: Clock },
  name: Name,
  data: LedgerEventData[Name],
): Promise<void> {
  const before = (await store.readStream(LEDGER_STREAM, { backwards: true, limit: 1 }))[0]?.envelope;
  // Cut short before the ledger had passed it.
  if (before !== undefined && toOf(before.data) === data.to) return;
  const commandId = derivedId(KEY_CHANGES, data.to);
  const recordedAt = later(clock.now(), before?.recordedAt);
  await store.append(LEDGER_STREAM, before?.revision ?? 'no-stream', [
    {
      id: eventId(commandId, 0),
      type: storedType(name),
      schema: 1,
      occurredOn: londonDay(recordedAt),
      recordedAt,
      actor: 'worker:cli',
      channel: 'cli',
      commandId,
      correlationId: commandId,
      data,
    },
  ]);
}

const toOf = (data: unknown) => (data as LedgerEventData[LedgerEventName]).to;

const later = (now: string, before = '') => (now < before ? before : now);
