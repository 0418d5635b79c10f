import { Refusal } from '@linking/domain/refusal.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { programmeStream } from '@linking/events/streams.js';
import { foldProgramme, type Programme } from '@linking/projections/programmes/programmes.js';
import { recordedFacts } from '../commands/recorded-facts.js';

/** A programme as its own stream tells it, or `undefined`. */
export async function readProgramme(store: EventStore, slug: string): Promise<Programme | undefined> {
  const stored = await store.readStream(programmeStream(slug));
  return recordedFacts<ProgrammeEvent & { readonly revision: number }>(stored).reduce<Programme | undefined>(
    (programme, fact) => foldProgramme(programme, fact, fact),
    undefined,
  );
}

/** The programme that a command names. Throws PROGRAMME_UNKNOWN when there is none, PROGRAMME_NOT_JOINED while it only wants to join. */
export async function namedProgramme(store: EventStore, slug: string): Promise<Programme> {
  const programme = await readProgramme(store, slug);
  if (programme?.proposed) {
    throw new Refusal('PROGRAMME_NOT_JOINED', `${programme.name} wants to join and has not joined yet.`, {
      nextStep: 'Ask the national office to let it join.',
    });
  }
  if (programme !== undefined) return programme;
  throw new Refusal('PROGRAMME_UNKNOWN', `There is no programme ${slug}.`, {
    nextStep: 'Name one that has joined; the list of programmes has them all.',
  });
}
