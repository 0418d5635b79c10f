import type pg from 'pg';
import { saysAddressIsWrong } from '@linking/domain/reminders/wrong-address.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { programmesOnce } from '../programmes/in-its-year.js';
import { claimMails, holdOn, type Parcel } from './claim.js';
import type { MailLookup } from './mail-lookup.js';
import type { MailSettings } from './mail-settings.js';
import type { Mailer } from './mailer.js';
import type { WantedMails } from './planning.js';
import { readyParcel, type Ending, type ReadyParcel } from './ready-parcel.js';
import { openSendingDesk, type SendingDesk } from './sending-desk.js';
import { giveBack } from './settle.js';

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

/** Of the lease: what waited longer for its turn is held on to first, so that all but this is left for handing it over. */
const WAITED = 0.1;

/** Handed over at once to a mailer that does not say how many it takes. */
const AT_ONCE = 2;

export type SendResult = Ending | 'nothing-to-do';

export interface Batch {
  /** How the parcels ended that came to an end; one that another worker has taken meanwhile is not among them. */
  readonly endings: readonly Ending[];
  /** Why others did not: they were given back, or are gone on with after their lease. */
  readonly failures: readonly unknown[];
}

/** Sends one mail as `sendMails` does. Throws when it has to be tried again. */
export async function sendMail(dependencies: SendingDependencies, id: string): Promise<SendResult> {
  const { endings, failures } = await sendMails(dependencies, [id]);
  if (failures.length > 0) throw failures[0];
  return endings[0] ?? 'nothing-to-do';
}

/**
 * Sends mails, at least once, each together with all that is due to the same person, and writes into the correspondence of
 * each what became of it. They are claimed, made ready and written down together, and handed over one by one: what is slow
 * or refused holds up no other. Killed at any point, they are gone on with after the lease.
 */
export async function sendMails(dependencies: SendingDependencies, ids: readonly string[]): Promise<Batch> {
  const { pool, store, clock, mailer, lease = LEASE } = dependencies;
  const programmeOf = programmesOnce(store);
  const claimedAt = performance.now();
  const parcels = await claimMails(dependencies, ids, { lease, now: clock.now(), programmeOf });
  const endings: Ending[] = [];
  const failures: unknown[] = [];
  if (parcels.length === 0) return { endings, failures };
  const desk = openSendingDesk(dependencies, programmeOf);
  const ready: ReadyParcel[] = [];
  await Promise.all(
    parcels.map(async (parcel) => {
      try {
        const made = await readyParcel(desk, parcel);
        if (typeof made === 'string') endings.push(made);
        else ready.push(made);
      } catch (error) {
        failures.push(error);
        await giveBack(pool, parcel, { reason: describe(error), sentNothing: true, rest: 0 }).catch(
          (away: unknown) => failures.push(away),
        );
      }
    }),
  );
  const handing = ready.values();
  const isStillOurs = async (parcel: Parcel) =>
    performance.now() - claimedAt < lease * WAITED || holdOn(pool, parcel, lease);
  const handOn = async () => {
    for (const parcel of handing) {
      try {
        if (await isStillOurs(parcel.parcel)) endings.push(await handOver(desk, parcel));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const lanes = Math.min(mailer.atOnce ?? AT_ONCE, ready.length);
  await Promise.all(Array.from({ length: lanes }, handOn));
  return { endings, failures };
}

async function handOver(desk: SendingDesk, { parcel, outgoing, sentTo }: ReadyParcel): Promise<Ending> {
  const { pool, clock, mailer } = desk;
  try {
    await mailer.send(outgoing);
  } catch (error) {
    if (error instanceof MailFailure && error.kind === 'refused') return fail(desk, parcel, error, sentTo);
    const sentNothing = error instanceof MailFailure && error.kind === 'postponed';
    await giveBack(pool, parcel, { reason: describe(error), sentNothing, rest: REST });
    throw error;
  }
  await desk.writeDown({
    mails: parcel.mails,
    outcome: { type: 'ReminderSent', messageId: parcel.messageId },
    settlement: {
      status: 'sent',
      sentAt: clock.now(),
      sentTo,
      ...(parcel.attempt > 1 ? { reason: 'earlier-try-may-have-arrived' } : {}),
    },
  });
  return 'sent';
}

async function fail(
  { writeDown }: SendingDesk,
  { mails }: Parcel,
  { reasonCode, statusCode }: MailFailure,
  sentTo: string,
): Promise<'failed'> {
  const bounce =
    statusCode !== undefined && saysAddressIsWrong(statusCode)
      ? { bounce: { addressKey: sentTo, statusCode, told: 'at-once' } as const }
      : {};
  await writeDown({
    mails,
    outcome: { type: 'ReminderFailed', reasonCode, ...bounce },
    settlement: { status: 'failed', reason: reasonCode },
  });
  return 'failed';
}

/** A code, never the error's own words: those may quote an address. They are in the workers' log. */
const describe = (error: unknown) => (error instanceof MailFailure ? error.reasonCode : 'unexpected-error');
