import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { logAccess } from '../accounts/access-log.js';
import { evidenceOf, type Evidence } from './evidence.js';

/** Who takes the evidence, of which link, and on which page or address. */
export interface Taking {
  readonly userId: string;
  readonly ref: string;
  readonly subject: string;
  /** Size of an older checkpoint from which it is to be proved to go on. */
  readonly from?: number | undefined;
}

/** The evidence of a link for somebody who takes it along: that she did is kept, whoever she is. Throws as {@link evidenceOf}. */
export async function takeEvidence(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  { userId, ref, subject, from }: Taking,
): Promise<Evidence> {
  const evidence = await evidenceOf({ pool, store }, ref, { from });
  const detail = { events: evidence.events.length };
  await logAccess(pool, { userId, action: 'export', subject, detail });
  return evidence;
}
