import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** C2SP signed-note: Ed25519 is signature type 1. */
const ED25519 = 1;
const KEY_BYTES = 32;
const ID_BYTES = 4;
// What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The public half of a key that signs notes. */
export interface VerifierKey {
  /** `name+hash+base64`, as it is handed to auditors. */
  readonly vkey: string;
  readonly name: string;
  /** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), as eight hexadecimal digits. */
  readonly id: string;
  verify(text: string, signature: Uint8Array): boolean;
}

export interface SigningKey {
  readonly public: VerifierKey;
  sign(text: string): Buffer;
}

// A space of any kind, a plus or a control character would end the name early.
const NAME = /^[^\s+\p{Cc}]+$/u;

/** `undefined` when the text is not a key of this kind, or when its hash is not that of name and key. */
export function readVerifierKey(text: string): VerifierKey | undefined {
  const parts = keyParts(text);
  if (parts === undefined || idOf(parts.name, parts.key) !== parts.id) return undefined;
  return verifierKey(parts.name, parts.key);
}

/** The key of this name that is made from 32 secret bytes (RFC 8032). The bytes alone are kept: one file serves any name. */
export function signingKeyOf(name: string, seed: Uint8Array): SigningKey {
  if (!NAME.test(name)) throw new TypeError(`${name} cannot be the name of a key`);
  if (seed.length !== KEY_BYTES)
    throw new TypeError(`A key is made from ${KEY_BYTES} bytes, not ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return {
    public: verifierKey(name, publicBytes(privateKey)),
    sign: (text) => sign(null, Buffer.from(text), privateKey),
  };
}

function keyParts(text: string): { name: string; id: string; key: Buffer } | undefined {
  const [, name, id, base64] = /^([^+]+)\+([\da-f]{8})\+([\w+/]+=*)$/.exec(text) ?? [];
  if (name === undefined || id === undefined || base64 === undefined || !NAME.test(name)) return undefined;
  const bytes = fromBase64(base64);
  if (bytes?.length !== KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined;
  return { name, id, key: bytes.subarray(1) };
}

function verifierKey(name: string, key: Buffer): VerifierKey {
  const id = idOf(name, key);
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });
  return {
    vkey: `${name}+${id}+${typed(key).toString('base64')}`,
    name,
    id,
    verify: (text, signature) => verify(null, Buffer.from(text), publicKey, signature),
  };
}

const publicBytes = (key: KeyObject) =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

const typed = (key: Buffer) => Buffer.concat([Buffer.of(ED25519), key]);

const idOf = (name: string, key: Buffer) =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed(key)]), 'buffer')
    .subarray(0, ID_BYTES)
    .toString('hex');

/** Bytes of standard base64 (RFC 4648 §4), or `undefined`: Buffer alone passes over what it does not know. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
