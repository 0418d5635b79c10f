import type { GrantInBody } from '@linking/application/grants/grant-commands.js';
import type { GrantDetails } from '@linking/application/grants/seen-grants.js';
import { isPossibleDate } from '@linking/domain/calendar/london.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { grantEndReasons, grantPurposes } from '@linking/events/grant/grant-events.js';
import { optionsOf, reasonField } from '../links/forms/choices.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { longDay } from '@linking/words/format.js';

export interface GrantFormMaterial {
  /** Those that the person may name. */
  readonly programmes: readonly Pick<Programme, 'slug' | 'name'>[];
  readonly isOffice: boolean;
}

export const grantFields = ({ programmes, isOffice }: GrantFormMaterial): readonly FormField[] => [
  {
    kind: 'text',
    name: 'funder',
    label: 'Who pays?',
    hint: 'The organisation. No names of persons.',
    width: 30,
  },
  ...(isOffice
    ? [
        {
          kind: 'radios',
          name: 'kind',
          label: 'Which kind of funder?',
          options: [
            { value: 'national', label: 'National', hint: 'Without a programme ticked it pays for all' },
            { value: 'local', label: 'Local', hint: 'It pays for the programmes you tick' },
          ],
        } as const,
      ]
    : []),
  { kind: 'date', name: 'from', label: 'First day', hint: 'For example, 1 9 2026' },
  { kind: 'date', name: 'until', label: 'Last day', hint: 'For example, 31 8 2027' },
  {
    kind: 'checkboxes',
    name: 'programmes',
    label: 'For which programmes?',
    optional: isOffice,
    options: programmes.map(({ slug, name }) => ({ value: slug, label: name })),
  },
  {
    kind: 'checkboxes',
    name: 'pays',
    label: 'What does it pay?',
    optional: true,
    options: optionsOf(grantPurposes),
  },
  {
    kind: 'text',
    name: 'reportsDue',
    label: 'When are reports due?',
    hint: 'Days with commas between them, such as 31/1/2027, 30/9/2027',
    optional: true,
    width: 30,
  },
];

export const grantValues = ({
  funder,
  kind,
  from,
  until,
  programmes,
  pays,
  reportsDue,
}: GrantDetails): FormView['values'] => ({
  funder,
  kind,
  ...dateValues('from', from),
  ...dateValues('until', until),
  programmes: programmes === 'all' ? [] : programmes,
  pays,
  reportsDue: reportsDue.map(typedDay).join(', '),
});

const typedDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
};

export function readGrantForm(posted: PostedForm, { programmes, isOffice }: GrantFormMaterial): GrantInBody {
  const kind = isOffice
    ? posted.oneOf('kind', ['national', 'local'] as const, 'Choose which kind of funder it is')
    : 'local';
  const named = posted.someOf(
    'programmes',
    programmes.map(({ slug }) => slug),
  );
  if (kind === 'local' && named.length === 0) posted.wrong('programmes', 'Choose the programmes it pays for');
  return {
    funder: posted.line('funder', 'Enter who pays'),
    kind,
    from: posted.day('from', 'Enter its first day'),
    until: posted.day('until', 'Enter its last day'),
    programmes: named.length === 0 ? 'all' : named,
    pays: posted.someOf('pays', grantPurposes),
    reportsDue: readDays(posted),
  };
}

/** `31/1/2027, 30.9.2027`. */
function readDays(posted: PostedForm): readonly string[] {
  const typed = posted
    .typed('reportsDue')
    .split(/[,;]/)
    .map((it) => it.trim());
  return typed.filter(Boolean).map((text) => {
    const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(text) ?? [];
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (year === '' || !isPossibleDate(written)) {
      posted.wrong('reportsDue', `“${text}” is not a day; write it as 31/1/2027`);
    }
    return written;
  });
}

/** The reports that were not delivered yet. */
export const openReports = ({ reportsDue, delivered = [] }: Pick<GrantDetails, 'reportsDue' | 'delivered'>) =>
  reportsDue.filter((due) => !delivered.some((it) => it.due === due));

export const reportFields = (grant: GrantDetails): readonly FormField[] => [
  {
    kind: 'radios',
    name: 'due',
    label: 'Which report?',
    options: openReports(grant).map((due) => ({ value: due, label: `Due ${longDay(due)}` })),
  },
  { kind: 'date', name: 'on', label: 'When did it go to the funder?', hint: 'For example, 25 1 2027' },
];

export const readReport = (posted: PostedForm, grant: GrantDetails) => ({
  type: 'RecordReportDelivered' as const,
  due: posted.oneOf('due', openReports(grant), 'Choose the report'),
  on: posted.day('on', 'Enter the day on which it went'),
});

export const endFields: readonly FormField[] = [
  { kind: 'date', name: 'on', label: 'Its last day', hint: 'For example, 31 3 2027' },
  reasonField(grantEndReasons),
];

export const readEnd = (posted: PostedForm) => ({
  type: 'EndGrant' as const,
  on: posted.day('on', 'Enter its last day'),
  reasonCode: posted.oneOf('reasonCode', grantEndReasons, 'Choose a reason'),
});
