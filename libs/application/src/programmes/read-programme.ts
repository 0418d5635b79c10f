import { Refusal } from '@linking/domain/refusal.js';
import type { StoredEvent, StreamReader } from '@linking/events/event-store.js';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { programmeStream } from '@linking/events/streams.js';
import { evolveProgramme, takesLinks, type Programme } from '@linking/domain/programme/programme.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

type ProgrammeFact = ProgrammeEvent &
  Pick<RecordedFact, 'id' | 'revision' | 'commandId' | 'occurredOn' | 'recordedAt' | 'actor'>;

export interface ProgrammeHistory {
  readonly programme: Programme | undefined;
  readonly facts: readonly ProgrammeFact[];
  readonly stored: readonly StoredEvent[];
}

/** A programme with everything that its own stream tells. */
export async function programmeHistory(store: StreamReader, slug: string): Promise<ProgrammeHistory> {
  const stored = await store.readStream(programmeStream(slug));
  const facts = recordedFacts<ProgrammeFact>(stored);
  const programme = facts.reduce<Programme | undefined>(
    (known, fact) => evolveProgramme(known, fact, fact),
    undefined,
  );
  return { programme, facts, stored };
}

/** A programme as its own stream tells it, or `undefined`. */
export const readProgramme = async (store: StreamReader, slug: string): Promise<Programme | undefined> =>
  (await programmeHistory(store, slug)).programme;

/** The programme that a command names. Throws PROGRAMME_UNKNOWN when there is none, PROGRAMME_NOT_JOINED while it only wants to join. */
export async function namedProgramme(store: StreamReader, slug: string): Promise<Programme> {
  const programme = await readProgramme(store, slug);
  if (programme?.state === 'proposed') {
    throw new Refusal('PROGRAMME_NOT_JOINED', `${programme.name} wants to join and has not joined yet.`, {
      nextStep: 'Ask the national office to let it join.',
    });
  }
  if (programme !== undefined) return programme;
  throw new Refusal('PROGRAMME_UNKNOWN', `There is no programme ${slug}.`, {
    nextStep: 'Name one that has joined; the list of programmes has them all.',
  });
}

/** The programme that is to take an interest or a link. Throws when it does not take any now. */
export async function openProgramme(store: StreamReader, slug: string): Promise<Programme> {
  const programme = await namedProgramme(store, slug);
  if (takesLinks(programme)) return programme;
  const { name, state } = programme;
  if (state === 'left')
    throw new Refusal('PROGRAMME_LEFT', `${name} has left the network.`, {
      nextStep: 'Choose a programme that is in the network.',
    });
  throw new Refusal('PROGRAMME_PAUSED', `${name} is paused: it takes no new classes and links.`, {
    nextStep: 'The national office lets it go on.',
  });
}
