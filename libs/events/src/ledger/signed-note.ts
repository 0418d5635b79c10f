import { fromBase64, type SigningKey, type VerifierKey } from './ledger-keys.js';

/** A text with signatures below it, as C2SP signed-note (v1.0.0) lays it out. Nothing of it is to be believed unsigned. */
export interface SignedNote {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly bytes: Buffer;
}

const MAX_SIGNATURES = 100;
const ID_BYTES = 4;
const SIGNATURE = /^— ([^\s+\p{Cc}]+) ([\w+/]+=*)$/u;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** The note, signed by each of the keys in turn. */
export function signNote(text: string, keys: readonly SigningKey[]): string {
  if (!text.endsWith('\n') || CONTROL.test(text)) {
    throw new TypeError('A note ends with a newline and has no other control characters');
  }
  if (keys.length === 0) throw new TypeError('A note needs a key that signs it');
  const lines = keys.map((key) => {
    const signature = Buffer.concat([Buffer.from(key.public.id, 'hex'), key.sign(text)]);
    return `— ${key.public.name} ${signature.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** `undefined` when the text is no signed note. Signatures are not verified here. */
export function parseNote(note: string): SignedNote | undefined {
  if (CONTROL.test(note) || !note.endsWith('\n')) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(signatureOf);
  if (signatures.includes(undefined)) return undefined;
  return { text: note.slice(0, split + 1), signatures: signatures.filter((it) => it !== undefined) };
}

function signatureOf(line: string): NoteSignature | undefined {
  const [, name, base64] = SIGNATURE.exec(line) ?? [];
  const bytes = fromBase64(base64 ?? '');
  if (name === undefined || bytes === undefined || bytes.length <= ID_BYTES) return undefined;
  return { name, id: bytes.toString('hex', 0, ID_BYTES), bytes: bytes.subarray(ID_BYTES) };
}

/**
 * Those of the known keys that signed the note. Empty when none did, and when a signature that names a known key is wrong:
 * such a note is refused whole. Signatures of unknown keys are passed over.
 */
export function signersOf(note: SignedNote, known: readonly VerifierKey[]): readonly VerifierKey[] {
  const signers = new Set<VerifierKey>();
  for (const { name, id, bytes } of note.signatures) {
    const key = known.find((it) => it.name === name && it.id === id);
    if (key === undefined) continue;
    if (!key.verify(note.text, bytes)) return [];
    signers.add(key);
  }
  return [...signers];
}
