import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { addDays } from '../calendar/london.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { ProgrammeCommand } from './commands.js';
import type { Appointment, Programme } from './programme.js';

type Appoint = Extract<ProgrammeCommand, { readonly type: 'AppointCoordinator' }>;
type End = Omit<Extract<ProgrammeCommand, { readonly type: 'EndCoordinator' }>, 'type'>;

/** With whoever hands over: her last day is the day before. */
export function appointCoordinator(
  { userId, from, insteadOf }: Appoint,
  programme: Programme,
): readonly ProgrammeEvent[] {
  if (insteadOf === userId) {
    throw new Refusal('HANDS_OVER_TO_HERSELF', 'Nobody hands over to herself.', {
      nextStep: 'Choose who hands over, or nobody.',
    });
  }
  const ended =
    insteadOf === undefined ? [] : endCoordinator({ userId: insteadOf, until: addDays(from, -1) }, programme);
  const known = appointmentOf(programme, userId);
  const stands = known !== undefined && known.from === from && known.until === undefined;
  return [...ended, ...(stands ? [] : [{ type: 'CoordinatorAppointed' as const, data: { userId, from } }])];
}

export function endCoordinator({ userId, until }: End, programme: Programme): readonly ProgrammeEvent[] {
  const known = appointmentOf(programme, userId);
  if (known === undefined) {
    throw new Refusal('NOT_COORDINATOR', `She is not a coordinator of ${programme.name}.`, {
      nextStep: 'Choose one of its coordinators.',
    });
  }
  if (known.until === until) return [];
  if (until < addDays(known.from, -1)) {
    throw new Refusal('END_BEFORE_START', `She began on ${dayAndMonth(known.from)}.`, {
      nextStep: 'Choose that day or a later one.',
    });
  }
  return [{ type: 'CoordinatorEnded', data: { userId, until } }];
}

const appointmentOf = ({ coordinators }: Programme, userId: string): Appointment | undefined =>
  coordinators.find((it) => it.userId === userId);
