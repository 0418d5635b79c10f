import type { NoView, ProposalView } from '../src/pages/proposal/proposal-view.js';

const contact = { name: 'Amina Khan', email: 'bradford@linking.example' };
const button = (action: string, label: string) =>
  ({ action, label, look: 'primary', csrf: 'sample-csrf', idempotencyKey: 'k1' }) as const;

const offer = {
  eyebrow: 'Bradford · 2026–27',
  title: 'A linking partner for 4 Oak',
  pair: {
    own: { className: '4 Oak', school: 'Brook Lane Primary' },
    partner: { className: '4 Ash', school: 'St Aidan’s Church of England Primary' },
  },
  lead: 'Would you like these two classes to link in 2026–27? Nothing is settled before both schools say yes.',
  facts: [
    { key: 'Their class', value: 'Year 4, 30 pupils' },
    { key: 'Distance', value: '3 miles between the schools' },
  ],
  reasons: [
    'In one of the two schools more children speak another language at home.',
    'The children are of a similar age.',
  ],
  askedTitle: 'If both schools say yes',
  askedLead: 'Each school signs one short agreement:',
  asked: [
    'The link teacher is released for two training sessions',
    'Each school pays for transport to the neutral venue and to the other school, and hosts a visit',
    'There is curriculum time for the classes to exchange work all year',
  ],
};

export const proposalOpen: ProposalView = {
  state: 'open',
  offer,
  yes: button('/proposal/kfYw3r/yes', 'Yes, we would like to link'),
  noHref: '/proposal/kfYw3r/no',
  notice:
    'This page is only for Mrs J. Ashdown and works until 6 July 2026. We keep your answer and the time you gave it.',
  contact,
};

export const proposalNo: NoView = {
  state: 'no',
  school: 'Brook Lane Primary',
  title: 'You would rather not link with this class?',
  sentences: [
    'That is a good answer too. Tell us why, and we look for a partner who fits better.',
    'Your local facilitator reads it today.',
  ],
  form: {
    action: '/proposal/kfYw3r/no',
    csrf: 'sample-csrf',
    idempotencyKey: 'k1',
    fields: [
      {
        kind: 'radios',
        name: 'reasonCode',
        label: 'Why?',
        options: [
          { value: 'other-plans', label: 'We have other plans this year' },
          { value: 'distance', label: 'The other school is too far away' },
          { value: 'other', label: 'Another reason' },
        ],
      },
      {
        kind: 'radios',
        name: 'wantsOtherPartner',
        label: 'Shall we look for another partner for 4 Oak?',
        options: [
          { value: 'yes', label: 'Yes, please' },
          { value: 'no', label: 'No, not this year' },
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
    submitLabel: 'Say no to this partner',
    submitLook: 'warning',
    values: {},
    errors: [
      { field: 'reasonCode', message: 'Choose the reason' },
      { field: 'wantsOtherPartner', message: 'Choose whether we look for another partner' },
    ],
    also: [{ href: '/proposal/kfYw3r', label: 'Back to the partner', look: 'link' }],
  },
  contact,
};

export const proposalAccepted: ProposalView = {
  state: 'accepted',
  offer,
  sentence: 'Your school said yes on 9 June.',
  next: [
    'We wait for St Aidan’s Church of England Primary to answer as well. You hear from us either way.',
    'Once both have said yes, we send you one short agreement to sign.',
  ],
  contact,
};

export const proposalDeclined: ProposalView = {
  state: 'declined',
  sentence: 'Brook Lane Primary said no on 9 June: we have other plans this year.',
  contact,
};

export const proposalEnded: ProposalView = {
  state: 'ended',
  sentence: 'This link does not go on. Your local facilitator tells you what comes next.',
  contact,
};

export const proposalExpired: ProposalView = {
  state: 'expired',
  sendAgain: button('/proposal/kfYw3r/send-again', 'Send me a new one'),
  contact,
};
