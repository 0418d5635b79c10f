import type { Consistency, Inclusion } from '../verify-proofs.js';
import { emptyTree, someHash } from './rfc6962-vectors.js';

/** A proof that must be refused, and how it was spoilt. */
export type Probe<Proof> = readonly [how: string, proof: Proof];

const none = Buffer.alloc(0);
const wrong = (what: string) => Buffer.from(what);

/** Every way in which the published test data spoils an inclusion proof. */
export function spoiltInclusions(good: Inclusion): readonly Probe<Inclusion>[] {
  const { index, size, proof, root } = good;
  const probes: Probe<Inclusion>[] = [
    ['index − 1', { ...good, index: index - 1 }],
    ['index + 1', { ...good, index: index + 1 }],
    ['index xor 2', { ...good, index: index ^ 2 }],
    ['size · 2', { ...good, size: size * 2 }],
    ['size / 2', { ...good, size: Math.floor(size / 2) }],
    ['wrong leaf', { ...good, leaf: wrong('WrongLeaf') }],
    ['empty root', { ...good, root: emptyTree }],
    ['random root', { ...good, root: someHash }],
    ['trailing garbage', { ...good, proof: [...proof, none] }],
    ['trailing root', { ...good, proof: [...proof, root] }],
    ['preceding garbage', { ...good, proof: [none, ...proof] }],
    ['preceding root', { ...good, proof: [root, ...proof] }],
    ...flipped(proof, 8).map(([how, it]) => [how, { ...good, proof: it }] as const),
  ];
  if (proof.length > 0) probes.push(['removed component', { ...good, proof: proof.slice(0, -1) }]);
  if (proof.length > 1) {
    probes.push(['inserted component', { ...good, proof: [proof[0]!, someHash, ...proof.slice(1)] }]);
  }
  return probes;
}

/** Every way in which the published test data spoils a consistency proof that is not empty. */
export function spoiltConsistencies(good: Consistency): readonly Probe<Consistency>[] {
  const { from, to, proof, fromRoot, toRoot } = good;
  return [
    ['from − 1', { ...good, from: from - 1 }],
    ['from + 1', { ...good, from: from + 1 }],
    ['from xor 2', { ...good, from: from ^ 2 }],
    ['to · 2', { ...good, to: to * 2 }],
    ['to / 2', { ...good, to: Math.floor(to / 2) }],
    ['wrong old root', { ...good, fromRoot: wrong('WrongRoot') }],
    ['wrong new root', { ...good, toRoot: wrong('WrongRoot') }],
    ['swapped roots', { ...good, fromRoot: toRoot, toRoot: fromRoot }],
    ['empty proof', { ...good, proof: [] }],
    ['trailing garbage', { ...good, proof: [...proof, none] }],
    ['trailing old root', { ...good, proof: [...proof, fromRoot] }],
    ['trailing new root', { ...good, proof: [...proof, toRoot] }],
    ['preceding garbage', { ...good, proof: [none, ...proof] }],
    ['preceding old root', { ...good, proof: [fromRoot, ...proof] }],
    ['preceding new root', { ...good, proof: [toRoot, ...proof] }],
    ['preceding first hash', { ...good, proof: [proof[0]!, ...proof] }],
    ['truncated proof', { ...good, proof: proof.slice(0, -1) }],
    ...flipped(proof, 16).map(([how, it]) => [how, { ...good, proof: it }] as const),
  ];
}

function flipped(proof: readonly Uint8Array[], bit: number): readonly Probe<readonly Uint8Array[]>[] {
  return proof.map((_, at) => {
    const spoilt = proof.map((hash, index) => {
      const copy = Buffer.from(hash);
      if (index === at) copy[0]! ^= bit;
      return copy;
    });
    return [`hash ${at} with another bit`, spoilt] as const;
  });
}
