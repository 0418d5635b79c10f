import { canonicalJson } from '../canonical-json.js';
import type { EventEnvelope } from '../envelope.js';
import { derivedId } from '../event-ids.js';
import { publishedLanguage, type EventName, type StreamKind } from '../known-types.js';
import { everyStoredType, storedType } from '../upcasting/present-language.js';
import { addFrozenLines, frozenLines } from './frozen-lines.js';

const FILE = 'libs/events/samples/events';

/** One event of each kind of stream in each version that was ever written, as it stands in a log. */
export const eventSamples = () => frozenLines(FILE);

export const sampleOf = (line: string) => JSON.parse(line) as EventEnvelope;
export const kindOf = ({ stream }: Pick<EventEnvelope, 'stream'>) => stream.split('-')[0] as StreamKind;
const nameOfSample = (event: EventEnvelope) => `${kindOf(event)} ${event.type}`;

/** Kind of stream and stored type of all that was ever written. */
function everWritten(): readonly string[] {
  return Object.entries(publishedLanguage).flatMap(([kind, names]) =>
    everyStoredType
      .filter((type) => Object.hasOwn(names, type.replace(/\.v\d+$/, '')))
      .map((type) => `${kind} ${type}`),
  );
}

/** What was or is to be written and has no sample. */
export function withoutSample(lines: readonly string[]): readonly string[] {
  const known = new Set(lines.map((line) => nameOfSample(sampleOf(line))));
  return everWritten().filter((name) => !known.has(name));
}

const COMMAND = '5b6f3c1e-2a6d-4f7e-8c59-0d8f4a1b2c3d';

/** Adds a sample of every event of today that has none; those that stand are left as they are. */
export function addSamples(examples: Readonly<Record<StreamKind, Readonly<Record<string, unknown>>>>): void {
  const missing = new Set(withoutSample(eventSamples().lines));
  const lines = (Object.keys(publishedLanguage) as StreamKind[]).flatMap((kind) =>
    (Object.keys(publishedLanguage[kind]) as EventName[])
      .filter((name) => missing.has(`${kind} ${storedType(name)}`))
      .map((name) => canonicalJson(sample(kind, name, examples[kind][name]))),
  );
  addFrozenLines(FILE, lines);
}

function sample(kind: StreamKind, name: EventName, data: unknown): EventEnvelope {
  const commandId = derivedId(COMMAND, `${kind} ${storedType(name)}`);
  return {
    id: derivedId(commandId, '0'),
    stream: `${kind}-sample`,
    revision: 1,
    type: storedType(name),
    schema: 1,
    occurredOn: '2026-11-23',
    recordedAt: '2026-11-23T09:00:00.000Z',
    actor: `user:${derivedId(COMMAND, 'user')}`,
    channel: 'api',
    commandId,
    correlationId: commandId,
    data,
  };
}
