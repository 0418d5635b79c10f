import { trainingKinds } from '@linking/events/link/codes.js';
import type { SessionInBody } from '@linking/application/training/training-commands.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { FormError, FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { trainingNames } from '@linking/words/link-terms.js';
import { optionsOf } from '../links/forms/choices.js';

export interface PlanFormMaterial {
  readonly programmes: readonly Programme[];
  readonly venues: readonly VenueDetails[];
  readonly parts: { readonly csrf: string; readonly idempotencyKey: string };
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

export function planForm({ programmes, venues, parts, values, errors = [] }: PlanFormMaterial): FormView {
  return {
    ...parts,
    action: '/training/plan',
    fields: [
      programmeField(programmes),
      {
        kind: 'radios',
        name: 'kind',
        label: 'Which training?',
        options: optionsOf(trainingKinds, trainingNames),
      },
      ...whenFields,
      venueField(venues),
      { kind: 'number', name: 'capacity', label: 'Places', width: 4 },
    ],
    submitLabel: 'Plan the session',
    values: values ?? {
      programme: programmes.length === 1 ? (programmes[0]?.slug ?? '') : '',
      kind: 'initial-full',
    },
    errors,
    also: [{ href: '/training', label: 'Back to training', look: 'link' }],
  };
}

export const whenFields: readonly FormField[] = [
  { kind: 'date', name: 'on', label: 'Date', hint: 'For example, 1 10 2026' },
  {
    kind: 'row',
    fields: [
      { kind: 'time', name: 'startsAt', label: 'Begins', hint: 'For example, 09:15', width: 5 },
      { kind: 'time', name: 'endsAt', label: 'Ends', hint: 'For example, 15:30', width: 5 },
    ],
  },
];

export const venueField = (venues: readonly VenueDetails[]): FormField => ({
  kind: 'select',
  name: 'venueId',
  label: 'Where?',
  optional: true,
  options: [{ value: '', label: 'To follow' }, ...venues.map(({ id, name }) => ({ value: id, label: name }))],
});

export function readVenueId(
  posted: PostedForm,
  venues: readonly VenueDetails[],
): { readonly venueId?: string } {
  const venueId = posted.optionalOneOf(
    'venueId',
    venues.map(({ id }) => id),
  );
  return venueId === undefined ? {} : { venueId };
}

/** Asked even when there is one, so that nobody plans for a programme by accident. */
export const programmeField = (programmes: readonly Programme[]) =>
  ({
    kind: 'select',
    name: 'programme',
    label: 'Programme',
    options: [
      ...(programmes.length === 1 ? [] : [{ value: '', label: 'Choose a programme' }]),
      ...programmes.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
  }) as const;

export const readProgramme = (posted: PostedForm, programmes: readonly Programme[]): string =>
  posted.oneOf(
    'programme',
    programmes.map(({ slug }) => slug),
    'Choose the programme',
  );

export function readPlan(posted: PostedForm, { programmes, venues }: PlanFormMaterial): SessionInBody {
  return {
    programme: readProgramme(posted, programmes),
    kind: posted.oneOf('kind', trainingKinds, 'Choose which training'),
    on: posted.day('on', 'Enter the date of the session'),
    startsAt: posted.time('startsAt', 'Enter when it begins, such as 09:15'),
    endsAt: posted.time('endsAt', 'Enter when it ends, such as 15:30'),
    ...readVenueId(posted, venues),
    capacity: posted.count('capacity', 'Enter how many places there are', 500),
  };
}
