import type { ExchangeKind, Side } from '@linking/events/link/link-events.js';
import { bothSides, otherSide } from '@linking/domain/link/link.js';
import type { Chance } from './chance.js';
import type { HistoryStep, HistoryWriter } from './history-writer.js';
import { dayBetween, daysLater, timeOfDay } from './school-days.js';
import { step } from './spring-steps.js';
import { hasReached, refOf, type Story } from './story.js';

/** From the named class to the first meeting: September to November. Training is in `training-steps.ts`. */
export function autumnSteps(story: Story, chance: Chance, venues: readonly string[]): readonly HistoryStep[] {
  return [
    ...classSteps(story, chance),
    ...exchangeSteps(story, chance),
    ...meetingSteps(story, chance, venues),
    ...twistSteps(story, chance),
  ];
}

function classSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'class-to-follow')) return [];
  const sides: readonly Side[] = story.kind === 'class-to-follow' ? ['a'] : bothSides;
  return sides.map((side) => {
    const { className, yearGroup, pupilCount, teacher, linkedBefore } = story.classes[side];
    return step(dayBetween(chance, '2026-09-03', '2026-09-14'), timeOfDay(chance), (writer) =>
      writer.change(refOf(story), {
        type: 'ConfirmClass',
        side,
        name: className,
        yearGroups: [yearGroup],
        pupilCount,
        teachers: [{ ...teacher, linkedBefore }],
      }),
    );
  });
}

const firstKinds: readonly ExchangeKind[] = ['photographs', 'first-names', 'identity-work'];

function exchangeSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'one-side-sent')) return [];
  const sides: readonly Side[] = story.kind === 'one-side-sent' ? ['a'] : bothSides;
  return sides.map((fromSide) =>
    step(dayBetween(chance, '2026-10-05', '2026-10-23'), timeOfDay(chance), (writer) =>
      writer.change(refOf(story), {
        type: 'RecordExchange',
        fromSide,
        kind: chance.pick(firstKinds),
        mode: chance.pick(['post', 'hand', 'digital'] as const),
        keyQuestions: ['Q1'],
        subjects: [chance.pick(['pshe', 'english', 'art'] as const)],
        policyTags: ['smsc'],
      }),
    ),
  );
}

function meetingSteps(story: Story, chance: Chance, venues: readonly string[]): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'meeting-planned')) return [];
  const held = story.kind === 'met';
  const on = held
    ? dayBetween(chance, '2026-11-03', '2026-11-20')
    : dayBetween(chance, '2026-11-26', '2026-12-11');
  const planned = planStep(story, chance, on, chance.pick(venues));
  if (story.twist === 'moved') {
    const later = { type: 'RescheduleMeeting', number: 1, on, startsAt: '10:00', endsAt: '14:00' } as const;
    const moved = step(dayBetween(chance, '2026-10-21', '2026-10-30'), timeOfDay(chance), (writer) =>
      writer.change(refOf(story), { ...later, reasonCode: 'coach-not-available' }),
    );
    const first = planStep(story, chance, held ? '2026-11-02' : '2026-11-25', chance.pick(venues));
    return [first, moved, ...(held ? [heldStep(story, on)] : [])];
  }
  return [planned, ...readySteps(story, chance, held), ...(held ? [heldStep(story, on)] : [])];
}

function planStep(story: Story, chance: Chance, on: string, venueId: string): HistoryStep {
  const place =
    story.twist === 'host-school' || story.twist === 'in-school' ? ({ hostSide: 'a' } as const) : { venueId };
  return step(dayBetween(chance, '2026-10-12', '2026-10-20'), timeOfDay(chance), (writer) =>
    writer.change(
      refOf(story),
      {
        type: 'PlanMeeting',
        number: 1,
        mode: story.twist === 'online' ? 'virtual' : 'in-person',
        on,
        startsAt: '10:00',
        endsAt: '14:00',
        ...(story.twist === 'online' ? {} : place),
        pupilsExpected: story.classes.a.pupilCount + story.classes.b.pupilCount,
        activities: [chance.pick(['drama', 'games', 'speaking-and-listening', 'art'] as const)],
      },
      {
        overrides: [
          {
            rule: 'neutral-venue-first',
            reasonCode: 'access-needs',
            note: 'A lift is needed; the school has one.',
          },
        ],
      },
    ),
  );
}

