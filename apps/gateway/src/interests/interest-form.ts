import { interestConstraints } from '@linking/events/interest/codes.js';
import type { InterestInBody } from '@linking/application/interests/interest-commands.js';
import type { School } from '@linking/application/schools/find-schools.js';
import { academicYear } from '@linking/words/format.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { optionsOf } from '../links/forms/choices.js';

export interface InterestFormMaterial {
  readonly school: School;
  /** The years for which classes are paired. */
  readonly years: readonly string[];
  readonly today: string;
  /** Sentences about years for which its programme takes no more schools. */
  readonly recruitment: readonly string[];
  /** The school lies outside the coordinator's own areas: whose it is by the register, if anybody's. */
  readonly elsewhere?: { readonly own: string; readonly ownName: string; readonly to?: string };
  readonly parts: { readonly csrf: string; readonly idempotencyKey: string };
  readonly posted?: PostedForm;
}

const keptReasons = ['school-asked-for-us', 'nearer-to-us', 'linked-with-us-before'] as const;
const channels = ['phone', 'e-mail', 'meeting', 'form', 'asked-again'] as const;
/** What a school may hope for. */
export const priorities = [
  'community-cohesion',
  'oracy',
  'pupil-voice',
  'rural-urban',
  'faith-dialogue',
  'transition',
] as const;
/** Rows for classes; an empty row is no class. */
const ROWS = [1, 2, 3] as const;
export const yearGroupOptions = [
  { value: '', label: '–' },
  ...Array.from({ length: 14 }, (_, year) => ({
    value: String(year),
    label: year === 0 ? 'Reception' : `Year ${year}`,
  })),
];

/** Asked only for a school outside the own area: handed on, or kept with a reason. */
function elsewhereFields({ elsewhere }: InterestFormMaterial): FormField[] {
  if (elsewhere === undefined) return [];
  const { ownName, to } = elsewhere;
  return [
    {
      kind: 'radios',
      name: 'goesTo',
      label:
        to === undefined
          ? `The school lies outside ${ownName}, and in no other area for certain. Who shall look after it?`
          : `The school lies in the area of ${to}. Who shall look after it?`,
      options: [
        {
          value: 'hand-on',
          label: to === undefined ? 'Give it to the national office' : `Hand it over to ${to}`,
          hint: 'You can go on reading what becomes of it.',
        },
        { value: 'keep', label: `Keep it in ${ownName}`, hint: 'Choose the reason below.' },
      ],
    },
    {
      kind: 'select',
      name: 'keptBecause',
      label: `Why does ${ownName} keep it?`,
      optional: true,
      options: [{ value: '', label: 'Choose a reason' }, ...optionsOf(keptReasons)],
    },
  ];
}

function readElsewhere(
  posted: PostedForm,
  { elsewhere }: InterestFormMaterial,
): Pick<InterestInBody, 'programme' | 'keptBecause'> {
  if (elsewhere === undefined) return {};
  const choice = posted.oneOf('goesTo', ['hand-on', 'keep'], 'Choose who looks after it');
  if (choice !== 'keep') return {};
  return {
    programme: elsewhere.own,
    keptBecause: posted.oneOf('keptBecause', keptReasons, 'Choose why you keep it'),
  };
}

