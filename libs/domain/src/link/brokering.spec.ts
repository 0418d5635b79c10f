import { given, givenUsing, on } from './spec-support/given-when-then.js';
import { accepted, brokered, met, proposed } from './spec-support/example-link.js';

const day = on('2026-06-12');

describe('brokering a link', () => {
  it('records that both headteachers said yes', () => {
    given(proposed)
      .when({ type: 'Broker' }, on('2026-06-12', { noteId: 'n1' }))
      .thenRecorded(
        ['ProposalAccepted', { side: 'a', means: 'conversation', noteId: 'n1' }, '2026-06-12'],
        ['ProposalAccepted', { side: 'b', means: 'conversation' }],
        ['LinkBrokered', {}, '2026-06-12'],
      );
  });

  it('records only the yes that is missing', () => {
    given(proposed, accepted('a', '2026-06-10'))
      .when({ type: 'Broker' }, day)
      .thenRecorded(['ProposalAccepted', { side: 'b' }], ['LinkBrokered']);
  });

  it('asked twice changes nothing', () => {
    given(brokered).when({ type: 'Broker' }, day).thenNothing();
    given(brokered).when({ type: 'AcceptProposal', side: 'a', means: 'conversation' }).thenNothing();
  });

  it.each(['a', 'b'] as const)('is done with the last yes, here that of side %s', (side) => {
    const first = side === 'a' ? 'b' : 'a';
    given(proposed, accepted(first))
      .when({ type: 'AcceptProposal', side, means: 'phone' }, day)
      .thenRecorded(['ProposalAccepted', { side, means: 'phone' }], ['LinkBrokered', {}, '2026-06-12']);
  });

  it('dates the brokering by the later yes, whichever was entered last', () => {
    given(proposed, accepted('a', '2026-06-10'))
      .when({ type: 'AcceptProposal', side: 'b', means: 'phone' }, on('2026-06-05'))
      .thenRecorded(['ProposalAccepted', {}, '2026-06-05'], ['LinkBrokered', {}, '2026-06-10']);
  });

  it('refuses a yes on another day or by other means than the one on record', () => {
    const sentence = 'This school said yes on 10 June.';
    given(brokered)
      .when({ type: 'AcceptProposal', side: 'a', means: 'phone' })
      .thenRefused('ALREADY_ANSWERED', sentence);
    given(brokered)
      .when({ type: 'AcceptProposal', side: 'a', means: 'conversation' }, on('2026-06-09'))
      .thenRefused('ALREADY_ANSWERED', sentence);
  });

  it('sends the proposal once, and not after both said yes', () => {
    const { history } = givenUsing(['e-mailed-proposals'], proposed)
      .when({ type: 'SendProposal' }, day)
      .thenRecorded(['ProposalSent']);
    given(history).when({ type: 'SendProposal' }, day).thenNothing();
    given(brokered)
      .when({ type: 'SendProposal' }, day)
      .thenRefused('ALREADY_ANSWERED', 'Both headteachers have already said yes.');
  });

  it('sends no proposal where the programme does not send them', () => {
    given(proposed)
      .when({ type: 'SendProposal' }, day)
      .thenRefused('SWITCHED_OFF', 'This programme does not use e-mailed proposals.');
  });

  it('keeps a discussion only when something was said', () => {
    given(proposed).when({ type: 'RecordDiscussion' }, day).thenNothing();
    given(proposed)
      .when({ type: 'RecordDiscussion' }, on('2026-06-12', { noteId: 'n1' }))
      .thenRecorded(['DiscussionRecorded', { noteId: 'n1' }]);
  });
});

describe('a headteacher who says no', () => {
  const decline = {
    type: 'DeclineProposal',
    side: 'b',
    reasonCode: 'no-time',
    wantsOtherPartner: true,
  } as const;

  it('ends the proposal', () => {
    const { link, history } = given(proposed, accepted('a'))
      .when(decline, day)
      .thenRecorded(
        ['ProposalDeclined', { side: 'b', reasonCode: 'no-time', wantsOtherPartner: true }],
        ['LinkNotFormed', { reasonCode: 'no-time' }],
      );
    expect(link).toMatchObject({ outcome: 'not-formed', closedOn: '2026-06-12' });
    given(history).when(decline, day).thenNothing();
    given(history)
      .when({ ...decline, reasonCode: 'other' }, day)
      .thenRefused('LINK_CLOSED', 'This link is closed: not formed on 12 June.');
  });

  it('cannot say no after her yes, nor after both said yes', () => {
    given(proposed, accepted('b'))
      .when(decline, day)
      .thenRefused('ALREADY_ANSWERED', 'This school said yes on 10 June.');
    given(met)
      .when(decline)
      .thenRefused(
        'ALREADY_ANSWERED',
        'Both headteachers said yes; a school that changes its mind withdraws.',
      );
  });
});
