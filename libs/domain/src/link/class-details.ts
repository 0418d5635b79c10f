import type { CommandOf, Occasion } from './commands.js';
import { fact, note, sameContent, type Decided } from './decided.js';
import type { Link } from './link.js';

/** A class is renamed, grows or becomes a mixed one; only what changed is written down. */
export function changeClassDetails(
  { side, classNameId, yearGroups, pupilCount }: CommandOf<'ChangeClassDetails'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const known = link.sides[side];
  const changed = {
    ...(classNameId === undefined || classNameId === known.classNameId ? {} : { classNameId }),
    ...(yearGroups === undefined || sameContent(yearGroups, known.yearGroups) ? {} : { yearGroups }),
    ...(pupilCount === undefined || pupilCount === known.pupilCount ? {} : { pupilCount }),
  };
  if (Object.keys(changed).length === 0) return [];
  return [fact(occasion, 'ClassDetailsChanged', { side, ...changed, ...note(occasion) })];
}
