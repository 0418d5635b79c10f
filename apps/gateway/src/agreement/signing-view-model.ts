import { signerRoles } from '@linking/events/link/codes.js';
import type { Side } from '@linking/events/link/link-events.js';
import { agreementText, currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { dayAndMonth } from '@linking/domain/calendar/words.js';
import { otherSide, type Link } from '@linking/domain/link/link.js';
import { academicYear, longDay } from '@linking/words/format.js';
import type { AgreementView, ContactView, SignedView } from '../pages/agreement/signing-view.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { optionsOf } from '../links/forms/choices.js';
import { capital, codeText, listText, trainingNames, yearGroupsText } from '@linking/words/link-terms.js';

/** A link as one of its two schools is asked to sign it. */
export interface SigningMaterial {
  readonly link: Link;
  readonly side: Side;
  readonly names: LinkNames;
  readonly programme: string;
  readonly contact: ContactView;
}

export const textOf = ({ link, side }: Pick<SigningMaterial, 'link' | 'side'>) =>
  agreementText(link.agreement[side].textVersion ?? '') ?? currentAgreementText;

export function agreementOf(material: SigningMaterial): AgreementView {
  const { link, side, names, programme } = material;
  const other = otherSide(side);
  const text = textOf(material);
  const inSchool = link.kind === 'in-school';
  const partnerSigned = inSchool ? undefined : signedSentence(link, other, names);
  return {
    eyebrow: `${programme} · ${academicYear(link.year)}`,
    school: names.school(link.sides[side].urn),
    own: classOf(link, side, names),
    partner: classOf(link, other, names),
    ...(partnerSigned === undefined ? {} : { partnerSigned }),
    commitments: text.commitments.map(({ title, detail }) => ({ title, detail })),
    facts: factsOf(material),
    beneath: text.beneath,
  };
}

/** A class with its school, as it stands on a page that a school opens. */
export function classOf(link: Link, side: Side, names: LinkNames) {
  const { urn, classNameId, yearGroups } = link.sides[side];
  return {
    className: names.note(classNameId) ?? `${yearGroupsText(yearGroups)} class`,
    school: names.school(urn),
  };
}

function factsOf({ link, side, names }: SigningMaterial): AgreementView['facts'] {
  const { teachers, urn, pupilCount } = link.sides[side];
  const who = teachers.map(({ teacherId }) => names.person(teacherId, 'teacher', urn).name);
  const training = link.training.filter((record) => record.side === side);
  const [needs] = teachers.map((teacher) => trainingNames[teacher.needs]);
  return [
    { key: 'Link teacher', value: who.length === 0 ? 'To follow' : listText(who) },
    {
      key: 'Training',
      value:
        training.length > 0
          ? training.map(({ kind, on }) => `${trainingNames[kind]}, ${longDay(on)}`).join('; ')
          : `${needs ?? 'Initial training'} in September or October, date to follow`,
    },
    { key: 'Pupils', value: String(pupilCount) },
    link.kind === 'in-school'
      ? { key: 'Journeys', value: 'None, both classes are at your school' }
      : { key: 'Journeys', value: 'Two, paid by your school' },
  ];
}

function signedSentence(link: Link, side: Side, names: LinkNames): string | undefined {
  const { status, signerId, signerRole = 'headteacher', signedOn } = link.agreement[side];
  if (status !== 'signed' || signerId === undefined) return undefined;
  const { urn } = link.sides[side];
  const day = signedOn === undefined ? '' : ` on ${dayAndMonth(signedOn)}`;
  return `${names.person(signerId, signerRole, urn).name} signed for ${names.school(urn)}${day}`;
}

/** `This agreement was already signed by the headteacher on 9 September.` */
export function alreadySigned({ link, side }: SigningMaterial): string {
  const { signerRole = 'headteacher', signedOn = '' } = link.agreement[side];
  return `This agreement was already signed by the ${codeText(signerRole)} on ${dayAndMonth(signedOn)}.`;
}

/** What the signed text is told by when somebody asks for it. */
export const copyOf = (material: SigningMaterial) =>
  `Agreement ${material.link.ref}, text ${textOf(material).version}.`;

export function signedView(material: SigningMaterial): SignedView {
  const { link, side, names, contact } = material;
  const { signerId = '', signerRole = 'headteacher', signedOn = '' } = link.agreement[side];
  const { urn } = link.sides[side];
  const signer = names.person(signerId, signerRole, urn).name;
  const waits = link.kind === 'between-schools' && link.agreement[otherSide(side)].status !== 'signed';
  return {
    agreement: agreementOf(material),
    headline: `Signed for ${names.school(urn)} by ${signer}, ${codeText(signerRole)}, on ${longDay(signedOn)}`,
    copy: copyOf(material),
    next: [
      waits
        ? `We wait for ${names.school(link.sides[otherSide(side)].urn)} to sign as well.`
        : 'Both classes may begin. Their teachers hear from us by e-mail.',
      'Your local facilitator tells your teacher when the training is.',
    ],
    contact,
  };
}

export interface SigningForm {
  readonly address: string;
  /** Somebody else of the school signs for the person who was asked. */
  readonly forHead: boolean;
  readonly headName: string;
  readonly idempotencyKey: string;
  readonly values?: FormView['values'];
  readonly errors?: readonly FormError[];
}

export function signingForm(material: SigningMaterial, asked: SigningForm): FormView {
  const { address, forHead, headName, idempotencyKey, values, errors = [] } = asked;
  return {
    action: `${address}${forHead ? '?for=head' : ''}`,
    fields: [
      { kind: 'text', name: 'signerName', label: 'Your full name', autocomplete: 'name' },
      { kind: 'select', name: 'signerRole', label: 'Your role', options: optionsOf(signerRoles) },
      { kind: 'tick', name: 'agreed', label: textOf(material).tick },
    ],
    submitLabel: 'Sign the agreement',
    values:
      values ??
      (forHead ? { signerRole: 'deputy-headteacher' } : { signerName: headName, signerRole: 'headteacher' }),
    errors,
    // The address itself is what only its reader has.
    csrf: '',
    idempotencyKey,
  };
}

export function signingNotice(headName: string, expiresAt: string, forHead: boolean): string {
  const whom = forHead
    ? `You sign for ${capital(headName)}, with your own name and role.`
    : `This page is only for ${headName}`;
  const until = `works until ${longDay(londonDay(expiresAt))}. We keep your name, role and the time you sign.`;
  return forHead ? `${whom} This page ${until}` : `${whom} and ${until}`;
}
