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
