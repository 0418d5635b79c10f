import { escalationLevels } from '@linking/events/correspondence/codes.js';
import type { EscalationLevel } from '@linking/events/correspondence/correspondence-events.js';
import type { TargetedStep } from '@linking/events/link/link-events.js';
import { isWholeDay } from '../calendar/loose-days.js';
import { addSchoolDays } from '../calendar/school-days.js';
import type { Link } from './link.js';

/**
 * The days on which a step that stays open grows more urgent on the coordinator's list, in school days after its target:
 * red, then "phone the school", then a letter to the head is ready. Nothing goes by itself.
 */
export interface Escalation extends Readonly<Record<EscalationLevel, string>> {
  /** The day from which they are counted. */
  readonly since: string;
}

const SCHOOL_DAYS: Readonly<Record<EscalationLevel, number>> = { red: 10, 'phone-school': 15, letter: 21 };

/** Somebody who was spoken to about the step stops the chain; from that day on it is counted anew. */
export function escalationOf(link: Link, step: TargetedStep, target: string): Escalation {
  const talk = lastTalkAbout(link, step);
  const since = talk !== undefined && talk > target ? talk : target;
  const after = (level: EscalationLevel) =>
    addSchoolDays(since, SCHOOL_DAYS[level], link.programmeYear?.calendar);
  return { since, red: after('red'), 'phone-school': after('phone-school'), letter: after('letter') };
}

/** How urgent it is on a day; `undefined` while it is early, or somebody was spoken to lately. */
export const levelOn = (escalation: Escalation, day: string): EscalationLevel | undefined =>
  escalationLevels.findLast((level) => escalation[level] <= day);

/** The last day on which somebody was spoken to about a step. */
export function lastTalkAbout(link: Link, step: TargetedStep): string | undefined {
  const days = link.entries.flatMap(({ event, corrected, voided }) => {
    const talk = corrected ?? event;
    const about = !voided && talk.type === 'DiscussionRecorded' && talk.data.about === step;
    return about && isWholeDay(talk.occurredOn) ? [talk.occurredOn] : [];
  });
  return days.toSorted().at(-1);
}
