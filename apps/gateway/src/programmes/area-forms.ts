import type { FormField } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { ProgrammeForm } from './programme-form.js';

export const areaFields: readonly FormField[] = [
  {
    kind: 'text',
    name: 'laCodes',
    label: 'Local authorities',
    hint: 'Codes of three digits, such as 380, 211',
    optional: true,
  },
  {
    kind: 'text',
    name: 'districtCodes',
    label: 'Districts',
    hint: 'GSS codes, such as E07000117. A district counts more than the authority it lies in.',
    optional: true,
  },
];

const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== '');

export function readArea(posted: PostedForm): {
  readonly laCodes: string[];
  readonly districtCodes: string[];
} {
  const laCodes = codesIn(posted.typed('laCodes'));
  const districtCodes = codesIn(posted.typed('districtCodes').toUpperCase());
  if (!laCodes.every((code) => /^\d{3}$/.test(code))) {
    posted.wrong('laCodes', 'Enter codes of three digits, such as 380');
  }
  if (!districtCodes.every((code) => /^E\d{8}$/.test(code))) {
    posted.wrong('districtCodes', 'Enter GSS codes, such as E07000117');
  }
  return { laCodes, districtCodes };
}

export const limitField: FormField = {
  kind: 'number',
  name: 'distanceLimitKm',
  label: 'Distance limit in kilometres',
  hint: 'Schools farther apart are paired only for a reason',
  optional: true,
  width: 4,
};

export function readLimit(posted: PostedForm): { readonly distanceLimitKm?: number } {
  if (posted.typed('distanceLimitKm') === '') return {};
  return { distanceLimitKm: posted.count('distanceLimitKm', 'Enter a whole number of kilometres', 500, 1) };
}

export const areaForm: ProgrammeForm = {
  title: 'Change the area',
  intro: 'An area belongs to one programme; where two claim it, the more specific one has it.',
  submitLabel: 'Save the area',
  fields: () => areaFields,
  values: ({ programme: { laCodes, districtCodes } }) => ({
    laCodes: laCodes.join(', '),
    districtCodes: districtCodes.join(', '),
  }),
  read: (posted) => [{ type: 'ChangeArea', ...readArea(posted) }],
  done: 'The area is saved.',
};
