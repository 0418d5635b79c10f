import { agreementReasons } from '@linking/events/link/codes.js';
import { dayAndMonth } from '@linking/domain/calendar/words.js';
import { codeText, sideText } from '@linking/words/link-terms.js';
import { optionsOf } from '../links/forms/choices.js';
import type { AnswerView } from '../pages/agreement/signing-view.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type { SigningMaterial } from './signing-view-model.js';

/** What a school may answer instead of signing, or after somebody else signed for it. */
export type Answer = 'decline' | 'revoke';

export const reasonWords: Readonly<Record<string, string>> = {
  'transport-costs': 'We cannot pay for the transport',
  'teacher-release': 'We cannot release the teacher for training',
  'curriculum-time': 'We cannot give the curriculum time',
  'staff-changes': 'Our staff is changing',
  'not-the-right-year': 'It is not the right year for us',
  other: 'Another reason',
};

export interface AnswerForm {
  readonly answer: Answer;
  /** Of the page to sign on. */
  readonly address: string;
  readonly idempotencyKey: string;
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

export function answerView(material: SigningMaterial, asked: AnswerForm): AnswerView {
  const { link, side, names, contact } = material;
  const { answer, address, idempotencyKey, values = {}, errors = [] } = asked;
  const declines = answer === 'decline';
  return {
    state: 'answer',
    school: names.school(link.sides[side].urn),
    title: declines ? 'You cannot sign this agreement?' : 'Take your school’s signature back?',
    sentences: declines
      ? [
          'Tell us why. Your local facilitator reads it today and talks with you about what is possible.',
          'Nothing is lost: the agreement can be sent to you again.',
        ]
      : [
          `${signedBefore(material)} It stands unless you take it back.`,
          'Your local facilitator reads it today, talks with you, and tells the partner school.',
        ],
    form: {
      action: `${address}/${answer}`,
      fields: [
        {
          kind: 'radios',
          name: 'reasonCode',
          label: 'Why?',
          options: optionsOf(agreementReasons, reasonWords),
        },
        {
          kind: 'textarea',
          name: 'note',
          label: 'Anything your local facilitator should know',
          optional: true,
          rows: 4,
        },
      ],
      submitLabel: declines ? 'Decline the agreement' : 'Take the signature back',
      submitLook: 'warning',
      values,
      errors,
      csrf: '',
      idempotencyKey,
      also: [{ href: address, label: 'Back to the agreement', look: 'link' }],
    },
    contact,
  };
}

function signedBefore({ link, side, names }: SigningMaterial): string {
  const { signerId = '', signerRole = 'headteacher', signedOn = '' } = link.agreement[side];
  const { name } = names.person(signerId, signerRole, link.sides[side].urn);
  return `${name} signed the agreement on ${dayAndMonth(signedOn)}.`;
}

/** `Ash Primary declined on 9 September: we cannot pay for the transport.` */
export function declinedSentence({ link, side, names }: SigningMaterial): string {
  const { declinedOn = '', reasonCode = '' } = link.agreement[side];
  const why = reasonWords[reasonCode] ?? codeText(reasonCode);
  return `${sideText(link, side, names)} declined on ${dayAndMonth(declinedOn)}: ${lowerFirst(why)}.`;
}

/** Why an address does not open any more. */
export function endedSentence({ link, side, names }: SigningMaterial, personId: string): string {
  const { status, revokedOn = '' } = link.agreement[side];
  const school = names.school(link.sides[side].urn);
  if (link.outcome !== 'open') return 'This link has ended, so no signature is needed.';
  if (status === 'revoked') return `The agreement of ${school} was taken back on ${dayAndMonth(revokedOn)}.`;
  if (personId !== link.sides[side].headId) return `Somebody else is asked to sign for ${school} now.`;
  return 'Your local facilitator has taken this request back, or a newer e-mail brought you another address.';
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
