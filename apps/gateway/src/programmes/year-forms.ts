import { nextYear } from '@linking/domain/calendar/academic-year.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { prioritiesOf } from '@linking/domain/programme/priorities.js';
import { localPriorities, recruitmentStates } from '@linking/events/programme/codes.js';
import { optionsOf } from '../links/forms/choices.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField } from '../pages/forms/form-view.js';
import { academicYear } from '@linking/words/format.js';
import type { FormMaterial, ProgrammeForm } from './programme-form.js';
import { recruitmentTags } from './programme-terms.js';

const yearsOf = ({ today }: Pick<FormMaterial, 'today'>): readonly string[] => {
  const now = academicYearOfDay(today);
  return [now, nextYear(now)];
};

const yearChoice = (material: FormMaterial): FormField => ({
  kind: 'select',
  name: 'year',
  label: 'For which year?',
  options: yearsOf(material).map((year) => ({ value: year, label: academicYear(year) })),
});

export const recruitmentForm: ProgrammeForm = {
  title: 'Are schools taken?',
  intro: 'Whoever asks to link reads it. You can still record a school that comes later.',
  submitLabel: 'Save',
  fields: (material) => [
    yearChoice(material),
    {
      kind: 'radios',
      name: 'state',
      label: 'Schools that ask',
      options: [
        { value: 'open', label: recruitmentTags.open.text, hint: 'Every school is welcome' },
        {
          value: 'waiting-list',
          label: recruitmentTags['waiting-list'].text,
          hint: 'A partner cannot be promised',
        },
        { value: 'closed', label: recruitmentTags.closed.text, hint: 'No more schools this year' },
      ],
    },
    { kind: 'date', name: 'from', label: 'From', hint: 'Empty: already', optional: true },
    {
      kind: 'date',
      name: 'until',
      label: 'To',
      hint: 'Its last day. Empty: until you change it',
      optional: true,
    },
  ],
  values: ({ programme, today, preset = {} }) => {
    const year = preset['year'] ?? academicYearOfDay(today);
    const known = programme.recruitment.find((it) => it.year === year);
    return {
      year,
      state: known?.state ?? 'open',
      ...(known?.from === undefined ? {} : dateValues('from', known.from)),
      ...(known?.until === undefined ? {} : dateValues('until', known.until)),
    };
  },
  read: (posted, material) => {
    const [from, until] = [posted.optionalDay('from'), posted.optionalDay('until')];
    return [
      {
        type: 'ChangeRecruitment',
        year: posted.oneOf('year', yearsOf(material), 'Choose the year'),
        state: posted.oneOf('state', recruitmentStates, 'Choose what becomes of schools that ask'),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      },
    ];
  },
  done: 'Whether schools are taken is saved.',
};

export const prioritiesForm: ProgrammeForm = {
  title: 'Local priorities',
  intro: 'What your place asks of its schools this year. It stands beside the schools when you pair them.',
  submitLabel: 'Save the priorities',
  onlyWith: 'funders',
  fields: (material) => [
    yearChoice(material),
    {
      kind: 'checkboxes',
      name: 'codes',
      label: 'Which priorities?',
      optional: true,
      options: optionsOf(localPriorities),
    },
    { kind: 'textarea', name: 'note', label: 'In words', optional: true },
  ],
  values: ({ programme, today, note, preset = {} }) => {
    const year = preset['year'] ?? academicYearOfDay(today);
    const known = prioritiesOf(programme, year);
    return { year, codes: known?.codes ?? [], note: note(known?.noteId) };
  },
  read: (posted, material) => {
    const note = posted.words('note');
    return [
      {
        type: 'SetPriorities',
        year: posted.oneOf('year', yearsOf(material), 'Choose the year'),
        codes: posted.someOf('codes', localPriorities),
        ...(note === undefined ? {} : { note }),
      },
    ];
  },
  done: 'The priorities are saved.',
};
