import type { Session } from '@linking/domain/training/session.js';
import { formErrors } from '../http/form-errors.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { headingOf } from './session-view-model.js';

export const crumbsOf = (session: Session): readonly LinkTo[] => [
  { href: '/training', label: 'Training' },
  { href: `/training/${session.id}`, label: headingOf(session) },
];

export const errorOf = formErrors('the session', {
  NEW_DATE_PAST: 'on',
  END_BEFORE_START: 'endsAt',
  VENUE_UNKNOWN: 'venueId',
});
