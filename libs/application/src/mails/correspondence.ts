import type {
  CorrespondenceEventData,
  CorrespondenceEventName,
  SentWording,
} from '@linking/events/correspondence/correspondence-events.js';
import type { NewEvent } from '@linking/events/envelope.js';
import { eventId } from '@linking/events/event-ids.js';
import { CommandIdReused, ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import { eventName, inPresentLanguage, storedType } from '@linking/events/upcasting/present-language.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Sender } from '../commands/sender.js';
import type { Mail } from './mail.js';
import { mailUuid } from './mail.js';

export type MailOutcome =
  | { readonly type: 'ReminderSent'; readonly messageId: string }
  | { readonly type: 'ReminderSkipped'; readonly reasonCode: string }
  | { readonly type: 'ReminderFailed'; readonly reasonCode: string; readonly bounce?: Bounce };

export type RecordedOutcome = MailOutcome & {
  readonly recordedAt: string;
  /** The try with which it ended; 0 for a mail that was skipped. */
  readonly attempt: number;
  /** Whose words it left with; absent for those of the product. */
  readonly wording?: SentWording;
  /** It was sent, and came back later. */
  readonly cameBack?: true;
};

/** That a mail came back, and from which address. */
export type Bounce = Pick<CorrespondenceEventData['MessageBounced'], 'addressKey' | 'statusCode' | 'told'>;

const OUTCOMES = ['ReminderSent', 'ReminderSkipped', 'ReminderFailed'] as const;
const TRIES = 10;

/** What the correspondence says of this mail already. */
export async function recordedOutcome(
  store: EventStore,
  mail: Pick<Mail, 'id' | 'subject'>,
): Promise<RecordedOutcome | undefined> {
  return outcomesOf(await store.readStream(correspondenceStream(mail.subject))).get(mail.id);
}

/** A mail and what became of it. */
export interface EndedMail {
  readonly mail: Mail;
  readonly outcome: MailOutcome;
}

/**
 * Writes what became of mails of one subject into its correspondence, once: a mail has one event, whoever is first. Other
 * mails of the subject may be written at the same time.
 */
export async function recordOutcomes(
  store: EventStore,
  subject: string,
  ended: readonly EndedMail[],
  now: string,
): Promise<void> {
  await appendOnce(store, { subject }, now, (events, recordedAt) => {
    const known = outcomesOf(events);
    return ended.flatMap(({ mail, outcome }) =>
      known.has(mail.id) ? [] : outcomeEvents(mail, outcome, recordedAt),
    );
  });
}

export const recordOutcome = (
  store: EventStore,
  mail: Mail,
  outcome: MailOutcome,
  now: string,
): Promise<void> => recordOutcomes(store, mail.subject, [{ mail, outcome }], now);

/** Writes that a mail came back, once, however it was told. Answers whether it was news. */
export async function recordBounce(
  store: EventStore,
  mail: Mail,
  bounce: Bounce,
  now: string,
): Promise<boolean> {
  return appendOnce(store, mail, now, (events, recordedAt) => {
    const event = bounceEvent(mail, bounce, recordedAt);
    return events.some(({ envelope }) => envelope.id === event.id) ? [] : [event];
  });
}

/** Writes that the address of a mail that came back is right. The same decision sent twice is one. */
export async function recordAddressConfirmed(
  { store, sender }: { readonly store: EventStore; readonly sender: Sender },
  mail: Mail,
  addressKey: string,
  now: string,
): Promise<boolean> {
  const { actor, channel, commandId, correlationId } = sender;
  return appendOnce(store, mail, now, (events, recordedAt) => {
    const event = {
      ...mailEvent(mail, 'AddressConfirmed', { addressKey }, recordedAt),
      id: eventId(commandId, 0),
      actor,
      channel,
      commandId,
      correlationId,
    };
    return events.some(({ envelope }) => envelope.id === event.id) ? [] : [event];
  });
}

/** Writes who asked for a mail once more, and why; of two who ask at once the first. */
export async function recordAskedAgain(
  {
    store,
    sender,
    onBehalfOf,
  }: { readonly store: EventStore; readonly sender: Sender; readonly onBehalfOf?: string },
  first: Mail,
  { mailId, ...said }: Pick<CorrespondenceEventData['MailAskedAgain'], 'mailId' | 'againOf' | 'reasonCode'>,
  now: string,
): Promise<boolean> {
  const { actor, channel } = sender;
  return appendOnce(store, first, now, (events, recordedAt) => {
    const event = {
      ...mailEvent({ ...first, id: mailId }, 'MailAskedAgain', said, recordedAt),
      actor,
      channel,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    };
    return events.some(({ envelope }) => envelope.id === event.id) ? [] : [event];
  });
}

async function appendOnce(
  store: EventStore,
  { subject }: Pick<Mail, 'subject'>,
  now: string,
  decide: (events: readonly StoredEvent[], recordedAt: string) => readonly NewEvent[],
): Promise<boolean> {
  const stream = correspondenceStream(subject);
  for (let attempt = 1; ; attempt += 1) {
    const events = await store.readStream(stream);
    const last = events.at(-1)?.envelope;
    const wanted = decide(events, last !== undefined && last.recordedAt > now ? last.recordedAt : now);
    if (wanted.length === 0) return false;
    try {
      await store.append(stream, last?.revision ?? 'no-stream', wanted);
      return true;
    } catch (error) {
      // Another was quicker with one of these: what is left is decided anew.
      const known = error instanceof CommandIdReused;
      if (known && attempt === TRIES) return false;
      if (!known && (!(error instanceof ConcurrencyError) || attempt === TRIES)) throw error;
    }
  }
}

/** What a correspondence says of its mails, by their ids; of each the first word. */
export function outcomesOf(events: readonly StoredEvent[]): ReadonlyMap<string, RecordedOutcome> {
  const outcomes = new Map<string, RecordedOutcome>();
  for (const stored of events) {
    const { type, data, recordedAt } = inPresentLanguage(stored).envelope;
    if (eventName(type) === 'MessageBounced') {
      const { mailId } = data as { mailId: string };
      const known = outcomes.get(mailId);
      if (known?.type === 'ReminderSent') outcomes.set(mailId, { ...known, cameBack: true });
    }
    const name = OUTCOMES.find((outcome) => outcome === eventName(type));
    // Every outcome is of one mail.
    const said = data as {
      mailId: string;
      reasonCode?: string;
      messageId?: string;
      attempt?: number;
      wording?: SentWording;
    };
    if (name === undefined || outcomes.has(said.mailId)) continue;
    const { reasonCode = '', messageId = '', attempt = 1, wording } = said;
    outcomes.set(
      said.mailId,
      name === 'ReminderSent'
        ? { type: name, recordedAt, messageId, attempt, ...(wording === undefined ? {} : { wording }) }
        : { type: name, recordedAt, reasonCode, attempt: name === 'ReminderFailed' ? 1 : 0 },
    );
  }
  return outcomes;
}

function outcomeEvents(mail: Mail, outcome: MailOutcome, recordedAt: string): readonly NewEvent[] {
  const wording = mail.wording === undefined ? {} : { wording: mail.wording };
  const said =
    outcome.type === 'ReminderSent'
      ? { messageId: outcome.messageId, attempt: mail.attempt, ...wording }
      : { reasonCode: outcome.reasonCode };
  const first = mailEvent(mail, outcome.type, said, recordedAt);
  return outcome.type === 'ReminderFailed' && outcome.bounce !== undefined
    ? [first, bounceEvent(mail, outcome.bounce, recordedAt)]
    : [first];
}

const bounceEvent = (mail: Mail, bounce: Bounce, recordedAt: string) =>
  mailEvent(mail, 'MessageBounced', bounce, recordedAt);

/** What is told of one mail. */
type MailEventName = Exclude<
  CorrespondenceEventName,
  'CoordinatorEscalated' | 'PeopleWrittenTo' | 'MailWritten'
>;

/** A mail has one event of each kind; its end is one of the first three. */
const places: Readonly<Record<MailEventName, number>> = {
  ReminderSent: 0,
  ReminderSkipped: 0,
  ReminderFailed: 0,
  MessageBounced: 1,
  MailAskedAgain: 2,
  AddressConfirmed: 3,
};

function mailEvent(mail: Mail, type: MailEventName, said: object, recordedAt: string): NewEvent {
  const commandId = mailUuid(mail.id);
  return {
    id: eventId(commandId, places[type]),
    type: storedType(type),
    schema: 1,
    occurredOn: londonDay(recordedAt),
    recordedAt,
    actor: 'worker:mails',
    channel: 'worker',
    commandId,
    correlationId: commandId,
    data: { mailId: mail.id, rule: mail.content.rule, personId: mail.personId, ...said },
  };
}
