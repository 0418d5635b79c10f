import type { ProgrammeInBody } from '@linking/application/programmes/join-programme.js';
import { isAcademicYear } from '@linking/domain/calendar/academic-year.js';
import type { FormField } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { areaFields, limitField, readArea, readLimit } from './area-forms.js';

export const yearField: FormField = {
  kind: 'text',
  name: 'year',
  label: 'Academic year of its first links',
  hint: 'For example, 2027-28',
  width: 10,
};

export function readYear(posted: PostedForm): string {
  const year = posted.typed('year').replace('–', '-');
  if (!isAcademicYear(year)) posted.wrong('year', 'Enter an academic year, such as 2027-28');
  return year;
}

export const addFields: readonly FormField[] = [
  { kind: 'text', name: 'name', label: 'Name', hint: 'As people call it, such as Tower Hamlets', width: 20 },
  {
    kind: 'text',
    name: 'code',
    label: 'Code',
    hint: 'Three capital letters, part of every link reference, such as TWH',
    width: 3,
  },
  yearField,
  ...areaFields,
  limitField,
  {
    kind: 'email',
    name: 'mailbox',
    label: 'Mailbox',
    hint: 'Answers to its mails go there',
    optional: true,
  },
  {
    kind: 'radios',
    name: 'state',
    label: 'How far is it?',
    options: [
      { value: 'joined', label: 'It joins the network', hint: 'Interests and links are taken from now on' },
      { value: 'proposed', label: 'It is only proposed', hint: 'Nothing is taken yet' },
    ],
  },
];

export function readAdd(posted: PostedForm): {
  readonly programme: ProgrammeInBody;
  readonly proposed: boolean;
} {
  const name = posted.line('name', 'Enter its name');
  const code = posted.typed('code').toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) posted.wrong('code', 'Enter three letters, such as TWH');
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (name !== '' && slug === '') posted.wrong('name', 'Enter a name with letters');
  const mailbox = posted.optionalEmail('mailbox', 'Enter an e-mail address, or leave it empty');
  const state = posted.oneOf('state', ['joined', 'proposed'], 'Choose how far it is');
  const programme = {
    slug,
    name,
    code,
    year: readYear(posted),
    ...readArea(posted),
    ...readLimit(posted),
    ...(mailbox === undefined ? {} : { mailbox }),
  };
  return { programme, proposed: state === 'proposed' };
}
