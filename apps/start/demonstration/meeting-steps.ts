import type { MeetingNumber, Side } from '@linking/events/link/link-events.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { addSchoolDays } from '@linking/domain/calendar/school-days.js';
import { bothSides } from '@linking/domain/link/link.js';
import type { Said } from '@linking/application/links/link-request.js';
import type { Chance } from './chance.js';
import { dayBetween, daysLater, timeOfDay } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';
import type { HistoryWriter } from './history-writer.js';
import { autumnDays } from './story-days.js';
import { hasReached, refOf, type Story } from './story.js';

/** A meeting as it is going to be told. */
interface ToldMeeting {
  readonly number: MeetingNumber;
  readonly plannedOn: string;
  readonly on: string;
  /** Where it was planned for at first. */
  readonly movedFrom?: string;
  readonly held: boolean;
  readonly hostSide?: Side;
  /** Place in the programme's list of venues. */
  readonly venue: number;
}

/** The first meeting: planned in October, held from November on. */
export function firstMeetingSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'meeting-planned')) return [];
  const { twist } = story;
  const held = hasReached(story.kind, 'met');
  const on = firstMeetingDay(story, chance, held);
  const atSchool = twist === 'host-school' || twist === 'in-school';
  return meetingSteps(story, chance, {
    number: 1,
    plannedOn: dayBetween(chance, ...autumnDays(story).meetingPlanned),
    on,
    ...(twist === 'moved' ? { movedFrom: addSchoolDays(on, held ? -4 : -3) } : {}),
    held,
    ...(atSchool ? { hostSide: 'a' } : {}),
    venue: twist === 'shared-venue' ? 1 : chance.between(0, 9),
  });
}

function firstMeetingDay({ first, twist }: Story, chance: Chance, held: boolean): string {
  if (twist === 'shared-venue') return `${first}-12-03`;
  // The hall is closed until January; or the link began late.
  if (twist === 'paused' || twist === 'continues')
    return dayBetween(chance, `${first + 1}-01-18`, `${first + 1}-01-27`);
  if (first === 2025) return dayBetween(chance, `${first}-11-06`, `${first + 1}-01-26`);
  return held
    ? dayBetween(chance, `${first}-11-03`, `${first}-11-19`)
    : dayBetween(chance, `${first}-11-26`, `${first}-12-11`);
}

/** The two visits and a celebration of a finished year; visits of this year that are planned already. */
export function visitSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  const { first, kind, twist } = story;
  const planned = (number: 2 | 3) => ({ number, hostSide: number === 2 ? 'a' : 'b', venue: 0 }) as const;
  if (twist === 'visits-planned') {
    return ([2, 3] as const).flatMap((number) => {
      const month = number === 2 ? '03' : '05';
      const on = dayBetween(chance, `${first + 1}-${month}-10`, `${first + 1}-${month}-20`);
      return meetingSteps(story, chance, {
        ...planned(number),
        on,
        plannedOn: `${first}-11-20`,
        held: false,
      });
    });
  }
  if (twist === 'closed-incomplete') {
    const on = dayBetween(chance, `${first + 1}-03-09`, `${first + 1}-03-20`);
    return meetingSteps(story, chance, { ...planned(2), on, plannedOn: `${first + 1}-02-05`, held: true });
  }
  if (!hasReached(kind, 'completed-1')) return [];
  const year = first + 1;
  const plannedOn = dayBetween(chance, `${year}-02-02`, `${year}-02-11`);
  const second = dayBetween(chance, `${year}-03-02`, `${year}-03-26`);
  const third = dayBetween(chance, `${year}-05-11`, `${year}-06-24`);
  return [
    ...(hasReached(kind, 'completed-2')
      ? meetingSteps(story, chance, { ...planned(2), plannedOn, on: second, held: true })
      : [skipVisit(story, 2, `${year}-04-20`, 'school-decision')]),
    ...(hasReached(kind, 'completed-3')
      ? meetingSteps(story, chance, { ...planned(3), plannedOn, on: third, held: true })
      : [skipVisit(story, 3, `${year}-06-25`, chance.pick(['no-time', 'not-planned', 'school-decision']))]),
    ...(twist === 'celebrated'
      ? meetingSteps(story, chance, {
          number: 4,
          plannedOn: daysLater(`${year}-05-18`, chance.between(0, 4)),
          on: daysLater(`${year}-06-29`, chance.between(0, 2)),
          held: true,
          venue: chance.between(0, 9),
        })
      : []),
  ];
}

const skipVisit = (story: Story, number: 2 | 3, day: string, reasonCode: string): HistoryStep =>
  step(day, number === 2 ? '09:40' : '09:50', (writer) =>
    writer.change(refOf(story), { type: 'SkipStep', step: `visit-${number}`, reasonCode }),
  );

function meetingSteps(story: Story, chance: Chance, it: ToldMeeting): readonly HistoryStep[] {
  const movedOn = it.held ? addSchoolDays(it.movedFrom ?? it.on, -2) : daysLater(`${story.first}-11-17`, 0);
  const moved = it.movedFrom === undefined ? [] : [moveStep(story, chance, it, movedOn)];
  return [
    planStep(story, chance, it),
    ...moved,
    ...(it.held
      ? [...readySteps(story, chance, it), ...heldSteps(story, chance, it)]
      : readyEarly(story, chance, it)),
  ];
}

