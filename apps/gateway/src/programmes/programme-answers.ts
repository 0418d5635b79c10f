import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { Refusal, type RefusalCode } from '@linking/domain/refusal.js';
import type { FormError } from '../pages/forms/form-view.js';
import type { LinkTo } from '../pages/layout/page-frame.js';

export const PROGRAMMES: LinkTo = { href: '/programmes', label: 'Programmes' };

export const crumbsOf = ({ slug, name }: Pick<Programme, 'slug' | 'name'>): readonly LinkTo[] => [
  PROGRAMMES,
  { href: `/programmes/${slug}`, label: name },
];

const boxes: Readonly<Partial<Record<RefusalCode, string>>> = {
  CODE_TAKEN: 'code',
  AREA_TAKEN: 'laCodes',
  NOT_COORDINATOR: 'userId',
  HANDS_OVER_TO_HERSELF: 'insteadOf',
  DISRUPTION_TOO_LONG: 'to',
};

/** What the person reads, beside its box where there is one; every other error is thrown again. */
export function errorOf(error: unknown): FormError {
  if (error instanceof ChangedBySomeoneElse) {
    return { message: `${error.message} Look at the programme as it is now and save again.` };
  }
  if (!(error instanceof Refusal)) throw error;
  const field = boxes[error.code];
  const { nextStep } = error.more;
  const message = nextStep === undefined ? error.sentence : `${error.sentence} ${nextStep}`;
  return { message, ...(field === undefined ? {} : { field }) };
}
