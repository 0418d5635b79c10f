import { venueActivities } from '@linking/events/link/codes.js';
import type { VenueInBody } from '@linking/application/venues/add-venue.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import type { DiaryEntry } from '@linking/projections/link-board/link-meetings-table.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { counted, shortDay } from '@linking/words/format.js';
import type { FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { VenueListView } from '../pages/venues/venue-list-page.js';
import { optionsOf } from '../links/forms/choices.js';
import { programmeField, readProgramme } from '../training/session-forms.js';

export function venueListView(
  rows: readonly { readonly venue: VenueDetails; readonly diary: readonly DiaryEntry[] }[],
  programmes: readonly Programme[],
  mayAdd: boolean,
): VenueListView {
  const nameOf = (slug: string) => programmes.find((one) => one.slug === slug)?.name ?? slug;
  const keepsDiary = (slug: string) =>
    switchedOn(
      programmes.find((one) => one.slug === slug),
      'venue-diary',
    );
  return {
    eyebrow: programmes.length === 1 ? (programmes[0]?.name ?? '') : 'All programmes',
    rows: rows
      .map(({ venue, diary }) => ({
        id: venue.id,
        name: venue.name,
        href: `/venues/${venue.id}`,
        address: `${venue.postcode}${programmes.length > 1 ? `, ${nameOf(venue.programme)}` : ''}${venue.contact === undefined ? '' : `, ${venue.contact}`}`,
        capacity: counted(venue.linksAtOnce, 'link'),
        kind: { tone: 'green', text: 'Neutral' } as const,
        ...(keepsDiary(venue.programme) ? { use: useText(diary) } : {}),
      }))
      .toSorted((x, y) => x.name.localeCompare(y.name)),
    empty: { title: 'No venues yet', sentence: 'Add the places where your classes meet.' },
    ...(mayAdd ? { add: { href: '/venues/add', label: 'Add a venue' } } : {}),
  };
}

const useText = ([next, ...others]: readonly DiaryEntry[]) =>
  next === undefined
    ? 'nothing planned'
    : `${counted(others.length + 1, 'meeting')}, next on ${shortDay(next.on)}`;

export function venueForm(
  programmes: readonly Programme[],
  parts: { readonly csrf: string; readonly idempotencyKey: string },
  posted?: PostedForm,
): FormView {
  return {
    ...parts,
    action: '/venues/add',
    fields: [
      programmeField(programmes),
      { kind: 'text', name: 'name', label: 'Name', width: 30 },
      { kind: 'text', name: 'postcode', label: 'Postcode', width: 10, autocomplete: 'off' },
      { kind: 'number', name: 'linksAtOnce', label: 'How many links can meet there at once?', width: 2 },
      {
        kind: 'text',
        name: 'contact',
        label: 'Whom to ask there',
        hint: 'Name and telephone',
        optional: true,
        width: 30,
      },
      {
        kind: 'text',
        name: 'email',
        label: 'E-mail address',
        hint: 'Meetings planned, moved or cancelled there are announced to it',
        optional: true,
        width: 30,
        autocomplete: 'off',
      },
      {
        kind: 'checkboxes',
        name: 'activities',
        label: 'What can classes do there?',
        optional: true,
        options: optionsOf(venueActivities, { re: 'RE' }),
      },
    ],
    submitLabel: 'Add the venue',
    values: posted?.values() ?? {
      programme: programmes.length === 1 ? (programmes[0]?.slug ?? '') : '',
      linksAtOnce: '1',
    },
    errors: posted?.errors ?? [],
    also: [{ href: '/venues', label: 'Back to the venues', look: 'link' }],
  };
}

const POSTCODE = /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/;

export function readVenue(posted: PostedForm, programmes: readonly Programme[]): VenueInBody {
  const postcode = posted.typed('postcode').toUpperCase();
  if (!POSTCODE.test(postcode)) posted.wrong('postcode', 'Enter a postcode such as BD9 4LA');
  const contact = posted.optionalLine('contact');
  const email = posted.optionalEmail('email', 'Enter an e-mail address such as bookings@hall.example');
  const linksAtOnce = posted.count('linksAtOnce', 'Enter how many links can meet there at once', 20);
  if (linksAtOnce === 0) posted.wrong('linksAtOnce', 'Enter 1 or more');
  return {
    programme: readProgramme(posted, programmes),
    name: posted.line('name', 'Enter the name of the venue'),
    postcode,
    linksAtOnce,
    ...(contact === undefined ? {} : { contact }),
    ...(email === undefined ? {} : { email }),
    activities: posted.someOf('activities', venueActivities),
  };
}
