import { isEnteredLate } from './late-entries.js';
import type { Entry } from './link.js';

/** What somebody who looks a history over looks for first. */
export type AuditMark = 'correction' | 'void' | 'override' | 'late';

/**
 * The marks of an entry. What was corrected, voided or overridden was so, also when that entry was voided later; late are
 * only entries that count.
 */
export function marksOf(entry: Entry): readonly AuditMark[] {
  const { type } = entry.event;
  return [
    ...(type === 'EntryCorrected' ? ['correction' as const] : []),
    ...(type === 'EntryVoided' ? ['void' as const] : []),
    ...(type === 'GuardOverridden' ? ['override' as const] : []),
    ...(!entry.voided && isEnteredLate(entry) ? ['late' as const] : []),
  ];
}

/** How many entries have each mark. */
export function countMarks(entries: readonly Entry[]): Readonly<Record<AuditMark, number>> {
  const counts = { correction: 0, void: 0, override: 0, late: 0 };
  for (const mark of entries.flatMap(marksOf)) counts[mark] += 1;
  return counts;
}
