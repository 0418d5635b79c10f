import { given, on } from './spec-support/given-when-then.js';
import {
  happened,
  heldMeeting,
  issued,
  met,
  plannedMeeting,
  proposedInSchool,
  sent,
  signedBy,
  trained,
} from './spec-support/example-link.js';

const july = on('2027-07-20');
const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-02', 'goodbye')];
const skipped = happened('2027-07-02', 'StepSkipped', { step: 'celebration', reasonCode: 'not-planned' });
const wholeYear = [...met, heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-05-01'), ...goodbye, skipped];
const complete = { type: 'Complete' } as const;

describe('completing a link', () => {
  it('says how many meetings were held, asked once', () => {
    const { link, history } = given(wholeYear)
      .when(complete, july)
      .thenRecorded(['LinkCompleted', { meetingsHeld: 3 }]);
    expect(link).toMatchObject({ outcome: 'completed', closedOn: '2027-07-20' });
    given(history).when(complete, july).thenNothing();
  });

  it('never counts the celebration as one of the three meetings', () => {
    const history = [...met, heldMeeting(2, '2027-03-01'), ...goodbye, heldMeeting(4, '2027-07-03')];
    given(history)
      .when(complete, july)
      .thenRecorded(['LinkCompleted', { meetingsHeld: 2 }]);
  });

  it.each([
    [[...trained, ...goodbye, skipped], 0, 'The classes met not once.'],
    [[...met, ...goodbye, skipped], 1, 'The classes met only once.'],
  ])('asks why when fewer than two meetings were held', (history, held, start) => {
    given(history)
      .when(complete, july)
      .thenRefused('REASON_REQUIRED', `${start} Say why the link is complete all the same.`, {
        rule: 'two-meetings',
      });
    given(history)
      .when(complete, on('2027-07-20', { overrides: [{ rule: 'two-meetings', reasonCode: 'closure' }] }))
      .thenRecorded(
        ['LinkCompleted', { meetingsHeld: held }],
        ['GuardOverridden', { rule: 'two-meetings', reasonCode: 'closure' }],
      );
  });

  it('needs the agreement of the schools', () => {
    given(issued, goodbye)
      .when(complete, july)
      .thenRefused(
        'LINK_NOT_AGREED',
        'Neither school has signed the agreement, so this link cannot be completed.',
      );
    given(issued, signedBy('a'), goodbye)
      .when(complete, july)
      .thenRefused(
        'LINK_NOT_AGREED',
        'One school has not signed the agreement, so this link cannot be completed.',
      );
    given(proposedInSchool, goodbye)
      .when(complete, july)
      .thenRefused(
        'LINK_NOT_AGREED',
        'One school has not signed the agreement, so this link cannot be completed.',
      );
  });

  it('needs the goodbye, recorded or skipped, and asks no reason before that', () => {
    given(met)
      .when(complete, july)
      .thenRefused('GOODBYE_MISSING', 'The final exchange and goodbye is not recorded yet.');
    const two = [...met, heldMeeting(2, '2027-03-01')];
    given(two, happened('2027-07-02', 'StepSkipped', { step: 'goodbye', reasonCode: 'x' }))
      .when(complete, july)
      .thenRecorded(['StepSkipped', { step: 'celebration' }], ['LinkCompleted', { meetingsHeld: 2 }]);
  });

  it('counts meetings that were held, not those that were planned', () => {
    given(met, plannedMeeting(2, '2027-03-04'), goodbye, skipped)
      .when(complete, july)
      .thenRefused(
        'REASON_REQUIRED',
        'The classes met only once. Say why the link is complete all the same.',
      );
  });

  it('takes no work that was exchanged during the year for a goodbye', () => {
    given(met, sent('a')).when(complete, july).thenRefused('GOODBYE_MISSING');
  });

  it('needs no goodbye that was skipped, also when it was for one school', () => {
    const forOne = happened('2027-07-02', 'StepSkipped', {
      step: 'goodbye',
      side: 'a',
      reasonCode: 'no-time',
    });
    given(met, forOne, skipped)
      .when(complete, on('2027-07-31', { overrides: [{ rule: 'two-meetings', reasonCode: 'closure' }] }))
      .thenRecorded(['LinkCompleted'], ['GuardOverridden']);
  });
});
