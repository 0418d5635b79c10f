import type { Position } from '@kurrent/kurrentdb-client';

/** Commit and prepare position as `commit/prepare`, so that a checkpoint is one text. */
export function positionText({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

export function readPosition(text: string): Position {
  const [commit, prepare] = text.split('/');
  if (commit === undefined || prepare === undefined)
    throw new RangeError(`${text} is not a position in a log kept in KurrentDB`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** Negative when `a` comes first in the log. */
export function comparePositions(a: string, b: string): number {
  const [left, right] = [readPosition(a), readPosition(b)];
  return order(left.commit, right.commit) || order(left.prepare, right.prepare);
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
