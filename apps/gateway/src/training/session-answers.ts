import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Session } from '@linking/domain/training/session.js';
import type { FormError } from '../pages/forms/form-view.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { boxOfRefusal } from './change-session-forms.js';
import { headingOf } from './session-view-model.js';

export const crumbsOf = (session: Session): readonly LinkTo[] => [
  { href: '/training', label: 'Training' },
  { href: `/training/${session.id}`, label: headingOf(session) },
];

/** What the person reads, beside its box when the form has one; every other error is thrown again. */
export function errorOf(error: unknown): FormError {
  if (error instanceof ChangedBySomeoneElse) {
    return { message: `${error.message} Look at the session as it is now and save again.` };
  }
  if (!(error instanceof Refusal)) throw error;
  const field = boxOfRefusal[error.code];
  const { nextStep } = error.more;
  const message = nextStep === undefined ? error.sentence : `${error.sentence} ${nextStep}`;
  return { message, ...(field === undefined ? {} : { field }) };
}
