import { given, on } from './spec-support/given-when-then.js';
import {
  agreed,
  attended,
  happened,
  issued,
  met,
  plannedMeeting,
  proposed,
  recordHeld,
  sent,
  sign,
  trained,
} from './spec-support/example-link.js';
import { correct, indexOf, lastOf, voids } from './spec-support/mendings.js';

const meeting = lastOf(met);

describe('voiding an entry', () => {
  it('undoes what followed from it, and keeps it readable', () => {
    const { link, history } = given(met)
      .when(voids(meeting), on('2026-11-20', { noteId: 'n1' }))
      .thenRecorded(['EntryVoided', { voidsEventId: meeting, reasonCode: 'wrong-link', noteId: 'n1' }]);
    expect(link.reached.met).toBeUndefined();
    expect(link.meetings).toEqual([]);
    expect(link.entries.find((it) => it.event.id === meeting)?.voided).toBe(true);
    given(history).when(voids(meeting)).thenNothing();
    given(history)
      .when(voids(meeting, 'double'))
      .thenRefused('ENTRY_VOIDED', 'This entry was voided before.');
    given(history)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .thenRefused('ENTRY_VOIDED', 'This entry was voided before.');
  });

  it('leaves the plan of a voided meeting, which can be held anew', () => {
    const { link, history } = given(trained, plannedMeeting(1, '2026-11-12'))
      .when(recordHeld())
      .after()
      .when(voids(`e${trained.length + 2}`))
      .after();
    expect(link.meetings).toMatchObject([{ status: 'planned' }]);
    given(history)
      .when(recordHeld({ on: '2026-11-13' }))
      .thenRecorded(['MeetingHeld']);
  });

  it('may itself be voided: then the entry counts again', () => {
    const once = given(met).when(voids(meeting)).after();
    const restored = once.when(voids(lastOf(once.history))).thenRecorded(['EntryVoided']);
    expect(restored.link.reached.met).toBe('2026-11-12');
    restored.when(voids(meeting, 'double')).thenRecorded(['EntryVoided']);
    restored.when(voids(meeting)).thenRecorded(['EntryVoided']);
  });

  it('for the same reason as another one is a voiding of its own', () => {
    given(met)
      .when(voids(meeting))
      .after()
      .when(voids(indexOf(met, 'TrainingAttended')))
      .thenRecorded(['EntryVoided', { reasonCode: 'wrong-link' }]);
  });

  it('of a correction brings the earlier value back', () => {
    const once = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after();
    const { link } = once.when(voids(lastOf(once.history))).after();
    expect(link.meetings[0]).toMatchObject({ pupilsA: 27 });
  });

  it('of the first of two corrections leaves the second', () => {
    const twice = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after()
      .when(correct(meeting, '/pupilsA', 52, 25))
      .after();
    const { link } = twice.when(voids(`e${met.length + 1}`)).after();
    expect(link.meetings[0]).toMatchObject({ pupilsA: 25 });
  });

  it('never takes the proposal itself away', () => {
    for (const eventId of ['e1', 'e3']) {
      given(proposed)
        .when(voids(eventId))
        .thenRefused('ENTRY_NOT_MENDABLE', 'The proposal itself cannot be voided.');
    }
  });

  it('knows the entries of this link only', () => {
    given(met).when(voids('elsewhere')).thenRefused('ENTRY_NOT_FOUND');
  });

  it('is refused when what came later would have been impossible', () => {
    given(issued)
      .when(voids(indexOf(issued, 'ProposalAccepted')))
      .thenRefused('LINK_NOT_BROKERED', 'Both headteachers have to say yes before the agreement is sent.');
    given(agreed)
      .when(voids(indexOf(agreed, 'AgreementIssued')))
      .thenRefused('AGREEMENT_NOT_ISSUED', 'No agreement has been sent to this school yet.');
    const completed = [
      ...met,
      sent('a', '2026-11-20', 'goodbye'),
      happened('2026-11-21', 'LinkCompleted', { meetingsHeld: 1 }),
    ];
    given(completed)
      .when(voids(indexOf(completed, 'WorkExchanged')))
      .thenRefused('GOODBYE_MISSING');
    given(completed)
      .when(voids(indexOf(completed, 'AgreementSigned')))
      .thenRefused('LINK_NOT_AGREED');
  });

  it('is refused when it brings back what would have made impossible what came since', () => {
    const reopened = given(issued)
      .when({ type: 'RevokeAgreement', side: 'a', reasonCode: 'wrong-text' }, on('2026-09-05'))
      .after()
      .when(voids(`e${issued.length + 1}`))
      .after();
    const signed = reopened.when(sign('a'), on('2026-09-09')).after();
    signed.when(voids(lastOf(reopened.history))).thenRefused('AGREEMENT_REVOKED');
  });

  it('of one training keeps what another one gives', () => {
    const { link } = given(trained, attended('b', '2026-10-15'))
      .when(voids(indexOf(trained, 'TrainingAttended', 1)))
      .after();
    expect(link.reached.trained).toBe('2026-10-15');
  });

  it('is voided again with the same reason only, by whichever entry voided it', () => {
    const meeting = `e${met.length}`;
    const history = [
      ...met,
      happened('2026-11-20', 'EntryVoided', { voidsEventId: meeting, reasonCode: 'wrong-link' }),
    ];
    const other = [
      ...history,
      attended('a', '2026-11-02', 'planning-half'),
      happened('2026-11-21', 'EntryVoided', {
        voidsEventId: `e${history.length + 1}`,
        reasonCode: 'wrong-day',
      }),
      sent('a'),
    ];
    given(other).when(voids(meeting, 'wrong-link')).thenNothing();
    given(other).when(voids(meeting, 'wrong-day')).thenRefused('ENTRY_VOIDED');
  });
});
