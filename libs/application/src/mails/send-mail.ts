import type pg from 'pg';
import { addDays, endOfLondonDay, londonDay } from '@linking/domain/calendar/london.js';
import { lastDayToSend } from '@linking/domain/reminders/last-day-to-send.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { EventStore } from '@linking/events/event-store.js';
import { AUTOMATIC_HEADERS, headerText, isMailAddress, mailbox } from '@linking/notices/mail-headers.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { renderText } from '@linking/notices/render-text.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { issueToken } from '../tokens/tokens.js';
import { claimMail, giveBack, settle } from './claim.js';
import { recordedOutcome, recordOutcome } from './correspondence.js';
import type { Mail } from './mail.js';
import { mailTokenId } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import { signingAddress } from './mail-settings.js';
import type { Mailer } from './mailer.js';
import type { WantedMails } from './planning.js';
import { mailContent } from './render-mail.js';

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

/** School days would be fairer; until their calendar is here, four weeks are always more than fourteen of them. */
const DAYS_TO_ANSWER = 28;

export type SendResult = 'sent' | 'skipped' | 'failed' | 'cancelled' | 'nothing-to-do';

/** Sends one mail, at least once, and writes into the correspondence what became of it. */
export async function sendMail(dependencies: SendingDependencies, id: string): Promise<SendResult> {
  const { pool, store, clock } = dependencies;
  const mail = await claimMail(pool, id, dependencies.lease ?? LEASE);
  if (mail === undefined) return 'nothing-to-do';
  const outgoing = await prepare(dependencies, mail).catch(async (error: unknown) => {
    await giveBack(pool, mail, { reason: describe(error), sentNothing: true, rest: 0 });
    throw error;
  });
  if (typeof outgoing === 'string') return outgoing;
  try {
    await dependencies.mailer.send(outgoing);
  } catch (error) {
    if (error instanceof MailFailure && error.kind === 'refused') return fail(dependencies, mail, error);
    const sentNothing = error instanceof MailFailure && error.kind === 'postponed';
    await giveBack(pool, mail, { reason: describe(error), sentNothing, rest: REST });
    throw error;
  }
  await recordOutcome(store, mail, { type: 'ReminderSent' }, clock.now());
  await settle(pool, mail, { status: 'sent', sentAt: clock.now(), ...reasonForSecondTry(mail) });
  return 'sent';
}

async function fail({ pool, store, clock }: SendingDependencies, mail: Mail, { reasonCode }: MailFailure) {
  await recordOutcome(store, mail, { type: 'ReminderFailed', reasonCode }, clock.now());
  await settle(pool, mail, { status: 'failed', reason: reasonCode });
  return 'failed' as const;
}

async function skip({ pool, store, clock }: SendingDependencies, mail: Mail, reasonCode: string) {
  await recordOutcome(store, mail, { type: 'ReminderSkipped', reasonCode }, clock.now());
  await settle(pool, mail, { status: 'skipped', reason: reasonCode });
  return 'skipped' as const;
}

/** The mail ready to go, or how it ended without going. */
async function prepare(
  dependencies: SendingDependencies,
  mail: Mail,
): Promise<OutgoingMail | Exclude<SendResult, 'nothing-to-do'>> {
  const { pool, store, clock, lookup } = dependencies;
  const earlier = mail.attempt > 1 ? await recordedOutcome(store, mail) : undefined;
  if (earlier !== undefined) {
    if (earlier.type === 'ReminderSent') {
      await settle(pool, mail, { status: 'sent', sentAt: earlier.recordedAt });
      return 'sent';
    }
    const status = earlier.type === 'ReminderFailed' ? 'failed' : 'skipped';
    await settle(pool, mail, { status, reason: earlier.reasonCode });
    return status;
  }
  if (!(await stillWanted(dependencies, mail))) {
    await settle(pool, mail, { status: 'cancelled', reason: 'no-longer-wanted' });
    return 'cancelled';
  }
  if (londonDay(clock.now()) > lastDayToSend({ ...mail, dueOn: londonDay(mail.dueAt) })) {
    return skip(dependencies, mail, 'too-late');
  }
  const person = await lookup.person(mail.personId);
  if (person?.email === undefined) return skip(dependencies, mail, 'no-address');
  if (!isMailAddress(person.email)) return skip(dependencies, mail, 'unusable-address');
  return compose(dependencies, mail, { name: person.name, email: person.email });
}

async function stillWanted({ wantedMails }: SendingDependencies, mail: Mail): Promise<boolean> {
  const wanted = await wantedMails(mail.subject);
  if (mail.askedBy === 'plan') return wanted.some((one) => mailId(one) === mail.id);
  return wanted.some((one) => one.content.rule === mail.content.rule && one.personId === mail.personId);
}

async function compose(
  dependencies: SendingDependencies,
  mail: Mail,
  to: { readonly name: string; readonly email: string },
): Promise<OutgoingMail> {
  const { lookup, settings } = dependencies;
  const content = await mailContent(mail, lookup, settings, await personalAddress(dependencies, mail));
  const programme = await lookup.programme(mail.programme);
  return {
    mailId: mail.id,
    messageId: mail.messageId,
    attempt: mail.attempt,
    from: mailbox(`Schools Linking ${programme?.name ?? ''}`, settings.mailFrom),
    replyTo: mailbox(programme?.name ?? '', programme?.mailbox ?? settings.mailFrom),
    to: mailbox(to.name, to.email),
    subject: headerText(content.subject),
    html: renderHtml(content),
    text: renderText(content),
    headers: AUTOMATIC_HEADERS,
  };
}

async function personalAddress(
  { pool, clock, settings }: SendingDependencies,
  mail: Mail,
): Promise<string | undefined> {
  if (mail.content.rule !== 'N07') return undefined;
  const now = clock.now();
  const token = await issueToken(pool, settings, {
    id: mailTokenId(mail.id),
    purpose: 'sign-agreement',
    ref: mail.content.linkRef,
    side: mail.content.side,
    personId: mail.personId,
    mailId: mail.id,
    issuedAt: now,
    expiresAt: endOfLondonDay(addDays(londonDay(now), DAYS_TO_ANSWER)),
  });
  return signingAddress(settings, token);
}

const reasonForSecondTry = (mail: Mail) =>
  mail.attempt > 1 ? { reason: 'earlier-try-may-have-arrived' } : {};

/** A code, never the error's own words: those may quote an address. They are in the workers' log. */
const describe = (error: unknown) => (error instanceof MailFailure ? error.reasonCode : 'unexpected-error');