/** Of the first meetings to come most schools have said by the Friday before today that they are ready. */
function readyEarly(story: Story, chance: Chance, it: ToldMeeting): readonly HistoryStep[] {
  if (it.number !== 1 || it.on > `${story.first}-12-12` || chance.next() < 0.25) return [];
  const on = dayBetween(chance, `${story.first}-11-18`, `${story.first}-11-20`);
  return bothSides.map((side) => readyStep(story, chance, it, { side, on }));
}

const isVirtual = ({ twist }: Story, { number }: ToldMeeting) => twist === 'online' && number === 1;

function planStep(story: Story, chance: Chance, it: ToldMeeting): HistoryStep {
  const { a, b } = story.classes;
  const activity = chance.pick(['drama', 'games', 'speaking-and-listening', 'art'] as const);
  return step(it.plannedOn, timeOfDay(chance), (writer) =>
    writer.change(
      refOf(story),
      {
        type: 'PlanMeeting',
        number: it.number,
        mode: isVirtual(story, it) ? 'virtual' : 'in-person',
        on: it.movedFrom ?? it.on,
        startsAt: it.number === 1 ? '10:00' : '09:30',
        endsAt: it.number === 1 ? '14:00' : '14:30',
        ...(isVirtual(story, it) ? {} : placeOf(it, writer)),
        pupilsExpected: a.pupilCount + b.pupilCount,
        activities: [activity],
      },
      isVirtual(story, it) ? noVenueFree : liftNeeded,
    ),
  );
}

const noVenueFree: Said = { overrides: [{ rule: 'neutral-venue-first', reasonCode: 'no-venue-free' }] };
const liftNeeded: Said = {
  overrides: [
    {
      rule: 'neutral-venue-first',
      reasonCode: 'access-needs',
      note: 'A lift is needed; the school has one.',
    },
  ],
};

function placeOf(it: ToldMeeting, { venues }: HistoryWriter) {
  if (it.hostSide !== undefined) return { hostSide: it.hostSide };
  return { venueId: venues[it.venue % venues.length] ?? '' };
}

function moveStep(story: Story, chance: Chance, it: ToldMeeting, day: string): HistoryStep {
  const reasonCode = chance.pick(['transport', 'illness', 'venue-closed', 'clash']);
  const later = {
    type: 'RescheduleMeeting',
    number: it.number,
    on: it.on,
    startsAt: '10:00',
    endsAt: '14:00',
  } as const;
  return step(day, timeOfDay(chance), (writer) => writer.change(refOf(story), { ...later, reasonCode }));
}

/** Both sides say that they are ready, a day or more before. */
function readySteps(story: Story, chance: Chance, it: ToldMeeting): readonly HistoryStep[] {
  return bothSides.map((side) =>
    readyStep(story, chance, it, { side, on: addSchoolDays(it.on, -chance.between(1, 2)) }),
  );
}

function readyStep(
  story: Story,
  chance: Chance,
  it: ToldMeeting,
  { side, on }: { readonly side: Side; readonly on: string },
): HistoryStep {
  const transport = isVirtual(story, it) || story.twist === 'in-school' ? 'not-needed' : 'booked';
  return step(on, timeOfDay(chance), (writer) =>
    writer.change(refOf(story), {
      type: 'ReadyForTheDay',
      number: it.number,
      side,
      riskAssessment: 'confirmed',
      transport,
    }),
  );
}

/** Most are recorded on the day, some later, a few so late that it is marked; a wrong number is corrected. */
function heldSteps(story: Story, chance: Chance, it: ToldMeeting): readonly HistoryStep[] {
  const { a, b } = story.classes;
  const wrong = story.twist === 'corrected' && it.number === 1;
  const missing = [chance.between(0, 3), chance.between(0, 3)] as const;
  const atRisk = chance.next() < 0.04;
  const recordedOn = recordingDay(story, chance, it.on);
  const record = step(recordedOn, recordedOn === it.on ? '15:30' : timeOfDay(chance), (writer) =>
    writer.change(refOf(story), {
      type: 'RecordMeetingHeld',
      number: it.number,
      mode: isVirtual(story, it) ? 'virtual' : 'in-person',
      on: it.on,
      pupilsA: a.pupilCount - missing[0],
      pupilsB: wrong ? 52 : b.pupilCount - missing[1],
      adultsA: 3,
      adultsB: 3,
      riskAssessment: { a: 'confirmed', b: atRisk ? 'not-known' : 'confirmed' },
      collaborative: true,
      keyQuestions: it.number === 1 ? ['Q1', 'Q2'] : ['Q3', 'Q4'],
    }),
  );
  if (!wrong) return [record];
  const corrected = b.pupilCount - missing[1];
  return [record, step(addSchoolDays(recordedOn, 1), '16:10', (w) => correctPupils(story, corrected, w))];
}

function recordingDay({ first, twist }: Story, chance: Chance, on: string): string {
  if (twist === 'entered-late') return first === 2026 ? `${first}-11-20` : daysLater(addDays(on, 16), 0);
  const late = first === 2025 && chance.next() < 0.3;
  return late ? addSchoolDays(on, chance.between(1, 4)) : on;
}

async function correctPupils(story: Story, now: number, writer: HistoryWriter): Promise<void> {
  const { entries } = await writer.link(refOf(story));
  const held = entries.find(({ event }) => event.type === 'MeetingHeld');
  await writer.change(refOf(story), {
    type: 'CorrectEntry',
    eventId: held?.event.id ?? '',
    field: '/pupilsB',
    was: 52,
    now,
    reasonCode: 'typing-mistake',
  });
}
