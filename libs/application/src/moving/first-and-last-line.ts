import { canonicalJson } from '@linking/events/canonical-json.js';
import { parseCheckpoint, type SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { fromBase64 } from '@linking/events/ledger/ledger-keys.js';
import { HASH_BYTES } from '@linking/events/ledger/tree-hashes.js';
import { FileRefused } from '@linking/platform/files/file-refused.js';

export const LOG_FORMAT = 'schools-linking-log';
export const FORMAT_VERSION = 1;

/** What the first line of an exported log says. */
export interface LogHead {
  readonly logId: string;
  readonly events: number;
  /** How many of them the checkpoint in the last line speaks of; absent without one. */
  readonly signed?: number | undefined;
}

/** What the line after the last event says, so that it is seen when one is missing. */
export interface LogEnd {
  readonly events: number;
  /** Of the Merkle tree over all events, in base64. */
  readonly root: string;
  /** The newest signed note that speaks of these events or of the first of them. */
  readonly checkpoint?: string | undefined;
}

export const headLine = ({ logId, events, signed }: LogHead) =>
  canonicalJson({ format: LOG_FORMAT, version: FORMAT_VERSION, logId, events, signed });

export const endLine = ({ events, root, checkpoint }: LogEnd) =>
  canonicalJson({ end: LOG_FORMAT, events, root, checkpoint });

/** @throws FileRefused */
export function readHead(line: string): LogHead {
  const said = recordOf(line);
  checkFormat(said?.['format'], LOG_FORMAT, said?.['version']);
  const { logId, events, signed } = said ?? {};
  const whole =
    typeof logId === 'string' &&
    isCount(events) &&
    (signed === undefined || isCount(signed)) &&
    headLine({ logId, events, signed }) === line;
  if (!whole) throw new FileRefused(1, 'it does not say which log this is and how many events it has.');
  return { logId, events, signed };
}

export function checkFormat(found: unknown, wanted: string, version: unknown): void {
  if (found !== wanted)
    throw new FileRefused(
      1,
      typeof found === 'string' && found.startsWith('schools-linking-')
        ? `this is a file of the format ${found}; ${wanted} is needed.`
        : `this is not a file of Schools Linking: its first line does not say ${wanted}.`,
    );
  if (version !== FORMAT_VERSION)
    throw new FileRefused(
      1,
      `this is version ${String(version)} of the format; this program reads version ${FORMAT_VERSION}.`,
    );
}

/** Whether a line is no event but the one after the last; what it says is checked by {@link readEnd}. */
export const isEnd = (line: string) => line.includes(`"end":"${LOG_FORMAT}"`) && !line.startsWith('{"actor"');

/** @throws FileRefused */
export function readEnd(text: string, line: number): LogEnd & { readonly signed?: SignedCheckpoint } {
  const { events, root, checkpoint } = recordOf(text) ?? {};
  const whole =
    isCount(events) &&
    typeof root === 'string' &&
    fromBase64(root)?.length === HASH_BYTES &&
    (checkpoint === undefined || typeof checkpoint === 'string') &&
    endLine({ events, root, checkpoint }) === text;
  if (!whole) throw new FileRefused(line, 'this is not the last line as it was written.');
  if (checkpoint === undefined) return { events, root };
  const signed = parseCheckpoint(checkpoint);
  if (signed === undefined) throw new FileRefused(line, 'its checkpoint is no signed checkpoint.');
  return { events, root, checkpoint, signed };
}

/** The object that a line holds, or `undefined`. */
export function recordOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
