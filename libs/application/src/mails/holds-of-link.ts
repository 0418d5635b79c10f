import type { Link } from '@linking/domain/link/link.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { HoldReason } from '@linking/events/programme/programme-events.js';
import { programmeHistory } from '../programmes/read-programme.js';

/** Mails of a link were held, or released. */
export interface HoldFact {
  readonly id: string;
  readonly revision: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly released: boolean;
  /** Which of its mails: the ticked ones, its own, or all of the programme. */
  readonly what: 'some' | 'link' | 'all';
  readonly until?: string;
  readonly reasonCode: HoldReason;
}

/** What its programme's stream tells of the mails of a link since it was proposed. */
export async function holdsOfLink(
  store: EventStore,
  { ref, programme, entries }: Pick<Link, 'ref' | 'programme' | 'entries'>,
): Promise<readonly HoldFact[]> {
  const since = entries.find(({ event }) => event.type === 'LinkProposed')?.event.recordedAt;
  if (since === undefined || programme === '') return [];
  const { facts } = await programmeHistory(store, programme);
  const known = new Map<string, Pick<HoldFact, 'what' | 'until' | 'reasonCode'>>();
  return facts.flatMap((fact): readonly HoldFact[] => {
    if (fact.type !== 'MailsHeld' && fact.type !== 'MailsReleased') return [];
    if (fact.type === 'MailsHeld') {
      const { holdId, mails, link, until, reasonCode } = fact.data;
      const what = mails !== undefined ? 'some' : link !== undefined ? 'link' : 'all';
      const concerns = mails?.some((id) => id.startsWith(`${ref}.`)) ?? (link === undefined || link === ref);
      if (concerns) known.set(holdId, { what, reasonCode, ...(until === undefined ? {} : { until }) });
    }
    const hold = known.get(fact.data.holdId);
    if (hold === undefined || fact.recordedAt < since) return [];
    const { id, revision, occurredOn, recordedAt, actor } = fact;
    return [
      { id, revision, occurredOn, recordedAt, actor, released: fact.type === 'MailsReleased', ...hold },
    ];
  });
}
