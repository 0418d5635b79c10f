import type { TrainingKind } from '@linking/events/link/link-events.js';
import { closedDaySentence } from '../calendar/closed-day-sentence.js';

/** Something about a session that looks odd and is taken all the same. */
export interface SessionWarning {
  readonly code: 'NOT_A_SCHOOL_DAY' | 'OUTSIDE_WINDOW';
  readonly sentence: string;
}

/** The day on which teachers come: a school day, in the months of the year in which that training helps. */
export function sessionWarnings(session: {
  readonly kind: TrainingKind;
  readonly on: string;
}): readonly SessionWarning[] {
  const closed = closedDaySentence(session.on);
  const { months, sentence } = windowOf(session.kind);
  return [
    ...(closed === undefined ? [] : [{ code: 'NOT_A_SCHOOL_DAY', sentence: closed } as const]),
    ...(months.includes(session.on.slice(5, 7)) ? [] : [{ code: 'OUTSIDE_WINDOW', sentence } as const]),
  ];
}

/** Before the classes exchange work, and before they visit each other. */
function windowOf(kind: TrainingKind): { readonly months: readonly string[]; readonly sentence: string } {
  switch (kind) {
    case 'initial-full':
    case 'initial-half':
      return { months: ['09', '10'], sentence: 'Initial training is usually in September or October.' };
    case 'planning-half':
      return { months: ['01', '02'], sentence: 'The planning half day is usually in January or February.' };
  }
}
