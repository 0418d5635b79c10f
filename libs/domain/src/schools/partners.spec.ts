import { byFit, likenessOf, yearsMeet, type PossiblePartner } from './partners.js';

describe('possible partners of a class', () => {
  const partner = (
    name: string,
    sameYear: boolean,
    score?: number,
    confidence = 1,
    distanceKm = 5,
  ): PossiblePartner => ({
    name,
    sameYear,
    difference: { ...(score === undefined ? {} : { score }), confidence, distanceKm, parts: {} },
  });

  it('have a year group in common when one of theirs is one of ours', () => {
    expect([yearsMeet([3, 4], [4, 5]), yearsMeet([3], [4, 5]), yearsMeet([4], [4])]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('stand with the same year first, then the most different, the best known, and by name', () => {
    const partners = [
      partner('Other year', false, 0.9),
      partner('Nothing known', true),
      partner('Little different', true, 0.2),
      partner('B of little known', true, 0.5, 0.5),
      partner('B of all known', true, 0.5, 1),
      partner('A of all known', true, 0.5, 1),
    ];
    expect(partners.toSorted(byFit).map(({ name }) => name)).toEqual([
      'A of all known',
      'B of all known',
      'B of little known',
      'Little different',
      'Nothing known',
      'Other year',
    ]);
  });

  it('stand after the others when nothing is known of them, whoever is asked first', () => {
    const [known, unknown] = [partner('Little different', true, 0), partner('Nothing known', true)];
    expect(byFit(known, unknown)).toBeLessThan(0);
    expect(byFit(unknown, known)).toBeGreaterThan(0);
  });

  it.each([
    [undefined, 'unknown'],
    [1, 'great'],
    [0.6, 'great'],
    [0.59, 'clear'],
    [0.35, 'clear'],
    [0.34, 'some'],
    [0.15, 'some'],
    [0.14, 'little'],
    [0, 'little'],
  ])('of a score of %s are said to differ: %s', (score, word) => {
    expect(likenessOf(score === undefined ? {} : { score })).toBe(word);
  });
});
