import type { Entry, RecordedLinkEvent } from './link.js';
import { sameKind } from './correctable.js';
import { replaceAt, valueAt } from './pointer.js';

/**
 * Marks which entries are voided and how corrected ones count now. A void may itself be voided, and so may a
 * correction; mendings count whatever their date, at the place of the entry they mend.
 */
export function mend(events: readonly RecordedLinkEvent[]): readonly Entry[] {
  const voided = voidedIds(events);
  const corrected = new Map<string, RecordedLinkEvent>();
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const event of events) {
    if (event.type !== 'EntryCorrected' || voided.has(event.id)) continue;
    const target = corrected.get(event.data.correctsEventId) ?? byId.get(event.data.correctsEventId);
    if (target === undefined) continue;
    corrected.set(target.id, correct(target, event.data.pointer, event.data.now));
  }
  return events.map((event) => {
    const now = corrected.get(event.id);
    return { event, voided: voided.has(event.id), ...(now === undefined ? {} : { corrected: now }) };
  });
}

/** The entries that count, as they count now, without the mendings themselves. */
export function effectiveFacts(entries: readonly Entry[]): readonly RecordedLinkEvent[] {
  return entries
    .filter((entry) => !entry.voided && !isMending(entry.event))
    .map((entry) => entry.corrected ?? entry.event);
}

export const isMending = (event: RecordedLinkEvent) =>
  event.type === 'EntryCorrected' || event.type === 'EntryVoided';

/** Later voids are looked at first: a void that was voided has no effect. */
function voidedIds(events: readonly RecordedLinkEvent[]): ReadonlySet<string> {
  const voided = new Set<string>();
  for (const event of [...events].sort((x, y) => y.revision - x.revision)) {
    if (event.type === 'EntryVoided' && !voided.has(event.id)) voided.add(event.data.voidsEventId);
  }
  return voided;
}

/** A correction that leads nowhere, or to something of another kind, corrects nothing. */
function correct(event: RecordedLinkEvent, pointer: string, now: unknown): RecordedLinkEvent {
  if (pointer === '/occurredOn') return typeof now === 'string' ? happenedOn(event, now) : event;
  if (!sameKind(valueAt(event.data, pointer), now)) return event;
  const corrected = { ...event, data: replaceAt(event.data, pointer, now) } as RecordedLinkEvent;
  return corrected.type === 'MeetingHeld' ? { ...corrected, occurredOn: corrected.data.on } : corrected;
}

/** A meeting has one day, said twice: in its data and as the day on which the entry counts. */
function happenedOn(event: RecordedLinkEvent, occurredOn: string): RecordedLinkEvent {
  return event.type === 'MeetingHeld'
    ? { ...event, occurredOn, data: { ...event.data, on: occurredOn } }
    : { ...event, occurredOn };
}
