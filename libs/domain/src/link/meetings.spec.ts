import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  agreed,
  happened,
  heldMeeting,
  plannedMeeting,
  planMeeting,
  proposed,
  proposedInSchool,
  recordHeld,
  trained,
} from './spec-support/example-link.js';

const planned = [...trained, plannedMeeting(1, '2026-11-12')];
const held = [...planned, heldMeeting(1, '2026-11-12')];
const cancelled = happened('2026-11-10', 'MeetingCancelled', { number: 1, reasonCode: 'storm' });
const movedOnline = happened('2026-11-10', 'MeetingMovedOnline', { number: 1, reasonCode: 'storm' });
const move: LinkCommand = {
  type: 'RescheduleMeeting',
  number: 1,
  on: '2026-12-10',
  startsAt: '09:30',
  endsAt: '12:00',
  reasonCode: 'coach',
};
const cancel: LinkCommand = { type: 'CancelMeeting', number: 1, reasonCode: 'storm' };
const goOnline: LinkCommand = { type: 'MoveMeetingOnline', number: 1, reasonCode: 'storm' };
const ready: LinkCommand = {
  type: 'ReadyForTheDay',
  number: 1,
  side: 'a',
  riskAssessment: 'confirmed',
  transport: 'booked',
};

describe('planning a meeting', () => {
  it('says when and where, once', () => {
    const { history } = given(trained)
      .when(planMeeting())
      .thenRecorded(['MeetingPlanned', { number: 1, on: '2026-12-03', venueId: 'cartwright-hall' }]);
    expect(JSON.stringify(history)).not.toContain('Cartwright');
    given(history).when(planMeeting()).thenNothing();
  });

  it('is refused with another date while one stands, and once it was held', () => {
    given(planned)
      .when(planMeeting())
      .thenRefused('MEETING_ALREADY_PLANNED', 'The first meeting is already planned for 12 November.');
    given(held)
      .when(planMeeting())
      .thenRefused('MEETING_ALREADY_HELD', 'The first meeting was held on 12 November.');
  });

  it('may be planned anew after it was cancelled', () => {
    const { link } = given(planned, cancelled).when(planMeeting()).thenRecorded(['MeetingPlanned']);
    expect(link.meetings).toMatchObject([{ status: 'planned', on: '2026-12-03' }]);
  });

  it.each(['10:00', '09:00'])('ends after it starts, not at %s', (endsAt) => {
    given(trained)
      .when(planMeeting({ endsAt }))
      .thenRefused('END_BEFORE_START', 'The meeting has to end after it starts.');
    given(trained)
      .when(planMeeting({ endsAt, venueId: undefined, hostSide: 'a' }))
      .thenRefused('END_BEFORE_START');
  });

  it('needs a place when the classes meet in person, and a venue that is known', () => {
    given(trained)
      .when(planMeeting({ venueId: undefined }))
      .thenRefused(
        'PLACE_OF_MEETING_MISSING',
        'Say where the classes meet: a venue, or the school that hosts.',
      );
    given(trained)
      .when(planMeeting({ venue: undefined }))
      .thenRefused('VENUE_UNKNOWN', 'This venue is not in the register of venues of the programme.');
  });

  it('asks a reason for a first meeting that is not at a neutral venue', () => {
    const atSchool = planMeeting({ venueId: undefined, hostSide: 'a' });
    given(trained)
      .when(atSchool)
      .thenRefused(
        'REASON_REQUIRED',
        'The first meeting is normally at a neutral venue. Give a reason why it is not.',
        { rule: 'neutral-venue-first' },
      );
    given(trained)
      .when(atSchool, on('2026-11-23', { overrides: [{ rule: 'neutral-venue-first', reasonCode: 'flood' }] }))
      .thenRecorded(
        ['MeetingPlanned', { hostSide: 'a' }],
        ['GuardOverridden', { rule: 'neutral-venue-first' }],
      );
    given(trained)
      .when({ ...atSchool, number: 2, on: '2027-03-04' })
      .thenRecorded(['MeetingPlanned']);
    given(proposedInSchool).when(atSchool).thenRecorded(['MeetingPlanned']);
  });

  it.each([2, 3] as const)(
    'says that the visits are planned with the last of the two, here visit %i',
    (n) => {
      const visit = planMeeting({ number: n, on: '2027-03-04', venueId: undefined, hostSide: 'a' });
      given(trained, plannedMeeting(n === 2 ? 3 : 2, '2027-05-04'))
        .when(visit)
        .thenRecorded(['MeetingPlanned'], ['VisitsPlanned', {}, '2026-11-23']);
      given(trained).when(visit).thenRecorded(['MeetingPlanned']);
    },
  );

  it('warns of a weekend, an unusual time of the year and a full venue', () => {
    given(trained)
      .when(planMeeting({ number: 2, on: '2027-03-28' }))
      .thenWarned({ code: 'NOT_A_SCHOOL_DAY', sentence: '28 March 2027 is a Sunday.' });
    given(trained)
      .when(planMeeting({ on: '2027-03-01' }))
      .thenWarned({
        code: 'OUTSIDE_WINDOW',
        sentence: 'This meeting is usually between 1 November 2026 and 31 January 2027.',
      });
    given(trained)
      .when(planMeeting({ venue: { name: 'Cartwright Hall', linksAtOnce: 2, booked: 2 } }))
      .thenWarned({
        code: 'VENUE_FULL',
        sentence: 'Cartwright Hall has two links that morning and room for two.',
      });
    given(trained)
      .when(planMeeting({ venue: { name: 'Cartwright Hall', linksAtOnce: 2, booked: 1 } }))
      .thenWarned();
  });
});

