import { urnText } from '@linking/domain/schools/by-hand.js';
import type { InterestDetails } from '@linking/application/interests/interest-details.js';
import type { NearProgramme } from '@linking/application/programmes/nearest-programmes.js';
import type { School } from '@linking/application/schools/find-schools.js';
import { milesText } from '@linking/domain/schools/distance.js';
import { academicYear, counted, longDay } from '@linking/words/format.js';
import type { UnplacedView } from '../pages/interests/unplaced-page.js';
import { placingActions } from './interest-view-model.js';
import { unplacedText } from './interest-words.js';
import { waitingText } from '@linking/words/waiting-text.js';

export interface UnplacedInterest {
  readonly interest: InterestDetails;
  readonly school: School | undefined;
  readonly near: readonly NearProgramme[];
}

export function unplacedView(
  unplaced: readonly UnplacedInterest[],
  { today, mayPlace }: { readonly today: string; readonly mayPlace: boolean },
): UnplacedView {
  return {
    lead:
      unplaced.length === 0
        ? 'Every interest has its programme.'
        : `${counted(unplaced.length, 'interest lies', 'interests lie')} in no programme’s area, or not in one alone. Please ring each school within 5 working days.`,
    interests: unplaced.map(({ interest, school, near }) => {
      const href = `/interests/${interest.id}`;
      const place = [school?.town, school?.laName, school?.postcode].filter(Boolean).join(', ');
      return {
        id: interest.id,
        school: { href, label: interest.school },
        facts: [
          { key: 'Where', value: place === '' ? urnText(interest.urn) : place },
          { key: 'Why', value: unplacedText(interest.unplacedBecause ?? 'outside-every-area') },
          {
            key: 'Offers',
            value: `${counted(interest.classes.length, 'class', 'classes')}, ${academicYear(interest.year)}`,
          },
          {
            key: 'Waits',
            value: `${waitingText(interest.expressedOn, today)}, since ${longDay(interest.expressedOn)}`,
          },
          { key: 'Nearest', value: nearText(near) },
        ],
        actions: mayPlace ? placingActions(href) : [],
      };
    }),
    empty: { title: 'Nothing to place', sentence: 'Interests from outside every area appear here.' },
  };
}

const nearText = (near: readonly NearProgramme[]) =>
  near.map(({ name, km }) => (km === undefined ? name : `${name} (${milesText(km)})`)).join(' · ');
