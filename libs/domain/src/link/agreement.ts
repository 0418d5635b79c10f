import { checkSwitchedOn } from '../programme/switches.js';
import { Refusal } from '../refusal.js';
import { dayAndMonth } from '../calendar/words.js';
import type { CommandOf, Occasion, SignAgreement } from './commands.js';
import { fact, note, saysOtherDay, type Decided } from './decided.js';
import { signingSides, type Link } from './link.js';
import { wasSaid } from './was-said.js';

/** Sends the agreement to each school that has not got this text yet. */
export function issueAgreement(
  { textVersion, documentHash }: CommandOf<'IssueAgreement'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  return signingSides(link)
    .filter((side) => link.agreement[side].status !== 'signed')
    .filter((side) => {
      const { status, textVersion: sent } = link.agreement[side];
      return status !== 'issued' || sent !== textVersion;
    })
    .map((side, index) =>
      fact(occasion, 'AgreementIssued', {
        side,
        textVersion,
        documentHash,
        ...(index === 0 ? note(occasion) : {}),
      }),
    );
}

/** One person signs for her school. The same signature again is no error; another one is. */
export function signAgreement(command: SignAgreement, link: Link, occasion: Occasion): readonly Decided[] {
  const { side, signerId, signerRole, textVersion, means, heldAtId, seal, documentHash } = command;
  if (!signingSides(link).includes(side)) {
    throw new Refusal('ONE_SIGNATURE_ENOUGH', 'An in-school link needs one signature, on side a.', {
      nextStep: 'Record the signature for side a.',
    });
  }
  const agreement = link.agreement[side];
  if (agreement.status === 'signed') {
    const same = wasSaid(link, 'AgreementSigned', { side, signerId, signerRole, textVersion, means });
    if (same && !saysOtherDay(occasion, agreement.signedOn)) return [];
    throw new Refusal(
      'AGREEMENT_ALREADY_SIGNED',
      `This agreement was already signed by the ${(agreement.signerRole ?? 'headteacher').replaceAll('-', ' ')} on ${dayAndMonth(agreement.signedOn ?? '')}.`,
      { nextStep: 'If something about it is wrong, correct or void that entry.' },
    );
  }
  if (means === 'with-interest') checkSwitchedOn(link.programmeYear, 'signature-with-interest');
  if (!command.agreed) throw new Refusal('TICK_MISSING', 'Tick the box to agree to the points above.');
  if (!command.namedBySchool) {
    throw new Refusal('SIGNER_NOT_NAMED', 'This person is not known as able to sign for the school.', {
      nextStep: 'Give the name and role of someone at this school who can sign.',
    });
  }
  if (agreement.textVersion !== undefined && textVersion !== agreement.textVersion) {
    throw new Refusal(
      'AGREEMENT_TEXT_UNKNOWN',
      `This school was sent the text ${agreement.textVersion}, not ${textVersion}.`,
      { nextStep: 'Sign the text that was sent, or send the agreement again.' },
    );
  }
  const unasked = means === 'with-interest' && agreement.status === 'not-issued';
  return [
    ...(unasked
      ? [fact(occasion, 'AgreementIssued', { side, textVersion, documentHash, withInterest: true })]
      : []),
    fact(occasion, 'AgreementSigned', {
      side,
      signerId,
      signerRole,
      textVersion,
      means,
      ...(heldAtId === undefined ? {} : { heldAtId }),
      seal,
      ...note(occasion),
    }),
  ];
}
