import { foldLink } from '@linking/domain/link/evolve.js';
import type { RecordedLinkEvent } from '@linking/domain/link/link.js';
import { stageOf } from '@linking/domain/link/stage.js';
import { evolveGrant, type Grant } from '@linking/domain/grant/grant.js';
import {
  evolveInterest,
  unknownInterest,
  type RecordedInterestEvent,
} from '@linking/domain/interest/interest.js';
import { evolveProgramme, type Programme } from '@linking/domain/programme/programme.js';
import {
  evolveSchool,
  type RecordedSchoolEvent,
  type SchoolByHand,
} from '@linking/domain/schools/by-hand.js';
import {
  evolveSession,
  unknownSession,
  type RecordedTrainingEvent,
} from '@linking/domain/training/session.js';
import { canonicalJson } from '@linking/events/canonical-json.js';
import type { GrantEvent } from '@linking/events/grant/grant-events.js';
import type { StreamKind } from '@linking/events/known-types.js';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { kindOf, sampleOf, withoutSample } from '@linking/events/spec-support/event-samples.js';
import { addFrozenLines, frozenLines } from '@linking/events/spec-support/frozen-lines.js';
import { eventName, inPresentLanguage } from '@linking/events/upcasting/present-language.js';
import type { VenueEvent } from '@linking/events/venue/venue-events.js';
import { foldVenue, type Venue } from '../venues/venues.js';
import { streamsWith } from './golden-lives.js';

const LOG = 'libs/projections/golden/log';
const TOLD = 'libs/projections/golden/told';

/** What was told of a stream; the last telling of each counts. */
export interface Told {
  readonly stream: string;
  readonly told: object;
}

export const goldenLog = () => frozenLines(LOG);
export const goldenTellings = () => frozenLines(TOLD);

export const lastTellings = (lines: readonly string[]): ReadonlyMap<string, object> =>
  new Map(lines.map((line) => JSON.parse(line) as Told).map(({ stream, told }) => [stream, told]));

/** The bodies of a log by their streams, in their order. */
export function byStream(bodies: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const streams = new Map<string, string[]>();
  for (const body of bodies) {
    const { stream } = sampleOf(body);
    streams.set(stream, [...(streams.get(stream) ?? []), body]);
  }
  return streams;
}

/**
 * What today's program makes of a stream: its fold; of streams without one the facts themselves. The name of a stream says
 * whose facts it holds, as readers of the real log take it, so that they are cast to those of its kind.
 */
export function tell(bodies: readonly string[]): object {
  const facts = bodies.map((body) => {
    const { envelope } = inPresentLanguage({ position: '1', envelope: sampleOf(body), body });
    return { ...envelope, type: eventName(envelope.type) };
  });
  const kind: StreamKind = facts[0] === undefined ? 'link' : kindOf(facts[0]);
  switch (kind) {
    case 'link': {
      const { entries, ...link } = foldLink(facts as unknown as readonly RecordedLinkEvent[]);
      const mended = entries.map(({ event, corrected, voided }) => ({
        revision: event.revision,
        voided,
        ...(corrected && { corrected: corrected.data }),
      }));
      return { stage: stageOf(link), ...link, entries: mended };
    }
    case 'interest':
      return (facts as unknown as readonly RecordedInterestEvent[]).reduce(evolveInterest, unknownInterest);
    case 'training':
      return (facts as unknown as readonly RecordedTrainingEvent[]).reduce(evolveSession, unknownSession);
    case 'programme':
      return folded<Programme, ProgrammeEvent>(facts, evolveProgramme);
    case 'grant':
      return folded<Grant, GrantEvent>(facts, evolveGrant);
    case 'venue':
      return folded<Venue, VenueEvent>(facts, foldVenue);
    case 'school':
      return folded<SchoolByHand, RecordedSchoolEvent>(facts, evolveSchool);
    case 'correspondence':
    case 'person':
    case 'import':
    case 'user':
    case 'rules':
    case 'ledger':
    case 'log':
      return { facts: facts.map(({ type, data }) => ({ type, data })) };
  }
}

function folded<State extends object, Event>(
  facts: readonly { readonly revision: number }[],
  fold: (state: State | undefined, event: Event, fact: { readonly revision: number }) => State | undefined,
): object {
  return (
    facts.reduce<State | undefined>(
      (state, fact) => fold(state, fact as unknown as Event, fact),
      undefined,
    ) ?? {}
  );
}

const telling = (stream: string, bodies: readonly string[]) =>
  canonicalJson({ stream, told: tell(bodies) } satisfies Told);

/** Adds streams with the events of today that the log has not, and what is told of them. */
export function addGoldenStreams(): void {
  const { lines } = goldenLog();
  const taken = new Set(byStream(lines).keys());
  for (const events of streamsWith(new Set(withoutSample(lines)), taken)) {
    const bodies = events.map(canonicalJson);
    addFrozenLines(LOG, bodies);
    addFrozenLines(TOLD, [telling(events[0]?.stream ?? '', bodies)]);
  }
}

/** Adds a new telling of every stream of which other things are told than before. */
export function addTellings(): void {
  const before = lastTellings(goldenTellings().lines);
  const lines = [...byStream(goldenLog().lines)].map(([stream, bodies]) => ({
    stream,
    line: telling(stream, bodies),
  }));
  const others = lines.filter(
    ({ stream, line }) => line !== canonicalJson({ stream, told: before.get(stream) }),
  );
  addFrozenLines(
    TOLD,
    others.map(({ line }) => line),
  );
}
