import type { Programme } from '@linking/domain/programme/programme.js';
import { formErrors } from '../http/form-errors.js';
import type { LinkTo } from '../pages/layout/page-frame.js';

export const PROGRAMMES: LinkTo = { href: '/programmes', label: 'Programmes' };

export const crumbsOf = ({ slug, name }: Pick<Programme, 'slug' | 'name'>): readonly LinkTo[] => [
  PROGRAMMES,
  { href: `/programmes/${slug}`, label: name },
];

export const errorOf = formErrors('the programme', {
  CODE_TAKEN: 'code',
  AREA_TAKEN: 'laCodes',
  NOT_COORDINATOR: 'userId',
  HANDS_OVER_TO_HERSELF: 'insteadOf',
  DISRUPTION_TOO_LONG: 'to',
});
