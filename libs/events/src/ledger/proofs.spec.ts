import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { GrowingTree } from './growing-tree.js';
import { consistencyProof, inclusionProof, treeRoot } from './proofs.js';
import { keptTree } from './spec-support/kept-tree.js';
import { spoiltConsistencies, spoiltInclusions } from './spec-support/proof-probes.js';
import { mth, path, proof } from './spec-support/recursive-tree.js';
import {
  consistencyProofs,
  emptyTree,
  inclusionProofs,
  leaves,
  roots,
  someHash,
} from './spec-support/rfc6962-vectors.js';
import { EMPTY_ROOT, leafHash } from './tree-hashes.js';
import { consistencyRanges, inclusionRanges, nodesOf } from './tree-shape.js';
import { verifyConsistency, verifyInclusion } from './verify-proofs.js';

const leafOf = (data: Uint8Array) => createHash('sha256').update(Buffer.of(0)).update(data).digest();
const reference = leaves.map(leafOf);

describe('the published tree of eight leaves', () => {
  const kept = keptTree(reference);

  it('has the published root at every size', async () => {
    const growing = new GrowingTree();
    expect(growing.root()).toEqual(emptyTree);
    for (const [index, leaf] of reference.entries()) {
      growing.add(leaf);
      expect(growing.root()).toEqual(roots[index]);
      expect(await treeRoot(kept.read, index + 1)).toEqual(roots[index]);
    }
    expect(await treeRoot(kept.read, 0)).toEqual(EMPTY_ROOT);
    expect(leafHash('')).toEqual(reference[0]);
  });

  it.each(inclusionProofs)('gives the published proof that leaf $index is among $size', async (it) => {
    expect(await inclusionProof(kept.read, it.index, it.size)).toEqual(it.proof);
    const good = { ...it, leaf: reference[it.index]!, root: roots[it.size - 1]! };
    expect(verifyInclusion(good)).toBe(true);
    const taken = spoiltInclusions(good).filter(([, probe]) => verifyInclusion(probe));
    expect(taken).toEqual([]);
  });

  it.each(consistencyProofs)('gives the published proof that $to goes on from $from', async (it) => {
    expect(await consistencyProof(kept.read, it.from, it.to)).toEqual(it.proof);
    const good = { ...it, fromRoot: roots[it.from - 1]!, toRoot: roots[it.to - 1]! };
    expect(verifyConsistency(good)).toBe(true);
    if (it.proof.length === 0) return;
    const taken = spoiltConsistencies(good).filter(([, probe]) => verifyConsistency(probe));
    expect(taken).toEqual([]);
  });

  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [2, 1],
  ])('takes no leaf %i of %i with a root or a leaf that is none', (index, size) => {
    const none = Buffer.alloc(0);
    for (const [leaf, root] of [
      [someHash, none],
      [none, emptyTree],
      [someHash, emptyTree],
    ] as const) {
      expect(verifyInclusion({ index, size, leaf, root, proof: [] })).toBe(false);
    }
  });

  it('takes a tree of one leaf only when root and leaf are the same hash', () => {
    const data = leafOf(Buffer.from('data'));
    const none = Buffer.alloc(0);
    const one = (leaf: Buffer, root: Buffer) => verifyInclusion({ index: 0, size: 1, leaf, root, proof: [] });
    expect([one(data, data), one(none, data), one(data, none), one(none, none)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    { from: 0, to: 0, roots: ['1', '2'], proof: [], valid: false },
    { from: 1, to: 1, roots: ['1', '2'], proof: [], valid: false },
    { from: 0, to: 0, roots: ['1', '1'], proof: [], valid: true },
    { from: 0, to: 1, roots: ['1', '2'], proof: [], valid: true },
    { from: 1, to: 1, roots: ['2', '2'], proof: [], valid: true },
    { from: 1, to: 0, roots: ['1', '2'], proof: [], valid: false },
    { from: 2, to: 1, roots: ['1', '2'], proof: [], valid: false },
    { from: 1, to: 2, roots: ['1', '2'], proof: [], valid: false },
    { from: 0, to: 0, roots: ['', ''], proof: [emptyTree], valid: false },
    { from: 0, to: 1, roots: ['', ''], proof: [emptyTree], valid: false },
    { from: 1, to: 1, roots: ['', ''], proof: [emptyTree], valid: false },
  ])(
    'from $from to $to with roots $roots: $valid, as published',
    ({ from, to, proof: hashes, valid, ...it }) => {
      const [fromRoot, toRoot] = it.roots.map((root) => Buffer.from(`don't care ${root}`));
      expect(verifyConsistency({ from, to, fromRoot: fromRoot!, toRoot: toRoot!, proof: hashes })).toBe(
        valid,
      );
    },
  );
});

