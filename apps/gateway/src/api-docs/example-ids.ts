import { derivedId, eventId } from '@linking/events/event-ids.js';

/** Commands that make the small world in which every example of the API succeeds; a spec sends them, then the examples. */
export const exampleCommands = {
  interestA: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e01',
  interestB: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e02',
  waitingInterest: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e03',
  venue: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e04',
  meetingHeld: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e05',
  disruption: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e06',
  hold: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e08',
  session: '1f6b8a52-6f0d-4b0e-8c57-0d1a4d6b7e07',
} as const;

const made = exampleCommands;

/** What those commands make. Ids follow from the command, so that an example can name what will be there. */
export const exampleIds = {
  interestA: derivedId(made.interestA, 'interest'),
  classA: derivedId(made.interestA, 'class-0'),
  teacherA: derivedId(made.interestA, 'person-teacher-0-0'),
  interestB: derivedId(made.interestB, 'interest'),
  classB: derivedId(made.interestB, 'class-0'),
  teacherB: derivedId(made.interestB, 'person-teacher-0-0'),
  waitingClass: derivedId(made.waitingInterest, 'class-0'),
  venue: derivedId(made.venue, 'venue'),
  meetingHeld: eventId(made.meetingHeld, 0),
  disruption: derivedId(made.disruption, 'disruption'),
  hold: derivedId(made.hold, 'hold'),
  session: derivedId(made.session, 'training'),
  coordinator: '7f0f2b7c-1f43-4b0e-9a3e-5a0c5b0d6a11',
} as const;

/** The first link of that world. */
export const exampleLink = 'BRD-2026-001';
