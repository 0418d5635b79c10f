import type { ExchangeKind, Side } from '@linking/events/link/link-events.js';
import { bothSides } from '@linking/domain/link/link.js';
import { callSteps } from './call-steps.js';
import { trainedBefore } from '@linking/domain/link/trained-before.js';
import type { Chance } from './chance.js';
import { dayBetween, daysLater, timeOfDay } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';
import type { HistoryWriter } from './history-writer.js';
import { firstMeetingSteps } from './meeting-steps.js';
import { lostContactSteps } from './people-steps.js';
import { autumnDays, type Days } from './story-days.js';
import { hasReached, refOf, type Story } from './story.js';

/** From the named class to the first meeting: September to January. Training is in `training-steps.ts`. */
export function autumnSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  return [
    ...classSteps(story, chance),
    ...exchangeSteps(story, chance),
    ...firstMeetingSteps(story, chance),
    ...twistSteps(story, chance),
    ...callSteps(story, chance),
    ...lostContactSteps(story, chance),
    ...laterTrainingSteps(story),
  ];
}

function classSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'class-to-follow')) return [];
  const sides: readonly Side[] = story.kind === 'class-to-follow' ? ['a'] : bothSides;
  return sides.map((side) => {
    const day = dayBetween(chance, ...autumnDays(story).classNamed);
    return step(day, timeOfDay(chance), (writer) => confirmClass(story, side, writer));
  });
}

function confirmClass(story: Story, side: Side, writer: HistoryWriter): Promise<unknown> {
  const it = story.classes[side];
  const wrongAddress = story.twist === 'refused-mail' && side === 'b';
  const teacher = wrongAddress ? { ...it.teacher, email: REFUSED_ADDRESS } : it.teacher;
  return writer.change(refOf(story), {
    type: 'ConfirmClass',
    side,
    name: it.className,
    yearGroups: [it.yearGroup],
    pupilCount: it.pupilCount,
    teachers: [{ ...teacher, linkedBefore: it.linkedBefore }],
  });
}

/** The mail server of its school answers that there is nobody of that name. */
export const REFUSED_ADDRESS = 'left.in.july@nobody-here.example';

const firstKinds: readonly ExchangeKind[] = ['photographs', 'first-names', 'identity-work'];

function exchangeSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (!hasReached(story.kind, 'one-side-sent')) return [];
  const sides: readonly Side[] = story.kind === 'one-side-sent' ? ['a'] : bothSides;
  return sides.map((fromSide) =>
    exchangeStep(story, chance, fromSide, autumnDays(story).workSent, {
      kind: chance.pick(firstKinds),
      keyQuestions: ['Q1'],
    }),
  );
}

/** One side sends work to the other on some school day between two days. */
export function exchangeStep(
  story: Story,
  chance: Chance,
  fromSide: Side,
  [from, to]: Days,
  sent: {
    readonly kind: ExchangeKind;
    readonly keyQuestions: readonly ('Q1' | 'Q2' | 'Q3' | 'Q4')[];
  },
): HistoryStep {
  const mode = chance.pick(['post', 'hand', 'digital'] as const);
  const subject = chance.pick(['pshe', 'english', 'art', 'geography', 're'] as const);
  return step(dayBetween(chance, from, to), timeOfDay(chance), (writer) =>
    writer.change(refOf(story), {
      type: 'RecordExchange',
      fromSide,
      ...sent,
      mode,
      subjects: [subject],
      policyTags: ['smsc'],
    }),
  );
}

function twistSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  const { first, twist } = story;
  const ref = () => refOf(story);
  switch (twist) {
    case 'paused':
      return [
        step(daysLater(`${first}-11-16`, 0), '11:20', (writer) =>
          writer.change(
            ref(),
            { type: 'Pause', reasonCode: 'building-work', until: `${first + 1}-01-11` },
            { note: 'The hall is closed for repairs until January.' },
          ),
        ),
        ...(hasReached(story.kind, 'completed-1')
          ? [
              step(`${first + 1}-01-12`, timeOfDay(chance), (writer) =>
                writer.change(ref(), { type: 'Resume' }),
              ),
            ]
          : []),
      ];
    case 'withdrawn':
      return [
        step(daysLater(`${first}-10-19`, 0), '14:05', (writer) =>
          writer.change(
            ref(),
            { type: 'Withdraw', side: 'b', reasonCode: 'staffing' },
            { note: 'Two teachers are leaving; they would like to link next year.' },
          ),
        ),
      ];
    case 'withdrew-late':
      return [
        step(dayBetween(chance, `${first + 1}-02-23`, `${first + 1}-04-24`), timeOfDay(chance), (writer) =>
          writer.change(ref(), { type: 'Withdraw', side: 'a', reasonCode: 'cost' }),
        ),
      ];
    case 'closed-early':
      return [
        step(`${first}-11-16`, '11:05', (writer) =>
          writer.change(
            ref(),
            { type: 'CloseIncomplete' },
            {
              note: 'One of the classes was shared out between two others. Both schools will link again.',
              overrides: [{ rule: 'before-year-end', reasonCode: 'agreed-with-schools' }],
            },
          ),
        ),
      ];
    case 'voided':
      return [
        step(daysLater(`${first}-11-09`, 0), '10:00', (writer) => exchangeByMistake(story, writer)),
        step(daysLater(`${first}-11-11`, 0), '09:15', (writer) => voidLastExchange(story, writer)),
      ];
    case 'new-teacher':
      return [newTeacherStep(story, chance)];
    case 'training-missing':
      return hasReached(story.kind, 'completed-1')
        ? [caughtUpStep(story, daysLater(`${first}-11-09`, chance.between(0, 10)), timeOfDay(chance))]
        : [];
    case 'declined':
    case 'corrected':
    case 'moved':
    case 'online':
    case 'host-school':
    case 'shared-venue':
    case 'visits-planned':
    case 'in-school':
    case 'celebrated':
    case 'entered-late':
    case 'refused-mail':
    case 'second-link':
    case 'continues':
    case 'closed-incomplete':
    case 'agreement-declined':
    case 'sent-again':
    case 'new-head':
    case 'contact-lost':
    case undefined:
      return [];
  }
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

/** Her colleague takes over after half-term, and has linked before. */
function newTeacherStep(story: Story, chance: Chance): HistoryStep {
  const { teacher } = story.classes.b;
  const [name, domain] = [chance.pick(['Nora Holt', 'Ravi Menon', 'Beth Cole']), teacher.email.split('@')[1]];
  const email = `${name.toLowerCase().replace(' ', '.')}@${domain}`;
  const reasonCode = chance.pick(['leave', 'left-the-school']);
  return step(daysLater(`${story.first}-11-02`, 0), timeOfDay(chance), async (writer) => {
    const [former] = (await writer.link(refOf(story))).sides.b.teachers;
    await writer.change(refOf(story), {
      type: 'ReplaceTeacher',
      side: 'b',
      from: former?.teacherId ?? '',
      to: { name, email, phone: teacher.phone, linkedBefore: true },
      reasonCode,
    });
  });
}

/** Who missed her day caught up with the coordinator, at school. */
function caughtUpStep(story: Story, day: string, time: string): HistoryStep {
  return step(day, time, async (writer) => {
    const [teacher] = (await writer.link(refOf(story))).sides.b.teachers;
    await writer.change(
      refOf(story),
      {
        type: 'RecordCatchUp',
        side: 'b',
        teacherId: teacher?.teacherId ?? '',
        kind: 'initial-full',
        minutes: 180,
      },
      { note: 'Two afternoons after school.' },
    );
  });
}

/** The sessions were over when this link began: one teacher had been to one in the link before, the other caught up. */
function laterTrainingSteps(story: Story): readonly HistoryStep[] {
  if (story.twist !== 'continues' || !hasReached(story.kind, 'trained')) return [];
  return [
    step(daysLater(`${story.first}-11-23`, 0), '09:35', async (writer) => {
      const before = await writer.link(refOf(story.continues ?? story));
      for (const { side, teacherId, record } of trainedBefore(await writer.link(refOf(story)), before)) {
        const { kind, minutes = 0, on } = record;
        const attended = { type: 'RecordTrainingAttended', side, teacherId, kind, minutes } as const;
        await writer.change(refOf(story), attended, { occurredOn: on });
      }
    }),
    caughtUpStep(story, daysLater(`${story.first}-11-24`, 0), '16:05'),
  ];
}
