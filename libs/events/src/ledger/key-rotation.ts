import { readVerifierKey, type SigningKey, type VerifierKey } from './ledger-keys.js';
import { parseNote, signNote, signersOf } from './signed-note.js';

/** That one key follows another: a note with both keys in it, signed by both, so that either vouches for the other. */
const HEADING = 'From now on the second key signs for this log, and no longer the first:';

export function rotationStatement(from: SigningKey, to: SigningKey): string {
  const text = `${from.public.name}\n${HEADING}\n${from.public.vkey}\n${to.public.vkey}\n`;
  return signNote(text, [from, to]);
}

export interface Rotation {
  readonly from: VerifierKey;
  readonly to: VerifierKey;
}

/** The rotation, or `undefined` unless both keys are of the same log and both have signed. */
export function readRotation(statement: string): Rotation | undefined {
  const note = parseNote(statement);
  const [origin, heading, first = '', second = '', ...more] = note?.text.split('\n') ?? [];
  const [from, to] = [readVerifierKey(first), readVerifierKey(second)];
  if (note === undefined || from === undefined || to === undefined || heading !== HEADING) return undefined;
  if (more.join() !== '' || from.name !== origin || to.name !== origin) return undefined;
  return signersOf(note, [from, to]).length === 2 ? { from, to } : undefined;
}

/** The keys that the given ones vouch for through rotations, themselves included. */
export function vouchedFor(
  trusted: readonly VerifierKey[],
  statements: readonly string[],
): readonly VerifierKey[] {
  const known = new Map(trusted.map((key) => [key.vkey, key]));
  const rotations = statements.map(readRotation).filter((it) => it !== undefined);
  let before: number;
  do {
    before = known.size;
    for (const { from, to } of rotations) {
      if (known.has(from.vkey) || known.has(to.vkey)) known.set(from.vkey, from).set(to.vkey, to);
    }
  } while (known.size > before);
  return [...known.values()];
}
