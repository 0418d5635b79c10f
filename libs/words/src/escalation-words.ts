import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import { longDay } from './format.js';
import { targetedStepNames } from './link-terms.js';

type Escalated = CorrespondenceEventData['CoordinatorEscalated'];

const headlines: Readonly<Record<Escalated['level'], string>> = {
  red: 'red on the coordinator’s list',
  'phone-school': 'phone the school',
  letter: 'a letter to the headteacher is ready',
};

const schoolDays: Readonly<Record<Escalated['level'], number>> = { red: 10, 'phone-school': 15, letter: 21 };

/** `First exchange: phone the school`. */
export const escalationHeadline = ({ level, step }: Pick<Escalated, 'level' | 'step'>): string =>
  `${targetedStepNames[step]}: ${headlines[level]}`;

/** From which day school days were counted. */
export function escalationDetail({ level, target, since }: Omit<Escalated, 'step'>): string {
  const counted = `${schoolDays[level]} school days after`;
  return since === target
    ? `${counted} ${longDay(target)}, the day by which it was to be done.`
    : `${counted} the talk of ${longDay(since)}; it was to be done by ${longDay(target)}.`;
}
