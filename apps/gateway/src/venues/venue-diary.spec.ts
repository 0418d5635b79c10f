import type { MeetingItem } from '@linking/application/calendar/calendar-entries.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import { venueView } from './venue-diary.js';

const hall: VenueDetails = {
  id: 'v1',
  revision: 1,
  programme: 'bradford',
  name: 'Cartwright Hall',
  postcode: 'BD9 4NS',
  linksAtOnce: 2,
  activities: ['art', 'drama'],
};
const meeting = (
  ref: string,
  startsAt: string,
  endsAt: string,
  more: Partial<MeetingItem> = {},
): MeetingItem => ({
  kind: 'meeting',
  ref,
  programme: 'bradford',
  number: 1,
  mode: 'in-person',
  on: '2026-11-26',
  startsAt,
  endsAt,
  status: 'planned',
  schools: ['Ash Primary', 'Elm Academy'],
  pupils: 58,
  ...more,
});
const tags = (...items: MeetingItem[]) =>
  (venueView({ venue: hall, programme: 'Bradford', items }).diary ?? []).map(({ tag }) => [
    tag?.tone,
    tag?.text,
  ]);

describe('the diary of a venue', () => {
  it('is not there where the programme does not keep it', () => {
    expect(venueView({ venue: hall, programme: 'Bradford' })).not.toHaveProperty('diary');
  });

  it('says who meets there, when, and how many links are there at that time', () => {
    const { diary, facts } = venueView({
      venue: hall,
      programme: 'Bradford',
      items: [meeting('BRD-2026-009', '10:00', '14:00')],
    });
    expect(diary).toEqual([
      {
        key: 'BRD-2026-009-1',
        on: '2026-11-26',
        times: '10:00 to 14:00',
        title: 'First meeting',
        href: '/links/BRD-2026-009',
        words: 'Ash Primary and Elm Academy, 58 pupils',
        tag: { tone: 'green', text: '1 link at that time, room for 2' },
      },
    ]);
    expect(facts.map(({ value }) => value)).toEqual([
      'BD9 4NS',
      '2 links at once',
      'Art and drama',
      'Nothing recorded yet',
    ]);
  });

  it('says on which day the people there were briefed', () => {
    const { facts, brief } = venueView({
      venue: { ...hall, briefedOn: '2026-09-10' },
      programme: 'Bradford',
      mayChange: true,
    });
    expect(facts.at(-1)).toEqual({ key: 'Briefed', value: 'On 10 September 2026' });
    expect(brief?.href).toBe('/venues/v1/brief');
  });

  it('warns when it is full, and more when there are too many', () => {
    const [first, second, third] = ['009', '010', '011'].map((ref) =>
      meeting(`BRD-2026-${ref}`, '10:00', '14:00'),
    ) as [MeetingItem, MeetingItem, MeetingItem];
    expect(tags(first, second)).toEqual(Array(2).fill(['amber', '2 links at that time, room for 2']));
    expect(tags(first, second, third)[0]).toEqual(['red', '3 links at that time, room for 2']);
    expect(tags(first, { ...second, startsAt: '14:00', endsAt: '15:00' })[0]?.[0]).toBe('green');
    expect(tags(first, { ...second, status: 'cancelled' })).toHaveLength(1);
    expect(tags(first, { ...second, mode: 'virtual' })).toHaveLength(1);
  });
});
