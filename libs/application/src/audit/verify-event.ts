import { leafHash } from '@linking/events/ledger/tree-hashes.js';
import { NothingSigned } from './audit-errors.js';
import { evidenceOf } from './evidence.js';
import { leafHashOf } from './ledger-rows.js';
import { LedgerIncomplete } from './ledger-tables.js';
import { problemOfEvent, signedBy } from './verify-link.js';

/** How one event stands in the signed log. */
export type EventVerification =
  | { readonly standing: 'not-yet-signed' }
  | {
      readonly standing: 'altered';
      readonly sentence: string;
      /** What the ledger has as its leaf; it was made of the text that was signed. */
      readonly leafHash?: Buffer;
    }
  | {
      readonly standing: 'signed';
      /** Index of its leaf, from 0. */
      readonly leaf: number;
      /** Size and root of the checkpoint that it was verified against. */
      readonly size: number;
      readonly root: Buffer;
      /** Hashes that lead from the leaf to the root, the lowest first. */
      readonly proof: readonly Buffer[];
    };

/** What the tree has for a leaf of this text: SHA-256 of a zero byte and the text. */
export const hashOfText = (body: string): string => leafHash(body).toString('hex');

/** Verifies one event of a link as somebody would who was handed the evidence of the link. */
export async function verifyEvent(
  deps: Parameters<typeof evidenceOf>[0],
  ref: string,
  revision: number,
): Promise<EventVerification> {
  try {
    const evidence = await evidenceOf(deps, ref);
    const signed = signedBy(evidence);
    if (signed === undefined) {
      return { standing: 'altered', sentence: "The newest checkpoint is not what the log's key has signed." };
    }
    const event = evidence.events[revision - 1];
    if (event === undefined) return { standing: 'not-yet-signed' };
    const sentence = problemOfEvent(evidence, revision - 1, signed);
    if (sentence !== undefined) {
      const leafHash = await leafHashOf(deps.pool, { stream: evidence.stream, revision });
      return { standing: 'altered', sentence, ...(leafHash === undefined ? {} : { leafHash }) };
    }
    const { size, root } = signed;
    const proof = event.proof.map((place) => Buffer.from(evidence.hashes[place] ?? '', 'base64'));
    return { standing: 'signed', leaf: event.leaf, size, root, proof };
  } catch (error) {
    if (error instanceof NothingSigned) return { standing: 'not-yet-signed' };
    if (error instanceof LedgerIncomplete) return { standing: 'altered', sentence: `${error.message}.` };
    throw error;
  }
}
