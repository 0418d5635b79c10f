import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson } from '@linking/events/canonical-json.js';
import { derivedId } from '@linking/events/event-ids.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import type { Keeping } from '../commands/keeping.js';

/** What a signature says of its signer. The log keeps the seal; salt and value are kept where they can be erased. */
export interface SignedValue {
  readonly name: string;
  readonly role: string;
  readonly urn: string;
  readonly ref: string;
  readonly textVersion: string;
}

/** SHA-256 over 16 random bytes and the canonical JSON of the value, hex. */
function sealOf(salt: Buffer, value: string): string {
  return createHash('sha256').update(salt).update(value).digest('hex');
}

/** The seal of a signature that is kept when its command is accepted. A command sent again finds its first salt. */
export async function sealSignature(keeping: Keeping, signed: SignedValue): Promise<string> {
  const id = derivedId(keeping.sender.commandId, 'signature');
  const value = canonicalJson(signed);
  const known = await keptSeal(keeping.pool, id);
  if (known !== undefined) return known;
  const salt = randomBytes(16);
  const seal = sealOf(salt, value);
  keeping.later(async () => {
    await keeping.pool.query(
      'insert into signatures (id, salt, value, seal) values ($1, $2, $3, $4) on conflict (id) do nothing',
      [id, salt, value, seal],
    );
    // Another try of the same command was first: its salt counts, so this one starts again.
    if ((await keptSeal(keeping.pool, id)) !== seal)
      throw new ConcurrencyError(`signature ${id}`, 'no-stream', 1);
    return () => keeping.pool.query('delete from signatures where id = $1', [id]);
  });
  return seal;
}

async function keptSeal(pool: pg.Pool, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ seal: string }>('select seal from signatures where id = $1', [id]);
  return rows[0]?.seal;
}
