import { hash } from 'node:crypto';
import type { SigningKey, VerifierKey } from './ledger-keys.js';
import { parseNote, signNote, signersOf, type SignedNote } from './signed-note.js';

/**
 * What stands beside each signed checkpoint of a log: which one it is, when it was signed, and the hash of the seal before
 * it. So the newest seal vouches for the whole list, and one that was taken out of it is missed. It is a note of its own,
 * because a checkpoint should have no lines of ours.
 */
export interface Seal {
  /** Name of the log. */
  readonly origin: string;
  /** 1 for the first checkpoint of the log. */
  readonly number: number;
  readonly signedAt: string;
  /** The signed checkpoint, as its text stands. */
  readonly note: string;
  /** The seal before, as its text stands; empty for the first one. */
  readonly before: string;
}

const HEADING = 'Seal of a checkpoint: its number, its time, its hash, the hash of what is before it:';

export const signSeal = (seal: Seal, key: SigningKey): string => signNote(textOf(seal), [key]);

/** The seal as a signed note when it says all of this, else `undefined`. Its signature is not verified here. */
export function readSeal(seal: string, expected: Seal): SignedNote | undefined {
  const note = parseNote(seal);
  return note?.text === textOf(expected) ? note : undefined;
}

/** Which checkpoint this is by its seal, when one of the keys has signed that; what was before it is left open here. */
export function sealedNumber(
  { seal, ...sealed }: Omit<Seal, 'number' | 'before'> & { readonly seal: string },
  keys: readonly VerifierKey[],
): number | undefined {
  const note = parseNote(seal);
  if (note === undefined || signersOf(note, keys).length === 0) return undefined;
  const number = Number(note.text.split('\n')[2]);
  const [said, expected] = [note.text, textOf({ ...sealed, number, before: '' })].map(withoutLastLine);
  return said === expected ? number : undefined;
}

const withoutLastLine = (text: string) => text.replace(/[^\n]*\n$/, '');

function textOf({ origin, number, signedAt, note, before }: Seal): string {
  const hashes = [note, before].map((text) => hash('sha256', text, 'base64'));
  return `${[origin, HEADING, String(number), signedAt, ...hashes].join('\n')}\n`;
}
