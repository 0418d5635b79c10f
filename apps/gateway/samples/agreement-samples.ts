import type { AgreementView, SignedView, SigningView } from '../src/pages/agreement/signing-view.js';
import type { SignInView } from '../src/pages/accounts/sign-in-page.js';
import { declineForm, signInForm, signingForm } from './form-samples.js';

export const agreement: AgreementView = {
  eyebrow: 'Bradford · 2026–27',
  school: 'Brook Lane Primary',
  own: { className: 'Year 4 Kingfishers', school: 'Brook Lane Primary' },
  partner: { className: 'Year 4 Willow', school: 'St Aidan’s CofE Primary' },
  partnerSigned: 'Mr D. Okafor signed for St Aidan’s on 6 July',
  commitments: [
    {
      title: 'Release your teacher for two training sessions',
      detail: 'A full day in September or October and a half-day in January or February.',
    },
    { title: 'Pay for transport', detail: 'One trip to a neutral venue and one to the other school.' },
    { title: 'Host a visit', detail: 'Your partner class comes to you in spring or summer.' },
    { title: 'Give curriculum time', detail: 'Very importantly: for the classes to exchange work all year.' },
  ],
  facts: [
    { key: 'Link teacher', value: 'Tom Reeve' },
    { key: 'Training', value: 'Full day, 1 October 2026; planning half-day to follow' },
    { key: 'Pupils', value: '29' },
    { key: 'Journeys', value: 'Two, paid by your school' },
  ],
  beneath: 'Risk assessment and safeguarding stay with your school.',
};

const contact = { name: 'Amina Khan', email: 'bradford@linking.example' };

export const signingOpen: SigningView = {
  state: 'open',
  agreement,
  form: signingForm,
  notice:
    'This page is only for Mrs J. Ashdown and works until 18 September. We keep your name, role and the time you sign.',
  otherSigner: { href: '/sign/kfYw3r?for=head', label: 'I sign for her' },
  declineHref: '/sign/kfYw3r/decline',
  contact,
};

export const signingWithErrors: SigningView = {
  ...signingOpen,
  form: {
    ...signingForm,
    values: { signerName: '', signerRole: 'Deputy head' },
    errors: [
      { field: 'signerName', message: 'Enter your full name' },
      { field: 'agreed', message: 'Tick the box to agree to the points above.' },
    ],
  },
};

export const signingSigned: SigningView = {
  state: 'signed',
  agreement,
  sentence: 'This agreement was already signed by the headteacher on 9 September.',
  copy: 'Agreement BRD-2026-014, text 2026-1.',
  contact,
};

/** As the head who came after the signature reads it. */
export const signingForNewHead: SigningView = { ...signingSigned, revokeHref: '/sign/kfYw3r/revoke' };

export const signingDecline: SigningView = {
  state: 'answer',
  school: 'Brook Lane Primary',
  title: 'You cannot sign this agreement?',
  sentences: [
    'Tell us why. Your local facilitator reads it today and talks with you about what is possible.',
    'Nothing is lost: the agreement can be sent to you again.',
  ],
  form: declineForm,
  contact,
};

export const signingDeclined: SigningView = {
  state: 'declined',
  sentence: 'Brook Lane Primary declined on 9 September: we cannot pay for the transport.',
  contact,
};

export const signingRevoked: SigningView = {
  state: 'revoked',
  sentence: 'Somebody else is asked to sign for Brook Lane Primary now.',
  contact,
};

export const signingExpired: SigningView = {
  state: 'expired',
  sendAgain: {
    action: '/sign/kfYw3r/send-again',
    label: 'Send me a new one',
    look: 'primary',
    csrf: 'sample-csrf',
    idempotencyKey: 'k1',
  },
  contact,
};

export const signed: SignedView = {
  agreement,
  headline: 'Signed for Brook Lane Primary by Julia Ashdown, Headteacher, on 9 September 2026 at 08:05',
  copy: 'Agreement BRD-2026-014, text 2026-1.',
  next: ['Both schools have now signed: the two teachers get each other’s names today.'],
  contact,
};

export const signIn: SignInView = {
  form: signInForm,
  demonstration: {
    password: 'linking-demo-2026',
    people: [
      { role: 'Coordinator of Bradford', email: 'coordinator@bradford.example' },
      { role: 'National office', email: 'national@linking.example' },
      { role: 'Auditor', email: 'auditor@linking.example' },
      { role: 'Administrator', email: 'admin@linking.example' },
    ],
  },
};
