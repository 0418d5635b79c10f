import type { ProgrammeEvent, ProgrammeEventData } from '@linking/events/programme/programme-events.js';
import { addDays } from '../calendar/london.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { Programme } from './programme.js';

/** Longer closures are term dates. */
const LONGEST = 60;

export function declareDisruption(
  disruption: ProgrammeEventData['DisruptionDeclared'],
  programme: Programme,
): readonly ProgrammeEvent[] {
  const { from, to, reasonCode } = disruption;
  if (to < from) {
    throw new Refusal('END_BEFORE_START', `${dayAndMonth(to)} comes before ${dayAndMonth(from)}.`, {
      nextStep: 'Enter the first and the last day.',
    });
  }
  if (to > addDays(from, LONGEST)) {
    throw new Refusal('DISRUPTION_TOO_LONG', `A disruption lasts ${LONGEST} days at most.`, {
      nextStep: 'Enter a longer closure with the term dates.',
    });
  }
  const stands = programme.disruptions.some(
    (it) => !it.lifted && it.from === from && it.to === to && it.reasonCode === reasonCode,
  );
  return stands ? [] : [{ type: 'DisruptionDeclared', data: disruption }];
}

export function liftDisruption(disruptionId: string, programme: Programme): readonly ProgrammeEvent[] {
  const known = programme.disruptions.find((it) => it.disruptionId === disruptionId);
  if (known === undefined) {
    throw new Refusal('DISRUPTION_UNKNOWN', `${programme.name} has no such disruption.`, {
      nextStep: 'Choose one of those on the page of the programme.',
    });
  }
  return known.lifted ? [] : [{ type: 'DisruptionLifted', data: { disruptionId } }];
}
