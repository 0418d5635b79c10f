import type pg from 'pg';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { wasAnnounced } from './announced-before.js';
import { claimMail, giveBack, onlyWith, settle } from './claim.js';
import type { Parcel, Settlement } from './claim.js';
import { compose, recipientOf } from './compose.js';
import { recordedOutcome, recordOutcome } from './correspondence.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import type { Mailer } from './mailer.js';
import type { WantedMails } from './planning.js';
import { reachable, settlementOf, whyNotSent } from './why-not-sent.js';

export interface SendingDependencies {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
  readonly wantedMails: WantedMails;
  readonly lookup: MailLookup;
  readonly mailer: Mailer;
  readonly settings: MailSettings;
  /** Milliseconds of real time after which another worker may take the mail. */
  readonly lease?: number;
}

/** More than a mailer may take for one mail. */
const LEASE = 120_000;

/** Tried a few times within seconds by the queue, then once an hour. */
const REST = 3_600_000;

export type SendResult = Settlement['status'] | 'nothing-to-do';

/**
 * Sends a mail, at least once, together with all that is due to the same person, and writes into the correspondence of
 * each what became of it. Killed at any point, it is gone on with after the lease.
 */
export async function sendMail(dependencies: SendingDependencies, id: string): Promise<SendResult> {
  const { pool, store, clock } = dependencies;
  const claimed = await claimMail(pool, id, { lease: dependencies.lease ?? LEASE, now: clock.now() });
  if (claimed === undefined) return 'nothing-to-do';
  const prepared = await prepare(dependencies, claimed).catch(async (error: unknown) => {
    await giveBack(pool, claimed, { reason: describe(error), sentNothing: true, rest: 0 });
    throw error;
  });
  if (typeof prepared === 'string') return prepared;
  const { parcel, outgoing } = prepared;
  try {
    await dependencies.mailer.send(outgoing);
  } catch (error) {
    if (error instanceof MailFailure && error.kind === 'refused') return fail(dependencies, parcel, error);
    const sentNothing = error instanceof MailFailure && error.kind === 'postponed';
    await giveBack(pool, parcel, { reason: describe(error), sentNothing, rest: REST });
    throw error;
  }
  for (const mail of parcel.mails) {
    await recordOutcome(store, mail, { type: 'ReminderSent', messageId: parcel.messageId }, clock.now());
  }
  await settle(pool, parcel.mails, {
    status: 'sent',
    sentAt: clock.now(),
    ...(parcel.attempt > 1 ? { reason: 'earlier-try-may-have-arrived' } : {}),
  });
  return 'sent';
}

async function fail(
  { pool, store, clock }: SendingDependencies,
  { mails }: Parcel,
  { reasonCode }: MailFailure,
): Promise<'failed'> {
  for (const mail of mails) {
    await recordOutcome(store, mail, { type: 'ReminderFailed', reasonCode }, clock.now());
  }
  await settle(pool, mails, { status: 'failed', reason: reasonCode });
  return 'failed';
}

/** What is to go, ready to go; or how it ended without going. */
async function prepare(
  dependencies: SendingDependencies,
  claimed: Parcel,
): Promise<{ readonly parcel: Parcel; readonly outgoing: OutgoingMail } | Settlement['status']> {
  const { pool, lookup } = dependencies;
  const ended =
    claimed.attempt > 1 ? await endedBefore(dependencies, claimed) : new Map<string, Settlement>();
  const staying: Mail[] = [];
  for (const mail of claimed.mails) {
    const end = ended.get(mail.id) ?? (await endOf(dependencies, mail));
    if (end === undefined) staying.push(mail);
    else ended.set(mail.id, end);
  }
  const [first] = staying;
  if (first === undefined) return [...ended.values()].at(-1)?.status ?? 'cancelled';
  const parcel = await onlyWith(pool, claimed, staying);
  const to = reachable(await recipientOf(lookup, first));
  if (typeof to === 'string') return skipAll(dependencies, parcel, to);
  return { parcel, outgoing: await compose(dependencies, parcel, to) };
}

/**
 * What an earlier try wrote down before it was killed. When it had sent the parcel, each mail in it was sent, whether or
 * not it came to write that down.
 */
async function endedBefore(
  { pool, store }: SendingDependencies,
  { mails, messageId }: Parcel,
): Promise<Map<string, Settlement>> {
  const recorded = new Map<string, Settlement>();
  let sentAt: string | undefined;
  for (const mail of mails) {
    const outcome = await recordedOutcome(store, mail);
    if (outcome === undefined) continue;
    recorded.set(mail.id, settlementOf(outcome, outcome.recordedAt));
    if (outcome.type === 'ReminderSent' && outcome.messageId === messageId) sentAt = outcome.recordedAt;
  }
  for (const mail of mails) {
    if (sentAt !== undefined && !recorded.has(mail.id)) {
      const before = { ...mail, attempt: mail.attempt - 1 };
      await recordOutcome(store, before, { type: 'ReminderSent', messageId }, sentAt);
      recorded.set(mail.id, { status: 'sent', sentAt });
    }
    const settlement = recorded.get(mail.id);
    if (settlement !== undefined) await settle(pool, [mail], settlement);
  }
  return recorded;
}

/** Ends a mail that is not to go any more; `undefined` when it is to go. */
async function endOf(dependencies: SendingDependencies, mail: Mail): Promise<Settlement | undefined> {
  const { pool, clock } = dependencies;
  if (!(await stillWanted(dependencies, mail))) {
    const end = { status: 'cancelled', reason: 'no-longer-wanted' } as const;
    await settle(pool, [mail], end);
    return end;
  }
  const reason = await whyNotSent(mail, clock.now(), (appointment) => wasAnnounced(pool, mail, appointment));
  return reason === undefined ? undefined : skip(dependencies, mail, reason);
}

async function skip({ pool, store, clock }: SendingDependencies, mail: Mail, reason: string) {
  await recordOutcome(store, mail, { type: 'ReminderSkipped', reasonCode: reason }, clock.now());
  const end = { status: 'skipped', reason } as const;
  await settle(pool, [mail], end);
  return end;
}

async function skipAll(dependencies: SendingDependencies, { mails }: Parcel, reason: string) {
  for (const mail of mails) await skip(dependencies, mail, reason);
  return 'skipped' as const;
}

async function stillWanted({ wantedMails }: SendingDependencies, mail: Mail): Promise<boolean> {
  const wanted = await wantedMails(mail.subject);
  if (mail.askedBy === 'plan') return wanted.some((one) => mailId(one) === mail.id);
  return wanted.some((one) => one.content.rule === mail.content.rule && one.personId === mail.personId);
}

/** A code, never the error's own words: those may quote an address. They are in the workers' log. */
const describe = (error: unknown) => (error instanceof MailFailure ? error.reasonCode : 'unexpected-error');
