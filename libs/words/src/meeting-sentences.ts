import type { MeetingHeld, MeetingPlanned, Side } from '@linking/events/link/link-events.js';
import type { HistoryNames } from './history-names.js';
import { codeText, listText } from './link-terms.js';

interface Place {
  readonly mode: 'in-person' | 'virtual';
  readonly venueId?: string;
  readonly hostSide?: Side;
}

/** `Cliffe Castle Museum`, `at Brook Lane Primary`, `online`. */
export function placeText(
  place: Place,
  school: (side: Side) => string,
  names: Pick<HistoryNames, 'venue'>,
): string {
  if (place.mode === 'virtual') return 'online';
  if (place.venueId !== undefined) return names.venue(place.venueId) ?? 'a venue of the programme';
  return place.hostSide === undefined ? 'place not recorded' : `at ${school(place.hostSide)}`;
}

export function meetingPlanDetails(
  plan: MeetingPlanned,
  school: (side: Side) => string,
  names: Pick<HistoryNames, 'venue'>,
): string {
  const place = placeText(plan, school, names);
  const doing = plan.activities.length === 0 ? '' : ` ${activitiesText(plan.activities)}.`;
  return `${first(place)}, ${plan.startsAt} to ${plan.endsAt}. ${plan.pupilsExpected} pupils expected.${doing}`;
}

export function meetingHeldDetails(
  held: MeetingHeld,
  school: (side: Side) => string,
  names: Pick<HistoryNames, 'venue'>,
): readonly string[] {
  const { pupilsA, pupilsB, adultsA, adultsB, riskAssessment, keyQuestions } = held;
  const unconfirmed = (['a', 'b'] as const).filter((side) => riskAssessment[side] !== 'confirmed');
  return [
    `${first(placeText(held, school, names))}. ${pupilsA} pupils of ${school('a')} and ${pupilsB} of ${school('b')}, with ${adultsA} and ${adultsB} adults.`,
    held.collaborative
      ? 'The children worked in mixed groups.'
      : 'The children did not work in mixed groups.',
    ...(keyQuestions.length === 0 ? [] : [`Key questions ${listText(keyQuestions)}.`]),
    ...(unconfirmed.length === 0 || held.mode === 'virtual'
      ? []
      : [
          `Risk assessment of ${listText(unconfirmed.map(school))}: ${listText(unconfirmed.map((side) => codeText(riskAssessment[side])))}.`,
        ]),
  ];
}

const activitiesText = (codes: readonly string[]) => first(listText(codes.map(codeText)));
const first = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