describe('a tree of any size', () => {
  const data = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 80 });

  it('has root and proofs of the definition in RFC 9162', async () => {
    await fc.assert(
      fc.asyncProperty(data, fc.nat(), fc.nat(), async (entries, a, b) => {
        const kept = keptTree(entries.map(leafOf));
        const size = 1 + (a % entries.length);
        const index = b % size;
        const part = entries.slice(0, size);
        expect(kept.tree.root()).toEqual(mth(entries));
        expect(await treeRoot(kept.read, size)).toEqual(mth(part));
        expect(await inclusionProof(kept.read, index, size)).toEqual(path(index, part));
        const to = entries.length;
        expect(await consistencyProof(kept.read, size, to)).toEqual(proof(size, entries));
        const leaf = leafOf(entries[index]!);
        const root = mth(part);
        expect(verifyInclusion({ index, size, leaf, root, proof: path(index, part) })).toBe(true);
        const [fromRoot, toRoot] = [root, mth(entries)];
        expect(verifyConsistency({ from: size, to, fromRoot, toRoot, proof: proof(size, entries) })).toBe(
          true,
        );
      }),
    );
  });

  it('goes on from its edge as if it had never stopped', () => {
    fc.assert(
      fc.property(data, fc.nat(), (entries, at) => {
        const stop = at % (entries.length + 1);
        const first = keptTree(entries.slice(0, stop).map(leafOf));
        const nodes = new Map<string, Buffer>();
        const edge = nodesOf({ begin: 0, end: stop }).map(({ level, index }) =>
          mth(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)),
        );
        const second = new GrowingTree(first.tree.size, edge);
        for (const entry of entries.slice(stop)) {
          second.add(leafOf(entry), ({ level, index, hash }) => nodes.set(`${level}/${index}`, hash));
        }
        expect(second.root()).toEqual(mth(entries));
        for (const [name, hash] of nodes) {
          const [level = 0, index = 0] = name.split('/').map(Number);
          expect(hash).toEqual(mth(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)));
        }
      }),
    );
  });

  it('refuses every proof of which anything was changed, and never throws', async () => {
    const numbers = fc.oneof(fc.nat(), fc.double(), fc.constantFrom(-1, 2 ** 53, Number.NaN, Infinity));
    const hashes = fc.oneof(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(numbers, numbers, hashes, hashes, fc.array(hashes), (a, b, one, two, list) => {
        verifyInclusion({ index: a, size: b, leaf: one, root: two, proof: list });
        verifyConsistency({ from: a, to: b, fromRoot: one, toRoot: two, proof: list });
      }),
    );
    await fc.assert(
      fc.asyncProperty(data, fc.nat(), fc.nat(), async (entries, a, b) => {
        const size = entries.length;
        const from = 1 + (a % size);
        const index = b % size;
        const leaf = leafOf(entries[index]!);
        const good = { index, size, leaf, root: mth(entries), proof: path(index, entries) };
        // Another index proves something else only when it holds the same leaf.
        const differs = ([how, probe]: readonly [string, typeof good]) =>
          !how.startsWith('index') || Buffer.compare(leafOf(entries[probe.index] ?? leaf), leaf) !== 0;
        const taken = (spoiltInclusions(good) as readonly (readonly [string, typeof good])[])
          .filter(differs)
          .filter(([how, probe]) => how !== 'size · 2' && how !== 'size / 2' && verifyInclusion(probe));
        expect(taken).toEqual([]);
        if (from === size) return;
        const steps = proof(from, entries);
        const going = {
          from,
          to: size,
          fromRoot: mth(entries.slice(0, from)),
          toRoot: mth(entries),
          proof: steps,
        };
        const bent = spoiltConsistencies(going).filter(([how]) => !/^(from|to) |swapped/.test(how));
        expect(bent.filter(([, probe]) => verifyConsistency(probe))).toEqual([]);
      }),
    );
  });

  it('knows no leaf beyond its end and no larger tree before it', () => {
    expect(() => inclusionRanges(3, 3)).toThrow('There is no leaf 3 in a tree of 3');
    expect(() => inclusionRanges(-1, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow('A tree of 3 does not go on from one of 4');
    expect(() => new GrowingTree(3, [EMPTY_ROOT])).toThrow('an edge of 2 hashes, not of 1');
  });
});
