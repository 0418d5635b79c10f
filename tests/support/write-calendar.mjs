import { importTypeScript } from './typescript-imports.mjs';

// A process of its own with a time zone of its own: it writes calendar objects of the same facts.
const { feed, invitation } = await importTypeScript('libs/notices/src/calendar/calendar-object.ts');
const programme = { name: 'Schools Linking Bradford', email: 'links@linking.example' };
const entry = (number, day, more = {}) => ({
  uid: `meeting-BRD-2026-014-${number}@linking.example`,
  sequence: number,
  stamp: '2026-07-01T23:30:00.000Z',
  status: 'CONFIRMED',
  day,
  startsAt: '10:00',
  endsAt: '14:30',
  summary: 'Meeting of 4 Oak; "Ash, Elm" & Söhne 🧑🏽‍🏫'.repeat(4),
  location: 'Cartwright Hall, Lister Park',
  description: 'Bring lunch.\r\nCoach: 28 seats \\ 2 adults',
  ...more,
});
const entries = [
  entry(1, '2027-01-19'),
  entry(2, '2027-06-08'),
  entry(3, '2027-03-28', { status: 'CANCELLED' }),
];
const { meetingEntry } = await importTypeScript('libs/notices/src/calendar/appointment-entries.ts');
const { strangeNames } = await importTypeScript('tests/support/strange-names.ts');
/** A meeting of two schools that have this name, at a venue that has it too. */
const meetingOf = (name, index) =>
  meetingEntry(
    {
      ref: `BRD-2026-${String(index).padStart(3, '0')}`,
      number: 2,
      hostSide: 'b',
      schools: { a: 'Ash', b: name },
      programme: name,
      place: { kind: 'venue', name, postcode: 'BD9 4NS' },
      on: '2027-06-08',
      startsAt: '10:00',
      endsAt: '14:30',
      sequence: 1,
      stamp: '2026-07-01T23:30:00.000Z',
      cancelled: false,
    },
    'linking.example',
  );
const meetings = Object.values(strangeNames).map(meetingOf);
process.stdout.write(
  JSON.stringify({
    feed: feed('Links of Bradford', programme, entries),
    invitation: invitation(entries[1], programme, { name: 'Tom Reed', email: 't.reed@ash.example' }).content,
    strangeFeed: feed(strangeNames['a calendar entry'], programme, meetings),
    strangeInvitation: invitation(meetings[0], programme, {
      name: strangeNames['signs of calendars'],
      email: 't.reed@ash.example',
    }).content,
    strangeEntries: meetings.map(({ summary, location }) => ({ summary, location })),
  }),
);
