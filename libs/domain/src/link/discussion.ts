import type { CommandOf, Occasion } from './commands.js';
import { fact, note, type Decided } from './decided.js';
import type { Link } from './link.js';

/** A call or a talk: what was said, and the new day for a step when one was agreed. Nothing said is nothing recorded. */
export function recordDiscussion(
  { about, newTarget }: CommandOf<'RecordDiscussion'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const known = about !== undefined && link.newTargets[about] === newTarget;
  if (occasion.noteId === undefined && (newTarget === undefined || known)) return [];
  return [
    fact(occasion, 'DiscussionRecorded', {
      ...(about === undefined ? {} : { about }),
      ...(newTarget === undefined ? {} : { newTarget }),
      ...note(occasion),
    }),
  ];
}
