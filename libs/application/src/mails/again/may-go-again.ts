import { londonDay } from '@linking/domain/calendar/london.js';
import { lastDayToSend } from '@linking/domain/reminders/last-day-to-send.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import { Refusal } from '@linking/domain/refusal.js';
import { bouncedAddress } from '@linking/projections/bounces/bounced-addresses.js';
import { addressKey } from '../bounces/address-key.js';
import { recipientOf } from '../compose.js';
import type { Mail } from '../mail.js';
import type { SendingDependencies } from '../send-mail.js';
import { reachable } from '../why-not-sent.js';
import { stepOf } from './next-again.js';

export type AgainDependencies = Pick<
  SendingDependencies,
  'pool' | 'clock' | 'wantedMails' | 'lookup' | 'settings'
>;

/** The mail as it would go now, with what its subject says today. Throws a refusal when it would not go. */
export async function asItWouldGo(
  { pool, clock, wantedMails, lookup, settings }: AgainDependencies,
  mail: Mail,
): Promise<Mail> {
  if (!['sent', 'failed', 'skipped'].includes(mail.status)) {
    throw new Refusal('MAIL_NOT_ENDED', 'This mail has not gone yet.', {
      nextStep: 'It goes by itself when it is due.',
    });
  }
  const wanted = (await wantedMails(mail.subject)).filter(
    ({ content, personId }) => content.rule === mail.content.rule && personId === mail.personId,
  );
  const same =
    wanted.find((one) => mailId(one) === mail.id) ?? wanted.find(({ step }) => step === stepOf(mail));
  if (same === undefined) {
    throw new Refusal(
      'MAIL_NOT_WANTED',
      'This mail is not wanted any more: what it asks or tells has changed since.',
      {
        nextStep: 'Look at what has been sent since, or phone the school.',
      },
    );
  }
  const today = londonDay(clock.now());
  if (today > lastDayToSend({ content: same.content, dueOn: today })) {
    throw new Refusal('MAIL_TOO_LATE', 'It is too late for this mail: its day is past.', {
      nextStep: 'Phone the school instead.',
    });
  }
  const to = reachable(await recipientOf(lookup, mail));
  if (typeof to === 'string') {
    throw new Refusal('NO_ADDRESS', 'No e-mail address is known to which this mail could go.', {
      nextStep: 'Enter an address first.',
    });
  }
  if (await bouncedAddress(pool, mail.personId, addressKey(settings, mail.personId, to.email))) {
    throw new Refusal(
      'ADDRESS_BOUNCED',
      'Mails to this address came back: the mail server says that it does not exist.',
      {
        nextStep: 'Enter another address, or say that this one is right. What waits then goes by itself.',
      },
    );
  }
  return { ...mail, content: same.content };
}
