import { bouncedKeysOf } from '@linking/projections/bounces/bounced-addresses.js';
import { peopleById } from '../people/people.js';
import { addressKey } from './bounces/address-key.js';
import type { BouncesKnown } from './bounces/bounced-people.js';
import { recipientOf, type Recipient } from './compose.js';
import type { Mail } from './mail.js';
import { reachable } from './why-not-sent.js';

/** Why a mail would not find its reader, as a code: `no-address`, `bounced`. */
export type WhyUnreachable = (mail: Pick<Mail, 'mailbox' | 'personId'>) => string | undefined;

/**
 * Whether these mails would find their readers: what the sender asks when they are due, asked beforehand and once a
 * reader.
 */
export async function whyUnreachable(
  { pool, lookup, settings }: BouncesKnown,
  mails: readonly Mail[],
): Promise<WhyUnreachable> {
  const firsts = new Map(mails.map((mail) => [readerOf(mail), mail]));
  const ids = [...firsts.values()].map(({ personId }) => personId);
  const [people, stopped] = await Promise.all([peopleById(pool, ids), bouncedKeysOf(pool, ids)]);
  const recipient = async (mail: Mail): Promise<Recipient | undefined> => {
    if (mail.mailbox !== undefined) return recipientOf(lookup, mail);
    const person = people.get(mail.personId);
    return person && { name: person.name, ...(person.email === null ? {} : { email: person.email }) };
  };
  const reasons = new Map<string, string>();
  for (const [reader, mail] of firsts) {
    const to = reachable(await recipient(mail));
    if (typeof to === 'string') reasons.set(reader, to);
    else if (stopped.has(addressKey(settings, mail.personId, to.email))) reasons.set(reader, 'bounced');
  }
  return (mail) => reasons.get(readerOf(mail));
}

const readerOf = ({ mailbox, personId }: Pick<Mail, 'mailbox' | 'personId'>) =>
  `${mailbox ?? 'person'} ${personId}`;
