import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { accepted, agreed, met, proposed, recordHeld } from './spec-support/example-link.js';

describe('what a school said', () => {
  it('no to a link that was withdrawn, or to another partner, is no repetition', () => {
    const no: LinkCommand = {
      type: 'DeclineProposal',
      side: 'a',
      reasonCode: 'no-time',
      wantsOtherPartner: true,
    };
    const declined = given(proposed).when(no, on('2026-06-11')).after();
    declined.when(no, on('2026-06-12')).thenNothing();
    declined
      .when({ ...no, wantsOtherPartner: false }, on('2026-06-12'))
      .thenRefused('LINK_CLOSED', 'This link is closed: not formed on 11 June.', {
        nextStep: 'If it was closed by mistake, void that entry.',
      });
    given(met)
      .when({ type: 'Withdraw', side: 'both', reasonCode: 'staffing' })
      .thenRecorded(['LinkWithdrawn', { side: 'both' }]);
    declined.when({ type: 'Withdraw', side: 'a', reasonCode: 'no-time' }).thenRefused('LINK_CLOSED');
    given(agreed)
      .when({ type: 'Withdraw', side: 'a', reasonCode: 'no-time' })
      .after()
      .when(no)
      .thenRefused('LINK_CLOSED');
  });

  it('is recorded late until 31 October, and no longer', () => {
    const closed = given(met).when({ type: 'Withdraw', side: 'b', reasonCode: 'staffing' }).after();
    const late = on('2027-05-01', { today: '2027-11-01' });
    closed
      .when(recordHeld({ number: 2, on: '2027-05-01' }), late)
      .thenRefused('LINK_CLOSED', 'This link is closed and took late entries until 31 October.');
    closed
      .when(recordHeld({ number: 2, on: '2027-05-01' }), on('2027-05-01', { today: '2027-10-31' }))
      .thenRecorded(['MeetingHeld']);
  });

  it('yes on another day than today or its own is other content', () => {
    const yes: LinkCommand = { type: 'AcceptProposal', side: 'a', means: 'conversation' };
    given(proposed, accepted('a')).when(yes).thenNothing();
    given(proposed, accepted('a')).when(yes, on('2026-06-10')).thenNothing();
    given(proposed, accepted('a')).when(yes, on('2026-06-11')).thenRefused('ALREADY_ANSWERED');
  });
});
