import type { EventEnvelope } from '../envelope.js';
import type { StoredEvent } from '../event-store.js';
import { publishedLanguage, type EventName } from '../known-types.js';
import { upcasters } from './upcasters.js';
import { upcasting } from './upcasting.js';

/** A stored type of today's version. Only {@link inPresentLanguage} and {@link storedType} give one. */
export type PresentType = `${EventName}.v${number}`;
export type PresentEnvelope = EventEnvelope<PresentType>;
/** An event as it would be written today; `body` has the bytes that were written. */
export type PresentEvent = StoredEvent & { readonly envelope: PresentEnvelope };

const language = upcasting(
  Object.values(publishedLanguage).flatMap((names) => Object.keys(names) as EventName[]),
  upcasters,
);

/** Every stored type that was ever written. */
export const everyStoredType = language.everyType as readonly PresentType[];

/**
 * The one door from the log to whoever understands events: folds, read models, planning, carrying. An event of today's
 * version is the very same object, an older one is brought up to date. Throws `UnknownEventType` for all others.
 */
export function inPresentLanguage(event: StoredEvent): PresentEvent {
  const envelope = language.present(event.envelope);
  return (envelope === event.envelope ? event : { ...event, envelope }) as PresentEvent;
}

/** `LinkProposed` → `LinkProposed.v1`: the version that is written today. */
export const storedType = <Name extends EventName>(name: Name) =>
  language.storedType(name) as `${Name}.v${number}`;

/** `LinkProposed.v1` → `LinkProposed`. */
export const eventName = (type: PresentType): EventName => language.nameOf(type)!;
