import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import { linkStream } from '@linking/events/streams.js';
import { foldLink } from '@linking/domain/link/evolve.js';
import type { TakeBack } from '../commands/keeping.js';
import { recordedFacts } from '../commands/recorded-facts.js';
import type { LinkFact } from './link-history.js';

/** After this time a claim without a link is one whose command died before it appended. */
const PROPOSING_SECONDS = 60;

interface Claims {
  readonly pool: pg.Pool;
  readonly store: EventStore;
}

/**
 * The link that a class is in, or is just being proposed for. Read models lag a moment behind; this does not, so that
 * two people who propose the same class at once do not both succeed unasked.
 */
export async function holderOf(claims: Claims, classId: string): Promise<string | undefined> {
  const claim = await claimOf(claims.pool, classId);
  return claim !== undefined && (await counts(claims, claim)) ? claim.ref : undefined;
}

/**
 * Takes a class for a link before it is appended, and answers how to give it back should the link be refused. A class
 * that another link holds is left to it when a reason was given for two links.
 * @throws ConcurrencyError when another proposal was first: decided again, the command sees it
 */
export async function claimClass(
  claims: Claims,
  ref: string,
  classId: string,
  mayBeInTwo: boolean,
): Promise<TakeBack | void> {
  const claim = await claimOf(claims.pool, classId);
  const held = claim !== undefined && claim.ref !== ref && (await counts(claims, claim));
  if (held && mayBeInTwo) return;
  // A dead claim is taken over only while it is still the one that was looked at.
  const { rowCount } = await claims.pool.query(
    `insert into class_claims as c (class_id, ref) values ($1, $2)
     on conflict (class_id) do update set ref = excluded.ref, claimed_at = now() where c.ref = any($3)`,
    [classId, ref, held ? [ref] : [ref, claim?.ref ?? ref]],
  );
  if (rowCount !== 1) throw new ConcurrencyError(`class ${classId}`, 'no-stream', 1);
  return () => claims.pool.query('delete from class_claims where class_id = $1 and ref = $2', [classId, ref]);
}

interface Claim {
  readonly ref: string;
  readonly young: boolean;
}

async function claimOf(pool: pg.Pool, classId: string): Promise<Claim | undefined> {
  const { rows } = await pool.query<Claim>(
    `select ref, claimed_at > now() - make_interval(secs => $2) as young from class_claims where class_id = $1`,
    [classId, PROPOSING_SECONDS],
  );
  return rows[0];
}

/** A link that was not formed or was left holds its classes no more, and neither does a proposal that died. */
async function counts({ store }: Claims, { ref, young }: Claim): Promise<boolean> {
  const stored = await store.readStream(linkStream(ref));
  if (stored.length === 0) return young;
  const { outcome } = foldLink(recordedFacts<LinkFact>(stored));
  return outcome === 'open' || outcome === 'completed' || outcome === 'closed-incomplete';
}
