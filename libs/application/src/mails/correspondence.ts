import type { CorrespondenceEventName } from '@linking/events/correspondence/correspondence-events.js';
import type { NewEvent } from '@linking/events/envelope.js';
import { eventId } from '@linking/events/event-ids.js';
import { CommandIdReused, ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import { eventName, inPresentLanguage, storedType } from '@linking/events/upcasting/present-language.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Mail } from './mail.js';
import { mailUuid } from './mail.js';

export type MailOutcome =
  | { readonly type: 'ReminderSent'; readonly messageId: string }
  | { readonly type: 'ReminderSkipped' | 'ReminderFailed'; readonly reasonCode: string };

const OUTCOMES: readonly CorrespondenceEventName[] = ['ReminderSent', 'ReminderSkipped', 'ReminderFailed'];
const TRIES = 10;

/** What the correspondence says of this mail already. */
export async function recordedOutcome(
  store: EventStore,
  mail: Pick<Mail, 'id' | 'subject'>,
): Promise<(MailOutcome & { readonly recordedAt: string }) | undefined> {
  return findOutcome(await store.readStream(correspondenceStream(mail.subject)), mail.id);
}

/**
 * Writes what became of a mail into the correspondence of its subject, once: a mail has one event, whoever is first.
 * Other mails of the subject may be written at the same time.
 */
export async function recordOutcome(
  store: EventStore,
  mail: Mail,
  outcome: MailOutcome,
  now: string,
): Promise<void> {
  const stream = correspondenceStream(mail.subject);
  for (let attempt = 1; ; attempt += 1) {
    const events = await store.readStream(stream);
    if (findOutcome(events, mail.id) !== undefined) return;
    const last = events.at(-1)?.envelope;
    try {
      await store.append(stream, last?.revision ?? 'no-stream', [
        outcomeEvent(mail, outcome, last !== undefined && last.recordedAt > now ? last.recordedAt : now),
      ]);
      return;
    } catch (error) {
      if (error instanceof CommandIdReused) return;
      if (!(error instanceof ConcurrencyError) || attempt === TRIES) throw error;
    }
  }
}

function findOutcome(
  events: readonly StoredEvent[],
  mailId: string,
): (MailOutcome & { readonly recordedAt: string }) | undefined {
  for (const stored of events) {
    const { type, data, recordedAt } = inPresentLanguage(stored).envelope;
    const name = OUTCOMES.find((outcome) => outcome === eventName(type));
    // Every event of this stream is about one mail.
    const said = data as { mailId: string; reasonCode?: string; messageId?: string };
    if (name === undefined || said.mailId !== mailId) continue;
    const { reasonCode = '', messageId = '' } = said;
    return name === 'ReminderSent'
      ? { type: name, recordedAt, messageId }
      : { type: name, recordedAt, reasonCode };
  }
  return undefined;
}

function outcomeEvent(mail: Mail, outcome: MailOutcome, recordedAt: string): NewEvent {
  const commandId = mailUuid(mail.id);
  const what = { mailId: mail.id, rule: mail.content.rule, personId: mail.personId };
  return {
    id: eventId(commandId, 0),
    type: storedType(outcome.type),
    schema: 1,
    occurredOn: londonDay(recordedAt),
    recordedAt,
    actor: 'worker:mails',
    channel: 'worker',
    commandId,
    correlationId: commandId,
    data:
      outcome.type === 'ReminderSent'
        ? { ...what, messageId: outcome.messageId, attempt: mail.attempt }
        : { ...what, reasonCode: outcome.reasonCode },
  };
}
