import { agreementReasons, signerRoles } from '@linking/events/link/codes.js';
import type { Side } from '@linking/events/link/link-events.js';
import { currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { signingSides } from '@linking/domain/link/link.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { sideText } from '@linking/words/link-terms.js';
import { optionsOf, readReason, reasonField } from './choices.js';
import type { ChoiceField } from '../../pages/forms/form-view.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';

export const agreementForms: readonly CommandForm[] = [
  {
    command: 'issue-agreement',
    group: 'Agreement',
    title: 'Send the agreement',
    hint: 'Each headteacher gets a personal page to sign on',
    submitLabel: 'Send the agreement',
    done: 'The agreement is on its way to each headteacher.',
    noteLabel: NOTE,
    read: () => ({ type: 'IssueAgreement' }),
  },
  {
    command: 'sign-agreement',
    group: 'Agreement',
    title: 'An agreement is signed on paper',
    hint: 'Signed by hand, and kept at a place you name',
    submitLabel: 'Record the signature',
    done: 'The signature is recorded.',
    dayLabel: 'When was it signed?',
    noteLabel: NOTE,
    fields: (context) => [
      signingSideField(context),
      ...(takesWithInterest(context) ? [meansField] : []),
      { kind: 'text', name: 'signerName', label: 'Who signed?', hint: 'Name of the adult', width: 30 },
      { kind: 'select', name: 'signerRole', label: 'Role', options: optionsOf(signerRoles) },
      {
        kind: 'text',
        name: 'heldAt',
        label: 'Where is the paper kept?',
        hint: 'A place, never a person',
        width: 30,
      },
      { kind: 'tick', name: 'agreed', label: 'The paper is signed and names the four points' },
    ],
    values: (context) => ({
      side: presetSide(context),
      signerName: headOf(context, presetSide(context)),
      signerRole: 'headteacher',
      means: 'paper',
    }),
    read: (posted, { link }) => {
      const side = posted.oneOf('side', signingSides(link), 'Choose the school');
      const means = takesWithInterest({ link })
        ? posted.oneOf('means', ['paper', 'with-interest'] as const, 'Choose how it was signed')
        : 'paper';
      const signerRole = posted.oneOf('signerRole', signerRoles, 'Choose the role');
      const name = posted.line('signerName', 'Enter the name of the person who signed');
      const heldAt = posted.line('heldAt', 'Say where the paper is kept');
      if (!posted.tick('agreed')) posted.wrong('agreed', 'Tick the box to say that the paper is signed');
      return {
        type: 'SignAgreement',
        side,
        signer: { name, role: signerRole },
        signerRole,
        textVersion: link.agreement[side].textVersion ?? currentAgreementText.version,
        agreed: true,
        means,
        heldAt,
      };
    },
  },
  {
    command: 'decline-agreement',
    group: 'Agreement',
    title: 'A school declined the agreement',
    hint: 'It was sent, and the school does not sign it',
    submitLabel: 'Record that they declined',
    done: 'It is recorded. Send the agreement again when they may sign after all, or close the link.',
    dayLabel: 'When did they say so?',
    noteLabel: NOTE,
    fields: (context) => [signingSideField(context), reasonField(agreementReasons)],
    values: (context) => ({ side: presetSide(context) }),
    read: (posted, context) => ({ type: 'DeclineAgreement', ...readAnswer(posted, context) }),
  },
  {
    command: 'revoke-agreement',
    group: 'Agreement',
    title: 'Take an agreement back',
    hint: 'A request that should not have gone out, or a signature that a school takes back',
    submitLabel: 'Take it back',
    submitLook: 'warning',
    done: 'It is taken back, and the address to sign does not open any more.',
    dayLabel: 'From when?',
    noteLabel: NOTE,
    fields: (context) => [signingSideField(context), reasonField(agreementReasons)],
    values: ({ preset }) => (preset['side'] === undefined ? {} : { side: preset['side'] }),
    read: (posted, context) => ({ type: 'RevokeAgreement', ...readAnswer(posted, context) }),
  },
];

const takesWithInterest = ({ link }: Pick<FormContext, 'link'>) =>
  switchedOn(link.programmeYear, 'signature-with-interest');

const meansField: ChoiceField = {
  kind: 'radios',
  name: 'means',
  label: 'How was it signed?',
  options: [
    { value: 'paper', label: 'On paper, after it was sent' },
    { value: 'with-interest', label: 'Together with the interest, before there was a partner' },
  ],
};

const signingSideField = ({ link, names }: FormContext): ChoiceField => ({
  kind: 'radios',
  name: 'side',
  label: 'Which school?',
  options: signingSides(link).map((side) => ({ value: side, label: sideText(link, side, names) })),
});

const readAnswer = (posted: PostedForm, { link }: FormContext) => ({
  side: posted.oneOf('side', signingSides(link), 'Choose the school'),
  reasonCode: readReason(posted, agreementReasons),
});

/** The school that the address names, or the first that has not signed. */
function presetSide({ link, preset }: FormContext): Side {
  const asked = signingSides(link).find((side) => side === preset['side']);
  return asked ?? signingSides(link).find((side) => link.agreement[side].status !== 'signed') ?? 'a';
}

function headOf({ link, names }: FormContext, side: Side): string {
  return names.personName(link.sides[side].headId) ?? '';
}
