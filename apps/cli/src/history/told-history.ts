import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import type { EventStore } from '@linking/events/event-store.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { recordedFacts, type RecordedFact } from '@linking/application/commands/recorded-facts.js';
import type { LinkMoment } from '@linking/application/links/link-at.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { isEnteredLate } from '@linking/domain/link/late-entries.js';
import type { Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import { dayOf } from '@linking/domain/link/replay.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { fieldWords, valueWords } from '@linking/words/field-words.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { codeText, sideText } from '@linking/words/link-terms.js';

/** An entry of a link as the page tells it, with what the log knows of it. */
export interface ToldEntry {
  readonly event: number;
  readonly id: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly headline: string;
  readonly details: readonly string[];
  readonly voided?: true;
  readonly late?: true;
}

/** A mail that went or did not go. */
export interface ToldMail {
  readonly rule: string;
  readonly title: string;
  readonly recordedAt: string;
  readonly to: string;
  readonly outcome:
    'sent' | 'not sent' | 'failed' | 'came back' | 'asked for again' | 'written' | 'address confirmed';
  readonly reason?: string;
}

/** The entries that the link is made of, in the order of the log. */
export function toldEntries(link: Link, names: LinkNames): readonly ToldEntry[] {
  const numbers = new Map(link.entries.map(({ event }) => [event.id, event.revision]));
  return link.entries
    .toSorted((one, other) => one.event.revision - other.event.revision)
    .map((entry) => {
      const { event, voided } = entry;
      const { headline, details } = historySentence(event, link, names);
      return {
        event: event.revision,
        id: event.id,
        type: event.type,
        occurredOn: event.occurredOn,
        recordedAt: event.recordedAt,
        by: names.actor(event.actor),
        headline,
        details: [...details, ...mended(event, link, names, numbers)],
        ...(voided ? { voided: true as const } : {}),
        ...(isEnteredLate(entry) ? { late: true as const } : {}),
      };
    });
}

function mended(
  event: RecordedLinkEvent,
  link: Link,
  names: LinkNames,
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  if (event.type === 'EntryVoided') return [`It was event ${numbers.get(event.data.voidsEventId)}.`];
  if (event.type !== 'EntryCorrected') return [];
  const { correctsEventId, pointer, was, now } = event.data;
  const field = fieldWords(pointer, (side) => sideText(link, side, names));
  return [
    `Event ${numbers.get(correctsEventId)}: ${field}, was ${valueWords(was, pointer)}, now ${valueWords(now, pointer)}.`,
  ];
}

const outcomes: Readonly<Record<string, ToldMail['outcome']>> = {
  ReminderSkipped: 'not sent',
  ReminderFailed: 'failed',
  MessageBounced: 'came back',
  MailAskedAgain: 'asked for again',
  MailWritten: 'written',
  AddressConfirmed: 'address confirmed',
};

type MailFact = RecordedFact & {
  readonly data: CorrespondenceEventData['ReminderSent'] & { readonly reasonCode?: string };
};

/** What the correspondence of a link says of its mails, as far as it was written by then. */
export async function mailsUntil(
  store: EventStore,
  ref: string,
  facts: readonly RecordedLinkEvent[],
  moment: LinkMoment | undefined,
): Promise<readonly MailFact[]> {
  const mails = recordedFacts<MailFact>(await store.readStream(correspondenceStream(ref))).filter(
    ({ type }) => type !== 'CoordinatorEscalated',
  );
  if (moment === undefined) return mails;
  if ('revision' in moment) {
    const next = facts[moment.revision];
    return next === undefined ? mails : mails.filter(({ recordedAt }) => recordedAt < next.recordedAt);
  }
  const { asAt } = moment;
  return mails.filter(({ occurredOn, recordedAt }) =>
    asAt.includes('T') ? recordedAt <= asAt : occurredOn <= dayOf(asAt),
  );
}

export function toldMail({ type, recordedAt, data }: MailFact, names: LinkNames): ToldMail {
  const { rule, personId, reasonCode } = data;
  return {
    rule,
    title: Object.entries(mailTitles).find(([known]) => known === rule)?.[1] ?? `Mail ${rule}`,
    recordedAt,
    to: names.personName(personId) ?? names.venue(personId) ?? 'somebody who is no longer known by name',
    outcome: outcomes[type] ?? 'sent',
    ...(reasonCode === undefined ? {} : { reason: codeText(reasonCode) }),
  };
}
