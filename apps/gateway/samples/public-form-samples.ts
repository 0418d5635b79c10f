import type { FormView } from '../src/pages/forms/form-view.js';
import type { ConfirmView, PublicFormView } from '../src/pages/public-form/public-form-view.js';
import { publicForm } from '../src/public-form/public-form-fields.js';
import type { AddSchoolView } from '../src/pages/schools/add-school-page.js';
import { addSchoolView } from '../src/schools/school-by-hand-forms.js';

const parts = { csrf: 'sample-csrf', idempotencyKey: 'sample-key' };
const writeTo = { name: 'Schools Linking Bradford', email: 'bradford@linking.example' };
const office = { name: 'The national office of Schools Linking', email: 'office@linking.example' };
const brook = { urn: '900001', name: 'Brook Lane Primary School', place: 'Bradford · BD9 4LA · URN 900001' };

export const notInUse: PublicFormView = { state: 'not-in-use', writeTo: office };

export const findSchool: PublicFormView = {
  state: 'find',
  q: 'brook',
  schools: [
    brook,
    {
      urn: '107245',
      name: 'Brookside Infants',
      place: 'Shipley · BD18 3AA · URN 107245',
      closed: 'Brookside Infants closed on 31 August 2025. Its successor is Brookside Academy (149210).',
    },
  ],
  more: true,
  carried: {},
  ...parts,
};

/** After something was typed already. */
export const wrongUrn: PublicFormView = {
  state: 'find',
  q: '999999',
  schools: [brook],
  more: false,
  problem: 'There is no school with the URN 999999 in the national register. Check the six digits.',
  writeTo: office,
  carried: { headName: 'Helen Marsh', priorities: ['oracy', 'transition'] },
  ...parts,
};

const form: FormView = publicForm({ urn: '900001', years: ['2026-27', '2027-28'], classes: 2, parts });

export const openForm: PublicFormView = { state: 'form', school: brook, form };
export const formOfNoArea: PublicFormView = {
  state: 'form',
  school: { ...brook, place: 'Truro · TR1 1AA · URN 900012' },
  notice:
    'We do not have a programme in Cornwall. The national office will contact you within 5 working days.',
  form: { ...form, errors: [{ field: 'headName', message: 'Enter your name' }] },
};

export const sent: PublicFormView = {
  state: 'sent',
  validDays: 3,
  demonstration: { href: '/interest/confirm/x' },
};

export const confirmOpen: ConfirmView = {
  state: 'open',
  eyebrow: 'Schools Linking, 2026–27',
  school: 'Brook Lane Primary School',
  facts: [
    { key: 'School', value: 'Brook Lane Primary School' },
    { key: 'You', value: 'Helen Marsh, headteacher' },
    { key: 'E-mail', value: 'helen@brook-lane.example' },
    { key: 'Class 1', value: 'Years 3 and 4, about 28 pupils, teacher to follow' },
  ],
  problem: 'Bradford is paused: it takes no new classes and links.',
  confirm: { action: '/interest/confirm/x', label: 'Yes, send it', look: 'primary', ...parts },
};

export const confirmRecorded: ConfirmView = {
  state: 'recorded',
  heading: 'Thank you: we have your interest',
  sentences: [
    'Brook Lane Primary School offers 1 class for 2026–27.',
    'Schools Linking Bradford looks for a partner class and will be in touch.',
  ],
  writeTo,
};

export const confirmExpired: ConfirmView = {
  state: 'expired',
  sendAgain: {
    action: '/interest/confirm/x/send-again',
    label: 'Send me a new one',
    look: 'primary',
    ...parts,
  },
};

export const addSchool: AddSchoolView = addSchoolView({
  parts,
  similar: [
    { urn: '900001', name: 'Brook Lane Primary School', town: 'Bradford', figures: {}, asOf: '2026-11-01' },
    { urn: 'N00004', name: 'Brook Free School', figures: {}, asOf: '2026-11-01' },
  ],
  today: '2026-11-23',
  laCode: '380',
});
