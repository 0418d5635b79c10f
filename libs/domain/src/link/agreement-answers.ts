import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, type Decided } from './decided.js';
import { signingSides, type Link } from './link.js';
import { wasSaid } from './was-said.js';

/** The school does not sign what it was sent. The coordinator may send it again, or close the link. */
export function declineAgreement(
  { side, reasonCode }: CommandOf<'DeclineAgreement'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  checkSigns(link, side);
  const { status, signedOn = '' } = link.agreement[side];
  if (status === 'declined') return saidAlready(link, 'AgreementDeclined', { side, reasonCode });
  if (status === 'signed') {
    throw new Refusal(
      'AGREEMENT_ALREADY_SIGNED',
      `This agreement was signed on ${dayAndMonth(signedOn)}; what is signed is taken back, not declined.`,
      { nextStep: 'Record that the signature was taken back.' },
    );
  }
  return [fact(occasion, 'AgreementDeclined', { side, reasonCode, ...note(occasion) })];
}

/** A request or a signature is taken back: nobody signs until the agreement is sent again. */
export function revokeAgreement(
  { side, reasonCode }: CommandOf<'RevokeAgreement'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  checkSigns(link, side);
  if (link.agreement[side].status === 'revoked') {
    return saidAlready(link, 'AgreementRevoked', { side, reasonCode });
  }
  return [fact(occasion, 'AgreementRevoked', { side, reasonCode, ...note(occasion) })];
}

function checkSigns(link: Link, side: 'a' | 'b'): void {
  if (signingSides(link).includes(side)) return;
  throw new Refusal('ONE_SIGNATURE_ENOUGH', 'An in-school link has one agreement, on side a.', {
    nextStep: 'Record it for side a.',
  });
}

/** The same answer with another reason is other content. */
function saidAlready(
  link: Link,
  type: 'AgreementDeclined' | 'AgreementRevoked',
  said: { readonly side: 'a' | 'b'; readonly reasonCode: string },
): readonly Decided[] {
  if (wasSaid(link, type, said)) return [];
  const { declinedOn, revokedOn, reasonCode = '' } = link.agreement[said.side];
  const because = reasonCode.replaceAll('-', ' ');
  const sentence =
    type === 'AgreementDeclined'
      ? `This school declined on ${dayAndMonth(declinedOn ?? '')}: ${because}.`
      : `The agreement of this school was taken back on ${dayAndMonth(revokedOn ?? '')}: ${because}.`;
  throw new Refusal('ALREADY_ANSWERED', sentence, {
    nextStep: 'If the reason is wrong, correct that entry.',
  });
}