export function interestForm(material: InterestFormMaterial): FormView {
  const { school, years, today, parts, posted } = material;
  return {
    ...parts,
    action: `/waiting/add?urn=${school.urn}`,
    fields: [
      ...elsewhereFields(material),
      {
        kind: 'select',
        name: 'year',
        label: 'For which year?',
        options: years.map((year) => ({ value: year, label: academicYear(year) })),
      },
      {
        kind: 'radios',
        name: 'channel',
        label: 'How did they get in touch?',
        inline: true,
        options: optionsOf(channels),
      },
      { kind: 'date', name: 'expressedOn', label: 'When?' },
      { kind: 'text', name: 'headName', label: 'Name of the headteacher', width: 30 },
      { kind: 'email', name: 'headEmail', label: 'E-mail address of the headteacher', width: 30 },
      { kind: 'tel', name: 'headPhone', label: 'Telephone', optional: true, width: 20 },
      {
        kind: 'checkboxes',
        name: 'priorities',
        label: 'What do they hope for?',
        optional: true,
        options: optionsOf(priorities),
      },
      {
        kind: 'checkboxes',
        name: 'constraints',
        label: 'What do they need?',
        hint: 'For the class as a whole, never for one child',
        optional: true,
        options: optionsOf(interestConstraints),
      },
      {
        kind: 'radios',
        name: 'linkedBefore',
        label: 'Has the school linked before?',
        optional: true,
        inline: true,
        options: [
          { value: 'no', label: 'No, for the first time' },
          { value: 'yes', label: 'Yes' },
        ],
      },
      ...ROWS.map((row) => ({
        kind: 'row' as const,
        fields: [
          {
            kind: 'select' as const,
            name: `class.${row}.yearGroup`,
            label: `Class ${row}: year group`,
            optional: row > 1,
            options: yearGroupOptions,
          },
          {
            kind: 'number' as const,
            name: `class.${row}.pupilCount`,
            label: 'Pupils',
            optional: row > 1,
            width: 4 as const,
          },
          {
            kind: 'text' as const,
            name: `class.${row}.name`,
            label: 'Name, if known',
            optional: true,
            width: 10 as const,
          },
        ],
      })),
      { kind: 'textarea', name: 'note', label: 'Note', optional: true },
    ],
    submitLabel: 'Record the interest',
    values: posted?.values() ?? {
      year: years[0] ?? '',
      channel: 'phone',
      ...dateValues('expressedOn', today),
    },
    errors: posted?.errors ?? [],
    also: [{ href: '/waiting/add', label: 'Choose another school', look: 'link' }],
  };
}

export function readInterestForm(posted: PostedForm, material: InterestFormMaterial): InterestInBody {
  const { school, years } = material;
  const elsewhere = readElsewhere(posted, material);
  const headPhone = posted.optionalLine('headPhone');
  const note = posted.words('note');
  const linkedBefore = posted.optionalOneOf('linkedBefore', ['no', 'yes']);
  return {
    ...elsewhere,
    year: posted.oneOf('year', years, 'Choose the year'),
    urn: school.urn,
    channel: posted.oneOf('channel', channels, 'Choose how they got in touch'),
    expressedOn: posted.day('expressedOn', 'Enter the day on which they got in touch'),
    head: {
      name: posted.line('headName', 'Enter the name of the headteacher'),
      email: posted.email('headEmail', 'Enter the e-mail address of the headteacher'),
      ...(headPhone === undefined ? {} : { phone: headPhone }),
    },
    priorities: posted.someOf('priorities', priorities),
    constraints: posted.someOf('constraints', interestConstraints),
    ...(linkedBefore === undefined ? {} : { linkedBefore: linkedBefore === 'yes' }),
    classes: ROWS.flatMap((row) => readClass(posted, `class.${row}`, row === 1)),
    ...(note === undefined ? {} : { note }),
  };
}

function readClass(posted: PostedForm, row: string, needed: boolean): InterestInBody['classes'] {
  const given = ['yearGroup', 'pupilCount', 'name'].some((part) => posted.typed(`${row}.${part}`) !== '');
  if (!given && !needed) return [];
  const groups = yearGroupOptions.map(({ value }) => value).filter(Boolean);
  const name = posted.optionalLine(`${row}.name`);
  return [
    {
      yearGroups: [Number(posted.oneOf(`${row}.yearGroup`, groups, 'Choose the year group'))],
      pupilCount: posted.count(`${row}.pupilCount`, 'Enter about how many pupils are in the class'),
      ...(name === undefined ? { placeholder: true } : { name }),
    },
  ];
}
