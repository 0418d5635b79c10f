import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import { Refusal } from '../refusal.js';
import type { InterestCommandOf } from './decide-interest.js';
import type { Interest } from './interest.js';

type Note = { readonly noteId?: string };

/** The national office found a programme for it. Throws INTEREST_ALREADY_PLACED when another one has it. */
export function placeInterest(
  { programme }: InterestCommandOf<'PlaceInterest'>,
  interest: Interest,
  note: Note,
): readonly InterestEvent[] {
  if (interest.programme === programme) return [];
  if (interest.programme !== '') {
    throw new Refusal('INTEREST_ALREADY_PLACED', 'Another programme has this interest already.', {
      nextStep: 'Hand it over, with the reason.',
    });
  }
  checkWaits(interest);
  return [{ type: 'InterestRouted', data: { programme, ...note } }];
}

/** Handed to the same programme twice is once. A class in a link belongs to that link's programme. */
export function handOver(
  { programme, reasonCode }: InterestCommandOf<'HandOverInterest'>,
  interest: Interest,
  note: Note,
): readonly InterestEvent[] {
  if (interest.programme === programme) return [];
  if (interest.programme === '') {
    throw new Refusal('INTEREST_NOT_PLACED', 'No programme has this interest yet.', {
      nextStep: 'Place it with a programme.',
    });
  }
  checkWaits(interest);
  const handed = { from: interest.programme, to: programme, reasonCode, ...note };
  return [{ type: 'InterestHandedOver', data: handed }];
}

/** Looked at, and left where it is. Each look has its reason, so it is kept as often as it is said. */
export function keepInterest(
  { reasonCode }: InterestCommandOf<'KeepInterest'>,
  interest: Interest,
  note: Note,
): readonly InterestEvent[] {
  checkWaits(interest);
  return [{ type: 'InterestKept', data: { reasonCode, ...note } }];
}

export function declineInterest(
  { reasonCode }: InterestCommandOf<'DeclineInterest'>,
  interest: Interest,
  note: Note,
): readonly InterestEvent[] {
  if (interest.declined) return [];
  checkWaits(interest);
  return [{ type: 'InterestDeclined', data: { reasonCode, ...note } }];
}

function checkWaits(interest: Interest): void {
  const paired = [...new Set(interest.classes.flatMap(({ linkRefs }) => linkRefs))];
  if (paired.length > 0) {
    throw new Refusal('CLASS_ALREADY_PAIRED', `A class of this interest is in ${paired.join(' and ')}.`, {
      nextStep: 'End that link first, or leave the interest where it is.',
    });
  }
  if (!interest.withdrawn && !interest.declined) return;
  const what = interest.declined ? 'declined' : 'withdrawn by the school';
  throw new Refusal('INTEREST_WITHDRAWN', `This interest was ${what}.`, {
    nextStep: 'Record a new interest when the school asks again.',
  });
}
