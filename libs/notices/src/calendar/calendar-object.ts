import type { CalendarEntry, CalendarPerson } from './calendar-entry.js';
import { addressValue, contentLines, quotedValue, textValue } from './content-lines.js';
import { LONDON, londonZone } from './london-zone.js';

const PRODUCT = '-//Schools Linking//Calendar//EN';

/**
 * An invitation or its update, or the cancellation when the entry is cancelled, for one person (RFC 5546, RFC 6047).
 * The answer fits the `calendar` of an outgoing mail.
 */
export function invitation(entry: CalendarEntry, organizer: CalendarPerson, attendee: CalendarPerson) {
  const method = entry.status === 'CANCELLED' ? 'CANCEL' : 'REQUEST';
  const people = [
    organizerLine(organizer),
    `ATTENDEE;CN=${quotedValue(attendee.name)};ROLE=REQ-PARTICIPANT;RSVP=FALSE:${addressValue(attendee.email)}`,
  ];
  return { method, content: calendar(method, [], event(entry, people)) } as const;
}

/** A calendar to subscribe to: nobody is invited. Its entries come in the order given. */
export function feed(name: string, organizer: CalendarPerson, entries: readonly CalendarEntry[]): string {
  const title = [`NAME:${textValue(name)}`, `X-WR-CALNAME:${textValue(name)}`];
  return calendar(
    'PUBLISH',
    title,
    entries.flatMap((entry) => event(entry, [organizerLine(organizer)])),
  );
}

const organizerLine = ({ name, email }: CalendarPerson) =>
  `ORGANIZER;CN=${quotedValue(name)}:${addressValue(email)}`;

const calendar = (method: string, properties: readonly string[], events: readonly string[]) =>
  contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...properties,
    ...londonZone,
    ...events,
    'END:VCALENDAR',
  ]);

function event(entry: CalendarEntry, people: readonly string[]): readonly string[] {
  const { location, description } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART;TZID=${LONDON}:${wallTime(entry.day, entry.startsAt)}`,
    `DTEND;TZID=${LONDON}:${wallTime(entry.day, entry.endsAt)}`,
    `SUMMARY:${textValue(entry.summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${textValue(location)}`]),
    ...(description === undefined ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...people,
    `STATUS:${entry.status}`,
    'END:VEVENT',
  ];
}

/** `20261123T133000` from `2026-11-23` and `13:30`. */
const wallTime = (day: string, time: string) => `${day.replaceAll('-', '')}T${time.replace(':', '')}00`;

/** `20261123T090000Z` from `2026-11-23T09:00:00.000Z`: by its characters, so that no clock of a machine has a say. */
function utc(instant: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(instant) ?? [];
  if (day === '') throw new Error(`${instant} is not an instant in UTC`);
  return `${day.replaceAll('-', '')}T${time.replaceAll(':', '')}Z`;
}
