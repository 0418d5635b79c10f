import type { SchoolInBody } from '@linking/application/schools/by-hand/school-by-hand-commands.js';
import type { School } from '@linking/application/schools/find-schools.js';
import { urnText } from '@linking/domain/schools/by-hand.js';
import { localAuthorities } from '@linking/domain/schools/local-authorities.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { AddSchoolView } from '../pages/schools/add-school-page.js';
import { placeOf, statusOf } from './schools-view-model.js';

type Parts = Pick<FormView, 'csrf' | 'idempotencyKey'>;

const POSTCODE = /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/;
const DISTRICT = /^E0[6-9]\d{6}$/;
const authorityCodes = localAuthorities.map(({ code }) => code);

const fields: readonly FormField[] = [
  { kind: 'text', name: 'name', label: 'Name of the school', width: 30 },
  { kind: 'text', name: 'town', label: 'Town', optional: true, width: 20 },
  { kind: 'text', name: 'postcode', label: 'Postcode', optional: true, width: 10 },
  {
    kind: 'select',
    name: 'laCode',
    label: 'Local authority',
    hint: 'It says whose area the school lies in',
    options: [
      { value: '', label: 'Choose the authority' },
      ...localAuthorities.map(({ code, name }) => ({ value: code, label: name })),
    ],
  },
  {
    kind: 'text',
    name: 'districtCode',
    label: 'Code of the district',
    optional: true,
    hint: 'Such as E07000117, where a district is a programme of its own',
    width: 10,
  },
];

export interface AddSchoolMaterial {
  readonly parts: Parts;
  readonly posted?: PostedForm;
  /** Schools that it may be. */
  readonly similar: readonly School[];
  readonly today: string;
  /** The authority of the coordinator's own area. */
  readonly laCode?: string;
}

export function addSchoolView({
  parts,
  posted,
  similar,
  today,
  laCode = '',
}: AddSchoolMaterial): AddSchoolView {
  const looked = similar.map(({ urn }) => urn).join(' ');
  const none: FormField = {
    kind: 'tick',
    name: 'none',
    label: 'I have looked: it is none of these schools',
  };
  return {
    similar: similar.map((school) => ({
      href: `/schools/${school.urn}`,
      label: school.name,
      words: [placeOf(school), urnText(school.urn), statusOf(school, today).text].join(' · '),
    })),
    form: {
      ...parts,
      action: '/schools/add',
      fields: similar.length === 0 ? fields : [...fields, none],
      ...(similar.length === 0 ? {} : { hidden: { looked } }),
      submitLabel: 'Add the school',
      values: posted?.values() ?? { laCode },
      errors: posted?.errors ?? [],
      also: [{ href: '/schools', label: 'Search the register again', look: 'link' }],
    },
  };
}

export function readAddSchool(posted: PostedForm): {
  readonly school: SchoolInBody;
  readonly noneOf: readonly string[];
} {
  const [town, postcode] = [posted.optionalLine('town'), posted.optionalLine('postcode')];
  const districtCode = posted.optionalLine('districtCode')?.toUpperCase();
  if (postcode !== undefined && !POSTCODE.test(postcode))
    posted.wrong('postcode', 'Enter a postcode such as BD9 4LA');
  if (districtCode !== undefined && !DISTRICT.test(districtCode))
    posted.wrong('districtCode', 'Enter a code such as E07000117');
  return {
    school: {
      name: posted.line('name', 'Enter the name of the school'),
      laCode: posted.oneOf('laCode', authorityCodes, 'Choose the local authority'),
      ...(town === undefined ? {} : { town }),
      ...(postcode === undefined ? {} : { postcode: postcode.toUpperCase() }),
      ...(districtCode === undefined ? {} : { districtCode }),
    },
    noneOf: posted.tick('none') ? posted.typed('looked').split(' ').filter(Boolean) : [],
  };
}

export const joinSchoolForm = (school: School, parts: Parts, posted?: PostedForm): FormView => ({
  ...parts,
  action: `/schools/${school.urn}/join`,
  fields: [
    {
      kind: 'text',
      name: 'urn',
      label: 'URN in the register',
      hint: 'Six digits. Import a newer register first if it does not have the school',
      width: 10,
    },
  ],
  submitLabel: 'Join the two',
  values: posted?.values() ?? {},
  errors: posted?.errors ?? [],
  also: [{ href: `/schools/${school.urn}`, label: 'Back to the school', look: 'link' }],
});
