import type { ProgrammeEvent, ProgrammeEventData } from '@linking/events/programme/programme-events.js';
import { sameContent } from '../link/decided.js';
import { checkYear } from './opening-year.js';
import type { Programme } from './programme.js';

type Priorities = ProgrammeEventData['PrioritiesSet'];

export function setPriorities(priorities: Priorities, programme: Programme): readonly ProgrammeEvent[] {
  checkYear(priorities.year);
  const known = prioritiesOf(programme, priorities.year);
  if (sameContent(priorities, known ?? { year: priorities.year, codes: [] })) return [];
  return [{ type: 'PrioritiesSet', data: priorities }];
}

/** What the place asks for in a year, if somebody has said it. */
export const prioritiesOf = (
  { priorities }: Pick<Programme, 'priorities'>,
  year: string,
): Priorities | undefined => priorities.find((it) => it.year === year);
