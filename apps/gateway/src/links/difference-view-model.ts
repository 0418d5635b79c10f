import type { DifferenceProfile, FigureOrigin } from '@linking/events/link/link-events.js';
import type { Link } from '@linking/domain/link/link.js';
import { characterText } from '@linking/domain/schools/difference-words.js';
import { milesToATenth } from '@linking/domain/schools/distance.js';
import { longDay } from '@linking/words/format.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import { capital } from '@linking/words/link-terms.js';

/**
 * The two schools as they were known on the day they were brought together, first school first: newer figures change
 * nothing here. Empty when nothing was known.
 */
export function differenceRows({ kind, differenceProfile }: Link): readonly SummaryRow[] {
  if (differenceProfile === undefined || kind === 'in-school') return [];
  const { a, b, distanceKm } = differenceProfile;
  return [
    ...pair('English as another language', percent(a.percentEal), percent(b.percentEal)),
    ...pair(mealsTitle(differenceProfile), percent(a.percentFsm), percent(b.percentFsm)),
    ...pair('Religious character', character(a.religiousCharacter), character(b.religiousCharacter)),
    ...pair('Town or country', place(a.urbanRural), place(b.urbanRural)),
    ...(distanceKm === undefined ? [] : [{ key: 'Apart', value: milesToATenth(distanceKm) }]),
    ...sourceRow(differenceProfile),
  ];
}

const pair = (key: string, a: string | undefined, b: string | undefined): readonly SummaryRow[] =>
  a === undefined && b === undefined ? [] : [{ key, value: `${a ?? 'not known'} and ${b ?? 'not known'}` }];

const percent = (value: number | undefined) => (value === undefined ? undefined : `${value} %`);
const character = (text: string | undefined) => text && characterText(text);
const place = (text: string | undefined) => text?.replace(/^\(.*?\)\s*/, '');

const mealsTitle = ({ a, b }: DifferenceProfile) =>
  (a.fsm?.kind ?? b.fsm?.kind) === 'fsm' ? 'Free school meals' : 'Free school meals in six years';

/** `census of 15 January 2026`, each source once. */
function sourceRow({ a, b }: DifferenceProfile): readonly SummaryRow[] {
  const origins = [a.eal, b.eal, a.fsm, b.fsm].filter((one): one is FigureOrigin => one !== undefined);
  const dates = [a.asOf, b.asOf].filter((day): day is string => day !== undefined);
  const words =
    origins.length === 0
      ? dates.map(longDay)
      : origins.map(({ source, asOf }) => `${source} of ${longDay(asOf)}`);
  return words.length === 0 ? [] : [{ key: 'Figures', value: capital([...new Set(words)].join('; ')) }];
}
