import type { SessionRequest } from '@linking/application/training/training-commands.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import type { Session } from '@linking/domain/training/session.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { reasonField, readReason } from '../links/forms/choices.js';
import { venueField, readVenueId, whenFields } from './session-forms.js';

export const moveReasons = [
  'venue-not-available',
  'trainer-not-available',
  'too-few-teachers',
  'weather',
  'other',
];
export const cancelReasons = [
  'too-few-teachers',
  'trainer-not-available',
  'venue-not-available',
  'weather',
  'other',
];

export interface ChangeFormMaterial {
  readonly session: Session;
  readonly venues: readonly VenueDetails[];
  readonly parts: { readonly csrf: string; readonly idempotencyKey: string };
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

export function moveForm({ session, venues, parts, values, errors = [] }: ChangeFormMaterial): FormView {
  const { id, on, startsAt, endsAt, venueId = '' } = session;
  return {
    ...parts,
    action: `/training/${id}/move`,
    fields: [...whenFields, venueField(venues), reasonField(moveReasons, 'Why does it move?')],
    submitLabel: 'Move the session',
    values: values ?? { ...dateValues('on', on), startsAt, endsAt, venueId },
    errors,
    hidden: { expectedRevision: String(session.revision) },
    also: [backTo(id)],
  };
}

export function readMove(posted: PostedForm, venues: readonly VenueDetails[]): SessionRequest {
  return {
    type: 'MoveSession',
    on: posted.day('on', 'Enter the new date of the session'),
    startsAt: posted.time('startsAt', 'Enter when it begins, such as 09:15'),
    endsAt: posted.time('endsAt', 'Enter when it ends, such as 15:30'),
    ...readVenueId(posted, venues),
    reasonCode: readReason(posted, moveReasons),
  };
}

export function cancelForm({ session, parts, values, errors = [] }: ChangeFormMaterial): FormView {
  return {
    ...parts,
    action: `/training/${session.id}/cancel`,
    fields: [reasonField(cancelReasons, 'Why does it not take place?')],
    submitLabel: 'Cancel the session',
    submitLook: 'warning',
    values: values ?? {},
    errors,
    hidden: { expectedRevision: String(session.revision) },
    also: [backTo(session.id)],
  };
}

export const readCancel = (posted: PostedForm): SessionRequest => ({
  type: 'CancelSession',
  reasonCode: readReason(posted, cancelReasons),
});

const backTo = (id: string) =>
  ({ href: `/training/${id}`, label: 'Back to the session', look: 'link' }) as const;
