import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * A second reader of checkpoints and proofs, written from the specifications alone and step by step as they say it: C2SP
 * signed-note and tlog-checkpoint, RFC 9162 §2.1.3.2 and §2.1.4.2. It must not share code with libs/events/src/ledger.
 */
export interface Question {
  readonly keys: readonly string[];
  readonly note: string;
  readonly record?: { readonly index: number; readonly body: string; readonly proof: readonly string[] };
  readonly older?: { readonly size: number; readonly root: string; readonly proof: readonly string[] };
  /** How many of the keys have to have signed; one when it is left out. */
  readonly signatures?: number;
}

/** "yes", or why not. */
export function answerOf(question: Question): string {
  try {
    check(question);
    return 'yes';
  } catch (error) {
    return String(error);
  }
}

function check({ keys, note, record, older, signatures = 1 }: Question): void {
  const text = opened(note, keys.map(readKey), signatures);
  if (record === undefined && older === undefined) return;
  const [origin, size = '', root = ''] = text.split('\n');
  must(origin !== '' && /^(?:0|[1-9][0-9]*)$/.test(size) && bytesOf(root).length === 32, 'no checkpoint');
  const tree = { size: BigInt(size), root: bytesOf(root) };
  if (record !== undefined) {
    must(
      isIncluded(leaf(record.body), BigInt(record.index), tree, record.proof.map(bytesOf)),
      'no inclusion',
    );
  }
  if (older !== undefined) {
    const first = { size: BigInt(older.size), root: bytesOf(older.root) };
    must(isConsistent(first, tree, older.proof.map(bytesOf)), 'no consistency');
  }
}

interface Tree {
  readonly size: bigint;
  readonly root: Buffer;
}

interface Key {
  readonly name: string;
  readonly id: string;
  readonly publicKey: ReturnType<typeof createPublicKey>;
}

/** `<name>+<hex of the key id>+<base64 of type 0x01 and the key>` */
function readKey(vkey: string): Key {
  const first = vkey.indexOf('+');
  const second = vkey.indexOf('+', first + 1);
  const [name, id, bytes] = [
    vkey.slice(0, first),
    vkey.slice(first + 1, second),
    bytesOf(vkey.slice(second + 1)),
  ];
  must(first > 0 && bytes.length === 33 && bytes[0] === 0x01, 'no Ed25519 key');
  must(
    sha256(Buffer.from(`${name}\n`), bytes)
      .subarray(0, 4)
      .toString('hex') === id,
    'the id is of another key',
  );
  const x = bytes.subarray(1).toString('base64url');
  return { name, id, publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}

/** The text of a note that enough of the known keys have signed; one wrong signature of theirs spoils it. */
function opened(note: string, known: readonly Key[], signatures: number): string {
  const at = note.lastIndexOf('\n\n');
  must(at >= 0 && note.endsWith('\n'), 'no signed note');
  const text = note.slice(0, at + 1);
  const signed = new Set<string>();
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const [dash, name, base64, ...more] = line.split(' ');
    must(dash === '\u2014' && base64 !== undefined && more.length === 0, 'no signature line');
    const bytes = bytesOf(base64!);
    const id = bytes.toString('hex', 0, 4);
    const key = known.find((it) => it.name === name && it.id === id);
    if (key === undefined) continue;
    must(verify(null, Buffer.from(text, 'utf8'), key.publicKey, bytes.subarray(4)), 'a wrong signature');
    signed.add(id);
  }
  must(signed.size >= signatures, 'too few signatures');
  return text;
}

/** §2.1.3.2 */
function isIncluded(hash: Buffer, index: bigint, tree: Tree, path: readonly Buffer[]): boolean {
  if (index < 0n || index >= tree.size) return false; // 1
  let [fn, sn, r] = [index, tree.size - 1n, hash]; // 2, 3
  for (const p of path) {
    if (sn === 0n) return false; // 4.1
    if ((fn & 1n) === 1n || fn === sn) {
      r = node(p, r);
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      r = node(r, p);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && r.equals(tree.root); // 5
}

/** §2.1.4.2 */
function isConsistent(first: Tree, second: Tree, path: readonly Buffer[]): boolean {
  if (first.size === second.size) return path.length === 0 && first.root.equals(second.root);
  if (first.size <= 0n || first.size > second.size || path.length === 0) return false; // 1
  const whole = (first.size & (first.size - 1n)) === 0n ? [first.root, ...path] : [...path]; // 2
  let [fn, sn] = [first.size - 1n, second.size - 1n]; // 3
  while ((fn & 1n) === 1n) [fn, sn] = [fn >> 1n, sn >> 1n]; // 4
  let [fr, sr] = [whole[0]!, whole[0]!]; // 5
  for (const c of whole.slice(1)) {
    if (sn === 0n) return false; // 6.1
    if ((fn & 1n) === 1n || fn === sn) {
      [fr, sr] = [node(c, fr), node(c, sr)];
      while ((fn & 1n) === 0n && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      sr = node(sr, c);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return fr.equals(first.root) && sr.equals(second.root) && sn === 0n; // 7
}

const leaf = (body: string) => sha256(Buffer.of(0x00), Buffer.from(body, 'utf8'));
const node = (left: Buffer, right: Buffer) => sha256(Buffer.of(0x01), left, right);
const sha256 = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

function bytesOf(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  must(bytes.toString('base64') === base64, 'no base64');
  return bytes;
}

function must(good: boolean, otherwise: string): void {
  if (!good) throw new Error(otherwise);
}
