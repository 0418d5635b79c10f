import type { FormField, FormView } from '../src/pages/forms/form-view.js';
import type { FormPageView } from '../src/pages/forms/form-page.js';
import type { RegisterLineView, SessionListView, SessionView } from '../src/pages/training/training-view.js';

export const sessionList: SessionListView = {
  eyebrow: 'Bradford',
  sections: [
    {
      title: 'To come',
      rows: [
        {
          id: 's2',
          href: '/training/s2',
          on: '2026-11-25',
          kind: 'Half day',
          place: 'Margaret McMillan Tower, 13:00 to 15:30',
          numbers: '24 of 24 places taken, 2 waiting',
        },
        {
          id: 's3',
          href: '/training/s3',
          on: '2027-01-20',
          kind: 'Planning half-day',
          place: 'Place to follow, 09:15 to 12:00',
          numbers: '0 of 40 places taken',
        },
      ],
    },
    {
      title: 'Earlier',
      rows: [
        {
          id: 's1',
          href: '/training/s1',
          on: '2026-10-01',
          kind: 'Full day',
          place: 'Margaret McMillan Tower, 09:15 to 15:30',
          numbers: '17 of 24 places taken, 16 came',
        },
        {
          id: 's0',
          href: '/training/s0',
          on: '2026-09-24',
          kind: 'Full day',
          place: 'City Hall, 09:15 to 15:30',
          numbers: '3 of 24 places taken',
          tag: { tone: 'red', text: 'Cancelled' },
        },
      ],
    },
  ],
  empty: { title: 'No sessions yet', sentence: 'Plan the initial training for September or October.' },
  add: { href: '/training/plan', label: 'Plan a session' },
};

const parts = { csrf: 'sample-csrf', idempotencyKey: 'k2' };

const line = (
  key: string,
  teacher: string,
  school: string,
  ref: string,
  waits = false,
): RegisterLineView => ({
  key,
  teacher,
  school,
  link: { href: `/links/${ref}`, label: ref },
  status: waits ? { tone: 'amber', text: 'On the waiting list' } : { tone: 'blue', text: 'Enrolled' },
  giveUp: {
    ...parts,
    action: '/training/s2/give-up-place',
    label: 'Take off',
    look: 'link',
    labelMore: teacher,
    hidden: { place: `${ref}.a.${key}` },
  },
});

const places = [
  line('t1', 'Saira Malik', 'St Aidan’s CofE Primary', 'BRD-2026-014'),
  line('t2', 'Jo Fenwick', 'Oakworth Hill Primary', 'BRD-2026-022'),
  line('t3', 'Ali Raza', 'Lister Park Juniors', 'BRD-2026-009'),
];
const history = [
  {
    key: 'h2',
    when: 'Tue 3 Nov, 10:12',
    what: 'Moved to Wednesday 25 November 2026, 13:00 to 15:30, Margaret McMillan Tower: venue not available',
    who: 'Rosa Hartley',
  },
  {
    key: 'h1',
    when: 'Mon 14 Sept, 09:00',
    what: 'Planned for Wednesday 18 November 2026, 13:00 to 15:30',
    who: 'Rosa Hartley',
  },
];

export const session: SessionView = {
  eyebrow: 'Training · Bradford',
  heading: 'Half day on Wednesday 25 November 2026',
  notice: { tone: 'amber', text: 'Moved. It was on Wednesday 18 November 2026.' },
  facts: [
    { key: 'When', value: 'Wednesday 25 November 2026, 13:00 to 15:30' },
    { key: 'Where', value: 'Margaret McMillan Tower' },
    { key: 'Places', value: '3 of 3 taken' },
    { key: 'Waiting list', value: '2 teachers' },
  ],
  register: places,
  empty: { title: 'Nobody is enrolled yet', sentence: 'Enrol the teachers who still need this training.' },
  waiting: [
    line('t4', 'Tom Reeve', 'Ash Primary', 'BRD-2026-031', true),
    line('t5', 'Priya Shah', 'Elm Academy', 'BRD-2026-032', true),
  ],
  attendanceNote: 'Attendance can be recorded from 25 November 2026.',
  enrol: { href: '/training/s2/enrol', label: 'Enrol teachers: 4 still need it' },
  changes: [
    { href: '/training/s2/move', label: 'Move it' },
    { href: '/training/s2/cancel', label: 'Cancel it' },
  ],
  history,
};

