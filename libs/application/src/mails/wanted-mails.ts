import type { Link } from '@linking/domain/link/link.js';
import { planInterestMails } from '@linking/domain/reminders/interest-mails.js';
import { planMails } from '@linking/domain/reminders/plan-mails.js';
import { planTrainingMails } from '@linking/domain/reminders/training-mails.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { EventStore } from '@linking/events/event-store.js';
import { interestStream, linkStream, trainingStream } from '@linking/events/streams.js';
import { readInterest } from '../interests/read-interest.js';
import { historyOf } from '../links/link-history.js';
import { inItsYear } from '../programmes/in-its-year.js';
import { readSession } from '../training/read-session.js';
import { readVenue } from '../venues/read-venue.js';
import type { WantedMails } from './planning.js';

/** Asks the subject's own stream, never a read model: what is sent follows the very last fact. */
export function wantedMailsOf(store: EventStore): WantedMails {
  return async (subject) => {
    const wanted = await planned(store, subject);
    const reachable = await Promise.all(wanted.map((mail) => hasMailbox(store, mail)));
    return wanted.filter((_, index) => reachable[index]);
  };
}

/** The training sessions in which a link has or had places. */
export const sessionsOfLinks = (store: EventStore) => async (linkRef: string) => {
  const { training } = await linkIn(store, linkRef);
  return [...new Set(training.flatMap(({ sessionId }) => sessionId ?? []))];
};

async function planned(store: EventStore, subject: string): Promise<readonly WantedMail[]> {
  const [interest, training] = [interestStream(''), trainingStream('')];
  if (subject.startsWith(interest)) {
    return planInterestMails((await readInterest(store, subject.slice(interest.length))).interest);
  }
  if (subject.startsWith(training)) {
    const { facts } = await readSession(store, subject.slice(training.length));
    const refs = new Set(facts.flatMap(({ data }) => ('linkRef' in data ? [data.linkRef] : [])));
    return planTrainingMails(facts, await Promise.all([...refs].map((ref) => linkIn(store, ref))));
  }
  return planMails(await linkIn(store, subject));
}

/** The link as its stream tells it; one of which nothing is known has no reference. */
async function linkIn(store: EventStore, ref: string): Promise<Link> {
  return inItsYear(store, historyOf(await store.readStream(linkStream(ref))).link);
}

/** A venue without an address is not written to at all; whether others have one is asked when the mail goes. */
async function hasMailbox(store: EventStore, { mailbox, personId }: WantedMail): Promise<boolean> {
  return mailbox !== 'venue' || (await readVenue(store, personId))?.emailId !== undefined;
}
