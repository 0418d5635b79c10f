import type { CommandOf } from './commands.js';
import { given, givenUsing, on, type Facts } from './spec-support/given-when-then.js';
import {
  agreed,
  brokered,
  happened,
  issued,
  issuedTo,
  met,
  proposed,
  proposedInSchool,
  sign,
  signedBy,
} from './spec-support/example-link.js';
import { nextSteps } from './next.js';
import { tasksOf, tasksOn } from './link-tasks.js';

const day = on('2026-09-09');
const decline = (change: Partial<CommandOf<'DeclineAgreement'>> = {}): CommandOf<'DeclineAgreement'> => ({
  type: 'DeclineAgreement',
  side: 'a',
  reasonCode: 'transport-costs',
  ...change,
});
const revoke = (change: Partial<CommandOf<'RevokeAgreement'>> = {}): CommandOf<'RevokeAgreement'> => ({
  type: 'RevokeAgreement',
  side: 'a',
  reasonCode: 'staff-changes',
  ...change,
});
const issueAgain = { type: 'IssueAgreement', textVersion: 'v1', documentHash: 'hash' } as const;

describe('declining the agreement', () => {
  it('keeps the reason, and the coordinator sees it at once with whom to call', () => {
    const { link } = given(issued)
      .when(decline(), on('2026-09-09', { noteId: 'n1' }))
      .thenRecorded(['AgreementDeclined', { side: 'a', reasonCode: 'transport-costs', noteId: 'n1' }]);
    expect(link.agreement.a).toMatchObject({ status: 'declined', declinedOn: '2026-09-09' });
    const tasks = tasksOn(tasksOf(link), '2026-09-30');
    expect(tasks).toMatchObject([
      { kind: 'agreement-declined', side: 'a', headId: 'head-a', due: '2026-09-09' },
      { kind: 'step', step: 'agreement', awaited: [{ side: 'b' }] },
    ]);
    expect(nextSteps(link)[0]).toMatchObject({ command: 'IssueAgreement' });
  });

  it('asked twice changes nothing; another reason is refused', () => {
    const { history } = given(issued).when(decline(), day).after();
    given(history).when(decline(), on('2026-09-20')).thenNothing();
    given(history)
      .when(decline({ reasonCode: 'other' }), day)
      .thenRefused('ALREADY_ANSWERED', 'This school declined on 9 September: transport costs.');
  });

  it('may be followed by the same text for that school alone, and by its signature', () => {
    const { history } = given(issued).when(decline(), day).after();
    const again = given(history)
      .when(issueAgain, on('2026-09-15'))
      .thenRecorded(['AgreementIssued', { side: 'a', textVersion: 'v1' }]);
    expect(again.link.agreement.a).toMatchObject({
      status: 'issued',
      textVersion: 'v1',
      issuedOn: '2026-09-15',
    });
    const { link } = again.when(sign('a'), on('2026-09-16')).thenRecorded(['AgreementSigned', { side: 'a' }]);
    expect(tasksOf(link).filter(({ kind }) => kind === 'agreement-declined')).toEqual([]);
  });

  it('is not said of what was never sent, of what is signed, or of the second class of one school', () => {
    given(brokered)
      .when(decline(), day)
      .thenRefused('AGREEMENT_NOT_ISSUED', 'No agreement has been sent to this school yet.');
    given(agreed)
      .when(decline(), day)
      .thenRefused(
        'AGREEMENT_ALREADY_SIGNED',
        'This agreement was signed on 9 September; what is signed is taken back, not declined.',
      );
    given(proposedInSchool)
      .when(decline({ side: 'b' }), day)
      .thenRefused('ONE_SIGNATURE_ENOUGH');
  });

  it('is not older than what it answers, and what follows it is not older either', () => {
    given(issued)
      .when(decline(), on('2026-08-31'))
      .thenRefused(
        'ANSWER_TOO_EARLY',
        'The agreement of this school has an entry of 1 September; what follows it cannot be older.',
      );
    const { history } = given(issued).when(decline(), day).after();
    given(history).when(issueAgain, on('2026-09-08')).thenRefused('ANSWER_TOO_EARLY');
    given(history).when(sign('a'), on('2026-09-08')).thenRefused('ANSWER_TOO_EARLY');
    given(agreed).when(revoke(), on('2026-09-08')).thenRefused('ANSWER_TOO_EARLY');
  });

  it('does not hinder a paper that was signed after all', () => {
    given(issued, happened('2026-09-09', 'AgreementDeclined', { side: 'a', reasonCode: 'other' }))
      .when(sign('a', { means: 'paper' }), on('2026-09-12'))
      .thenRecorded(['AgreementSigned', { side: 'a', means: 'paper' }]);
  });
});

