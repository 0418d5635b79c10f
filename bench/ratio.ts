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

/** Runs both sides by turns, so many turns a round; who begins changes from round to round. */
export async function round(
  into: Comparison,
  number: number,
  ours: () => Promise<number>,
  raw: () => Promise<number>,
  turns = 1,
): Promise<void> {
  const rates: { readonly own: number[]; readonly other: number[] } = { own: [], other: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    const rawFirst = (number + turn) % 2 === 0;
    if (rawFirst) rates.other.push(await raw());
    rates.own.push(await ours());
    if (!rawFirst) rates.other.push(await raw());
  }
  const [own, other] = [mean(rates.own), mean(rates.other)];
  into.ours.push(own);
  into.raw.push(other);
  into.ratios.push(own / other);
}

const RAW = { beside: 'beside raw pg', rates: 'ours / raw a second' };
const WIDTH = 44;

/** The first of the two sides is what is divided by the other. */
export function tableOf(comparisons: readonly Comparison[], titles = RAW): string {
  const rows = comparisons.map(({ name, target, ratios, ours, raw }) => {
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    return [
      name.padEnd(WIDTH),
      `${median(ratios).toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`.padEnd(18),
      String(target ?? 'none').padEnd(7),
      `${Math.round(median(ours))} / ${Math.round(median(raw))}`,
    ].join('  ');
  });
  const head = [
    titles.beside.padEnd(WIDTH),
    'median (min–max)'.padEnd(18),
    'target '.padEnd(7),
    titles.rates,
  ];
  return [head.join('  '), ...rows].join('\n');
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
