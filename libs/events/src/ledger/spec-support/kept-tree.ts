import { GrowingTree } from '../growing-tree.js';
import type { ReadNodes } from '../proofs.js';

/** A tree whose nodes are kept in memory. */
export interface KeptTree {
  readonly tree: GrowingTree;
  readonly read: ReadNodes;
  add(leaf: Buffer): void;
}

export function keptTree(leaves: readonly Buffer[] = []): KeptTree {
  const tree = new GrowingTree();
  const nodes = new Map<string, Buffer>();
  const kept: KeptTree = {
    tree,
    add(leaf) {
      nodes.set(`0/${tree.size}`, leaf);
      tree.add(leaf, ({ level, index, hash }) => nodes.set(`${level}/${index}`, hash));
    },
    async read(wanted) {
      return wanted.map(({ level, index }) => {
        const hash = nodes.get(`${level}/${index}`);
        if (hash === undefined) throw new Error(`Node ${index} of level ${level} is not kept`);
        return hash;
      });
    },
  };
  leaves.forEach((leaf) => kept.add(leaf));
  return kept;
}
