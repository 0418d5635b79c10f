import { given, on } from './spec-support/given-when-then.js';
import { agreed, happened, heldMeeting, met, planMeeting } from './spec-support/example-link.js';

describe('a milestone', () => {
  it('that is reached again is said on the day on which the entry against it was voided, whatever day is given', () => {
    const revoked = happened('2026-10-01', 'AgreementRevoked', { side: 'b', reasonCode: 'wrong-text' });
    given(agreed, revoked)
      .when(
        { type: 'VoidEntry', eventId: `e${agreed.length + 1}`, reasonCode: 'wrong-link' },
        on('2026-11-01'),
      )
      .thenRecorded(['EntryVoided', {}, '2026-11-23'], ['LinkAgreed', {}, '2026-11-23']);
  });

  it('is said of the visits when one was held before the other was planned', () => {
    given(met, heldMeeting(2, '2026-11-19'))
      .when(planMeeting({ number: 3, on: '2027-03-04' }))
      .thenRecorded(['MeetingPlanned'], ['VisitsPlanned']);
  });
});
