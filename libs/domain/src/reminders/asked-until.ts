import type { TargetedStep } from '@linking/events/link/link-events.js';
import { lastTalkAbout } from '../link/escalation.js';
import type { Link } from '../link/link.js';

/**
 * Whether a step is still asked for by mail on a day: not from the day on which the coordinator spoke to the school about
 * it. A talk before the asking began stops nothing.
 * @param since the day from which it is asked for
 */
export function isStillAsked(link: Link, step: TargetedStep, since: string): (dueOn: string) => boolean {
  const talk = lastTalkAbout(link, step);
  return (dueOn) => talk === undefined || talk <= since || dueOn < talk;
}
