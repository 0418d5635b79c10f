import {
  meetingEntry,
  trainingEntry,
  type MeetingVersion,
  type TrainingVersion,
} from './appointment-entries.js';

const meeting: MeetingVersion = {
  ref: 'BRD-2026-014',
  number: 1,
  schools: { a: 'Ash Primary', b: 'Elm Academy' },
  programme: 'Bradford',
  place: { kind: 'venue', name: 'Cartwright Hall', postcode: 'BD9 4NS' },
  on: '2026-11-26',
  startsAt: '10:00',
  endsAt: '14:00',
  sequence: 2,
  stamp: '2026-11-10T09:00:00.000Z',
  cancelled: false,
};
const { ref: _, number: __, schools: ___, ...version } = meeting;
const training: TrainingVersion = { ...version, sessionId: 'session', kind: 'initial-full' };
const summaryOf = (more: Partial<MeetingVersion>) =>
  meetingEntry({ ...meeting, ...more }, 'linking.example').summary;
const placeOf = (place: MeetingVersion['place']) =>
  meetingEntry({ ...meeting, place }, 'linking.example').location;

test('a meeting is an entry with its schools, its place and its version', () => {
  expect(meetingEntry(meeting, 'linking.example')).toEqual({
    uid: 'meeting-BRD-2026-014-1@linking.example',
    sequence: 2,
    stamp: '2026-11-10T09:00:00.000Z',
    status: 'CONFIRMED',
    day: '2026-11-26',
    startsAt: '10:00',
    endsAt: '14:00',
    summary: 'First meeting: Ash Primary and Elm Academy',
    location: 'Cartwright Hall, BD9 4NS',
    description:
      'Schools Linking Bradford, link BRD-2026-014.\nRisk assessment and safeguarding stay with each school.',
  });
  expect(meetingEntry({ ...meeting, cancelled: true }, 'linking.example').status).toBe('CANCELLED');
});

test('a visit says who goes where, a link within a school that there are two classes', () => {
  expect(summaryOf({ number: 2, hostSide: 'b' })).toBe('Linking visit: Ash Primary at Elm Academy');
  expect(summaryOf({ number: 3, hostSide: 'a' })).toBe('Linking visit: Elm Academy at Ash Primary');
  expect(summaryOf({ number: 3 })).toBe('Linking visit: Ash Primary and Elm Academy');
  expect(summaryOf({ number: 4 })).toBe('Celebration: Ash Primary and Elm Academy');
  const within = { schools: { a: 'Ash Primary', b: 'Ash Primary' } };
  expect(summaryOf({ ...within, number: 2, hostSide: 'b' })).toBe(
    'Linking visit: two classes of Ash Primary',
  );
});

test('a place is a venue with its postcode, a school, online, or still to follow', () => {
  expect(placeOf({ kind: 'school', name: 'Ash Primary', own: true })).toBe('Ash Primary');
  expect(placeOf({ kind: 'online' })).toBe('Online');
  expect(placeOf({ kind: 'to-follow' })).toBeUndefined();
});

test('a training session says how long it takes', () => {
  expect(trainingEntry(training, 'linking.example')).toMatchObject({
    uid: 'training-session@linking.example',
    summary: 'Linking training, full day',
    description: 'Schools Linking Bradford, for link teachers.',
  });
  expect(trainingEntry({ ...training, kind: 'initial-half' }, 'x').summary).toBe(
    'Linking training, half day',
  );
  expect(trainingEntry({ ...training, kind: 'planning-half' }, 'x').summary).toBe(
    'Linking: planning half-day',
  );
});
