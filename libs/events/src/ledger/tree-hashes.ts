import { hash } from 'node:crypto';

/** SHA-256, as RFC 9162 §2.1.1 asks for: leaves and nodes begin with different bytes, so neither passes for the other. */
export const HASH_BYTES = 32;

/** Root of the tree without leaves: the hash of nothing. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

const LEAF = '\u0000';

/** Hash of one event: of its body's very bytes (UTF-8), as they stand in the log. */
export const leafHash = (body: string): Buffer => sha256(LEAF + body);

const node = Buffer.of(1, ...Buffer.alloc(2 * HASH_BYTES));

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

/** A short text that becomes part of a shared buffer costs half of a buffer for each hash. */
const sha256 = (bytes: string | Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
