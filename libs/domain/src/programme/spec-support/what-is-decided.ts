import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../../refusal.js';
import type { ProgrammeCommand } from '../commands.js';
import { decideProgramme } from '../decide-programme.js';
import { after, bradford } from './example-programme.js';

export const proposed: ProgrammeEvent = { type: 'ProgrammeProposed', data: bradford };
export const began: ProgrammeEvent = { type: 'ProgrammeJoined', data: bradford };
export const amina: ProgrammeEvent = {
  type: 'CoordinatorAppointed',
  data: { userId: 'amina', from: '2026-09-01' },
};

export const decided = (given: readonly ProgrammeEvent[], command: ProgrammeCommand) =>
  decideProgramme(command, after(given));

/** Code, sentence and what to do next. */
export function refused(given: readonly ProgrammeEvent[], command: ProgrammeCommand) {
  try {
    return { accepted: decided(given, command) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.sentence, error.more.nextStep];
  }
}
