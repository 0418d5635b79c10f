import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { hashesOf } from '@linking/events/ledger/proofs.js';
import { consistencyRanges, inclusionRanges, type LeafRange } from '@linking/events/ledger/tree-shape.js';
import { linkStream } from '@linking/events/streams.js';
import { leavesOfStream } from './ledger-rows.js';
import { ledgerKeys, newestCheckpoint, nodesIn } from './ledger-tables.js';
import { NothingSigned, UnknownSize } from './audit-errors.js';

/** What one link's history rests on, in one file that can be verified without us. */
export interface Evidence {
  readonly format: 'schools-linking-evidence-1';
  readonly link: string;
  readonly stream: string;
  /** Revision 1 first. */
  readonly events: readonly EvidenceEvent[];
  /** Of subtrees, in base64; proofs name them by their place in this list. */
  readonly hashes: readonly string[];
  /** The newest one; a signed note. */
  readonly checkpoint: string;
  readonly keys: readonly { readonly vkey: string; readonly statement?: string }[];
  /** That this checkpoint goes on from the one of `from` events. */
  readonly consistency?: { readonly from: number; readonly proof: readonly number[] };
  readonly leftOut: readonly string[];
}

export interface EvidenceEvent {
  /** Index of its leaf. */
  readonly leaf: number;
  /** The very text that is in the log. */
  readonly body: string;
  readonly proof: readonly number[];
}

const LEFT_OUT = [
  'Names, addresses, class names and notes: they are in tables from which they can be erased, the events hold their keys.',
  'The mails about this link, its training sessions and its interests: they are in streams of their own.',
];

/**
 * The events of a link that are signed by now, with their proofs. An event of the last few seconds may still wait for its
 * signature; `leftOut` says so then.
 * @param from size of an older checkpoint from which the newest one is to be proved to go on
 * @throws NothingSigned, UnknownSize
 */
export async function evidenceOf(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  ref: string,
  { from }: { readonly from?: number | undefined } = {},
): Promise<Evidence> {
  const stream = linkStream(ref);
  const newest = await newestCheckpoint(pool);
  if (newest === undefined) throw new NothingSigned();
  if (from !== undefined && from > newest.size) throw new UnknownSize('from', from, newest.size);
  const stored = await store.readStream(stream);
  const leaves = await leavesOfStream(pool, stream);
  const signed = stored.flatMap(({ envelope, body }) => {
    const leaf = leaves.get(envelope.revision);
    return leaf === undefined || leaf >= newest.size ? [] : [{ leaf, body }];
  });
  const proofs = signed.map(({ leaf }) => inclusionRanges(leaf, newest.size));
  const steps = from === undefined ? [] : consistencyRanges(from, newest.size);
  const list = new HashList([...proofs.flat(), ...steps]);
  const hashes = await hashesOf(nodesIn(pool), list.ranges);
  const waiting = stored.length - signed.length;
  return {
    format: 'schools-linking-evidence-1',
    link: ref,
    stream,
    events: signed.map((event, at) => ({ ...event, proof: proofs[at]!.map((range) => list.placeOf(range)) })),
    hashes: hashes.map((hash) => hash.toString('base64')),
    checkpoint: newest.note,
    keys: (await ledgerKeys(pool)).map(({ vkey, statement }) => ({
      vkey,
      ...(statement === null ? {} : { statement }),
    })),
    ...(from === undefined
      ? {}
      : { consistency: { from, proof: steps.map((range) => list.placeOf(range)) } }),
    leftOut: [...LEFT_OUT, ...waitingInWords(waiting)],
  };
}

function waitingInWords(waiting: number): readonly string[] {
  if (waiting === 0) return [];
  if (waiting === 1) return ['The last event: it is not signed yet.'];
  return [`The last ${waiting} events: they are not signed yet.`];
}

/** Neighbours share most of their proofs: each subtree's hash is written once. */
class HashList {
  readonly ranges: readonly LeafRange[];
  private readonly places = new Map<string, number>();

  constructor(ranges: readonly LeafRange[]) {
    const once = new Map(ranges.map((range) => [nameOf(range), range]));
    this.ranges = [...once.values()];
    [...once.keys()].forEach((name, place) => this.places.set(name, place));
  }

  placeOf(range: LeafRange): number {
    return this.places.get(nameOf(range))!;
  }
}

const nameOf = ({ begin, end }: LeafRange) => `${begin}-${end}`;
