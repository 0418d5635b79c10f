import { createHash } from 'node:crypto';
import { drawSample } from './draw-sample.js';

const refs = Array.from({ length: 40 }, (_, n) => `BRD-2026-${String(n + 1).padStart(3, '0')}`);
const refsOf = (seed: string, count = 20) => drawSample(refs, seed, count).map(({ ref }) => ref);

describe('a drawn sample', () => {
  it('is the same for the same seed, in whatever order the links were given', () => {
    expect(drawSample(refs.toReversed(), 'spring', 20)).toEqual(drawSample(refs, 'spring', 20));
    expect(new Set(refsOf('spring')).size).toBe(20);
  });

  it('is another one for another seed', () => {
    expect(refsOf('summer')).not.toEqual(refsOf('spring'));
  });

  it('grows by links behind those that were drawn first, up to all of them', () => {
    expect(refsOf('spring', 30).slice(0, 20)).toEqual(refsOf('spring', 20));
    expect(refsOf('spring', 200).toSorted()).toEqual(refs);
  });

  it('can be drawn by hand: the lowest SHA-256 of the seed and the reference behind it', () => {
    const byHand = refs
      .map((ref) => `${createHash('sha256').update(`spring${ref}`).digest('hex')} ${ref}`)
      .toSorted()
      .slice(0, 20);
    expect(drawSample(refs, 'spring', 20).map(({ ref, hash }) => `${hash} ${ref}`)).toEqual(byHand);
  });
});