describe('taking an agreement back', () => {
  it('leaves what was reached, and the signature counts no more', () => {
    const { link } = given(met)
      .when(revoke(), on('2026-11-20'))
      .thenRecorded(['AgreementRevoked', { side: 'a', reasonCode: 'staff-changes' }]);
    expect(link.reached).toMatchObject({ signed: '2026-09-09', met: '2026-11-12' });
    expect(link.agreement.a).toMatchObject({
      status: 'revoked',
      revokedOn: '2026-11-20',
      reasonCode: 'staff-changes',
    });
    expect(link.agreement.a.signedOn).toBeUndefined();
    expect(tasksOn(tasksOf(link), '2026-11-20')).toContainEqual(
      expect.objectContaining({ kind: 'agreement-revoked', side: 'a' }),
    );
  });

  it('needs a new request before anybody signs again, and says then that both have signed', () => {
    const { history } = given(agreed).when(revoke(), on('2026-11-20')).after();
    given(history)
      .when(sign('a', { signerId: 'deputy-a' }), on('2026-11-21'))
      .thenRefused('AGREEMENT_REVOKED', 'The agreement of this school was taken back on 20 November.');
    const { link } = given(history, issuedTo('a', '2026-11-21'))
      .when(sign('a', { signerId: 'deputy-a' }), on('2026-11-22'))
      .thenRecorded(['AgreementSigned', { side: 'a' }], ['LinkAgreed', {}, '2026-11-22']);
    expect(link.reached.signed).toBe('2026-09-09');
  });

  it('may concern a request that nobody answered; asked twice it changes nothing', () => {
    const { history } = given(issued).when(revoke(), day).thenRecorded(['AgreementRevoked']);
    given(history).when(revoke(), on('2026-09-20')).thenNothing();
    given(brokered).when(revoke(), day).thenRefused('AGREEMENT_NOT_ISSUED');
  });
});

describe('a signature that came with the interest', () => {
  const taking = (...facts: Facts) => givenUsing(['signature-with-interest'], ...facts);

  it('is taken only where the programme takes them', () => {
    given(proposed)
      .when(sign('a', { means: 'with-interest' }), on('2026-06-01'))
      .thenRefused('SWITCHED_OFF', 'This programme does not use signatures with the interest.');
    given(issued)
      .when(sign('a', { means: 'with-interest' }))
      .thenRefused('SWITCHED_OFF');
  });

  it('is sent and signed in one, before the headteachers said yes to a partner', () => {
    const { link } = taking(proposed)
      .when(sign('a', { means: 'with-interest' }), on('2026-06-01'))
      .thenRecorded(
        ['AgreementIssued', { side: 'a', textVersion: 'v1', documentHash: 'hash', withInterest: true }],
        ['AgreementSigned', { side: 'a', means: 'with-interest' }],
      );
    expect(link.agreement.a.status).toBe('signed');
    taking(proposed)
      .when(sign('a', { means: 'paper' }), on('2026-06-02'))
      .thenRefused('AGREEMENT_NOT_ISSUED');
  });

  it('is enough for the link when both schools gave it', () => {
    const both = taking(proposed)
      .when(sign('a', { means: 'with-interest' }), on('2026-06-01'))
      .after()
      .when(sign('b', { means: 'with-interest' }), on('2026-06-01'));
    both.thenRecorded(['AgreementIssued', { side: 'b' }], ['AgreementSigned', { side: 'b' }], ['LinkAgreed']);
  });

  it('answers a request that is out already', () => {
    taking(issued, signedBy('b'))
      .when(sign('a', { means: 'with-interest' }), on('2026-09-02'))
      .thenRecorded(['AgreementSigned', { means: 'with-interest' }], ['LinkAgreed', {}, '2026-09-09']);
  });
});
