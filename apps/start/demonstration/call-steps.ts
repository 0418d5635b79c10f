import type { TargetedStep } from '@linking/events/link/link-events.js';
import type { Chance } from './chance.js';
import { dayBetween, timeOfDay } from './demo-days.js';
import { step, type HistoryStep } from './history-step.js';
import { refOf, type Story, type StoryKind } from './story.js';

/** What a link of this kind is waited for in November. */
const awaited: Readonly<Partial<Record<StoryKind, readonly TargetedStep[]>>> = {
  brokered: ['agreement', 'classes'],
  issued: ['agreement', 'classes'],
  'half-signed': ['agreement', 'classes'],
  'class-to-follow': ['classes'],
  signed: ['training'],
};

const notes = [
  'Spoke to the school office. The head was away and looks at it when she is back.',
  'Spoke to the deputy. They want to go on, and asked for a little time.',
  'Spoke to the head. Two teachers were ill; it will be done by then.',
  'Left a message, and was rung back the same day. They have it in hand.',
] as const;

/** Most of what is late this autumn was phoned about, and another day agreed; some of these days are past again. */
export function callSteps(story: Story, chance: Chance): readonly HistoryStep[] {
  if (story.first !== 2026 || story.twist === 'withdrawn' || story.twist === 'declined') return [];
  return (awaited[story.kind] ?? []).flatMap((about) => {
    const [phoned, late] = [chance.next() < 0.8, chance.next() < 0.35];
    const day = dayBetween(chance, '2026-11-09', '2026-11-13');
    const newTarget = late
      ? dayBetween(chance, '2026-11-17', '2026-11-20')
      : dayBetween(chance, '2026-11-27', '2026-12-11');
    const note = chance.pick(notes);
    if (!phoned) return [];
    const call = { type: 'RecordDiscussion', about, newTarget } as const;
    return [step(day, timeOfDay(chance), (writer) => writer.change(refOf(story), call, { note }))];
  });
}
