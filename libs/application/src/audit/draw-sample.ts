import { hash } from 'node:crypto';
import type { Queryable } from '@linking/projections/projection.js';

/** Which links a sample is drawn from. */
export interface SampleFrame {
  readonly year: string;
  /** Slug; all programmes when absent. */
  readonly programme?: string;
  /** Size of a checkpoint: only links of which the first event is among so many events of the log. */
  readonly upTo: number;
}

/** References of the links to draw from, in their order. A link belongs to one programme, so it is in the frame of one. */
export async function linksToDrawFrom(db: Queryable, frame: SampleFrame): Promise<readonly string[]> {
  const { rows } = await db.query<{ ref: string }>(
    `select b.ref from link_board b
     join ledger_leaves l on l.stream = 'link-' || b.ref and l.revision = 1 and l.leaf < $3
     where b.year = $1 and ($2::text is null or b.programme = $2) order by b.ref collate "C"`,
    [frame.year, frame.programme ?? null, frame.upTo],
  );
  return rows.map(({ ref }) => ref);
}

export interface Drawn {
  readonly ref: string;
  /** SHA-256 of the seed and the reference behind it, hex. */
  readonly hash: string;
}

/** The links with the lowest SHA-256 of seed and reference: whoever knows seed and references draws the same. */
export function drawSample(refs: readonly string[], seed: string, count: number): readonly Drawn[] {
  return refs
    .map((ref) => ({ ref, hash: hash('sha256', seed + ref) }))
    .toSorted((x, y) => (x.hash < y.hash ? -1 : 1))
    .slice(0, count);
}
