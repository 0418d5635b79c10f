/** Choices that follow from one number: the same number chooses the same, so that fast-check can repeat and shorten a run. */
export interface Dice {
  /** One of the list, which is not empty. */
  of<Item>(list: readonly Item[]): Item;
  /** A whole number from 0 to one less. */
  below(limit: number): number;
  /** So many times in a hundred. */
  chance(percent: number): boolean;
}

// Jest's modules look globals up slowly, and this is asked ten million times.
const { imul } = Math;

/** Mulberry32: short, quick and good enough to choose commands. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    of: (list) => {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new Error('nothing can be chosen of an empty list');
      return chosen;
    },
    chance: (percent) => below(100) < percent,
  };
}
