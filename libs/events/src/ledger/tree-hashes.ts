import { hash } from 'node:crypto';

/** SHA-256, as RFC 9162 §2.1.1 asks for: leaves and nodes begin with different bytes, so neither passes for the other. */
export const HASH_BYTES = 32;

/** Root of the tree without leaves: the hash of nothing. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

const LEAF = '\u0000';

/** Hash of one event: of its body's very bytes (UTF-8), as they stand in the log. */
export const leafHash = (body: string): Buffer => hash('sha256', LEAF + body, 'buffer');

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash('sha256', bytes, 'buffer');
}

export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
