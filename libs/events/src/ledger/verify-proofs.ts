import { HASH_BYTES, nodeHash, sameHash } from './tree-hashes.js';

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

export interface Consistency {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Is this leaf in that tree? RFC 9162 §2.1.3.2; whatever is malformed is false. */
export function verifyInclusion({ index, size, leaf, root, proof }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  let place = index;
  let last = size - 1;
  let hash: Uint8Array = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/**
 * Does the larger tree begin with all of the smaller one? RFC 9162 §2.1.4.2; whatever is malformed is false. Every tree goes
 * on from the empty one, so `from` 0 says nothing about `fromRoot`.
 */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: Consistency): boolean {
  if (!isSize(from) || !isSize(to) || from > to) return false;
  if (from === to) return proof.length === 0 && sameHash(fromRoot, toRoot);
  if (from === 0) return proof.length === 0;
  if (![fromRoot, toRoot, ...proof].every(isHash)) return false;
  // When the old tree is one complete subtree, its root is the first hash and the proof leaves it out.
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined || rest.length === 0) return false;
  let [place, last] = [from - 1, to - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [old, young] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(sibling, old);
      young = nodeHash(sibling, young);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      young = nodeHash(young, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameHash(old, fromRoot) && sameHash(young, toRoot);
}

const half = (value: number) => Math.floor(value / 2);
const isSize = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isHash = (value: Uint8Array) => value.length === HASH_BYTES;

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0 && rest > 0) rest /= 2;
  return rest === 1;
}
