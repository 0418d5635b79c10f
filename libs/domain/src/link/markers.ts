import { isAgreed, isBrokered, meetingOf, type Link, type RecordedLinkEvent } from './link.js';
import type { Stage } from './stage.js';

type MarkerName = 'LinkBrokered' | 'LinkAgreed' | 'VisitsPlanned' | 'FinalExchangeCompleted';

/** What is said beside the fact that fills the last condition; the day is that of the milestone, if it is one. */
export interface Marker {
  readonly type: MarkerName;
  readonly on: string | undefined;
}

interface Condition {
  readonly type: MarkerName;
  readonly stage?: Stage;
  readonly holds: (link: Link) => boolean;
}

/** Whether an event is said beside a fact and is none itself. */
export const isMarker = ({ type }: Pick<RecordedLinkEvent, 'type'>): boolean =>
  conditions.some((condition) => condition.type === type);

const visitsPlanned = (link: Link) =>
  ([2, 3] as const).every((number) => {
    const status = meetingOf(link, number)?.status;
    return status === 'planned' || status === 'held';
  });

const conditions: readonly Condition[] = [
  { type: 'LinkBrokered', stage: 'brokered', holds: isBrokered },
  { type: 'LinkAgreed', stage: 'signed', holds: isAgreed },
  { type: 'VisitsPlanned', holds: visitsPlanned },
  {
    type: 'FinalExchangeCompleted',
    stage: 'celebrated',
    holds: (link) => link.reached.celebrated !== undefined,
  },
];

/** Said once, with the fact that fills the last condition, for whoever reads the history. */
export function markers(before: Link, after: Link): readonly Marker[] {
  return conditions
    .filter(({ holds }) => !holds(before) && holds(after))
    .map(({ type, stage }) => {
      // Said again, as after a signature that was taken back, it is of the day of the fact beside it.
      const first = stage !== undefined && before.reached[stage] === undefined;
      return { type, on: first ? after.reached[stage] : undefined };
    });
}
