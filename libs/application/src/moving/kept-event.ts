import type { EventEnvelope } from '@linking/events/envelope.js';
import { publishedLanguage } from '@linking/events/known-types.js';
import { prepareAppend } from '@linking/events/prepared-append.js';
import { everyStoredType } from '@linking/events/upcasting/present-language.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';
import { recordOf } from './first-and-last-line.js';

/** An event that was or is in a log, with the very text. */
export interface KeptEvent {
  readonly envelope: EventEnvelope;
  readonly body: string;
}

const typesOf = new Map<string, ReadonlySet<string>>(
  Object.entries(publishedLanguage).map(([kind, names]) => [kind, new Set(Object.keys(names))]),
);
const everyType: ReadonlySet<string> = new Set(everyStoredType);

/**
 * The event of a line that is just what an append would write: canonical, of a known type in a stream of its kind.
 * @throws FileRefused
 */
export function keptEvent(body: string, line: number): KeptEvent {
  const said = recordOf(body);
  if (said === undefined) throw new FileRefused(line, 'this is not an event.');
  // Only believed when an append would write the very same text of it.
  const envelope = said as unknown as EventEnvelope;
  if (writtenAnew(envelope, line) !== body)
    throw new FileRefused(
      line,
      'this is not the text that was recorded: it is not canonical JSON (RFC 8785).',
    );
  const { stream, type } = envelope;
  const kind = stream.slice(0, stream.indexOf('-'));
  if (!typesOf.has(kind)) throw new FileRefused(line, `the stream ${stream} is not one of Schools Linking.`);
  const name = type.replace(/\.v\d+$/, '');
  if (!everyType.has(type) || typesOf.get(kind)?.has(name) !== true)
    throw new FileRefused(
      line,
      `this version of the program does not know the type ${type} in the stream ${stream}.`,
    );
  return { envelope, body };
}

function writtenAnew({ stream, revision, ...event }: EventEnvelope, line: number): string {
  try {
    return prepareAppend(stream, revision === 1 ? 'no-stream' : revision - 1, [event]).events[0]!.body;
  } catch (error) {
    throw new FileRefused(line, `this is not an event of ours (${(error as Error).message}).`);
  }
}
