import { readReplacement, type Replacement } from './key-replacement.js';
import { readRotation, vouchedFor } from './key-rotation.js';
import type { VerifierKey } from './ledger-keys.js';

/** A key of a log and how the one before it handed over, or that it was lost; `null` for the first. */
export interface ChainedKey {
  readonly vkey: string;
  readonly statement: string | null;
}

/** The first key to which none before it handed over, nor was replaced by it; `undefined` when they follow one another. */
export function strangerIn(keys: readonly ChainedKey[]): string | undefined {
  return keys.find(({ vkey, statement }, at) => {
    const step = readStep(statement);
    if (at === 0) return statement !== null;
    return step?.from.vkey !== keys[at - 1]!.vkey || step.to.vkey !== vkey;
  })?.vkey;
}

/** Keys that took the place of a lost one, the oldest first. */
export const replacementsIn = (keys: readonly ChainedKey[]): readonly Replacement[] =>
  statementsOf(keys)
    .map(readReplacement)
    .filter((it) => it !== undefined);

/** The keys that the given ones vouch for: by handovers in either direction, never by what only the new key says. */
export const vouchedIn = (
  keys: readonly ChainedKey[],
  trusted: readonly VerifierKey[],
): readonly VerifierKey[] => vouchedFor(trusted, statementsOf(keys));

/** Those, and the lost ones that a key among them says it has replaced: what those signed before is its past. */
export function vouchedWithPast(
  keys: readonly ChainedKey[],
  trusted: readonly VerifierKey[],
): readonly VerifierKey[] {
  const known = vouchedIn(keys, trusted);
  const past = replacementsIn(keys).filter(({ from, to }) => has(known, to) && !has(known, from));
  return past.length === 0 ? known : vouchedWithPast(keys, [...known, ...past.map(({ from }) => from)]);
}

const has = (keys: readonly VerifierKey[], { vkey }: VerifierKey) => keys.some((it) => it.vkey === vkey);
const statementsOf = (keys: readonly ChainedKey[]) => keys.flatMap(({ statement }) => statement ?? []);
const readStep = (statement: string | null) =>
  statement === null ? undefined : (readRotation(statement) ?? readReplacement(statement));
