import { digestOfId } from '@linking/domain/reminders/digest-mails.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { StreamReader } from '@linking/events/event-store.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { outcomesOf, type RecordedOutcome } from './correspondence.js';
import { logUntil } from './log-until.js';
import { subjectStream } from './subject-stream.js';
import { wantedMailsOf } from './wanted-mails.js';

/** A mail as the log alone tells of it. */
export interface ToldMail {
  readonly id: string;
  /** As it was last wanted; of one that ended, as it was wanted then. */
  readonly wanted: WantedMail;
  readonly askedBy: 'plan' | 'person';
  /** The first moment at which the log asked for it. */
  readonly since: string;
  /** What became of it; absent while it has not gone. */
  readonly outcome?: RecordedOutcome;
}

export interface ToldMails {
  readonly mails: readonly ToldMail[];
  /** Ids of mails of which the log says what became of them, but not what they were about. */
  readonly unexplained: readonly string[];
}

/**
 * Every mail that was ever wanted about a subject and what became of it: planned anew at each moment at which the log
 * learnt something of it.
 * @param store asked for the same streams again and again
 */
export async function toldMails(store: StreamReader, subject: string): Promise<ToldMails> {
  const outcomes = outcomesOf(await store.readStream(correspondenceStream(subject)));
  const told = new Map<string, ToldMail>();
  for (const moment of await momentsOf(store, subject, outcomes)) {
    for (const wanted of await wantedMailsOf(logUntil(store, moment))(subject)) {
      const id = mailId(wanted);
      const outcome = outcomes.get(id);
      const known = told.get(id);
      if (known !== undefined && outcome !== undefined && moment > outcome.recordedAt) continue;
      const since = known?.since ?? moment;
      told.set(id, { id, wanted, askedBy: 'plan', since, ...(outcome === undefined ? {} : { outcome }) });
    }
  }
  const unexplained: string[] = [];
  for (const [id, outcome] of outcomes) {
    if (told.has(id)) continue;
    const again = askedForAgain(id, outcome, [...told.values()]) ?? digestOf(id, outcome, outcomes);
    if (again === undefined) unexplained.push(id);
    else told.set(id, again);
  }
  return { mails: [...told.values()], unexplained };
}

async function momentsOf(
  store: StreamReader,
  subject: string,
  outcomes: ReadonlyMap<string, RecordedOutcome>,
): Promise<readonly string[]> {
  const own = await store.readStream(subjectStream(subject));
  const moments = [...own.map(({ envelope }) => envelope), ...outcomes.values()];
  return [...new Set(moments.map(({ recordedAt }) => recordedAt))].toSorted();
}

/** What the calendar asked for follows from its name alone: no fact of the log asked for it. */
function digestOf(
  id: string,
  outcome: RecordedOutcome,
  outcomes: ReadonlyMap<string, RecordedOutcome>,
): ToldMail | undefined {
  const wanted = digestOfId(id, (other) => outcomes.get(other)?.type === 'ReminderSent');
  return wanted && { id, wanted, askedBy: 'plan', since: outcome.recordedAt, outcome };
}

/** "Send me a new one": the same mail with a number in its step, on the day on which it was asked for. */
function askedForAgain(
  id: string,
  outcome: RecordedOutcome,
  told: readonly ToldMail[],
): ToldMail | undefined {
  for (const { wanted } of told) {
    const { subject, content, personId } = wanted;
    const [before, after] = [`${subject}.${content.rule}.`, `.${personId}`];
    if (!id.startsWith(before) || !id.endsWith(after)) continue;
    const [step = '', anchorDate = ''] = id.slice(before.length, -after.length).split('.');
    if (step.replace(/-again-\d+$/, '') !== wanted.step) continue;
    const mail = { ...wanted, step, anchorDate, kind: 'immediate' as const };
    return { id, wanted: mail, askedBy: 'person', since: outcome.recordedAt, outcome };
  }
  return undefined;
}
