import { signerRoles } from '@linking/events/link/codes.js';
import type { Side } from '@linking/events/link/link-events.js';
import { currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import { signingSides } from '@linking/domain/link/link.js';
import { sideText } from '../link-terms.js';
import { optionsOf } from './choices.js';
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
    title: 'An agreement came back on paper',
    hint: 'Signed by hand and kept at a place you name',
    submitLabel: 'Record the signature',
    done: 'The signature is recorded.',
    dayLabel: 'When was it signed?',
    noteLabel: NOTE,
    fields: (context) => [
      {
        kind: 'radios',
        name: 'side',
        label: 'Which school?',
        options: signingSides(context.link).map((side) => ({
          value: side,
          label: sideText(context.link, side, context.names),
        })),
      },
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
    }),
    read: (posted, { link }) => {
      const side = posted.oneOf('side', signingSides(link), 'Choose the school');
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
        means: 'paper',
        heldAt,
      };
    },
  },
];

/** The school that the address names, or the first that has not signed. */
function presetSide({ link, preset }: FormContext): Side {
  const asked = signingSides(link).find((side) => side === preset['side']);
  return asked ?? signingSides(link).find((side) => link.agreement[side].status !== 'signed') ?? 'a';
}

function headOf({ link, names }: FormContext, side: Side): string {
  return names.personName(link.sides[side].headId) ?? '';
}
