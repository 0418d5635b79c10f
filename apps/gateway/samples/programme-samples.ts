import { nationalCalendar } from '@linking/domain/calendar/school-calendar.js';
import { nationalSteps } from '@linking/domain/programme/national-steps.js';
import { after, bradford, joined } from '@linking/domain/programme/spec-support/example-programme.js';
import { readTermDates } from '@linking/domain/programme/term-dates-file.js';
import type { FormView } from '../src/pages/forms/form-view.js';
import type { DisruptionView } from '../src/pages/programmes/disruption-page.js';
import type { ProgrammeListView } from '../src/pages/programmes/programme-list-page.js';
import type { ProgrammeView } from '../src/pages/programmes/programme-page.js';
import type { TermDatesView } from '../src/pages/programmes/term-dates-page.js';
import type { AffectedMeeting } from '../src/programmes/affected-meetings.js';
import { meetingFields, presetValues } from '../src/programmes/disruption-forms.js';
import { addFields } from '../src/programmes/add-programme-form.js';
import { programmeForms } from '../src/programmes/programme-forms.js';
import type { SeenProgramme } from '../src/programmes/programme-pages.js';
import { programmeListView } from '../src/programmes/programme-list-view-model.js';
import { programmeView } from '../src/programmes/programme-view-model.js';
import { termDatesFields, termDatesValues } from '../src/programmes/term-dates-forms.js';

const parts = { csrf: 'sample-csrf', idempotencyKey: 'sample-key' };
const TODAY = '2026-11-23';
const people: Readonly<Record<string, string>> = { u1: 'Amina Khan', u2: 'Ben Holt' };
const name = (userId: string) => people[userId] ?? 'a former colleague';
const storm = { disruptionId: 'd1', from: '2026-11-26', to: '2026-11-27', reasonCode: 'storm' } as const;

const full = joined(
  { distanceLimitKm: 15 },
  { type: 'CoordinatorAppointed', data: { userId: 'u1', from: '2025-05-01' } },
  { type: 'ProgrammeStarted', data: {} },
  {
    type: 'ProgrammeDetailsChanged',
    data: {
      name: 'Bradford',
      hostOrganisation: 'Bradford Council',
      aliases: ['Bradford District'],
      distanceLimitKm: 15,
    },
  },
  { type: 'CoordinatorEnded', data: { userId: 'u1', until: '2027-01-03' } },
  { type: 'CoordinatorAppointed', data: { userId: 'u2', from: '2027-01-04' } },
  { type: 'SwitchTurned', data: { switch: 'surveys', on: true } },
  { type: 'DigestTurned', data: { digest: 'daily-list', on: false } },
  {
    type: 'StepsChanged',
    data: { version: 1, steps: { ...nationalSteps, exchange: { by: '12-11', usualDays: 35 } } },
  },
  {
    type: 'TermDatesEntered',
    data: {
      academicYear: '2026-27',
      terms: nationalCalendar('2026-27').terms,
      closedDays: [{ from: '2027-01-04', to: '2027-01-04', kind: 'inset' }],
      daysToAvoid: [{ from: '2027-05-10', to: '2027-05-13', kind: 'sats' }],
    },
  },
  { type: 'DisruptionDeclared', data: storm },
);
const proposed = after([
  {
    type: 'ProgrammeProposed',
    data: { ...bradford, slug: 'walsall', code: 'WAL', name: 'Walsall', laCodes: ['335'] },
  },
]);

export const seen = (isOffice: boolean): SeenProgramme => ({
  programme: full,
  mayChange: true,
  isOffice,
  today: TODAY,
  mailbox: 'linking@bradford.example',
  stopped: [],
  note: () => undefined,
  name,
});

export const programmeList: ProgrammeListView = programmeListView(
  [full, ...(proposed === undefined ? [] : [proposed])],
  { name, today: TODAY, isOffice: true },
);
export const programmeListEmpty: ProgrammeListView = programmeListView([], {
  name,
  today: TODAY,
  isOffice: true,
});
export const programmeOfOffice: ProgrammeView = programmeView(seen(true), parts);
export const programmeOfCoordinator: ProgrammeView = programmeView(
  { ...seen(false), programme: joined() },
  parts,
);