const reasons = [
  { value: '', label: 'Choose a reason' },
  { value: 'illness', label: 'Illness' },
  { value: 'no-cover', label: 'No cover' },
];
const registerFields: readonly FormField[] = ['t1', 't2', 't3'].flatMap((id): FormField[] => [
  { kind: 'radios', name: `answer.${id}`, label: id, options: [] },
  { kind: 'select', name: `reason.${id}`, label: 'Why?', options: reasons },
  {
    kind: 'number',
    name: `minutes.${id}`,
    label: 'How many minutes?',
    hint: 'Empty: the whole session, 375 minutes',
    width: 4,
  },
]);
const registerForm: FormView = {
  ...parts,
  action: '/training/s2/attendance',
  fields: registerFields,
  submitLabel: 'Save the register',
  values: { 'answer.t1': 'came', 'minutes.t1': '180', 'answer.t2': 'missed' },
  errors: [{ field: 'reason.t2', message: 'Choose why Jo Fenwick missed it' }],
  hidden: { expectedRevision: '7' },
  idPrefix: 'attendance',
};
const { attendanceNote: _, changes: __, ...withoutNote } = session;

/** The day itself: the register is open, and came back because a reason is missing. */
export const sessionOnTheDay: SessionView = {
  ...withoutNote,
  changes: [],
  waiting: [],
  attendance: {
    form: registerForm,
    teachers: [
      { id: 't1', name: 'Saira Malik', school: 'St Aidan’s CofE Primary' },
      { id: 't2', name: 'Jo Fenwick', school: 'Oakworth Hill Primary' },
      { id: 't3', name: 'Ali Raza', school: 'Lister Park Juniors' },
    ],
    progress: '1 of 3 recorded. One button saves all of them.',
  },
};

export const sessionCancelled: SessionView = {
  ...withoutNote,
  notice: { tone: 'red', text: 'Cancelled: too few teachers. The places are taken back in every open link.' },
  register: places.map(({ giveUp: ___, ...one }) => ({
    ...one,
    status: { tone: 'grey', text: 'Cancelled' },
  })),
  waiting: [],
  changes: [],
};

export const enrolment: FormPageView = {
  title: 'Enrol teachers',
  eyebrow: 'Full day on Thursday 1 October 2026',
  known: [
    { key: 'When', value: 'Thursday 1 October 2026, 09:15 to 15:30' },
    { key: 'Places', value: '0 of 24 taken' },
  ],
  form: {
    ...parts,
    action: '/training/s2/enrol',
    fields: [
      {
        kind: 'checkboxes',
        name: 'teacher',
        label: 'Who still needs this training?',
        hint: '24 places are free; whoever comes later in the list waits. Untick whom you do not mean.',
        options: [
          {
            value: 'BRD-2026-014.a.t1',
            label: 'Saira Malik, St Aidan’s CofE Primary',
            hint: 'Full day: links for the first time. BRD-2026-014',
          },
          {
            value: 'BRD-2026-022.b.t2',
            label: 'Jo Fenwick, Oakworth Hill Primary',
            hint: 'Full day: links for the first time. BRD-2026-022. Not every school has signed yet',
          },
        ],
      },
      {
        kind: 'checkboxes',
        name: 'other',
        label: 'Others who still need training',
        hint: 'They need another kind. Tick who comes all the same.',
        options: [
          {
            value: 'BRD-2026-009.a.t3',
            label: 'Ali Raza, Lister Park Juniors',
            hint: 'Half day: has linked before. BRD-2026-009',
          },
        ],
      },
    ],
    submitLabel: 'Enrol all who are ticked',
    values: { teacher: ['BRD-2026-014.a.t1', 'BRD-2026-022.b.t2'] },
    errors: [],
    also: [{ href: '/training/s2', label: 'Back to the session', look: 'link' }],
  },
};
