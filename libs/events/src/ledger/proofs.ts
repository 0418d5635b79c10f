import { rootOf } from './growing-tree.js';
import { consistencyRanges, inclusionRanges, nodesOf, type LeafRange, type NodeId } from './tree-shape.js';

/** Hashes of complete subtrees, in the order asked for. */
export type ReadNodes = (nodes: readonly NodeId[]) => Promise<readonly Buffer[]>;

/** The hash of each range; all the nodes they need are read at once. */
export async function hashesOf(read: ReadNodes, ranges: readonly LeafRange[]): Promise<readonly Buffer[]> {
  const parts = ranges.map(nodesOf);
  const hashes = await read(parts.flat());
  let used = 0;
  return parts.map((nodes) => rootOf(hashes.slice(used, (used += nodes.length))));
}

/** Root of the first `size` leaves. */
export async function treeRoot(read: ReadNodes, size: number): Promise<Buffer> {
  const [root] = await hashesOf(read, [{ begin: 0, end: size }]);
  return root!;
}

export const inclusionProof = (read: ReadNodes, index: number, size: number): Promise<readonly Buffer[]> =>
  hashesOf(read, inclusionRanges(index, size));

export const consistencyProof = (read: ReadNodes, from: number, to: number): Promise<readonly Buffer[]> =>
  hashesOf(read, consistencyRanges(from, to));
