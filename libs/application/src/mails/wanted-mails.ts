import { planMails } from '@linking/domain/reminders/plan-mails.js';
import type { EventStore } from '@linking/events/event-store.js';
import { NotFound } from '../accounts/access-errors.js';
import { readLink } from '../links/link-history.js';
import type { WantedMails } from './planning.js';

/** Asks the link's own stream, never a read model: what is sent follows the very last fact. */
export function wantedMailsOf(store: EventStore): WantedMails {
  return async (linkRef) => {
    try {
      return planMails((await readLink(store, linkRef)).link);
    } catch (error) {
      if (error instanceof NotFound) return [];
      throw error;
    }
  };
}
