import { covers } from './scope.js';
import type { Scope } from './scope.js';

/** The programmes that a list is about: all that may be read, or the one that is asked for if it may be read. */
export function programmesOf(scope: Scope, asked: string | undefined): Scope['programmes'] {
  if (asked === undefined) return scope.programmes;
  return covers(scope, asked) ? [asked] : [];
}
