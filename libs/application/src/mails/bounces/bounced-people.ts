import type pg from 'pg';
import { bouncedAddressesOf, type BouncedAddress } from '@linking/projections/bounces/bounced-addresses.js';
import type { Queryable } from '@linking/projections/projection.js';
import { peopleById } from '../../people/people.js';
import { recipientOf } from '../compose.js';
import type { Mail, MailRow } from '../mail.js';
import { toMail } from '../mail.js';
import type { MailLookup } from '../mail-lookup.js';
import type { MailSettings } from '../mail-settings.js';
import { addressKey } from './address-key.js';

/** Somebody whose present address came back: until it is changed or confirmed, mails to her wait. */
export interface BouncedPerson extends BouncedAddress {
  readonly programme: string;
  /** The mail that came back. */
  readonly mail: Mail;
  /** Her school; absent for a mailbox. */
  readonly urn?: string;
}

/**
 * Whose mails of these programmes came back and wait for a coordinator, the latest first. The same list for Today and for
 * the digests.
 */
export async function bouncedPeople(
  { pool, lookup, settings }: BouncesKnown,
  programmes: 'all' | readonly string[],
): Promise<readonly BouncedPerson[]> {
  const known = await bouncedAddressesOf(pool, programmes);
  if (known.length === 0) return [];
  const mails = await mailsById(
    pool,
    known.map(({ mailId }) => mailId),
  );
  const people = await peopleById(
    pool,
    known.map(({ personId }) => personId),
  );
  const found = await Promise.all(
    known.map(async (bounced) => {
      const mail = mails.get(bounced.mailId);
      if (mail === undefined) return [];
      const email = (await recipientOf(lookup, mail))?.email;
      const present =
        email !== undefined && addressKey(settings, mail.personId, email) === bounced.addressKey;
      const urn = people.get(bounced.personId)?.urn ?? undefined;
      return present ? [{ ...bounced, mail, ...(urn === undefined ? {} : { urn }) }] : [];
    }),
  );
  return found.flat();
}

export interface BouncesKnown {
  readonly pool: pg.Pool;
  readonly lookup: MailLookup;
  readonly settings: Pick<MailSettings, 'tokenSecret'>;
}

async function mailsById(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Mail>> {
  const { rows } = await db.query<MailRow>('select * from mails where id = any($1)', [ids]);
  return new Map(rows.map((row) => [row.id, toMail(row)]));
}
