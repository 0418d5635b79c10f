import { interestConstraints } from '@linking/events/interest/codes.js';
import { signerRoles } from '@linking/events/link/codes.js';
import type { SaidInterest } from '@linking/application/public-form/interest-request.js';
import { priorities, yearGroupOptions } from '../interests/interest-form.js';
import { optionsOf } from '../links/forms/choices.js';
import { academicYear } from '@linking/words/format.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';

export interface PublicFormMaterial {
  readonly urn: string;
  /** The years for which an interest may be taken. */
  readonly years: readonly string[];
  /** How many classes are asked for. */
  readonly classes: number;
  readonly parts: { readonly csrf: string; readonly idempotencyKey: string };
  readonly posted?: PostedForm;
}

const MOST_CLASSES = 6;
const LONGEST_NAME = 100;
const PHONE = /^[+\d][\d ()/.-]{4,24}(?: ?(?:x|ext\.?) ?\d{1,6})?$/i;
/** The box that only programs fill. */
export const TRAP = 'website';

const before = [
  { value: 'no', label: 'No, this is the first time' },
  { value: 'yes', label: 'Yes, in an earlier year' },
  { value: 'not-sure', label: 'I am not sure' },
];

/** As many rows as were asked for, one at least. */
export function classesAsked(posted: PostedForm | undefined): number {
  const asked = Number(posted?.typed('classes') ?? 1);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, MOST_CLASSES) : 1;
}

const rowsOf = (classes: number) => Array.from({ length: classes }, (_, index) => index + 1);

function classFields(row: number): FormField[] {
  const name = `class.${row}`;
  return [
    {
      kind: 'row',
      fields: [
        {
          kind: 'select',
          name: `${name}.yearGroup`,
          label: `Class ${row}: year group`,
          options: yearGroupOptions,
        },
        {
          kind: 'select',
          name: `${name}.mixedWith`,
          label: 'Mixed with',
          optional: true,
          options: yearGroupOptions,
        },
        { kind: 'number', name: `${name}.pupilCount`, label: 'Pupils, about', width: 4 },
      ],
    },
    {
      kind: 'row',
      fields: [
        {
          kind: 'text',
          name: `${name}.teacherName`,
          label: `Class ${row}: teacher`,
          optional: true,
          hint: 'Leave it empty if the teacher is to follow',
          width: 20,
        },
        {
          kind: 'email',
          name: `${name}.teacherEmail`,
          label: 'School e-mail of the teacher',
          optional: true,
          width: 20,
        },
      ],
    },
  ];
}

export function publicForm(material: PublicFormMaterial): FormView {
  const { urn, years, classes, parts, posted } = material;
  return {
    ...parts,
    action: '/interest',
    hidden: { urn, classes: String(classes) },
    trap: TRAP,
    fields: [
      { kind: 'text', name: 'headName', label: 'Your name', autocomplete: 'name', width: 30 },
      {
        kind: 'select',
        name: 'role',
        label: 'Your role',
        hint: 'Somebody who can sign for the school',
        options: [{ value: '', label: 'Choose your role' }, ...optionsOf(signerRoles)],
      },
      {
        kind: 'email',
        name: 'email',
        label: 'Your work e-mail address',
        hint: 'We send one mail there, in which you confirm this form',
        autocomplete: 'email',
        width: 30,
      },
      { kind: 'tel', name: 'phone', label: 'Telephone', optional: true, autocomplete: 'tel', width: 20 },
      {
        kind: 'radios',
        name: 'year',
        label: 'For which school year?',
        options: years.map((year) => ({ value: year, label: academicYear(year) })),
      },
      ...rowsOf(classes).flatMap(classFields),
      { kind: 'radios', name: 'linkedBefore', label: 'Has your school linked before?', options: before },
      {
        kind: 'checkboxes',
        name: 'priorities',
        label: 'What do you hope for?',
        optional: true,
        options: optionsOf(priorities),
      },
      {
        kind: 'checkboxes',
        name: 'constraints',
        label: 'What does your class need?',
        hint: 'For the class as a whole, never for one child',
        optional: true,
        options: optionsOf(interestConstraints),
      },
      { kind: 'textarea', name: 'note', label: 'Anything else that we should know', optional: true, rows: 3 },
    ],
    submitLabel: 'Send',
    moreSubmits: [
      ...(classes < MOST_CLASSES ? [{ name: 'step', value: 'add-class', label: 'Add another class' }] : []),
      { name: 'step', value: 'other-school', label: 'It is another school' },
    ],
    values: posted?.values() ?? { year: years[0] ?? '' },
    errors: posted?.errors ?? [],
  };
}

