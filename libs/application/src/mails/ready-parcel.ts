import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { isOptional } from '@linking/domain/reminders/optional-mails.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { wasAnnounced } from './announced-before.js';
import { addressKey } from './bounces/address-key.js';
import { withWordings } from './choose-wordings.js';
import { onlyWith, type Parcel } from './claim.js';
import { compose, recipientOf } from './compose.js';
import { recordedOutcome, recordOutcome } from './correspondence.js';
import { issueAddress } from './mail-address.js';
import type { Mail } from './mail.js';
import { stoppedSince } from './optional/stopped-mails.js';
import { giveBack, putAside, settle, type Settlement } from './settle.js';
import type { SendingDesk } from './sending-desk.js';
import { reachable, settlementOf, whyNotSent } from './why-not-sent.js';

/** So soon it is seen that an address was changed or confirmed. */
const LOOK_AGAIN = 60_000;

/** Why a mail waits to an address from which others came back. */
export const HELD_BACK = 'bounced';

/** `held`: somebody holds it, and it waits; `held-back`: mails to this address came back, so it waits for a coordinator. */
export type Ending = Settlement['status'] | 'held' | 'held-back';

export interface ReadyParcel {
  readonly parcel: Parcel;
  readonly outgoing: OutgoingMail;
  /** Key of the address. */
  readonly sentTo: string;
}

/** What is to go, ready to go; or how it ended without going. */
export async function readyParcel(desk: SendingDesk, claimed: Parcel): Promise<ReadyParcel | Ending> {
  const { pool, clock, lookup, settings } = desk;
  const before = claimed.attempt > 1 ? await endedBefore(desk, claimed) : new Map<string, Settlement>();
  const ended = new Map<string, Ending>([...before].map(([id, { status }]) => [id, status]));
  await Promise.all(
    claimed.mails.map(async (mail) => {
      const end = ended.get(mail.id) ?? (await endOf(desk, mail));
      if (end !== undefined) ended.set(mail.id, end);
    }),
  );
  const staying = claimed.mails.filter(({ id }) => !ended.has(id));
  const [first] = staying;
  if (first === undefined) return [...ended.values()].at(-1) ?? 'cancelled';
  const going = await onlyWith(pool, claimed, staying);
  const to = reachable(await recipientOf(lookup, first));
  if (typeof to === 'string') return skip(desk, going.mails, to);
  const sentTo = addressKey(settings, first.personId, to.email);
  if (await desk.isBounced({ personId: first.personId, addressKey: sentTo })) {
    await giveBack(pool, going, { reason: HELD_BACK, sentNothing: true, rest: LOOK_AGAIN });
    return 'held-back';
  }
  const parcel = await withWordings(desk, going);
  const outgoing = await compose(desk, parcel, to, (mail) =>
    issueAddress(pool, settings, mail, clock.now(), desk.addresses),
  );
  return { parcel, outgoing, sentTo };
}

/**
 * What an earlier try wrote down before it was killed. When it had sent the parcel, each mail in it was sent, whether or
 * not it came to write that down.
 */
async function endedBefore(
  { pool, store }: SendingDesk,
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
    if (settlement !== undefined) await settle(pool, [{ mails: [mail], settlement }]);
  }
  return recorded;
}

/** Ends a mail that is not to go any more; `undefined` when it is to go. */
async function endOf(desk: SendingDesk, mail: Mail): Promise<Ending | undefined> {
  const { pool, clock } = desk;
  const wanted = await wantedNow(desk, mail);
  if (wanted === undefined) {
    await desk.writeDown({
      mails: [mail],
      settlement: { status: 'cancelled', reason: 'no-longer-wanted' },
    });
    return 'cancelled';
  }
  const asNow = asHeldNow(mail, wanted);
  const reason = await whyNotSent(asNow, clock.now(), (appointment) => wasAnnounced(pool, mail, appointment));
  if (reason === undefined)
    return (await isStopped(desk, mail)) ? skip(desk, [mail], 'unsubscribed') : undefined;
  if (reason === 'held') {
    await putAside(pool, mail, asNow.heldUntil ?? '');
    return 'held';
  }
  // It is too late because nobody found another address in time.
  return skip(desk, [mail], mail.reason === HELD_BACK ? HELD_BACK : reason);
}

async function isStopped({ pool }: SendingDesk, { personId, content: { rule } }: Mail): Promise<boolean> {
  return isOptional(rule) && (await stoppedSince(pool, { personId, rule })) !== undefined;
}

async function skip({ writeDown }: SendingDesk, mails: readonly Mail[], reason: string): Promise<'skipped'> {
  await writeDown({
    mails,
    outcome: { type: 'ReminderSkipped', reasonCode: reason },
    settlement: { status: 'skipped', reason },
  });
  return 'skipped';
}

async function wantedNow({ wantedMails }: SendingDesk, mail: Mail): Promise<WantedMail | undefined> {
  const wanted = await wantedMails(mail.subject);
  if (mail.askedBy === 'plan') return wanted.find((one) => mailId(one) === mail.id);
  return wanted.find((one) => one.content.rule === mail.content.rule && one.personId === mail.personId);
}

/** What somebody asked for herself is not held, and neither is what may have left already. */
function asHeldNow({ heldUntil: _, ...mail }: Mail, { heldUntil }: WantedMail): Mail {
  const free = heldUntil === undefined || mail.askedBy === 'person' || mail.attempt > 1;
  return free ? mail : { ...mail, heldUntil };
}
