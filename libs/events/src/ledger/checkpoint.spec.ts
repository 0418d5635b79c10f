import fc from 'fast-check';
import { parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { randomBytes } from 'node:crypto';
import { readVerifierKey, signingKeyOf } from './ledger-keys.js';
import { readRotation, rotationStatement, vouchedFor } from './key-rotation.js';
import { parseNote, signNote, signersOf } from './signed-note.js';
import { EMPTY_ROOT, leafHash } from './tree-hashes.js';

// The example of golang.org/x/mod/sumdb/note (BSD-3-Clause), with which C2SP signed-note began.
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETERS_SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
// The example of C2SP tlog-checkpoint.
const BEHIND_THE_SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

const origin = 'schools-linking.example/log/7d6b3a52-0000-4000-8000-000000000001';
const newSigningKey = (name: string) => signingKeyOf(name, randomBytes(32));
const key = newSigningKey(origin);

describe('a signed note', () => {
  it('is written and read as published', () => {
    const signer = signingKeyOf('PeterNeumann', PETERS_SEED);
    expect(signer.public.vkey).toBe(PETER);
    expect(signNote(TEXT, [signer])).toBe(NOTE);
    const note = parseNote(NOTE)!;
    expect(note.text).toBe(TEXT);
    expect(signersOf(note, [readVerifierKey(PETER)!])).toHaveLength(1);
  });

  it.each([
    ['with another text', (note: string) => note.replace('answer', 'anser')],
    ['without its empty line', (note: string) => note.replace('\n\n', '\n')],
    ['without its last newline', (note: string) => note.slice(0, -1)],
    ['with a hyphen for the dash', (note: string) => note.replace('—', '-')],
    ['with a control character', (note: string) => note.replace('think', 'th\tnk')],
    ['with a signature that is no base64', (note: string) => note.replace('x08go', 'x08g!')],
    ['with half a signature', (note: string) => note.replace(/ x08g.*=\n/, ' x08go/Y=\n')],
    ['of another key with the same name', (note: string) => note.replace('x08go', 'y08go')],
  ])('%s is not believed', (_how, change) => {
    const note = parseNote(change(NOTE));
    expect(note === undefined ? [] : signersOf(note, [readVerifierKey(PETER)!])).toEqual([]);
  });

  it('may have several signatures; those of strangers are passed over, a wrong one of a known key is not', () => {
    const other = newSigningKey(origin);
    const note = parseNote(signNote('A text\n', [key, other]))!;
    expect(signersOf(note, [other.public])).toEqual([other.public]);
    expect(signersOf(note, [other.public, key.public])).toEqual([key.public, other.public]);
    const spoilt = {
      ...note,
      signatures: [note.signatures[0]!, { ...note.signatures[1]!, bytes: Buffer.alloc(64) }],
    };
    expect(signersOf(spoilt, [key.public])).toEqual([key.public]);
    expect(signersOf(spoilt, [key.public, other.public])).toEqual([]);
  });

  it('is cut at its last empty line', () => {
    const text = 'One\n\nTwo\n\n';
    expect(parseNote(signNote(text, [key]))?.text).toBe(text);
  });
});

describe('a key', () => {
  it('is read only whole and unchanged', () => {
    expect(readVerifierKey(PETER)?.id).toBe('c74f20a3');
    for (let begin = 0; begin < PETER.length; begin += 1) {
      for (let end = begin + 1; end <= PETER.length; end += 1) {
        if (end - begin < PETER.length) expect(readVerifierKey(PETER.slice(begin, end))).toBeUndefined();
      }
    }
    for (let at = 0; at < PETER.length; at += 1) {
      const next = String.fromCharCode(PETER.charCodeAt(at) + 1);
      expect(readVerifierKey(PETER.slice(0, at) + next + PETER.slice(at + 1))).toBeUndefined();
    }
  });

  it('of another signature type is none of ours', () => {
    expect(
      readVerifierKey('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'),
    ).toBeUndefined();
    expect(readVerifierKey('TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6')?.name).toBe('TEST');
  });

  it('is followed by another one, for which it vouches and which vouches for it', () => {
    const [second, third, stranger] = [newSigningKey(origin), newSigningKey(origin), newSigningKey('other')];
    const statements = [rotationStatement(second, third), rotationStatement(key, second)];
    const vkeys = (trusted: typeof key) => vouchedFor([trusted.public], statements).map((it) => it.vkey);
    expect(new Set(vkeys(key))).toEqual(new Set([key, second, third].map((it) => it.public.vkey)));
    expect(new Set(vkeys(third))).toEqual(new Set(vkeys(key)));
    expect(vkeys(stranger)).toEqual([stranger.public.vkey]);
    expect(readRotation(rotationStatement(key, stranger))).toBeUndefined();
  });

  it('is not followed by one that only says so', () => {
    const thief = newSigningKey(origin);
    const genuine = rotationStatement(key, newSigningKey(origin));
    const text = rotationStatement(key, thief).split('\n\n')[0]!;
    expect(readRotation(signNote(`${text}\n`, [thief]))).toBeUndefined();
    expect(readRotation(signNote(`${text}\n`, [key]))).toBeUndefined();
    expect(readRotation(genuine.replace('no longer', 'no  longer'))).toBeUndefined();
    expect(readRotation('')).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('is read as published', () => {
    expect(parseCheckpoint(BEHIND_THE_SOFA)).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64'),
      extensions: [],
    });
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, bytes) => {
        const root = size === 0 ? EMPTY_ROOT : Buffer.from(bytes);
        const text = signCheckpoint({ origin, size, root }, [key]);
        const read = parseCheckpoint(text)!;
        expect(read).toMatchObject({ origin, size, root });
        expect(signersOf(read.note, [key.public])).toEqual([key.public]);
      }),
    );
  });

  it.each([
    ['a size with a leading zero', '012', undefined],
    ['a negative size', '-1', undefined],
    ['a size beyond what can be counted', '9007199254740993', undefined],
    ['no root', '12', ''],
    ['a root that is no hash', '12', 'AAAA'],
    ['a root of an empty tree that is not empty', '0', undefined],
  ])('has not %s', (_what, size, root = leafHash('x').toString('base64')) => {
    expect(parseCheckpoint(signNote(`${origin}\n${size}\n${root}\n`, [key]))).toBeUndefined();
  });

  it('is not written when it could not be read', () => {
    const root = leafHash('x');
    for (const wrong of [
      { origin: '' },
      { size: -1 },
      { size: 0 },
      { root: root.subarray(1) },
      { extensions: [''] },
    ]) {
      expect(() => signCheckpoint({ origin, size: 12, root, ...wrong }, [key])).toThrow(
        'This is no checkpoint',
      );
    }
  });
});
