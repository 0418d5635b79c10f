import type { EventStore } from '@linking/events/event-store.js';
import { linkStream } from '@linking/events/streams.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Queryable } from '@linking/projections/projection.js';
import { historyOf } from '../links/link-history.js';

/** Refuses what the programme does not have: the log takes ids of mails that are known, and no other words. */
export async function checkHeldMails(
  store: EventStore,
  db: Queryable,
  programme: string,
  { mails, link }: { readonly mails?: readonly string[]; readonly link?: string },
): Promise<void> {
  if (mails !== undefined && mails.length > 0) {
    const { rows } = await db.query<{ id: string }>(
      'select id from mails where id = any($1) and programme = $2',
      [mails, programme],
    );
    if (rows.length < new Set(mails).size) {
      throw new Refusal('MAIL_UNKNOWN', 'One of these mails is not known in this programme.', {
        nextStep: 'Tick mails that the list of the reminders shows.',
      });
    }
  }
  if (link !== undefined) {
    const known = historyOf(await store.readStream(linkStream(link))).link;
    if (known.programme !== programme) {
      throw new Refusal('LINK_OF_ANOTHER_PROGRAMME', `${link} is not a link of this programme.`, {
        nextStep: 'Name one of its own links.',
      });
    }
  }
}
