import type { Link } from '@linking/domain/link/link.js';
import { planInterestMails } from '@linking/domain/reminders/interest-mails.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { timingsOf } from '@linking/domain/programme/mail-rules.js';
import { withHolds } from '@linking/domain/reminders/mail-holds.js';
import { planMails } from '@linking/domain/reminders/plan-mails.js';
import { planTrainingMails } from '@linking/domain/reminders/training-mails.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { StreamReader } from '@linking/events/event-store.js';
import { planWrittenMails, writtenSubject } from '@linking/domain/reminders/written-mails.js';
import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import { eventName, inPresentLanguage } from '@linking/events/upcasting/present-language.js';
import { correspondenceStream, interestStream, linkStream, trainingStream } from '@linking/events/streams.js';
import { grantOfSubject, isDigestSubject, wantedGrantMails } from '../digests/wanted-digests.js';
import { readInterest } from '../interests/read-interest.js';
import { historyOf } from '../links/link-history.js';
import { inItsYear, programmesOnce, type ProgrammeOf } from '../programmes/in-its-year.js';
import { readProgramme } from '../programmes/read-programme.js';
import { readSession } from '../training/read-session.js';
import { readVenue } from '../venues/read-venue.js';
import type { WantedMails } from './planning.js';

/**
 * Asks the subject's own stream, never a read model: what is sent follows the very last fact.
 * @param digests what the calendar asks for of the subjects that are none of a link, an interest, a session or a grant
 */
export function wantedMailsOf(store: StreamReader, digests: WantedMails = async () => []): WantedMails {
  return async (subject, programmeOf = programmesOnce(store)) => {
    if (isDigestSubject(subject)) return digests(subject);
    const grant = grantOfSubject(subject);
    if (grant !== undefined) return wantedGrantMails(store, grant);
    const planned = await plannedOf(store, subject, programmeOf);
    const [first] = planned;
    if (first === undefined) return [];
    const wanted = withHolds(planned, (await programmeOf(first.programme))?.mailHolds ?? []);
    return reachable(store, wanted);
  };
}

/** What a subject would ask for under each of several settings of its programme; its facts are read once. */
export async function plansOf(
  store: StreamReader,
  subject: string,
  settings: readonly Programme[],
): Promise<readonly (readonly WantedMail[])[]> {
  const read = readingOnce(store);
  const plans: (readonly WantedMail[])[] = [];
  for (const programme of settings) {
    const programmeOf: ProgrammeOf = async (slug) =>
      slug === programme.slug ? programme : readProgramme(store, slug);
    plans.push(await reachable(store, await plannedOf(read, subject, programmeOf)));
  }
  return plans;
}

/** The streams as they stand when they are first asked for. */
function readingOnce(store: StreamReader): StreamReader {
  const known = new Map<string, ReturnType<StreamReader['readStream']>>();
  return {
    readStream: (stream) => {
      const events = known.get(stream) ?? store.readStream(stream);
      known.set(stream, events);
      return events;
    },
  };
}

/** The training sessions in which a link has or had places. */
export const sessionsOfLinks = (store: StreamReader) => async (linkRef: string) => {
  const { training } = await linkIn(store, linkRef, programmesOnce(store));
  return [...new Set(training.flatMap(({ sessionId }) => sessionId ?? []))];
};

/** All mails of a subject are of one programme. */
async function plannedOf(
  store: StreamReader,
  subject: string,
  programmeOf: ProgrammeOf,
): Promise<readonly WantedMail[]> {
  const [interests, training] = [interestStream(''), trainingStream('')];
  if (subject.startsWith(interests)) {
    const { interest, facts } = await readInterest(store, subject.slice(interests.length));
    const programme = interest.programme === '' ? undefined : await programmeOf(interest.programme);
    return planInterestMails(interest, facts, programme && timingsOf(programme));
  }
  if (subject.startsWith(training)) {
    const { facts, session } = await readSession(store, subject.slice(training.length));
    const programme = session.programme === '' ? undefined : await programmeOf(session.programme);
    const refs = new Set(facts.flatMap(({ data }) => ('linkRef' in data ? [data.linkRef] : [])));
    return planTrainingMails(
      facts,
      await Promise.all([...refs].map((ref) => linkIn(store, ref, programmeOf))),
      programme && timingsOf(programme),
    );
  }
  if (subject.startsWith(writtenSubject(''))) {
    const [first] = await store.readStream(correspondenceStream(subject));
    if (first === undefined) return [];
    const { type, data, occurredOn } = inPresentLanguage(first).envelope;
    if (eventName(type) !== 'PeopleWrittenTo') return [];
    // What stands under this name is what was written.
    return planWrittenMails(data as CorrespondenceEventData['PeopleWrittenTo'], occurredOn);
  }
  return planMails(await linkIn(store, subject, programmeOf));
}

/** The link as its stream tells it; one of which nothing is known has no reference. */
async function linkIn(store: StreamReader, ref: string, programmeOf: ProgrammeOf): Promise<Link> {
  return inItsYear(historyOf(await store.readStream(linkStream(ref))).link, programmeOf);
}

async function reachable(store: StreamReader, wanted: readonly WantedMail[]): Promise<readonly WantedMail[]> {
  const found = await Promise.all(wanted.map((mail) => hasMailbox(store, mail)));
  return wanted.filter((_, index) => found[index]);
}

/** A venue without an address is not written to at all; whether others have one is asked when the mail goes. */
async function hasMailbox(store: StreamReader, { mailbox, personId }: WantedMail): Promise<boolean> {
  return mailbox !== 'venue' || (await readVenue(store, personId))?.emailId !== undefined;
}
