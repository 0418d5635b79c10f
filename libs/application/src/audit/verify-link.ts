import type pg from 'pg';
import type { EventEnvelope } from '@linking/events/envelope.js';
import type { EventStore } from '@linking/events/event-store.js';
import { parseCheckpoint, type SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { signersOf } from '@linking/events/ledger/signed-note.js';
import { leafHash } from '@linking/events/ledger/tree-hashes.js';
import { verifyInclusion } from '@linking/events/ledger/verify-proofs.js';
import { linkStream } from '@linking/events/streams.js';
import { NothingSigned } from './audit-errors.js';
import { eventInWords } from './event-checks.js';
import { evidenceOf, type Evidence } from './evidence.js';
import { leavesOfStream } from './ledger-rows.js';
import { LedgerIncomplete, newestCheckpoint } from './ledger-tables.js';
import { verifierKeys } from './signing-keys.js';

export interface LinkVerification {
  readonly ref: string;
  /** Every signed event of the link stands as it was recorded. */
  readonly ok: boolean;
  readonly sentence: string;
  /** Events that were verified. */
  readonly events: number;
  /** Events of the last seconds. */
  readonly notYetSigned: number;
  /** Size of the checkpoint they were verified against. */
  readonly size: number;
  readonly signedAt: string;
}

/** Verifies the events of one link as somebody would who was handed its evidence. @throws NothingSigned */
export async function verifyLink(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  ref: string,
): Promise<LinkVerification> {
  const newest = await newestCheckpoint(pool);
  if (newest === undefined) throw new NothingSigned();
  const all = (await store.readStream(linkStream(ref))).length;
  const about = { ref, size: newest.size, signedAt: newest.signedAt };
  try {
    const evidence = await evidenceOf({ pool, store }, ref);
    const events = evidence.events.length;
    const recorded = (await leavesOfStream(pool, evidence.stream)).size;
    const problem =
      firstProblem(evidence) ??
      (recorded > all
        ? `${eventInWords({ stream: evidence.stream, revision: all + 1 })} is missing.`
        : undefined);
    const sentence =
      problem ?? `Nothing was altered: ${events} events stand as they were recorded and signed.`;
    return { ...about, ok: problem === undefined, sentence, events, notYetSigned: Math.max(0, all - events) };
  } catch (error) {
    if (!(error instanceof LedgerIncomplete)) throw error;
    return { ...about, ok: false, sentence: `${error.message}.`, events: 0, notYetSigned: 0 };
  }
}

function firstProblem(evidence: Evidence): string | undefined {
  const signed = signedBy(evidence);
  if (signed === undefined) return "The newest checkpoint is not what the log's key has signed.";
  for (const [at] of evidence.events.entries()) {
    const problem = problemOfEvent(evidence, at, signed);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The checkpoint of an evidence; `undefined` when none of its keys has signed it. */
export function signedBy({ checkpoint, keys }: Evidence): SignedCheckpoint | undefined {
  const signed = parseCheckpoint(checkpoint);
  return signed === undefined || signersOf(signed.note, verifierKeys(keys)).length === 0 ? undefined : signed;
}

/** What is wrong with the event at this place of an evidence; the first has place 0 and revision 1. */
export function problemOfEvent(
  { events, hashes, stream }: Evidence,
  at: number,
  { size, root }: SignedCheckpoint,
): string | undefined {
  const { leaf: index, body, proof: places } = events[at]!;
  const place = { stream, revision: at + 1 };
  const proof = places.map((hash) => Buffer.from(hashes[hash] ?? '', 'base64'));
  if (!verifyInclusion({ index, size, leaf: leafHash(body), root, proof })) {
    return `${eventInWords(place)} is not the one that was recorded and signed.`;
  }
  const said = JSON.parse(body) as EventEnvelope;
  if (said.stream === stream && said.revision === place.revision) return undefined;
  return `Where ${eventInWords(place)} belongs stands ${eventInWords(said)}.`;
}
