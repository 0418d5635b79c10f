import { londonDay } from '@linking/domain/calendar/london.js';
import { programmeKey } from '@linking/domain/reminders/interest-mails.js';
import { digests } from '@linking/events/programme/codes.js';
import type { Digest } from '@linking/events/programme/programme-events.js';
import type { Queryable } from '@linking/projections/projection.js';
import { stopToken } from './stop-address.js';
import { stoppedSince } from './stopped-mails.js';

/** A list that whoever reads a programme's mailbox has stopped: it does not go, whether the programme wants it or not. */
export interface StoppedList {
  readonly digest: Digest;
  /** London day. */
  readonly since: string;
  /** Where it is asked for again. */
  readonly againHref: string;
}

const rules: Readonly<Record<Digest, string>> = { 'weekly-list': 'N27', 'daily-list': 'N28' };

export async function stoppedLists(
  db: Queryable,
  slug: string,
  settings: { readonly tokenSecret: string },
): Promise<readonly StoppedList[]> {
  const personId = programmeKey(slug);
  const lists = await Promise.all(
    digests.map(async (digest) => {
      const which = { personId, rule: rules[digest] };
      const since = await stoppedSince(db, which);
      if (since === undefined) return [];
      return [{ digest, since: londonDay(since), againHref: `/unsubscribe/${stopToken(settings, which)}` }];
    }),
  );
  return lists.flat();
}
