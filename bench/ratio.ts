/** One line of the result: what each round gave, ours divided by raw. */
export interface Comparison {
  readonly name: string;
  /** Nothing is aimed at when it is missing. */
  readonly target: number | undefined;
  readonly ratios: number[];
  readonly ours: number[];
  readonly raw: number[];
}

export function comparison(name: string, target?: number): Comparison {
  return { name, target, ratios: [], ours: [], raw: [] };
}

/** Runs both sides one after the other; who begins changes from round to round. */
export async function round(
  into: Comparison,
  number: number,
  ours: () => Promise<number>,
  raw: () => Promise<number>,
): Promise<void> {
  const first = number % 2 === 0 ? await raw() : await ours();
  const second = number % 2 === 0 ? await ours() : await raw();
  const [own, other] = number % 2 === 0 ? [second, first] : [first, second];
  into.ours.push(own);
  into.raw.push(other);
  into.ratios.push(own / other);
}

const RAW = { beside: 'beside raw pg', rates: 'ours / raw a second' };

/** The first of the two sides is what is divided by the other. */
export function tableOf(comparisons: readonly Comparison[], titles = RAW): string {
  const rows = comparisons.map(({ name, target, ratios, ours, raw }) => {
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    return [
      name.padEnd(34),
      `${median(ratios).toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`.padEnd(18),
      String(target ?? 'none').padEnd(7),
      `${Math.round(median(ours))} / ${Math.round(median(raw))}`,
    ].join('  ');
  });
  const head = [titles.beside.padEnd(34), 'median (min–max)'.padEnd(18), 'target '.padEnd(7), titles.rates];
  return [head.join('  '), ...rows].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
