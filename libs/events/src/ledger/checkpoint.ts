import { fromBase64, type SigningKey } from './ledger-keys.js';
import { parseNote, signNote, type SignedNote } from './signed-note.js';
import { EMPTY_ROOT, HASH_BYTES, sameHash } from './tree-hashes.js';

/** What a log says of itself at one size: C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Which log: a unique name such as `schools-linking.example/log/…`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** Further lines; the specification advises against them, and we write none. */
  readonly extensions?: readonly string[];
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

export function signCheckpoint(checkpoint: Checkpoint, keys: readonly SigningKey[]): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  const lines = [origin, String(size), root.toString('base64'), ...extensions];
  if (!isCheckpoint(lines)) throw new TypeError(`This is no checkpoint: ${lines.join(' / ')}`);
  return signNote(`${lines.join('\n')}\n`, keys);
}

/** `undefined` when the text is no signed checkpoint. Its signatures are not verified here, see `signersOf`. */
export function parseCheckpoint(text: string): SignedCheckpoint | undefined {
  const note = parseNote(text);
  const lines = note?.text.slice(0, -1).split('\n') ?? [];
  if (note === undefined || !isCheckpoint(lines)) return undefined;
  const [origin, size, root, ...extensions] = lines;
  return { origin: origin!, size: Number(size), root: fromBase64(root!)!, extensions, note };
}

function isCheckpoint(lines: readonly string[]): boolean {
  const [origin, size, root] = lines;
  if (origin === undefined || size === undefined || root === undefined) return false;
  if (lines.some((line) => line === '' || line.includes('\n'))) return false;
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return false;
  const hash = fromBase64(root);
  if (hash?.length !== HASH_BYTES) return false;
  return size !== '0' || sameHash(hash, EMPTY_ROOT);
}
