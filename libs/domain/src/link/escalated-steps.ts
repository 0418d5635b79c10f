import { escalationLevels } from '@linking/events/correspondence/codes.js';
import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import { tasksOn, type LinkTask } from './link-tasks.js';

/** A level that a step of a link has come to, and the day on which it did. */
export type EscalatedStep = CorrespondenceEventData['CoordinatorEscalated'] & { readonly on: string };

/** Everything that the steps on the coordinator's list have come to by a day, each level once. */
export const escalatedSteps = (tasks: readonly LinkTask[], day: string): readonly EscalatedStep[] =>
  tasksOn(tasks, day).flatMap((task) => {
    if (task.kind !== 'step') return [];
    const { step, due, escalation } = task;
    return escalationLevels
      .filter((level) => escalation[level] <= day)
      .map((level) => ({ level, step, target: due, since: escalation.since, on: escalation[level] }));
  });
