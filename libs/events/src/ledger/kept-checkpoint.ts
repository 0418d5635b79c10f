import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.js';
import type { VerifierKey } from './ledger-keys.js';
import { malformedIn, tidied } from './malformed-checkpoint.js';
import { signersOf } from './signed-note.js';

/** What a checkpoint that somebody kept is compared with. */
export interface KnownLog {
  readonly origin: string | undefined;
  /** Keys that sign for it, and those that did before them. */
  readonly keys: readonly VerifierKey[];
  /** Signed events. */
  readonly size: number;
}

/** Why a checkpoint that somebody kept says nothing good: each has its own sentence. */
export type KeptFault = 'malformed' | 'other-log' | 'other-key' | 'forged' | 'log-shorter' | 'rewritten';

export type KeptCheckpoint =
  | { readonly ok: true; readonly checkpoint: SignedCheckpoint }
  | { readonly ok: false; readonly fault: KeptFault; readonly sentence: string };

/**
 * Reads a checkpoint that somebody kept. Whether the log still begins with what it spoke of is another question, which is
 * asked only of a good one; that it is older than the log is no fault.
 */
export function readKept(text: string, { origin, keys, size }: KnownLog): KeptCheckpoint {
  const checkpoint = parseCheckpoint(tidied(text));
  if (checkpoint === undefined) {
    const why = malformedIn(tidied(text)) ?? 'it is no signed note';
    return fault('malformed', `The checkpoint that you kept cannot be read as one: ${why}.`);
  }
  const { note } = checkpoint;
  if (checkpoint.origin !== origin) {
    return fault(
      'other-log',
      `The checkpoint that you kept is of another log: ${checkpoint.origin}, not ${origin ?? 'this one'}.`,
    );
  }
  if (signersOf(note, keys).length === 0) {
    const named = note.signatures.find(({ name, id }) => keys.some((it) => it.name === name && it.id === id));
    if (named !== undefined) {
      return fault(
        'forged',
        `The checkpoint that you kept is forged, or was changed after it was signed: it names the key ${named.id} of this log, and that key has not signed this text.`,
      );
    }
    const [strange] = note.signatures;
    return fault(
      'other-key',
      `The checkpoint that you kept is signed by another key: ${strange?.id} of ${strange?.name} is none of the keys of this log. Either somebody forged it, or this log is not the one that you were shown.`,
    );
  }
  if (checkpoint.size > size) {
    return fault(
      'log-shorter',
      `The checkpoint that you kept speaks of ${checkpoint.size} events; the log has only ${size} that are signed. What came last was taken out: the log was cut back, or an older copy of it was put in its place.`,
    );
  }
  return { ok: true, checkpoint };
}

const fault = (fault: KeptFault, sentence: string) => ({ ok: false, fault, sentence }) as const;
