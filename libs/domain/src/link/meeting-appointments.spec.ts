import { meetingAppointments } from './meeting-appointments.js';
import { agreed, happened, heldMeeting, plannedMeeting } from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const first = (...facts: Facts) => meetingAppointments(given(agreed, ...facts).link)[0];
const moved = happened('2026-11-10', 'MeetingRescheduled', {
  number: 1,
  on: '2026-12-10',
  startsAt: '10:00',
  endsAt: '14:00',
  reasonCode: 'weather',
});
const cancelled = happened('2026-11-11', 'MeetingCancelled', { number: 1, reasonCode: 'weather' });
const ready = happened('2026-11-09', 'ReadyForTheDay', {
  number: 1,
  side: 'a',
  riskAssessment: 'confirmed',
  transport: 'booked',
});
const planned = plannedMeeting(1, '2026-12-03');
const entryOf = (index: number) => `e${agreed.length + index}`;
const voided = (index: number) =>
  happened('2026-11-20', 'EntryVoided', { voidsEventId: entryOf(index), reasonCode: 'wrong-link' });

test('a meeting that is planned is the first version of its appointment', () => {
  expect(first(planned)).toMatchObject({
    meeting: { number: 1, on: '2026-12-03', venueId: 'cartwright-hall' },
    cancelled: false,
    sequence: 0,
    stamp: '2026-10-05T12:00:00.000Z',
  });
  expect(first()).toBeUndefined();
});

test('each change of date, place or standing is one more, and bears the moment of its fact', () => {
  const online = happened('2026-11-12', 'MeetingMovedOnline', { number: 1, reasonCode: 'weather' });
  expect(first(planned, moved)).toMatchObject({
    meeting: { on: '2026-12-10' },
    sequence: 1,
    stamp: '2026-11-10T12:00:00.000Z',
  });
  expect(first(planned, moved, online)).toMatchObject({ meeting: { mode: 'virtual' }, sequence: 2 });
  expect(first(planned, moved, cancelled)).toMatchObject({
    cancelled: true,
    sequence: 2,
    stamp: '2026-11-11T12:00:00.000Z',
  });
  expect(first(planned, cancelled, plannedMeeting(1, '2027-01-14', '2026-11-19'))).toMatchObject({
    cancelled: false,
    sequence: 2,
  });
});

test('what calendars do not show makes no new version', () => {
  expect(first(planned, ready, heldMeeting(1, '2026-12-03'))).toMatchObject({
    meeting: { status: 'held' },
    cancelled: false,
    sequence: 1,
  });
  const { venueId: _, ...rest } = heldMeeting(1, '2026-12-03').data as { venueId?: string };
  const held = happened('2026-12-03', 'MeetingHeld', { ...rest, venueId: 'cartwright-hall' } as never);
  expect(first(planned, ready, held)).toMatchObject({ meeting: { status: 'held' }, sequence: 0 });
});

test('a mistake that is mended moves the appointment on, never back', () => {
  expect(first(planned, moved, voided(2))).toMatchObject({ meeting: { on: '2026-12-03' }, sequence: 2 });
  expect(first(planned, voided(1))).toMatchObject({
    meeting: { on: '2026-12-03' },
    cancelled: true,
    sequence: 1,
  });
  const corrected = happened('2026-11-20', 'EntryCorrected', {
    correctsEventId: entryOf(1),
    pointer: '/startsAt',
    was: '10:00',
    now: '09:30',
    reasonCode: 'typing-mistake',
  });
  expect(first(planned, corrected)).toMatchObject({
    meeting: { startsAt: '09:30' },
    sequence: 1,
    stamp: '2026-11-20T12:00:00.000Z',
  });
});

test('the meetings to come of a link that was withdrawn are cancelled; those that were held stay', () => {
  const withdrawn = happened('2027-01-10', 'LinkWithdrawn', {
    side: 'b',
    reasonCode: 'staffing',
    stageReached: 'met',
  });
  const link = given(
    agreed,
    heldMeeting(1, '2026-12-03'),
    plannedMeeting(2, '2027-03-09', '2026-12-05'),
    withdrawn,
  ).link;
  expect(
    meetingAppointments(link).map(({ meeting, cancelled: off, sequence }) => [meeting.number, off, sequence]),
  ).toEqual([
    [1, false, 0],
    [2, true, 1],
  ]);
});

test('the appointments are told by the number of the meeting, whichever was planned first', () => {
  const { link } = given(agreed, plannedMeeting(2, '2027-03-09'), planned);
  expect(meetingAppointments(link).map(({ meeting }) => meeting.number)).toEqual([1, 2]);
});

test('a plan that was voided is off, while the other meetings stand', () => {
  const { link } = given(agreed, planned, plannedMeeting(2, '2027-03-09'), voided(1));
  expect(meetingAppointments(link).map(({ cancelled: off }) => off)).toEqual([true, false]);
});

test('a link that was withdrawn or not formed meets no more, not even on a day that is past', () => {
  const withdrawn = happened('2027-01-10', 'LinkWithdrawn', {
    side: 'b',
    reasonCode: 'staffing',
    stageReached: 'signed',
  });
  expect(first(planned, withdrawn)).toMatchObject({ cancelled: true, stamp: '2027-01-10T12:00:00.000Z' });
  const no = happened('2026-10-10', 'LinkNotFormed', { reasonCode: 'declined' });
  expect(first(planned, no)).toMatchObject({ cancelled: true, sequence: 1 });
});

test('a link that was closed at the end of its year may have met before, and meets no more from that day on', () => {
  const closed = (day: string) => happened(day, 'LinkClosedIncomplete', { missing: ['first-meeting'] });
  expect(first(planned, closed('2026-12-04'))).toMatchObject({ cancelled: false, sequence: 0 });
  expect(first(planned, closed('2026-12-03'))).toMatchObject({ cancelled: true, sequence: 1 });
});
