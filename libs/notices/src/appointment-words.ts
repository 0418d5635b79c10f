import { fullDate, weekday } from '@linking/domain/calendar/words.js';
import type { Appointment, AppointmentChange } from '@linking/domain/reminders/mail-facts.js';

/** Where something takes place, with today's names. */
export type PlaceWords =
  | { readonly kind: 'venue'; readonly name: string; readonly postcode: string }
  | { readonly kind: 'school'; readonly name: string; readonly own: boolean }
  | { readonly kind: 'online' }
  | { readonly kind: 'to-follow' };

/** `Thursday 26 November 2026`. */
export const fullDay = (day: string) => `${weekday(day)} ${fullDate(day)}`;

/** `Thursday 26 November 2026, 10:00 to 14:00`. */
export const when = ({ on, startsAt, endsAt }: Pick<Appointment, 'on' | 'startsAt' | 'endsAt'>) =>
  `${fullDay(on)}, ${startsAt} to ${endsAt}`;

export function where(place: PlaceWords): string {
  switch (place.kind) {
    case 'venue':
      return `${place.name}, ${place.postcode.replace(' ', '\u00a0')}`;
    case 'school':
      return place.own ? `${place.name} (your school)` : place.name;
    case 'online':
      return 'Online';
    case 'to-follow':
      return 'We will tell you where';
  }
}

/** ` at Cartwright Hall`, ` online`, or nothing while the place is not known. */
export function atPlace(place: PlaceWords): string {
  switch (place.kind) {
    case 'venue':
    case 'school':
      return ` at ${place.name}`;
    case 'online':
      return ' online';
    case 'to-follow':
      return '';
  }
}

/** What changed from what, about something named such as `The first meeting with 4 Ash of Hill Top`. */
export function whatChanged(
  what: string,
  { change, on, wasOn }: Pick<Appointment, 'on' | 'wasOn'> & { readonly change: AppointmentChange },
): string {
  switch (change) {
    case 'planned':
      return `${what} is planned.`;
    case 'moved':
      return wasOn === undefined
        ? `${what} has changed: the day is still ${fullDay(on)}, but please look at the time and the place.`
        : `${what} has moved from ${fullDay(wasOn)} to ${fullDay(on)}.`;
    case 'online':
      return wasOn === undefined
        ? `${what} on ${fullDay(on)} now takes place online.`
        : `${what} now takes place online, and has moved from ${fullDay(wasOn)} to ${fullDay(on)}.`;
    case 'cancelled':
      return `${what} on ${fullDay(wasOn ?? on)} is cancelled.`;
  }
}

/** What a subject line begins with when something moved: to another day, or only its time or place changed. */
export const movedTo = ({ on, wasOn }: Pick<Appointment, 'on' | 'wasOn'>, what: string) =>
  wasOn === undefined ? `Changed: ${what} on ${fullDay(on)}` : `Moved to ${fullDay(on)}: ${what}`;

/** What the attached calendar entry does. */
export function entryAttached(change: AppointmentChange): string {
  switch (change) {
    case 'planned':
      return 'A calendar entry is attached: open it, and the day is in your calendar.';
    case 'moved':
    case 'online':
      return 'Open the attached calendar entry, and your calendar is up to date.';
    case 'cancelled':
      return 'Open the attached calendar entry, and the day leaves your calendar.';
  }
}
