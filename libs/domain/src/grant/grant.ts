import type { GrantEvent, GrantEventData, GrantFacts } from '@linking/events/grant/grant-events.js';

/** Money of one funder for one period. */
export interface Grant extends GrantFacts {
  readonly grantId: string;
  readonly revision: number;
  /** Absent while none was; a report that is asked for no more may be among them. */
  readonly delivered?: readonly GrantEventData['GrantReportDelivered'][];
  readonly ended?: GrantEventData['GrantEnded'];
}

/** Never throws: history has happened. `undefined` before the stream's first fact. */
export function evolveGrant(
  grant: Grant | undefined,
  event: GrantEvent,
  { revision }: { readonly revision: number },
): Grant | undefined {
  if (event.type === 'GrantAdded') return grant ?? { ...event.data, revision };
  if (grant === undefined) return undefined;
  switch (event.type) {
    case 'GrantChanged':
      return { ...grant, ...event.data, revision };
    case 'GrantReportDelivered':
      return { ...grant, delivered: [...(grant.delivered ?? []), event.data], revision };
    case 'GrantEnded':
      return { ...grant, ended: event.data, revision };
  }
}

/** When a report went to the funder, if it did. */
export const deliveredOn = ({ delivered = [] }: Pick<Grant, 'delivered'>, due: string): string | undefined =>
  delivered.find((it) => it.due === due)?.on;

/** Does it pay for anything in one of these programmes? */
export const coversOneOf = ({ programmes }: Pick<Grant, 'programmes'>, slugs: readonly string[]): boolean =>
  programmes === 'all' || programmes.some((slug) => slugs.includes(slug));