describe('changing a planned meeting', () => {
  it('moves its date and times, once', () => {
    const { link, history } = given(planned)
      .when(move)
      .thenRecorded(['MeetingRescheduled', { on: '2026-12-10', reasonCode: 'coach' }]);
    expect(link.meetings).toMatchObject([{ on: '2026-12-10', startsAt: '09:30', status: 'planned' }]);
    given(history).when(move).thenNothing();
    given(planned)
      .when({ ...move, endsAt: '09:00' })
      .thenRefused('END_BEFORE_START', 'The meeting has to end after it starts.');
    given(planned)
      .when({ ...move, on: '2026-12-12' })
      .thenWarned({ code: 'NOT_A_SCHOOL_DAY', sentence: '12 December 2026 is a Saturday.' });
  });

  it('puts it online, once; then it has no place', () => {
    const { link, history } = given(planned).when(goOnline).thenRecorded(['MeetingMovedOnline']);
    expect(link.meetings[0]).toMatchObject({ mode: 'virtual', status: 'planned' });
    expect(link.meetings[0]).not.toHaveProperty('venueId');
    given(history).when(goOnline).thenNothing();
  });

  it('cancels it, once', () => {
    const { history } = given(planned).when(cancel).thenRecorded(['MeetingCancelled']);
    given(history).when(cancel).thenNothing();
  });

  it('keeps what each school says before the day; a change of mind is said again', () => {
    const { link, history } = given(planned)
      .when(ready)
      .thenRecorded(['ReadyForTheDay', { side: 'a' }]);
    expect(link.meetings[0]?.ready).toEqual({
      a: { riskAssessment: 'confirmed', transport: 'booked' },
    });
    given(history).when(ready).thenNothing();
    given(history)
      .when({ ...ready, transport: 'not-needed' })
      .thenRecorded(['ReadyForTheDay']);
  });

  it.each([
    ['moved', move],
    ['put online', goOnline],
    ['cancelled', cancel],
    ['made ready', ready],
  ])('a meeting that is not planned cannot be %s, nor one that was held', (_, command) => {
    given(trained).when(command).thenRefused('MEETING_NOT_PLANNED', 'The first meeting is not planned.');
    given(held)
      .when(command)
      .thenRefused('MEETING_ALREADY_HELD', 'The first meeting was held on 12 November.');
  });

  it.each([
    [2, 'The first visit'],
    [3, 'The second visit'],
    [4, 'The celebration'],
  ] as const)('meeting %i is called %s', (number, name) => {
    given(trained)
      .when({ ...cancel, number })
      .thenRefused('MEETING_NOT_PLANNED', `${name} is not planned.`);
  });
});

