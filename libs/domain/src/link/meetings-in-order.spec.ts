import type { Decided } from './decided.js';
import { happened, plannedMeeting } from './spec-support/example-link.js';
import { EARLIER, LATER, orderOf } from './spec-support/order-of-days.js';

type Visit = 2 | 3;
const planned = (day: string, number: Visit = 2) => plannedMeeting(number, '2027-03-03', day);
const ready = (day: string, number: Visit = 2) =>
  happened(day, 'ReadyForTheDay', { number, side: 'a', riskAssessment: 'confirmed', transport: 'booked' });
const moved = (day: string, number: Visit = 2) =>
  happened(day, 'MeetingRescheduled', {
    number,
    on: '2027-03-10',
    startsAt: '10:00',
    endsAt: '14:00',
    reasonCode: 'coach',
  });
const putOnline = (day: string, number: Visit = 2) =>
  happened(day, 'MeetingMovedOnline', { number, reasonCode: 'storm' });
const cancelled = (day: string, number: Visit = 2) =>
  happened(day, 'MeetingCancelled', { number, reasonCode: 'storm' });

describe('a word about a plan comes after it, on whatever day it was said', () => {
  it.each<[string, Decided, Decided]>([
    ['a school is ready for the meeting', planned(LATER), ready(EARLIER)],
    ['the meeting moves to another day', planned(LATER), moved(EARLIER)],
    ['the meeting is put online', planned(LATER), putOnline(EARLIER)],
    ['the meeting is called off', planned(LATER), cancelled(EARLIER)],
    ['the meeting is called off on its other day', moved(LATER), cancelled(EARLIER)],
    ['the meeting that was called off is planned anew', cancelled(LATER), planned(EARLIER)],
  ])('%s', (_, first, second) => {
    expect(orderOf(first, second)).toBe('1, 2');
  });
});

describe('a word about another plan, or about no plan, is of its own day', () => {
  it.each<[string, Decided, Decided]>([
    ['a school is ready for the other visit', planned(LATER), ready(EARLIER, 3)],
    ['the other visit moves', planned(LATER), moved(EARLIER, 3)],
    ['the other visit is put online', planned(LATER), putOnline(EARLIER, 3)],
    ['the other visit is called off', planned(LATER), cancelled(EARLIER, 3)],
    ['the other visit is called off after this one moved', moved(LATER), cancelled(EARLIER, 3)],
    ['the other visit is planned after this one was called off', cancelled(LATER), planned(EARLIER, 3)],
    ['of two plans the later one counts', planned(LATER), planned(EARLIER)],
    ['of two moves the later one counts', moved(LATER), moved(EARLIER)],
    ['a school was ready before the meeting moved', moved(LATER), ready(EARLIER)],
    ['a school was ready before the meeting was put online', putOnline(LATER), ready(EARLIER)],
    ['the meeting was planned before a school was ready', ready(LATER), planned(EARLIER)],
    ['the meeting moved before it was called off', cancelled(LATER), moved(EARLIER)],
  ])('%s', (_, first, second) => {
    expect(orderOf(first, second)).toBe('2, 1');
  });
});
