import type { DifferenceProfile, SchoolFigures } from '@linking/events/link/link-events.js';
import { mealsOf, type ComparedSchool } from './difference.js';
import { distanceKm } from './distance.js';

/** What is frozen when two schools are brought together: their figures as they were known that day, with source and date. */
export function differenceProfile(
  a: ComparedSchool | undefined,
  b: ComparedSchool | undefined,
): DifferenceProfile {
  // The same kind of meals on both sides, so that the two can be compared for ever.
  const meals = a && b && mealsOf(a, b)?.figure;
  const km = a && b && distanceKm(a, b);
  return {
    a: figuresOf(a, meals),
    b: figuresOf(b, meals),
    ...(km === undefined ? {} : { distanceKm: km }),
  };
}

function figuresOf(school: ComparedSchool | undefined, meals: 'fsm' | 'fsmEver' | undefined): SchoolFigures {
  if (school === undefined) return {};
  const { figures, religiousCharacter, urbanRural } = school;
  const kind = meals ?? (figures.fsmEver === undefined ? ('fsm' as const) : ('fsmEver' as const));
  const [fsm, eal] = [figures[kind], figures.eal];
  const asOf = eal?.asOf ?? fsm?.asOf;
  return {
    ...(fsm === undefined
      ? {}
      : { percentFsm: fsm.value, fsm: { kind, source: fsm.source, asOf: fsm.asOf } }),
    ...(eal === undefined ? {} : { percentEal: eal.value, eal: { source: eal.source, asOf: eal.asOf } }),
    ...(religiousCharacter === undefined ? {} : { religiousCharacter }),
    ...(urbanRural === undefined ? {} : { urbanRural }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
