import { createHash } from 'node:crypto';

/** RFC 9162 §2.1 word for word, slow and without a stored node: what the real tree is compared with. */
const sha256 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The largest power of two below n. */
function k(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export function mth(data: readonly Uint8Array[]): Buffer {
  if (data.length === 0) return sha256();
  if (data.length === 1) return sha256(Buffer.of(0), data[0]!);
  const split = k(data.length);
  return sha256(Buffer.of(1), mth(data.slice(0, split)), mth(data.slice(split)));
}

export function path(m: number, data: readonly Uint8Array[]): readonly Buffer[] {
  if (data.length === 1) return [];
  const split = k(data.length);
  return m < split
    ? [...path(m, data.slice(0, split)), mth(data.slice(split))]
    : [...path(m - split, data.slice(split)), mth(data.slice(0, split))];
}

export const proof = (m: number, data: readonly Uint8Array[]) => subproof(m, data, true);

function subproof(m: number, data: readonly Uint8Array[], whole: boolean): readonly Buffer[] {
  if (m === data.length) return whole ? [] : [mth(data)];
  const split = k(data.length);
  return m <= split
    ? [...subproof(m, data.slice(0, split), whole), mth(data.slice(split))]
    : [...subproof(m - split, data.slice(split), false), mth(data.slice(0, split))];
}
