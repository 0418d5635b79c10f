import type { EventStore } from '@linking/events/event-store.js';
import { planMails } from '@linking/domain/reminders/plan-mails.js';
import { NotFound } from '../accounts/access-errors.js';
import { readLink } from '../links/link-history.js';
import type { WantedMails } from './planning.js';

/** What a link asks for, folded from its own stream: never from a table that may lag behind. */
export const wantedMailsOf =
  (store: EventStore): WantedMails =>
  async (ref) => {
    try {
      return planMails((await readLink(store, ref)).link);
    } catch (error) {
      if (error instanceof NotFound) return [];
      throw error;
    }
  };
