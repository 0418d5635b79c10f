import { EMPTY_ROOT, nodeHash } from './tree-hashes.js';
import { nodesOf, type NodeId } from './tree-shape.js';

export interface TreeNode extends NodeId {
  readonly hash: Buffer;
}

/** The hash over complete subtrees from the left, the last joined first; of nothing it is the empty root. */
export function rootOf(hashes: readonly Uint8Array[]): Buffer {
  if (hashes.length === 0) return EMPTY_ROOT;
  return Buffer.from(hashes.reduceRight((right, left) => nodeHash(left, right)));
}

/**
 * A tree that only grows, known by its edge alone: the hashes of the complete subtrees that its leaves are made of
 * (a compact range). A leaf costs at most log n hashes, one on average.
 */
export class GrowingTree {
  private readonly edge: Buffer[];

  /** @param edge hashes of `nodesOf({ begin: 0, end: size })` */
  constructor(
    private leaves = 0,
    edge: readonly Buffer[] = [],
  ) {
    const wanted = nodesOf({ begin: 0, end: leaves }).length;
    if (edge.length !== wanted) {
      throw new RangeError(
        `A tree of ${leaves} leaves has an edge of ${wanted} hashes, not of ${edge.length}`,
      );
    }
    this.edge = [...edge];
  }

  get size(): number {
    return this.leaves;
  }

  root(): Buffer {
    return rootOf(this.edge);
  }

  /** Adds a leaf and hands over each node above it that is complete now, lowest first. */
  add(leaf: Buffer, completed?: (node: TreeNode) => void): void {
    let hash = leaf;
    let index = this.leaves;
    for (let level = 1; index % 2 === 1; level += 1) {
      hash = nodeHash(this.edge.pop()!, hash);
      index = (index - 1) / 2;
      completed?.({ level, index, hash });
    }
    this.edge.push(hash);
    this.leaves += 1;
  }
}