export interface ReadPublicForm {
  readonly year: string;
  readonly said: SaidInterest;
}

export function readPublicForm(posted: PostedForm, { years, classes }: PublicFormMaterial): ReadPublicForm {
  const name = nameOf(posted, 'headName', 'Enter your name');
  const role = posted.oneOf('role', signerRoles, 'Choose your role');
  const email = posted.email('email', 'Enter your work e-mail address, such as name@school.example');
  const phone = phoneOf(posted);
  const year = posted.oneOf('year', years, 'Choose the school year');
  const offered = rowsOf(classes).flatMap((row) => readClass(posted, row));
  const linked = posted.oneOf(
    'linkedBefore',
    ['no', 'yes', 'not-sure'],
    'Say whether your school has linked before',
  );
  const note = posted.words('note');
  return {
    year,
    said: {
      head: { name, role, email, ...(phone === undefined ? {} : { phone }) },
      classes: offered,
      priorities: posted.someOf('priorities', priorities),
      constraints: posted.someOf('constraints', interestConstraints),
      ...(linked === 'not-sure' ? {} : { linkedBefore: linked === 'yes' }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

function nameOf(posted: PostedForm, field: string, message: string): string {
  const name = posted.line(field, message);
  if (name.length > LONGEST_NAME) posted.wrong(field, `Use at most ${LONGEST_NAME} characters`);
  return name;
}

function phoneOf(posted: PostedForm): string | undefined {
  const phone = posted.optionalLine('phone');
  if (phone !== undefined && !PHONE.test(phone))
    posted.wrong('phone', 'Enter a telephone number such as 01274 555 000');
  return phone;
}

/** The first row is needed; of the others an empty one is no class. */
function readClass(posted: PostedForm, row: number): SaidInterest['classes'] {
  const name = `class.${row}`;
  const parts = ['yearGroup', 'mixedWith', 'pupilCount', 'teacherName', 'teacherEmail'];
  if (row > 1 && parts.every((part) => posted.typed(`${name}.${part}`) === '')) return [];
  const groups = yearGroupOptions.map(({ value }) => value).filter(Boolean);
  const group = Number(posted.oneOf(`${name}.yearGroup`, groups, `Choose the year group of class ${row}`));
  const mixed = posted.optionalOneOf(`${name}.mixedWith`, groups);
  const yearGroups = [...new Set([group, ...(mixed === undefined ? [] : [Number(mixed)])])];
  return [
    {
      yearGroups: yearGroups.toSorted((x, y) => x - y),
      pupilCount: posted.count(`${name}.pupilCount`, `Enter about how many pupils are in class ${row}`),
      placeholder: true,
      ...teacherOf(posted, name, row),
    },
  ];
}

function teacherOf(
  posted: PostedForm,
  name: string,
  row: number,
): Pick<SaidInterest['classes'][number], 'teachers'> {
  const email = posted.optionalEmail(
    `${name}.teacherEmail`,
    `Enter the e-mail address of the teacher of class ${row}`,
  );
  if (posted.typed(`${name}.teacherName`) === '') {
    if (email !== undefined)
      posted.wrong(`${name}.teacherName`, `Enter the name of the teacher of class ${row}`);
    return {};
  }
  const teacher = nameOf(posted, `${name}.teacherName`, '');
  return { teachers: [{ name: teacher, ...(email === undefined ? {} : { email }) }] };
}

const CONTROLS: ReadonlySet<string> = new Set([
  'urn',
  'q',
  'step',
  'choose',
  'idempotencyKey',
  '_csrf',
  TRAP,
]);

/** What was typed into the form, to go along while another school is looked for. */
export const carriedOf = (posted: PostedForm): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(posted.values()).filter(([name, value]) => !CONTROLS.has(name) && value !== ''),
  );
