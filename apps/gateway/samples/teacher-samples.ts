import { dateValues } from '../src/pages/forms/date-field.js';
import type { TeacherFormView, TeacherView, TaughtLinkView } from '../src/pages/teacher/teacher-view.js';

const address = '/teacher/kfYw3r';
const href = `${address}/BRD-2026-014/a`;
const button = (label: string, kind: string) => ({
  action: `${href}/sent`,
  label,
  look: 'primary' as const,
  csrf: 'sample-csrf',
  idempotencyKey: `k-${kind}`,
  hidden: { kind, tap: 'yes' },
});

const link: TaughtLinkView = {
  id: 'BRD-2026-014-a',
  ref: 'BRD-2026-014',
  heading: 'With St Aidan’s CofE Primary',
  own: { className: 'Year 4 Kingfishers', school: 'Brook Lane Primary' },
  partner: { className: 'Year 4 Willow', school: 'St Aidan’s CofE Primary' },
  next: {
    on: '2026-11-30',
    sentence:
      'Send your first work to St Aidan’s CofE Primary: identity work, photographs and first names, by 30 November 2026.',
    detail: 'Sent already? Say what, in one tap.',
    buttons: [
      button('Yes, we sent identity work', 'identity-work'),
      button('Yes, we sent photographs', 'photographs'),
      button('Yes, we sent first names', 'first-names'),
    ],
    also: { href: `${href}/sent`, label: 'We sent something else' },
  },
  partnerTeachers: [
    { name: 'Saira Malik', email: 's.malik@st-aidans.example', phone: '01632 960022' },
    { name: 'Jo Fenwick', email: 'j.fenwick@st-aidans.example' },
  ],
  steps: [
    { name: 'Initial training', state: 'done', when: '1 October 2026', details: [], actions: [] },
    {
      name: 'First exchange',
      state: 'next',
      when: 'by 30 November 2026',
      details: [
        'Identity work, photographs and first names.',
        'St Aidan’s CofE Primary sent photographs on 12 November 2026.',
      ],
      actions: [],
    },
    {
      name: 'First meeting',
      state: 'ahead',
      when: 'Thursday 10 December 2026, 10:00 to 14:00',
      details: [
        'Cliffe Castle Museum.',
        'Risk assessment and transport: not yet confirmed by you.',
        'St Aidan’s CofE Primary has confirmed its risk assessment.',
      ],
      actions: [{ href: `${href}/ready-1`, label: 'Get ready for the day' }],
    },
    { name: 'Curiosity questions', state: 'ahead', when: 'between the meetings', details: [], actions: [] },
    { name: 'Planning half-day', state: 'skipped', when: 'left out this year', details: [], actions: [] },
  ],
  recorded: [
    {
      id: 'e7',
      on: '2026-11-12',
      headline: 'St Aidan’s CofE Primary sent photographs to Brook Lane Primary',
      details: [],
      who: 'recorded by Saira Malik',
    },
  ],
  somethingWrong: {
    href: 'mailto:bradford@linking.example?subject=BRD-2026-014',
    label: 'Something is wrong here',
  },
};

export const teacherYear: TeacherView = {
  state: 'open',
  eyebrow: 'Bradford · 2026–27',
  name: 'Tom Reeve',
  links: [link],
  before: [],
  sessions: [
    {
      id: 's1',
      on: '2026-10-01',
      title: 'Training: full day',
      when: '09:15 to 15:30, Margaret McMillan Tower',
      tag: { tone: 'green', text: 'You were there' },
    },
    {
      id: 's2',
      on: '2027-01-21',
      title: 'Planning half-day',
      when: '13:00 to 15:30',
      tag: { tone: 'amber', text: 'You are on the waiting list' },
    },
  ],
  calendar: {
    action: `${address}/calendar`,
    label: 'Add my dates to my calendar',
    csrf: 'sample-csrf',
    idempotencyKey: 'k-calendar',
  },
  contacts: [{ name: 'Amina Khan', email: 'bradford@linking.example' }],
  notice:
    'This page is only for Tom Reeve and works until 31 October 2027. We keep what you record here, with your name and the time.',
};

/** Of a teacher who has nothing any more but what is kept for her to read. */
export const teacherReplaced: TeacherView = {
  ...teacherYear,
  links: [],
  before: ['You are no longer named as the link teacher of Brook Lane Primary.'],
  sessions: [],
};

export const teacherTwoLinks: TeacherView = {
  ...teacherYear,
  links: [
    {
      ...link,
      next: {
        on: '2026-11-26',
        sentence: 'How did it go? Tell us of the first meeting on Thursday 26 November 2026.',
        detail: 'Two numbers of pupils, two of adults, two questions: about a minute.',
        buttons: [],
        onward: { href: `${href}/met-1`, label: 'Record the meeting' },
      },
    },
    {
      ...link,
      id: 'BRD-2026-022-b',
      ref: 'BRD-2026-022',
      heading: 'With Oakworth Hill Primary',
      tag: { tone: 'grey', text: 'Paused' },
      next: {
        sentence: 'This link is paused until 4 January 2027. Nothing is asked of you until it goes on.',
        buttons: [],
      },
      partnerTeachers: [],
      partnerNote: 'Oakworth Hill Primary has not named its teacher yet.',
      steps: [],
      recorded: [],
    },
  ],
};

const feed = 'linking.example/calendar/kfYw3rkfYw3rkfYw3rkfYw3rkfYw3rkfYw3rkfYw3r.ics';

export const teacherCalendar: TeacherView = {
  state: 'calendar',
  address: `https://${feed}`,
  webcal: `webcal://${feed}`,
  back: { href: address, label: 'Back to your page' },
};

export const teacherExpired: TeacherView = {
  state: 'expired',
  year: '2026–27',
  sendAgain: {
    action: `${address}/send-again`,
    label: 'Send me a new one',
    look: 'primary',
    csrf: 'sample-csrf',
    idempotencyKey: 'k1',
  },
};

export const teacherMeetingForm: TeacherFormView = {
  title: 'How did it go?',
  eyebrow: 'BRD-2026-014 · with St Aidan’s CofE Primary',
  lead: 'First meeting: planned for Thursday 26 November 2026, 10:00 to 14:00, Cliffe Castle Museum.',
  form: {
    action: `${href}/met-1`,
    submitLabel: 'Record the meeting',
    fields: [
      { kind: 'date', name: 'on', label: 'When did you meet?' },
      {
        kind: 'row',
        fields: [
          { kind: 'number', name: 'pupilsOwn', label: 'Your pupils', hint: 'Of 29 in the class', width: 4 },
          {
            kind: 'number',
            name: 'pupilsPartner',
            label: 'Their pupils',
            hint: 'Of 27 in the class',
            width: 4,
          },
        ],
      },
      {
        kind: 'radios',
        name: 'collaborative',
        label: 'Did the children work in mixed groups?',
        inline: true,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
      },
      { kind: 'textarea', name: 'note', label: 'Anything to add?', optional: true, rows: 3 },
    ],
    values: { ...dateValues('on', '2026-11-26'), pupilsOwn: '' },
    errors: [{ field: 'pupilsOwn', message: 'Enter how many of your pupils came' }],
    csrf: 'sample-csrf',
    idempotencyKey: 'k2',
    also: [{ href: address, label: 'Back to your page', look: 'link' }],
  },
};
