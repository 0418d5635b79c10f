import { dateValues } from '../src/pages/forms/date-field.js';
import type { FormView } from '../src/pages/forms/form-view.js';

const SENT_WITH = { csrf: 'sample-csrf', idempotencyKey: '0d4a1c2e-7f1b-4c55-9a53-9f5be0a1c001' };

export const meetingHeldForm: FormView = {
  ...SENT_WITH,
  action: '/links/BRD-2026-014/record-meeting',
  submitLabel: 'Record the meeting',
  fields: [
    { kind: 'date', name: 'on', label: 'Date of the meeting' },
    {
      kind: 'row',
      fields: [
        { kind: 'number', name: 'pupilsA', label: 'Pupils of Brook Lane', hint: 'Of 29', width: 4 },
        { kind: 'number', name: 'pupilsB', label: 'Pupils of St Aidan’s', hint: 'Of 27', width: 4 },
      ],
    },
    { kind: 'textarea', name: 'note', label: 'What worked well?', optional: true },
  ],
  values: dateValues('on', '2026-11-26'),
  errors: [],
  hidden: { expectedRevision: '12' },
  also: [
    { href: '/links/BRD-2026-014/reschedule-meeting?number=1', label: 'Move the date', look: 'secondary' },
    { href: '/links/BRD-2026-014/cancel-meeting?number=1', label: 'Did not happen', look: 'link' },
  ],
};

/** The same form as sent back: the day is in the future and a number is missing. */
export const meetingHeldFormWithErrors: FormView = {
  ...meetingHeldForm,
  values: { ...dateValues('on', '2027-03-28'), pupilsA: '27', pupilsB: '', note: 'Shields were a hit.' },
  errors: [
    { field: 'on', message: '28 March 2027 is a Sunday.' },
    { field: 'pupilsB', message: 'Enter how many pupils of St Aidan’s came' },
    { message: 'The figures were sent while the link was being changed.' },
  ],
  changedMeanwhile: {
    sentences: ['Saira Malik recorded work sent to Brook Lane.'],
    seeHref: '/links/BRD-2026-014',
  },
};

/** Every kind of field once. */
export const planMeetingForm: FormView = {
  ...SENT_WITH,
  action: '/links/BRD-2026-014/plan-meeting',
  submitLabel: 'Plan the meeting',
  fields: [
    {
      kind: 'radios',
      name: 'mode',
      label: 'How do they meet?',
      inline: true,
      options: [
        { value: 'in-person', label: 'In person' },
        { value: 'virtual', label: 'Online' },
      ],
    },
    { kind: 'date', name: 'on', label: 'Date', hint: 'For example, 26 11 2026' },
    {
      kind: 'row',
      fields: [
        { kind: 'time', name: 'startsAt', label: 'Begins', width: 5 },
        { kind: 'time', name: 'endsAt', label: 'Ends', width: 5 },
      ],
    },
    {
      kind: 'select',
      name: 'venueId',
      label: 'Where',
      options: [
        { value: '', label: 'Choose a place' },
        { value: 'v1', label: 'Cliffe Castle Museum, room for 60' },
        { value: 'a', label: 'At Brook Lane Primary' },
      ],
    },
    {
      kind: 'checkboxes',
      name: 'activities',
      label: 'What will they do?',
      options: [
        { value: 'name-games', label: 'Name games', hint: 'In mixed groups' },
        { value: 'art', label: 'Art together' },
        { value: 'lunch', label: 'Lunch together' },
      ],
    },
    { kind: 'number', name: 'pupilsExpected', label: 'Pupils expected', width: 4 },
    { kind: 'tick', name: 'neutral', label: 'The place belongs to neither school' },
    {
      kind: 'textarea',
      name: 'note',
      label: 'Note for both schools',
      hint: 'Both teachers read it.',
      optional: true,
    },
  ],
  values: { mode: 'in-person', activities: ['name-games', 'lunch'], startsAt: '10:00', endsAt: '14:00' },
  errors: [],
};

export const signInForm: FormView = {
  ...SENT_WITH,
  action: '/sign-in',
  submitLabel: 'Sign in',
  fields: [
    { kind: 'email', name: 'email', label: 'E-mail address', autocomplete: 'username' },
    { kind: 'password', name: 'password', label: 'Password', autocomplete: 'current-password' },
  ],
  values: {},
  errors: [],
};

export const signingForm: FormView = {
  ...SENT_WITH,
  action: '/sign/kfYw3r',
  submitLabel: 'Sign the agreement',
  fields: [
    { kind: 'text', name: 'signerName', label: 'Your full name', autocomplete: 'name' },
    { kind: 'text', name: 'signerRole', label: 'Your role', autocomplete: 'organization-title' },
    { kind: 'tick', name: 'agreed', label: 'I can sign for the school and agree to the four points above' },
  ],
  values: { signerName: 'Julia Ashdown', signerRole: 'Headteacher' },
  errors: [],
};

/** A school that does not sign, sent back because it gave no reason. */
export const declineForm: FormView = {
  ...SENT_WITH,
  action: '/sign/kfYw3r/decline',
  fields: [
    {
      kind: 'radios',
      name: 'reasonCode',
      label: 'Why?',
      options: [
        { value: 'transport-costs', label: 'We cannot pay for the transport' },
        { value: 'teacher-release', label: 'We cannot release the teacher for training' },
        { value: 'other', label: 'Another reason' },
      ],
    },
    {
      kind: 'textarea',
      name: 'note',
      label: 'Anything your local facilitator should know',
      optional: true,
      rows: 4,
    },
  ],
  submitLabel: 'Decline the agreement',
  submitLook: 'warning',
  values: {},
  errors: [{ field: 'reasonCode', message: 'Choose the reason' }],
  also: [{ href: '/sign/kfYw3r', label: 'Back to the agreement', look: 'link' }],
};
