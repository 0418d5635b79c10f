import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { happened, plannedMeeting, planMeeting, recordHeld, trained } from './spec-support/example-link.js';

describe('a meeting', () => {
  const planned = [...trained, plannedMeeting(1, '2026-12-03')];
  const move = (change: object): LinkCommand => ({
    type: 'RescheduleMeeting',
    number: 1,
    on: '2026-12-03',
    startsAt: '10:00',
    endsAt: '14:00',
    reasonCode: 'coach',
    ...change,
  });

  it('is moved by another day, beginning or end; the same again is no move', () => {
    given(planned).when(move({})).thenNothing();
    given(planned)
      .when(move({ on: '2026-12-04' }))
      .thenRecorded(['MeetingRescheduled', { on: '2026-12-04' }]);
    given(planned)
      .when(move({ startsAt: '09:00' }))
      .thenRecorded(['MeetingRescheduled', { startsAt: '09:00' }]);
    given(planned)
      .when(move({ endsAt: '15:00' }))
      .thenRecorded(['MeetingRescheduled', { endsAt: '15:00' }]);
    given(planned)
      .when(move({ endsAt: '10:00' }))
      .thenRefused('END_BEFORE_START');
  });

  it('that is online needs no place', () => {
    given(trained)
      .when(planMeeting({ number: 2, mode: 'virtual', venueId: undefined, venue: undefined }))
      .thenRecorded(['MeetingPlanned', { mode: 'virtual' }]);
  });

  it('was where it was planned, unless it is said or was online', () => {
    const place = (change: object) => {
      const { history } = given(planned)
        .when(recordHeld({ on: '2026-11-12', ...change }))
        .after();
      const { venueId, hostSide } = history.at(-1)!.data as { venueId?: string; hostSide?: string };
      return { venueId, hostSide };
    };
    expect(place({})).toEqual({ venueId: 'cartwright-hall', hostSide: undefined });
    expect(place({ venueId: 'library' })).toEqual({ venueId: 'library', hostSide: undefined });
    expect(place({ hostSide: 'b' })).toEqual({ venueId: undefined, hostSide: 'b' });
    expect(place({ mode: 'virtual' })).toEqual({ venueId: undefined, hostSide: undefined });
  });

  it('was a visit to the school that was to be host', () => {
    const visit = happened('2026-12-05', 'MeetingPlanned', {
      number: 2,
      mode: 'in-person',
      on: '2027-03-09',
      startsAt: '10:00',
      endsAt: '14:00',
      hostSide: 'b',
      pupilsExpected: 58,
      activities: [],
    });
    given(trained, visit)
      .when(recordHeld({ number: 2, on: '2027-03-09' }), on('2027-03-09'))
      .thenRecorded(['MeetingHeld', { number: 2, hostSide: 'b' }]);
  });
});
