/** Chance that falls the same way each time, so that every demonstration tells the same year (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to just under 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((x, y) => x.at - y.at)
      .map(({ item }) => item);
  }

  /** A value between the deciles of a distribution. */
  fromDeciles(deciles: readonly number[], place = this.next()): number {
    const at = place * (deciles.length - 1);
    const low = deciles[Math.floor(at)] ?? 0;
    const high = deciles[Math.ceil(at)] ?? low;
    return low + (high - low) * (at - Math.floor(at));
  }
}