describe('a meeting that was held', () => {
  it('counts on the day on which it was held, at the place that was planned', () => {
    const { link } = given(planned)
      .when(recordHeld())
      .thenRecorded(['MeetingHeld', { number: 1, venueId: 'cartwright-hall', pupilsA: 27 }, '2026-11-12']);
    expect(link.reached.met).toBe('2026-11-12');
  });

  it('counts who came that day and leaves the size of the classes as it is', () => {
    const before = given(planned).link;
    const { link } = given(planned)
      .when(recordHeld({ pupilsA: 21, pupilsB: 19 }))
      .after();
    expect(link.meetings[0]).toMatchObject({ pupilsA: 21, pupilsB: 19 });
    expect([link.sides.a.pupilCount, link.sides.b.pupilCount]).toEqual([
      before.sides.a.pupilCount,
      before.sides.b.pupilCount,
    ]);
    expect(before.sides.a.pupilCount).not.toBe(21);
  });

  it('is recordable whether or not it was planned, agreed or trained for', () => {
    given(trained).when(recordHeld()).thenRecorded(['MeetingHeld']);
    given(planned, cancelled).when(recordHeld()).thenRecorded(['MeetingHeld']);
    given(proposed)
      .when(recordHeld())
      .thenWarned(
        { code: 'NOT_AGREED', sentence: 'Not every school has signed the agreement.' },
        { code: 'BEFORE_TRAINING', sentence: 'The classes met before both teachers were trained.' },
      );
  });

  it('has no place when it took place online', () => {
    const { link, history } = given(planned)
      .when(recordHeld({ mode: 'virtual' }))
      .after();
    expect(link.meetings[0]).toMatchObject({ mode: 'virtual', status: 'held' });
    expect(link.meetings[0]).not.toHaveProperty('venueId');
    given(history)
      .when(recordHeld({ mode: 'virtual' }))
      .thenNothing();
    given(planned, movedOnline)
      .when(recordHeld({ mode: 'virtual' }))
      .thenRecorded(['MeetingHeld', { mode: 'virtual' }]);
  });

  it('asked twice changes nothing; with other content it is refused', () => {
    given(planned).when(recordHeld()).after().when(recordHeld()).thenNothing();
    for (const other of [{ pupilsA: 26 }, { on: '2026-11-13' }, { hostSide: 'b' as const }]) {
      given(held)
        .when(recordHeld(other))
        .thenRefused('MEETING_ALREADY_HELD', 'The first meeting was held on 12 November.');
    }
  });

  it('is recorded from that day on', () => {
    given(planned)
      .when(recordHeld(), on('2026-11-11', { today: '2026-11-11' }))
      .thenRefused('DATE_IN_FUTURE', 'The meeting is on 12 November; it can be recorded from that day.');
    given(planned)
      .when(recordHeld(), on('2026-11-12', { today: '2026-11-12' }))
      .thenRecorded(['MeetingHeld']);
  });

  it.each([
    [{ pupilsA: 201 }, 'pupils'],
    [{ pupilsB: -1 }, 'pupils'],
    [{ adultsA: 201 }, 'adults'],
  ])('counts people from 0 to 200, not %o', (numbers, who) => {
    given(planned)
      .when(recordHeld(numbers))
      .thenRefused('PUPIL_NUMBERS', `The number of ${who} has to be a whole number from 0 to 200.`);
  });

  it('warns when a risk assessment is not confirmed, in person only', () => {
    const riskAssessment = { a: 'confirmed', b: 'not-known' } as const;
    given(planned).when(recordHeld({ riskAssessment })).thenWarned({
      code: 'RISK_ASSESSMENT_NOT_CONFIRMED',
      sentence: 'A risk assessment is not confirmed for this meeting.',
    });
    given(planned)
      .when(recordHeld({ riskAssessment, mode: 'virtual' }))
      .thenWarned();
    given(agreed).when(recordHeld()).thenWarned({
      code: 'BEFORE_TRAINING',
      sentence: 'The classes met before both teachers were trained.',
    });
  });

  it('visits the schools with the second of the two visits', () => {
    const one = given(held, heldMeeting(3, '2027-03-01'));
    expect(one.link.reached.visited).toBeUndefined();
    const both = one.when(recordHeld({ number: 2, on: '2027-02-01' }), on('2027-04-01')).after();
    expect(both.link.reached.visited).toBe('2027-03-01');
  });
});
