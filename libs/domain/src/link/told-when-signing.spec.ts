import type { LinkCommand } from './commands.js';
import {
  accepted,
  agreed,
  brokered,
  happened,
  issued,
  issuedTo,
  proposed,
  proposedInSchool,
  sign,
  signedBy,
} from './spec-support/example-link.js';
import { given, on } from './spec-support/given-when-then.js';
import { told } from './spec-support/told.js';

const autumn = on('2026-09-15');
const revoked = happened('2026-09-12', 'AgreementRevoked', { side: 'a', reasonCode: 'wrong-text' });
const declined = happened('2026-09-10', 'AgreementDeclined', { side: 'a', reasonCode: 'no-time' });
const issue: LinkCommand = { type: 'IssueAgreement', textVersion: 'v1', documentHash: 'hash' };
const decline = (side: 'a' | 'b', reasonCode = 'no-time'): LinkCommand => ({
  type: 'DeclineAgreement',
  side,
  reasonCode,
});
const revoke = (side: 'a' | 'b', reasonCode = 'wrong-text'): LinkCommand => ({
  type: 'RevokeAgreement',
  side,
  reasonCode,
});

describe('whoever asks for a signature, gives one or takes it back at the wrong time is told', () => {
  told([
    [
      'Record that both said yes, then send the agreement.',
      proposed,
      issue,
      'LINK_NOT_BROKERED',
      'Both headteachers have to say yes before the agreement is sent.',
      autumn,
    ],
    [
      'Send the agreement first.',
      brokered,
      sign('a'),
      'AGREEMENT_NOT_ISSUED',
      'No agreement has been sent to this school yet.',
      autumn,
    ],
    [
      'Send the agreement again first.',
      [...issued, revoked],
      sign('a'),
      'AGREEMENT_REVOKED',
      'The agreement of this school was taken back on 12 September.',
      autumn,
    ],
    [
      'Change the day.',
      [...issued, revoked, issuedTo('a', '2026-09-14')],
      sign('a'),
      'ANSWER_TOO_EARLY',
      'The agreement of this school has an entry of 12 September; what follows it cannot be older.',
      on('2026-09-11'),
    ],
    [
      'Change the day.',
      [...issued, revoked],
      issue,
      'ANSWER_TOO_EARLY',
      'The agreement of this school has an entry of 12 September; what follows it cannot be older.',
      on('2026-09-11'),
    ],
    [
      'Record the signature for side a.',
      [...proposedInSchool, accepted('a'), accepted('b'), issuedTo('a')],
      sign('b'),
      'ONE_SIGNATURE_ENOUGH',
      'An in-school link needs one signature, on side a.',
      autumn,
    ],
    [
      'If something about it is wrong, correct or void that entry.',
      [
        ...issued,
        happened('2026-09-09', 'AgreementSigned', {
          ...signedBy('a').data,
          signerRole: 'acting-head',
        } as never),
      ],
      sign('a', { signerId: 'somebody-else' }),
      'AGREEMENT_ALREADY_SIGNED',
      'This agreement was already signed by the acting head on 9 September.',
      autumn,
    ],
    [
      'Give the name and role of someone at this school who can sign.',
      issued,
      sign('a', { namedBySchool: false }),
      'SIGNER_NOT_NAMED',
      'This person is not known as able to sign for the school.',
      autumn,
    ],
    [
      'Sign the text that was sent, or send the agreement again.',
      issued,
      sign('a', { textVersion: 'v2' }),
      'AGREEMENT_TEXT_UNKNOWN',
      'This school was sent the text v1, not v2.',
      autumn,
    ],
    [
      'Record that the signature was taken back.',
      agreed,
      decline('a'),
      'AGREEMENT_ALREADY_SIGNED',
      'This agreement was signed on 9 September; what is signed is taken back, not declined.',
      autumn,
    ],
    [
      'Record it for side a.',
      [...proposedInSchool, accepted('a'), accepted('b'), issuedTo('a')],
      decline('b'),
      'ONE_SIGNATURE_ENOUGH',
      'An in-school link has one agreement, on side a.',
      autumn,
    ],
    [
      'Record it for side a.',
      [...proposedInSchool, accepted('a'), accepted('b'), issuedTo('a')],
      revoke('b'),
      'ONE_SIGNATURE_ENOUGH',
      'An in-school link has one agreement, on side a.',
      autumn,
    ],
    [
      'If the reason is wrong, correct that entry.',
      [...issued, declined],
      decline('a', 'no-money'),
      'ALREADY_ANSWERED',
      'This school declined on 10 September: no time.',
      autumn,
    ],
    [
      'If the reason is wrong, correct that entry.',
      [...issued, revoked],
      revoke('a', 'other-signer'),
      'ALREADY_ANSWERED',
      'The agreement of this school was taken back on 12 September: wrong text.',
      autumn,
    ],
  ]);
});

it('a signature may be older than another sending of the text, never older than a no', () => {
  given(issued, issuedTo('a', '2026-09-08', 'v2'))
    .when(sign('a', { textVersion: 'v2' }), on('2026-09-05'))
    .thenRecorded(['AgreementSigned', { side: 'a' }, '2026-09-05']);
  given(issued, declined, issuedTo('a', '2026-09-12'))
    .when(sign('a'), on('2026-09-09'))
    .thenRefused('ANSWER_TOO_EARLY');
});
