import fc from 'fast-check';
import ICAL from 'ical.js';
import { londonInstant } from '@linking/domain/calendar/london.js';
import { meetingUid, type CalendarEntry } from './calendar-entry.js';
import { feed, invitation } from './calendar-object.js';

const entry: CalendarEntry = {
  uid: meetingUid('BRD-2026-014', 1, 'linking.example'),
  sequence: 0,
  stamp: '2026-11-23T09:00:00.000Z',
  status: 'CONFIRMED',
  day: '2027-01-19',
  startsAt: '10:00',
  endsAt: '14:30',
  summary: 'First meeting with Ash Primary',
  location: 'Cartwright Hall, Lister Park; Bradford',
  description: 'Bring lunch.\nTransport: coach, 28 seats \\ 2 adults',
};
const programme = { name: 'Schools Linking Bradford', email: 'links@linking.example' };
const teacher = { name: 'Zoë O’Neill, Head; "Zo"', email: 't.reed+link@ash.example' };

const componentsOf = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  return { calendar, events: calendar.getAllSubcomponents('vevent') };
};
const readEvent = (content: string) => {
  const { calendar, events } = componentsOf(content);
  const [component] = events;
  if (component === undefined) throw new Error('No event');
  return { calendar, component, event: new ICAL.Event(component) };
};
const octets = (line: string) => new TextEncoder().encode(line).length;

describe('an invitation', () => {
  test('is written line for line as the standards ask', () => {
    expect(invitation(entry, programme, teacher)).toEqual({
      method: 'REQUEST',
      content: [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Schools Linking//Calendar//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:REQUEST',
        'BEGIN:VTIMEZONE',
        'TZID:Europe/London',
        'BEGIN:DAYLIGHT',
        'TZOFFSETFROM:+0000',
        'TZOFFSETTO:+0100',
        'TZNAME:BST',
        'DTSTART:19700329T010000',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
        'END:DAYLIGHT',
        'BEGIN:STANDARD',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0000',
        'TZNAME:GMT',
        'DTSTART:19701025T020000',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'UID:meeting-BRD-2026-014-1@linking.example',
        'SEQUENCE:0',
        'DTSTAMP:20261123T090000Z',
        'DTSTART;TZID=Europe/London:20270119T100000',
        'DTEND;TZID=Europe/London:20270119T143000',
        'SUMMARY:First meeting with Ash Primary',
        'LOCATION:Cartwright Hall\\, Lister Park\\; Bradford',
        'DESCRIPTION:Bring lunch.\\nTransport: coach\\, 28 seats \\\\ 2 adults',
        'ORGANIZER;CN="Schools Linking Bradford":mailto:links@linking.example',
        'ATTENDEE;CN="Zoë O’Neill, Head; \'Zo\'";ROLE=REQ-PARTICIPANT;RSVP=FALSE:ma',
        ' ilto:t.reed+link@ash.example',
        'STATUS:CONFIRMED',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    });
  });

  test('is read by another program as it was meant', () => {
    const { calendar, component, event } = readEvent(invitation(entry, programme, teacher).content);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect([event.uid, event.sequence]).toEqual([entry.uid, 0]);
    expect([event.summary, event.location, event.description]).toEqual([
      entry.summary,
      entry.location,
      entry.description,
    ]);
    expect(component.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
      'mailto:t.reed+link@ash.example',
    ]);
    expect(event.attendees[0]?.getParameter('cn')).toBe("Zoë O’Neill, Head; 'Zo'");
    expect(event.attendees[0]?.getParameter('rsvp')).toBe('FALSE');
    expect(event.organizer).toBe('mailto:links@linking.example');
  });

  test('to a meeting that is cancelled is a cancellation with the same UID', () => {
    const { method, content } = invitation(
      { ...entry, sequence: 2, status: 'CANCELLED' },
      programme,
      teacher,
    );
    expect(method).toBe('CANCEL');
    expect(content).toContain('\r\nMETHOD:CANCEL\r\n');
    const { event, component } = readEvent(content);
    expect([event.uid, event.sequence]).toEqual([entry.uid, 2]);
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  test('takes its moment from the event, and refuses what is none', () => {
    expect(() => invitation({ ...entry, stamp: '2026-11-23' }, programme, teacher)).toThrow('not an instant');
  });
});

test.each([
  ['in winter', '2027-01-19', '2027-01-19T10:00:00.000Z'],
  ['in summer', '2027-06-08', '2027-06-08T09:00:00.000Z'],
  ['on the day the clocks go forward', '2027-03-28', '2027-03-28T09:00:00.000Z'],
  ['on the day they go back', '2026-10-25', '2026-10-25T10:00:00.000Z'],
  ['on the day before they go back', '2026-10-24', '2026-10-24T09:00:00.000Z'],
])('ten o’clock %s is ten o’clock in London', (_, day, instant) => {
  const { calendar, event } = readEvent(invitation({ ...entry, day }, programme, teacher).content);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone === null) throw new Error('No zone');
  const start = event.startDate;
  start.zone = new ICAL.Timezone(zone);
  expect(new Date(start.toUnixTime() * 1000).toISOString()).toBe(instant);
  expect(londonInstant(day, entry.startsAt)).toBe(instant);
});

test('a feed names the calendar, invites nobody, and keeps each entry', () => {
  const second = { ...entry, uid: meetingUid('BRD-2026-014', 2, 'linking.example'), summary: 'Visit' };
  const content = feed('Bradford 2026-27', programme, [entry, second]);
  const { calendar, events } = componentsOf(content);
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Bradford 2026-27');
  expect(events.map((one) => one.getFirstPropertyValue('uid'))).toEqual([entry.uid, second.uid]);
  expect(content).not.toContain('ATTENDEE');
  expect(feed('Nothing yet', programme, [])).not.toContain('VEVENT');
});

describe('whatever people type', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('\r', '\n', '\\', ';', ',', '"', ':', 'n', '🧑🏽‍🏫', 'é', ' ', '\t', '\ud83d'),
    }),
  );
  const shown = (text: string) =>
    text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, ' ');

  test('comes back as it was, in lines of at most 75 octets, and never becomes a line of its own', () => {
    fc.assert(
      fc.property(anything, anything, anything, (summary, location, name) => {
        const { content } = invitation({ ...entry, summary, location }, programme, { ...teacher, name });
        const lines = content.split('\r\n');
        expect(lines.every((line) => octets(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        expect(lines.filter((line) => !line.startsWith(' ')).length).toBe(37);
        const { event } = readEvent(content);
        expect([event.summary, event.location]).toEqual([shown(summary), shown(location)]);
      }),
      { numRuns: 500 },
    );
  });

  test('no character is cut in two where a line is folded', () => {
    for (let before = 0; before < 8; before += 1) {
      const summary = 'x'.repeat(before) + '🧑🏽‍🏫é'.repeat(60);
      const { content } = invitation({ ...entry, summary }, programme, teacher);
      const folded = content.split('\r\n').filter((line) => /[🧑é]/u.test(line));
      expect(folded.length).toBeGreaterThan(10);
      // A character cut in two would be another text after a way through octets.
      expect(folded.every((line) => new TextDecoder().decode(new TextEncoder().encode(line)) === line)).toBe(
        true,
      );
      expect(readEvent(content).event.summary).toBe(summary);
    }
  });
});
