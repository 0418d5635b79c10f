import type { EventStore } from '@linking/events/event-store.js';
import { NotFound } from '../accounts/access-errors.js';
import { covers, type Scope } from '../accounts/scope.js';
import { readLink, type LinkHistory } from './link-history.js';

/** Reads a link from the log. Throws NotFound when there is none, and just so when it is another programme's. */
export async function linkInScope(store: EventStore, scope: Scope, ref: string): Promise<LinkHistory> {
  const history = await readLink(store, ref);
  const { programme, partnerProgramme } = history.link;
  if (programme === '' || !covers(scope, programme, partnerProgramme)) throw new NotFound();
  return history;
}
