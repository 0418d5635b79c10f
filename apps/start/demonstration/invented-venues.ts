import type { DemoProgramme } from './demo-programmes.js';

export interface InventedVenue {
  readonly name: string;
  readonly postcode: string;
  readonly linksAtOnce: number;
  readonly contact: string;
  readonly email: string;
  readonly activities: readonly string[];
}

const ofBradford = [
  'Weaver’s Hall Museum',
  'Wharfe Street Theatre',
  'Moorside Outdoor Centre',
  'The Exchange Rooms',
];

const kinds = [
  ['Old Library', 2, ['art', 'drama']],
  ['Lantern Theatre', 1, ['drama', 'speaking-and-listening']],
  ['Heath Outdoor Centre', 3, ['outdoor-sports', 'games', 'geography']],
  ['Corner Community Rooms', 2, ['games', 'speaking-and-listening']],
] as const;

/** Neutral places where links of a programme meet. */
export const inventedVenues = ({ code, name, postcodeArea, slug }: DemoProgramme): readonly InventedVenue[] =>
  kinds.map(([kind, linksAtOnce, activities], index) => ({
    name: code === 'BRD' ? (ofBradford[index] ?? kind) : `${name} ${kind}`,
    postcode: `${postcodeArea}99 ${index + 1}WH`,
    linksAtOnce,
    contact: 'The bookings desk',
    email: `bookings@${kind.toLowerCase().replaceAll(' ', '')}.${slug}.example`,
    activities,
  }));