export const addProgramme: FormView = {
  ...parts,
  action: '/programmes/add',
  fields: addFields,
  submitLabel: 'Add the programme',
  values: {},
  errors: [{ field: 'code', message: 'Enter three letters, such as TWH' }],
};

export const steps: FormView = {
  ...parts,
  action: '/programmes/bradford/change/steps',
  fields: programmeForms.get('steps')?.fields({ ...seen(true), people: [] }) ?? [],
  submitLabel: 'Save the steps',
  values: programmeForms.get('steps')?.values?.({ ...seen(true), people: [] }) ?? {},
  errors: [],
};

const meetings: readonly AffectedMeeting[] = (
  [
    ['BRD-2026-014', '2026-11-26', 'Brook Lane Primary and St Aidan’s CofE Primary'],
    ['BRD-2026-021', '2026-11-27', 'Ash Primary and Elm Academy'],
  ] as const
).map(([ref, on, schools]) => ({
  ref,
  number: 1,
  on,
  startsAt: '10:00',
  endsAt: '14:00',
  name: 'First meeting',
  schools,
  calls: ['Saira Malik, 01274 555 014', 'Tom Field, 01274 555 021'],
}));

export const disruption: DisruptionView = {
  eyebrow: 'Bradford',
  heading: 'Storm, 26 to 27 November 2026',
  lead: 'Mails to both schools and the venue go at once. Please phone as well.',
  state: { tone: 'amber', text: 'Declared' },
  form: {
    ...parts,
    action: '/programmes/bradford/disruptions/d1',
    fields: meetingFields(meetings),
    submitLabel: 'Save for all meetings',
    values: presetValues(meetings),
    errors: [{ field: 'BRD-2026-021-1.on', message: 'Enter the other day of BRD-2026-021' }],
  },
  noMeetings: '',
  lift: { ...parts, action: '/programmes/bradford/disruptions/d1/lift', label: 'Lift it' },
  calls: [],
};

export const disruptionDone: DisruptionView = {
  eyebrow: 'Bradford',
  heading: 'Storm, 26 to 27 November 2026',
  lead: '2 meetings are changed. Mails to both schools and the venue go at once.',
  state: { tone: 'amber', text: 'Declared' },
  noMeetings: 'No meeting in person is planned for these days any more.',
  lift: { ...parts, action: '/programmes/bradford/disruptions/d1/lift', label: 'Lift it' },
  calls: meetings.map(({ ref, schools, calls }) => `${ref}, ${schools}: ${calls.join('; ')}`),
};

const file = readTermDates('what,from,to\nINSET day,13/11/2026,\nSummer fair,12/6/2027,', '2026-27');

export const termDates: TermDatesView = {
  eyebrow: 'Bradford',
  heading: 'Term dates 2026–27',
  dates: {
    ...parts,
    action: '/programmes/bradford/term-dates/2026-27',
    fields: termDatesFields,
    submitLabel: 'Save the term dates',
    values: termDatesValues(file.dates),
    errors: [],
  },
  file: {
    ...parts,
    action: '/programmes/bradford/term-dates/2026-27/file',
    fields: [
      {
        kind: 'file',
        name: 'file',
        label: 'Calendar or table',
        hint: 'The calendar (.ics) of your council, or a CSV file with the columns what, from and to.',
        accept: '.ics,.csv',
      },
    ],
    submitLabel: 'Read the file',
    values: {},
    errors: [],
    multipart: true,
    idPrefix: 'file-',
  },
  read: {
    sentence: '1 entry of the file fills the form. Nothing is saved yet: look at the dates and save them.',
    leftOutTitle: '1 entry is left out: of another year, or in words that say nothing of terms.',
    leftOut: ['Line 3: Summer fair, 12 June 2027'],
  },
};
