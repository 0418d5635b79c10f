import { isAgreed, isBrokered, meetingOf, type Link } from './link.js';

type Marker = 'LinkBrokered' | 'LinkAgreed' | 'VisitsPlanned' | 'FinalExchangeCompleted';

const visitsPlanned = (link: Link) =>
  ([2, 3] as const).every((number) => {
    const status = meetingOf(link, number)?.status;
    return status === 'planned' || status === 'held';
  });

const conditions: readonly (readonly [Marker, (link: Link) => boolean])[] = [
  ['LinkBrokered', isBrokered],
  ['LinkAgreed', isAgreed],
  ['VisitsPlanned', visitsPlanned],
  ['FinalExchangeCompleted', (link) => link.reached.celebrated !== undefined],
];

/** Said once, with the fact that fills the last condition, for whoever reads the history. */
export function markers(before: Link, after: Link): readonly Marker[] {
  return conditions.filter(([, holds]) => !holds(before) && holds(after)).map(([marker]) => marker);
}
