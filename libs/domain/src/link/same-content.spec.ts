import { sameContent } from './decided.js';

describe('what is said twice', () => {
  it.each([
    [
      { on: '2026-11-12', pupils: 27 },
      { pupils: 27, on: '2026-11-12' },
    ],
    [{ noteId: undefined, side: 'a' }, { side: 'a' }],
    [
      ['Q1', { a: 1 }],
      ['Q1', { a: 1 }],
    ],
    [null, null],
    [27, 27],
  ])('is the same, whatever the order, case %#', (x, y) => {
    expect(sameContent(x, y)).toBe(true);
  });

  it.each([
    [27, '27'],
    [{}, null],
    [{}, 'nothing'],
    [[], {}],
    [
      ['Q1', 'Q2'],
      ['Q2', 'Q1'],
    ],
    [['Q1'], ['Q1', 'Q2']],
    [{ side: 'a' }, { side: 'a', pupils: 27 }],
    [
      { side: 'a', number: 1 },
      { side: 'a', pupils: 1 },
    ],
  ])('is something else, from either side, case %#', (x, y) => {
    expect([sameContent(x, y), sameContent(y, x)]).toEqual([false, false]);
  });
});
