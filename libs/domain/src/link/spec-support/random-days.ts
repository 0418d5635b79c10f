import { addDays } from '../../calendar/london.js';
import type { Dice } from '../../spec-support/dice.js';

/** The day of a walk through a link's year, with days before and after it. */
export interface Today {
  readonly day: string;
  earlier(dice: Dice): string;
  later(dice: Dice): string;
  /** A day on which something may be said to have happened: mostly today or lately, now and then less exactly. */
  happened(dice: Dice): string;
}

const FIRST = '2026-06-01';
const days = Array.from({ length: 900 }, (_, index) => addDays(FIRST, index));
const LAST = addDays(FIRST, days.length - 1);
const dayAt = (index: number) => days[index < 0 ? 0 : index] ?? LAST;

/** Counted in days from 1 June 2026, before the links of 2026-27 are proposed. */
export const todayAt = (index: number): Today => ({
  day: dayAt(index),
  earlier: (dice) => dayAt(index - 1 - dice.below(60)),
  later: (dice) => dayAt(index + 1 + dice.below(60)),
  happened: (dice) => {
    const way = dice.below(100);
    if (way < 80) return dayAt(index);
    if (way < 94) return dayAt(index - dice.below(40));
    if (way < 98) return dice.of([dayAt(index).slice(0, 7), dayAt(index).slice(0, 4), 'before-import']);
    return dayAt(index + 1 + dice.below(60));
  },
});
