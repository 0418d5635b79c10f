import type { CalendarItem, MeetingItem } from '@linking/application/calendar/calendar-entries.js';
import type { TargetItem } from '@linking/application/calendar/targets-between.js';
import type { VenueView } from '../src/pages/venues/venue-page.js';
import { venueView } from '../src/venues/venue-diary.js';
import { calendarView, type CalendarMaterial } from '../src/calendar/calendar-view-model.js';

const meeting = (
  ref: string,
  number: MeetingItem['number'],
  on: string,
  more: Partial<MeetingItem> = {},
): MeetingItem => ({
  kind: 'meeting',
  ref,
  programme: 'bradford',
  number,
  mode: 'in-person',
  on,
  startsAt: '10:00',
  endsAt: '14:00',
  venueName: 'Cliffe Castle Museum',
  status: 'planned',
  schools: ['Brook Lane Primary', 'St Aidan’s CofE Primary'],
  ...more,
});

const items: readonly CalendarItem[] = [
  meeting('BRD-2026-009', 1, '2026-11-12', { status: 'held' }),
  {
    kind: 'training',
    sessionId: 's2',
    programme: 'bradford',
    kindOfTraining: 'initial-half',
    on: '2026-11-18',
    startsAt: '13:00',
    endsAt: '15:30',
    venueName: 'Margaret McMillan Tower',
    status: 'planned',
    places: 24,
    capacity: 24,
  },
  meeting('BRD-2026-014', 1, '2026-11-26'),
  meeting('BRD-2026-022', 1, '2026-11-26', {
    startsAt: '13:00',
    schools: ['Oakworth Hill Primary', 'Lister Park Juniors'],
    mode: 'virtual',
  }),
  ...['023', '024', '025', '026', '027'].map((number) =>
    meeting(`BRD-2026-${number}`, 1, '2026-11-27', {
      schools: ['Ash Primary', 'The Federation of Elm Academy and Wharfedale Valley Schools'],
    }),
  ),
  meeting('BRD-2026-031', 1, '2026-11-24', { status: 'cancelled' }),
];

const targets: readonly TargetItem[] = [
  ...['014', '022', '031'].map((number) => ({
    ref: `BRD-2026-${number}`,
    programme: 'bradford',
    step: 'exchange' as const,
    on: '2026-11-30',
    schools: ['Brook Lane Primary', 'St Aidan’s CofE Primary'] as const,
  })),
  {
    ref: 'BRD-2026-040',
    programme: 'bradford',
    step: 'agreement',
    on: '2026-11-19',
    schools: ['Ash Primary', 'Elm Academy'],
  },
  {
    ref: 'BRD-2026-041',
    programme: 'bradford',
    step: 'agreement',
    on: '2026-11-27',
    schools: ['Ash Primary', 'Elm Academy'],
  },
];

const ofCoordinator: CalendarMaterial = {
  month: '2026-11',
  shows: 'month',
  today: '2026-11-23',
  items,
  targets,
  programmes: [{ slug: 'bradford', name: 'Bradford' }],
  programme: undefined,
  feed: {
    address: 'https://linking.example/calendar/yN0tAnAddress0fAnyb0dyAtAllJustASample00.ics',
    webcal: 'webcal://linking.example/calendar/yN0tAnAddress0fAnyb0dyAtAllJustASample00.ics',
    renew: {
      action: '/calendar/renew-address',
      label: 'Give me a new address',
      look: 'link',
      csrf: 'sample-csrf',
      idempotencyKey: 'k9',
    },
  },
};

export const month = calendarView(ofCoordinator);
export const weekByWeek = calendarView({ ...ofCoordinator, shows: 'list' });

/** What the national office sees: all programmes, a meeting on a Saturday, a bank holiday. */
export const national = calendarView({
  month: '2027-05',
  shows: 'month',
  today: '2026-11-23',
  items: [meeting('BRD-2026-014', 2, '2027-05-15', { hostSide: 'b', venueName: 'Ash Primary' })],
  targets: [],
  programmes: [
    { slug: 'bradford', name: 'Bradford' },
    { slug: 'kent', name: 'Kent' },
  ],
  programme: undefined,
});

export const emptyMonth = calendarView({ ...ofCoordinator, month: '2027-09', items: [], targets: [] });

export const venue = venueView({
  venue: {
    id: 'v1',
    revision: 1,
    programme: 'bradford',
    name: 'Cliffe Castle Museum',
    postcode: 'BD20 6LH',
    linksAtOnce: 2,
    contact: 'Bookings desk, 01274 496 0000',
    activities: ['art', 'drama', 're'],
    briefedOn: '2026-11-05',
  },
  programme: 'Bradford',
  mayChange: true,
  items: items.filter((item) => item.venueName === 'Cliffe Castle Museum'),
});

export const emptyVenue: VenueView = { ...venue, diary: [] };
