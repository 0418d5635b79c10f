import type { MeetingNumber } from '@linking/events/link/link-events.js';
import { Refusal } from '../refusal.js';
import { dayAndMonth } from '../calendar/words.js';
import type { CommandOf, Occasion, PlanMeeting, RecordMeetingHeld } from './commands.js';
import { fact, note, reasonFor, sameContent, type Decided } from './decided.js';
import { checkPossible } from './hard-guards.js';
import { meetingOf, type Link, type Meeting } from './link.js';

/** The same plan again is no error; throws when it is planned otherwise or held, or has no place. */
export function planMeeting(command: PlanMeeting, link: Link, occasion: Occasion): readonly Decided[] {
  const { type: _, venue: __, ...plan } = command;
  const known = meetingOf(link, plan.number);
  if (known?.status === 'held') throw alreadyHeld(known);
  if (known?.status === 'planned') {
    if (samePlan(known, plan)) return [];
    throw new Refusal(
      'MEETING_ALREADY_PLANNED',
      `${meetingName(plan.number)} is already planned for ${dayAndMonth(known.on)}.`,
      { nextStep: 'Move its date, put it online or cancel it.' },
    );
  }
  if (plan.mode === 'in-person' && plan.venueId === undefined && plan.hostSide === undefined) {
    throw new Refusal(
      'PLACE_OF_MEETING_MISSING',
      'Say where the classes meet: a venue, or the school that hosts.',
    );
  }
  if (plan.venueId !== undefined && command.venue === undefined) {
    throw new Refusal('VENUE_UNKNOWN', 'This venue is not in the register of venues of the programme.', {
      nextStep: 'Choose one of the list of venues, or add the venue first.',
    });
  }
  const planned = fact(occasion, 'MeetingPlanned', { ...plan, ...note(occasion) });
  checkPossible(link, planned, occasion.today);
  return [
    planned,
    ...reasonFor(
      occasion,
      'neutral-venue-first',
      plan.number === 1 && plan.venueId === undefined && link.kind === 'between-schools',
      'The first meeting is normally at a neutral venue. Give a reason why it is not.',
    ),
  ];
}

/** Throws MEETING_NOT_PLANNED or MEETING_ALREADY_HELD, as every change of a plan does. */
export function readyForTheDay(
  command: CommandOf<'ReadyForTheDay'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { number, side, riskAssessment, transport } = command;
  const meeting = plannedMeeting(link, number);
  if (sameContent(meeting.ready[side], { riskAssessment, transport })) return [];
  return [fact(occasion, 'ReadyForTheDay', { number, side, riskAssessment, transport, ...note(occasion) })];
}

export function rescheduleMeeting(
  command: CommandOf<'RescheduleMeeting'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { number, on, startsAt, endsAt, reasonCode } = command;
  const meeting = plannedMeeting(link, number);
  if (meeting.on === on && meeting.startsAt === startsAt && meeting.endsAt === endsAt) return [];
  return [
    fact(occasion, 'MeetingRescheduled', { number, on, startsAt, endsAt, reasonCode, ...note(occasion) }),
  ];
}

export function moveMeetingOnline(
  { number, reasonCode }: CommandOf<'MoveMeetingOnline'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (plannedMeeting(link, number).mode === 'virtual') return [];
  return [fact(occasion, 'MeetingMovedOnline', { number, reasonCode, ...note(occasion) })];
}

export function cancelMeeting(
  { number, reasonCode }: CommandOf<'CancelMeeting'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (meetingOf(link, number)?.status === 'cancelled') return [];
  plannedMeeting(link, number);
  return [fact(occasion, 'MeetingCancelled', { number, reasonCode, ...note(occasion) })];
}

/** What happened is recordable whether or not it was planned here; its place is taken from the plan when not said. */
export function recordMeetingHeld(
  command: RecordMeetingHeld,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const { type: _, ...said } = command;
  const known = meetingOf(link, said.number);
  const place = placeOf(said, known);
  const held = { ...said, ...place };
  if (known?.status === 'held') {
    if (Object.entries(held).every(([key, value]) => sameContent(value, known[key as keyof Meeting])))
      return [];
    throw alreadyHeld(known);
  }
  return [fact(occasion, 'MeetingHeld', { ...held, ...note(occasion) }, said.on)];
}

function placeOf(
  said: RecordMeetingHeldPlace,
  known: Meeting | undefined,
): Pick<Meeting, 'venueId' | 'hostSide'> {
  const { venueId, hostSide } =
    said.venueId || said.hostSide || said.mode === 'virtual' ? said : (known ?? said);
  return { ...(venueId === undefined ? {} : { venueId }), ...(hostSide === undefined ? {} : { hostSide }) };
}

type RecordMeetingHeldPlace = Pick<RecordMeetingHeld, 'mode' | 'venueId' | 'hostSide'>;

const meetingName = (number: MeetingNumber) =>
  ({ 1: 'The first meeting', 2: 'The first visit', 3: 'The second visit', 4: 'The celebration' })[number];

/** Throws MEETING_NOT_PLANNED or MEETING_ALREADY_HELD. */
export function plannedMeeting(link: Link, number: MeetingNumber): Meeting {
  const meeting = meetingOf(link, number);
  if (meeting?.status === 'held') throw alreadyHeld(meeting);
  if (meeting?.status !== 'planned') {
    throw new Refusal('MEETING_NOT_PLANNED', `${meetingName(number)} is not planned.`, {
      nextStep: 'Plan it first.',
    });
  }
  return meeting;
}

const alreadyHeld = (meeting: Meeting) =>
  new Refusal(
    'MEETING_ALREADY_HELD',
    `${meetingName(meeting.number)} was held on ${dayAndMonth(meeting.on)}.`,
    {
      nextStep: 'If something about it is wrong, correct or void that entry.',
    },
  );

const samePlan = (known: Meeting, plan: Omit<PlanMeeting, 'type' | 'venue'>) =>
  Object.entries(plan).every(([key, value]) => sameContent(value, known[key as keyof Meeting]));
