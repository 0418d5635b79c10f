import { agreed, met, planMeeting, recordHeld, trained } from './spec-support/example-link.js';
import { given } from './spec-support/given-when-then.js';
import { told } from './spec-support/told.js';

describe('whoever changes a meeting that is not as she thinks is told', () => {
  told([
    [
      'Move its date, put it online or cancel it.',
      given(trained).when(planMeeting()).after().history,
      planMeeting({ on: '2026-12-10' }),
      'MEETING_ALREADY_PLANNED',
      'The first meeting is already planned for 3 December.',
    ],
    [
      'Choose one of the list of venues, or add the venue first.',
      trained,
      planMeeting({ venue: undefined }),
      'VENUE_UNKNOWN',
      'This venue is not in the register of venues of the programme.',
    ],
    [
      'Change one of the two times.',
      trained,
      planMeeting({ endsAt: '10:00' }),
      'END_BEFORE_START',
      'The meeting has to end after it starts.',
    ],
    [
      'Plan it first.',
      trained,
      { type: 'CancelMeeting', number: 1, reasonCode: 'storm' },
      'MEETING_NOT_PLANNED',
      'The first meeting is not planned.',
    ],
    [
      'If something about it is wrong, correct or void that entry.',
      met,
      planMeeting(),
      'MEETING_ALREADY_HELD',
      'The first meeting was held on 12 November.',
    ],
    [
      'Choose the step that was talked about.',
      trained,
      { type: 'RecordDiscussion', newTarget: '2026-12-01' },
      'NEW_DATE_WITHOUT_STEP',
      'A new date needs the step that it is for.',
    ],
    [
      'Change one of the two days.',
      trained,
      { type: 'RecordDiscussion', about: 'exchange', newTarget: '2026-11-22' },
      'NEW_DATE_PAST',
      'The new date has to come after the day of the talk.',
    ],
    [
      'Change the number.',
      trained,
      recordHeld({ pupilsA: 201 }),
      'PUPIL_NUMBERS',
      'The number of pupils has to be a whole number from 0 to 200.',
    ],
  ]);
});

describe('how many came is a number that can be', () => {
  it.each([0, 200])('%i pupils may come', (pupilsA) => {
    given(trained).when(recordHeld({ pupilsA })).thenRecorded(['MeetingHeld', { pupilsA }]);
  });

  it.each([-1, 201, 2.5])('%f pupils or adults cannot', (number) => {
    given(trained)
      .when(recordHeld({ pupilsB: number }))
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
    given(trained)
      .when(recordHeld({ adultsB: number }))
      .thenRefused('PUPIL_NUMBERS', 'The number of adults has to be a whole number from 0 to 200.');
    given(agreed)
      .when({ type: 'ChangeClassDetails', side: 'a', pupilCount: number })
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
  });
});
