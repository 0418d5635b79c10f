import { compareDays, earliestDay, isAfter, latestDay } from '../calendar/loose-days.js';
import type { Side } from '@linking/events/link/link-events.js';
import {
  meetingOf,
  signingSides,
  bothSides,
  type Link,
  type LinkTeacher,
  type TrainingRecord,
} from './link.js';

/** The seven milestones of a link, in the order in which they are counted. */
export const stages = ['interest', 'brokered', 'signed', 'trained', 'met', 'visited', 'celebrated'] as const;
export type Stage = (typeof stages)[number];

/** The furthest milestone reached; earlier ones may still be gaps. */
export function stageOf(link: Pick<Link, 'reached'>): Stage {
  return stages.findLast((stage) => link.reached[stage] !== undefined) ?? 'interest';
}

/**
 * The milestones with the day each was first reached. What was reached stays reached: a new teacher or a larger
 * class never moves a link back; only a correction or a void does, because then everything is folded anew.
 */
export function milestones(link: Link): Link['reached'] {
  const reached = { ...link.reached };
  for (const stage of stages) {
    const filled = conditions[stage](link);
    if (filled === undefined) continue;
    const before = reached[stage];
    if (before === undefined || isAfter(before, filled)) reached[stage] = filled;
  }
  return reached;
}

/** The day on which the condition of a milestone was filled, if it is. */
const conditions: Record<Stage, (link: Link) => string | undefined> = {
  interest: (link) => link.proposedOn,
  brokered: (link) => latest(bothSides.map((side) => link.sides[side].acceptedOn)),
  signed: (link) => latest(signingSides(link).map((side) => link.agreement[side].signedOn)),
  trained: (link) => latest(bothSides.map((side) => trainedOn(link, side))),
  met: (link) => heldOn(link, 1),
  visited: (link) => latest([heldOn(link, 2), heldOn(link, 3)]),
  celebrated: (link) => {
    const goodbye = link.exchanges.filter(({ kind }) => kind === 'goodbye').map(({ on }) => on);
    const skipped = link.skipped.filter(({ step }) => step === 'celebration').map(({ on }) => on);
    // Skipped and held after all, it is of the first of both days: what was reached stays reached.
    return latest([
      earliestDay(goodbye),
      earliestDay([...skipped, heldOn(link, 4)].filter((day) => day !== undefined)),
    ]);
  },
};

/** The first day on which a teacher of the side had attended the initial training that teacher needs. */
export function trainedOn(link: Link, side: Side): string | undefined {
  const records = recordsOf(link, side);
  const { teachers, formerTeachers } = link.sides[side];
  const known = [...teachers, ...formerTeachers];
  const ids = new Set(records.map(({ teacherId }) => teacherId));
  const days = [...ids].flatMap((teacherId) => {
    const needs = known.find((teacher) => teacher.teacherId === teacherId)?.needs ?? 'initial-full';
    return trainingThatSufficed(records, { teacherId, needs })?.on ?? [];
  });
  return earliestDay(days);
}

/** Whether one teacher herself attended the initial training that she needs. */
export const isTrained = (link: Link, side: Side, teacher: LinkTeacher): boolean =>
  trainingThatSufficed(recordsOf(link, side), teacher) !== undefined;

const recordsOf = (link: Link, side: Side) => link.training.filter((record) => record.side === side);

/** Minutes of own sessions that are worth a full day. */
const FULL_DAY = 330;

/**
 * The training with which a teacher had attended enough. A half day is enough only for a teacher who linked before; for the others a programme's own sessions add up to a full
 * day by their minutes.
 */
export function trainingThatSufficed(
  training: readonly TrainingRecord[],
  { teacherId, needs }: Pick<LinkTeacher, 'teacherId' | 'needs'>,
): TrainingRecord | undefined {
  const attended = training
    .filter((record) => record.teacherId === teacherId)
    .filter(({ status, kind }) => status === 'attended' && kind !== 'planning-half')
    .toSorted((x, y) => compareDays(x.on, y.on));
  let minutes = 0;
  return attended.find((record) => {
    minutes += record.minutes ?? 0;
    return record.kind === 'initial-full' || needs === 'initial-half' || minutes >= FULL_DAY;
  });
}

const heldOn = (link: Link, number: 1 | 2 | 3 | 4) => {
  const meeting = meetingOf(link, number);
  return meeting?.status === 'held' ? meeting.on : undefined;
};

/** The last of the days, or nothing while one of them is missing. */
const latest = (days: readonly (string | undefined)[]) =>
  days.every((day) => day !== undefined) ? latestDay(days) : undefined;
