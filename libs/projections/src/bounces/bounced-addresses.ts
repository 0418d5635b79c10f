import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import { eventName } from '@linking/events/upcasting/present-language.js';
import { saysAddressIsWrong } from '@linking/domain/reminders/wrong-address.js';
import type { Projection, Queryable } from '../projection.js';

/** An address of somebody to which nothing goes any more: it is known by its key alone. */
export interface BouncedAddress {
  readonly personId: string;
  readonly addressKey: string;
  /** The mail that came back last. */
  readonly mailId: string;
  readonly subject: string;
  readonly statusCode: string;
  /** London day on which that was told. */
  readonly on: string;
}

const CORRESPONDENCE = 'correspondence-';

/** Which addresses stopped, from the correspondence; somebody who says that one is right opens it again. */
export const bouncedAddresses: Projection = {
  name: 'bounced-addresses',
  prefixes: [CORRESPONDENCE],
  migrations: [
    {
      id: 'projections-080-bounced-addresses',
      sql: `
        create table bounced_addresses (
          person_id   uuid not null,
          address_key text not null,
          mail_id     text not null,
          subject     text not null,
          status_code text not null,
          on_day      text not null,
          primary key (person_id, address_key)
        );
        comment on column bounced_addresses.person_id is 'Or the key of a venue or a programme, as in mails';
      `,
    },
  ],

  async apply(transaction, events) {
    for (const { envelope } of events) {
      const type = eventName(envelope.type);
      if (type === 'MessageBounced') {
        // Its stream holds nothing else under this name.
        const bounce = envelope.data as CorrespondenceEventData['MessageBounced'];
        if (!saysAddressIsWrong(bounce.statusCode)) continue;
        await transaction.query(
          `insert into bounced_addresses (person_id, address_key, mail_id, subject, status_code, on_day)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (person_id, address_key) do update
           set mail_id = excluded.mail_id, subject = excluded.subject, status_code = excluded.status_code,
               on_day = excluded.on_day`,
          [
            bounce.personId,
            bounce.addressKey,
            bounce.mailId,
            envelope.stream.slice(CORRESPONDENCE.length),
            bounce.statusCode,
            envelope.occurredOn,
          ],
        );
      }
      if (type === 'AddressConfirmed') {
        const { personId, addressKey } = envelope.data as CorrespondenceEventData['AddressConfirmed'];
        await transaction.query('delete from bounced_addresses where person_id = $1 and address_key = $2', [
          personId,
          addressKey,
        ]);
      }
    }
  },
};

interface Row {
  person_id: string;
  address_key: string;
  mail_id: string;
  subject: string;
  status_code: string;
  on_day: string;
}

const toBounced = (row: Row): BouncedAddress => ({
  personId: row.person_id,
  addressKey: row.address_key,
  mailId: row.mail_id,
  subject: row.subject,
  statusCode: row.status_code,
  on: row.on_day,
});

/** An address of somebody, as its key. */
export type KeyOfAddress = Pick<BouncedAddress, 'personId' | 'addressKey'>;

/** The stopped address of this key; `undefined` when mails go to it. */
export async function bouncedAddress(
  db: Queryable,
  personId: string,
  addressKey: string,
): Promise<BouncedAddress | undefined> {
  return (await bouncedAmong(db, [{ personId, addressKey }]))[0];
}

/** Those of these that are stopped. */
export async function bouncedAmong(
  db: Queryable,
  keys: readonly KeyOfAddress[],
): Promise<readonly BouncedAddress[]> {
  const { rows } = await db.query<Row>(
    `select bounced.* from unnest($1::uuid[], $2::text[]) as asked (person_id, address_key)
     join bounced_addresses bounced using (person_id, address_key)`,
    [keys.map(({ personId }) => personId), keys.map(({ addressKey }) => addressKey)],
  );
  return rows.map(toBounced);
}

/** Keys of the stopped addresses of these people; a key is of one address of one person. */
export async function bouncedKeysOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ address_key: string }>(
    'select address_key from bounced_addresses where person_id = any($1)',
    [personIds],
  );
  return new Set(rows.map((row) => row.address_key));
}

/** Stopped addresses of whom these programmes write to, each with one such programme; the latest first. */
export async function bouncedAddressesOf(
  db: Queryable,
  programmes: 'all' | readonly string[],
): Promise<readonly (BouncedAddress & { readonly programme: string })[]> {
  const { rows } = await db.query<Row & { programme: string }>(
    `select * from (
       select b.*, coalesce(
         (select m.programme from mails m where m.id = b.mail_id and ($1::text[] is null or m.programme = any($1))),
         (select min(w.programme) from mails w where w.person_id = b.person_id and w.reason = 'bounced'
            and w.ended is null and w.status <> 'sending' and ($1::text[] is null or w.programme = any($1)))
       ) as programme
       from bounced_addresses b) known
     where programme is not null order by on_day desc, person_id`,
    [programmes === 'all' ? null : programmes],
  );
  return rows.map((row) => ({ ...toBounced(row), programme: row.programme }));
}
