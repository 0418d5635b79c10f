/** A complete subtree of 2^level leaves: the one that begins at leaf index · 2^level. Level 0 are the leaves. */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `begin` up to and without `end`. */
export interface LeafRange {
  readonly begin: number;
  readonly end: number;
}

/**
 * The complete subtrees that a range of leaves is made of, from the left. Ranges of a tree of RFC 9162 begin at a multiple
 * of the largest of them, so that each is used once.
 */
export function nodesOf({ begin, end }: LeafRange): readonly NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = begin; at < end;) {
    let level = 0;
    let leaves = 1;
    while (at % (leaves * 2) === 0 && at + leaves * 2 <= end) {
      level += 1;
      leaves *= 2;
    }
    nodes.push({ level, index: at / leaves });
    at += leaves;
  }
  return nodes;
}

/** The largest power of two below `leaves`: where RFC 9162 splits a tree. */
export function splitOf(leaves: number): number {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
}

/**
 * The subtrees whose hashes prove that leaf `index` is in the tree of `size` leaves, in the order of the proof
 * (PATH, RFC 9162 §2.1.3.1). Throws RangeError when there is no such leaf.
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  checkSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`There is no leaf ${index} in a tree of ${size}`);
  }
  const ranges: LeafRange[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The subtrees whose hashes prove that the tree of `to` leaves goes on from the tree of `from` (PROOF, RFC 9162 §2.1.4.1).
 * Empty for `from` 0 and for equal sizes. Throws RangeError when `from` is the larger.
 */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  checkSize(from);
  checkSize(to);
  if (from > to) throw new RangeError(`A tree of ${to} does not go on from one of ${from}`);
  if (from === 0 || from === to) return [];
  const ranges: LeafRange[] = [];
  let [begin, end] = [0, to];
  while (from < end) {
    const middle = begin + splitOf(end - begin);
    if (from <= middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  // The verifier knows the old root; only a part of it has to be told.
  if (begin > 0) ranges.push({ begin, end });
  return ranges.reverse();
}

function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is not a size of a tree`);
}
