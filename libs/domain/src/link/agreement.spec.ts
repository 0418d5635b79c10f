import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  brokered,
  issued,
  issuedTo,
  proposed,
  proposedInSchool,
  sign,
  signedBy,
} from './spec-support/example-link.js';

const day = on('2026-09-09');
const issue = (textVersion = 'v1'): LinkCommand => ({
  type: 'IssueAgreement',
  textVersion,
  documentHash: 'hash',
});

describe('issuing the agreement', () => {
  it('sends it to both schools of a brokered link', () => {
    given(brokered)
      .when(issue(), on('2026-09-01', { noteId: 'n1' }))
      .thenRecorded(
        ['AgreementIssued', { side: 'a', textVersion: 'v1', documentHash: 'hash', noteId: 'n1' }],
        ['AgreementIssued', { side: 'b', textVersion: 'v1' }],
      );
  });

  it('waits for the yes of both headteachers', () => {
    given(proposed, accepted('a'))
      .when(issue(), day)
      .thenRefused('LINK_NOT_BROKERED', 'Both headteachers have to say yes before the agreement is sent.');
  });

  it('asked twice changes nothing; a new text goes to whoever has not signed', () => {
    given(issued).when(issue(), day).thenNothing();
    given(agreed).when(issue('v2'), day).thenNothing();
    given(issued, signedBy('a'))
      .when(issue('v2'), day)
      .thenRecorded(['AgreementIssued', { side: 'b', textVersion: 'v2' }]);
  });

  it('warns of a class that is still a placeholder', () => {
    const [a, b, link, ...yes] = brokered;
    const placeholder = { ...b, data: { ...b?.data, placeholder: true } } as typeof b & object;
    given([a, placeholder, link, ...yes] as typeof brokered)
      .when(issue(), day)
      .thenWarned({
        code: 'CLASS_STILL_PLACEHOLDER',
        sentence: 'The class of side b is not named yet; the agreement says "to follow".',
      });
  });
});

describe('signing the agreement', () => {
  it('keeps who signed, in which role, which text and by which means', () => {
    given(issued)
      .when(sign('a', { heldAtId: 'cabinet', means: 'paper' }), day)
      .thenRecorded([
        'AgreementSigned',
        {
          side: 'a',
          signerId: 'head-a',
          signerRole: 'headteacher',
          textVersion: 'v1',
          means: 'paper',
          heldAtId: 'cabinet',
          seal: 'seal-a',
        },
        '2026-09-09',
      ]);
  });

  it.each(['a', 'b'] as const)('is done with the second signature, here that of side %s', (side) => {
    given(issued, signedBy(side === 'a' ? 'b' : 'a', '2026-09-14'))
      .when(sign(side), day)
      .thenRecorded(['AgreementSigned', { side }, '2026-09-09'], ['LinkAgreed', {}, '2026-09-14']);
  });

  it('asked twice changes nothing, on a later day as well', () => {
    given(agreed)
      .when(sign('a'), on('2026-09-20', { today: '2026-09-20' }))
      .thenNothing();
  });

  it.each([
    ['another signer', sign('a', { signerId: 'deputy-a' }), day],
    ['another role', sign('a', { signerRole: 'deputy-headteacher' }), day],
    ['another text', sign('a', { textVersion: 'v2' }), day],
    ['other means', sign('a', { means: 'paper' }), day],
    ['another date', sign('a'), on('2026-09-08')],
  ])('refuses a second signature with %s', (_, command, occasion) => {
    given(agreed)
      .when(command, occasion)
      .thenRefused(
        'AGREEMENT_ALREADY_SIGNED',
        'This agreement was already signed by the headteacher on 9 September.',
      );
  });

  it('waits until the agreement was sent to that school', () => {
    given(brokered, issuedTo('b'))
      .when(sign('a'), day)
      .thenRefused('AGREEMENT_NOT_ISSUED', 'No agreement has been sent to this school yet.');
  });

  it('takes only the text that was sent', () => {
    given(issued)
      .when(sign('a', { textVersion: 'v2' }), day)
      .thenRefused('AGREEMENT_TEXT_UNKNOWN', 'This school was sent the text v1, not v2.');
  });

  it('needs the tick, and a person the school named as able to sign', () => {
    given(issued)
      .when(sign('a', { agreed: false }), day)
      .thenRefused('TICK_MISSING', 'Tick the box to agree to the points above.');
    given(issued)
      .when(sign('a', { namedBySchool: false }), day)
      .thenRefused('SIGNER_NOT_NAMED', 'This person is not known as able to sign for the school.');
  });

  it('warns when a newer text is in use', () => {
    given(issued)
      .when(sign('a', { currentTextVersion: 'v2' }), day)
      .thenWarned({ code: 'TEXT_SUPERSEDED', sentence: 'A newer text (v2) is in use since.' });
    given(issued).when(sign('a'), day).thenWarned();
  });
});

describe('the agreement of an in-school link', () => {
  const inSchool = [...proposedInSchool, accepted('a'), accepted('b')];

  it('needs one signature', () => {
    const { history } = given(inSchool)
      .when(issue(), day)
      .thenRecorded(['AgreementIssued', { side: 'a' }]);
    const { link } = given(history)
      .when(sign('a'), day)
      .thenRecorded(['AgreementSigned', { side: 'a' }], ['LinkAgreed']);
    expect(link.reached.signed).toBe('2026-09-09');
  });

  it('takes no second one', () => {
    given(inSchool)
      .when(sign('b'), day)
      .thenRefused('ONE_SIGNATURE_ENOUGH', 'An in-school link needs one signature, on side a.');
  });
});
