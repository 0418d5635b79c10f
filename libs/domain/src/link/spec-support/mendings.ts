import type { CommandOf } from '../commands.js';
import type { Decided } from '../decided.js';

/** The ids of entries, as `recorded` gives them: the last one of a history, the first or a later one of a type. */
export const lastOf = (history: readonly Decided[]) => `e${history.length}`;
export const indexOf = (history: readonly Decided[], type: Decided['type'], nth = 0) =>
  `e${history.map((it, i) => [it.type, i + 1] as const).filter(([it]) => it === type)[nth]?.[1]}`;
export const correct = (
  eventId: string,
  field: string,
  was: unknown,
  now: unknown,
): CommandOf<'CorrectEntry'> => ({
  type: 'CorrectEntry',
  eventId,
  field,
  was,
  now,
  reasonCode: 'typing',
});
export const voids = (eventId: string, reasonCode = 'wrong-link'): CommandOf<'VoidEntry'> => ({
  type: 'VoidEntry',
  eventId,
  reasonCode,
});