function readySteps(story: Story, chance: Chance, held: boolean): readonly HistoryStep[] {
  if (!held) return [];
  return bothSides.map((side) =>
    step(dayBetween(chance, '2026-10-21', '2026-11-02'), timeOfDay(chance), (writer) =>
      writer.change(refOf(story), {
        type: 'ReadyForTheDay',
        number: 1,
        side,
        riskAssessment: 'confirmed',
        transport: story.twist === 'online' ? 'not-needed' : 'booked',
      }),
    ),
  );
}

function heldStep(story: Story, on: string): HistoryStep {
  const { a, b } = story.classes;
  const wrong = story.twist === 'corrected';
  return step(on, '15:30', (writer) =>
    writer.change(refOf(story), {
      type: 'RecordMeetingHeld',
      number: 1,
      mode: story.twist === 'online' ? 'virtual' : 'in-person',
      on,
      pupilsA: a.pupilCount - 1,
      pupilsB: wrong ? 52 : b.pupilCount,
      adultsA: 3,
      adultsB: 3,
      riskAssessment: { a: 'confirmed', b: 'confirmed' },
      collaborative: true,
      keyQuestions: ['Q1', 'Q2'],
    }),
  );
}

function twistSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  const ref = () => refOf(story);
  switch (story.twist) {
    case 'paused':
      return [
        step('2026-11-16', '11:20', (writer) =>
          writer.change(
            ref(),
            { type: 'Pause', reasonCode: 'building-work', until: '2027-01-11' },
            { note: 'The hall is closed for repairs until January.' },
          ),
        ),
      ];
    case 'withdrawn':
      return [
        step('2026-10-19', '14:05', (writer) =>
          writer.change(
            ref(),
            { type: 'Withdraw', side: 'b', reasonCode: 'staffing' },
            { note: 'Two teachers are leaving; they would like to link next year.' },
          ),
        ),
      ];
    case 'corrected':
      return [step('2026-11-20', '16:10', (writer) => correctPupils(story, writer))];
    case 'voided':
      return [
        step('2026-11-09', '10:00', (writer) => exchangeByMistake(story, writer)),
        step('2026-11-10', '09:15', (writer) => voidLastExchange(story, writer)),
      ];
    case 'visits-planned':
      return ([2, 3] as const).map((number) => visitStep(story, chance, number));
    case 'training-missing':
    case 'moved':
    case 'online':
    case 'host-school':
    case 'in-school':
    case undefined:
      return [];
  }
}

async function correctPupils(story: Story, writer: HistoryWriter): Promise<void> {
  const { entries } = await writer.link(refOf(story));
  const held = entries.find(({ event }) => event.type === 'MeetingHeld');
  await writer.change(refOf(story), {
    type: 'CorrectEntry',
    eventId: held?.event.id ?? '',
    field: '/pupilsB',
    was: 52,
    now: story.classes.b.pupilCount,
    reasonCode: 'typing-mistake',
  });
}

const exchangeByMistake = (story: Story, writer: HistoryWriter) =>
  writer.change(refOf(story), { type: 'RecordExchange', fromSide: 'a', kind: 'work', mode: 'post' });

async function voidLastExchange(story: Story, writer: HistoryWriter): Promise<void> {
  const { entries } = await writer.link(refOf(story));
  const last = entries.findLast(({ event }) => event.type === 'WorkExchanged');
  await writer.change(
    refOf(story),
    { type: 'VoidEntry', eventId: last?.event.id ?? '', reasonCode: 'wrong-link' },
    { note: 'This was sent by another class of the school.' },
  );
}

function visitStep(story: Story, chance: Chance, number: 2 | 3): HistoryStep {
  const hostSide: Side = number === 2 ? 'a' : otherSide('a');
  const month = number === 2 ? '2027-03' : '2027-05';
  return step('2026-11-20', number === 2 ? '16:00' : '16:05', (writer) =>
    writer.change(refOf(story), {
      type: 'PlanMeeting',
      number,
      mode: 'in-person',
      on: daysLater(`${month}-${chance.between(10, 20)}`, 0),
      startsAt: '09:30',
      endsAt: '14:30',
      hostSide,
      pupilsExpected: story.classes.a.pupilCount + story.classes.b.pupilCount,
      activities: ['games'],
    }),
  );
}
