import { given, type Facts } from './spec-support/given-when-then.js';
import { agreed, happened, heldMeeting, plannedMeeting } from './spec-support/example-link.js';

const meetings = (...facts: Facts) => given(agreed, ...facts).link.meetings;

describe('the meetings of a link', () => {
  it('are known by their plan: nobody has said that she is ready, and no question is chosen', () => {
    expect(meetings(plannedMeeting(1, '2026-12-03'))).toStrictEqual([
      {
        number: 1,
        status: 'planned',
        mode: 'in-person',
        on: '2026-12-03',
        startsAt: '10:00',
        endsAt: '14:00',
        venueId: 'cartwright-hall',
        pupilsExpected: 58,
        activities: ['drama'],
        ready: {},
        keyQuestions: [],
      },
    ]);
  });

  it('are known by what was held, also when nobody had planned it', () => {
    expect(meetings(heldMeeting(1, '2026-11-12'))).toStrictEqual([
      {
        number: 1,
        status: 'held',
        mode: 'in-person',
        on: '2026-11-12',
        pupilsA: 27,
        pupilsB: 30,
        adultsA: 3,
        adultsB: 4,
        riskAssessment: { a: 'confirmed', b: 'confirmed' },
        collaborative: true,
        keyQuestions: ['Q1'],
        activities: [],
        ready: {},
      },
    ]);
  });

  it('that were held have the hours and the work of their last plan, also when plans come after them by their days', () => {
    const replanned = happened('2026-11-20', 'MeetingPlanned', {
      number: 1,
      mode: 'virtual',
      on: '2026-12-10',
      startsAt: '09:30',
      endsAt: '11:30',
      pupilsExpected: 40,
      activities: ['poetry'],
    });
    const ready = happened('2026-11-19', 'ReadyForTheDay', {
      number: 1,
      side: 'a',
      riskAssessment: 'confirmed',
      transport: 'booked',
    });
    const held = heldMeeting(1, '2026-11-12');
    expect(meetings(held, plannedMeeting(1, '2026-12-03', '2026-11-18'), ready, replanned)).toStrictEqual([
      {
        ...meetings(held)[0],
        startsAt: '09:30',
        endsAt: '11:30',
        pupilsExpected: 40,
        activities: ['poetry'],
        ready: {},
      },
    ]);
  });

  it.each([
    happened('2026-11-20', 'MeetingCancelled', { number: 1, reasonCode: 'snow' }),
    happened('2026-11-20', 'MeetingMovedOnline', { number: 1, reasonCode: 'snow' }),
  ])('that were held stay what they were, whatever was said of their plan: $type', (said) => {
    const held = heldMeeting(1, '2026-11-12');
    expect(meetings(held, said)).toStrictEqual(meetings(held));
  });

  it('change each by itself', () => {
    const both = [plannedMeeting(2, '2027-03-09'), plannedMeeting(3, '2027-05-04')];
    const cancelled = happened('2027-03-01', 'MeetingCancelled', { number: 2, reasonCode: 'snow' });
    const ready = happened('2027-03-01', 'ReadyForTheDay', {
      number: 3,
      side: 'a',
      riskAssessment: 'confirmed',
      transport: 'booked',
    });
    expect(meetings(both, cancelled, ready)).toMatchObject([
      { number: 2, status: 'cancelled', ready: {} },
      { number: 3, status: 'planned', ready: { a: { transport: 'booked' } } },
    ]);
  });
});
