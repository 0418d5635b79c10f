import type { InterestEvent } from '@linking/events/interest/interest-events.js';

/** A fact of an interest with the London date on which it happened. */
export type DatedInterestEvent = InterestEvent & { readonly occurredOn: string };

/**
 * Since when an interest waits for a first answer of the programme that has it; `undefined` once anybody proposed,
 * declined or noted anything. Handed over, it waits anew.
 */
export const waitingSince = (facts: readonly DatedInterestEvent[]): string | undefined =>
  facts.reduce<string | undefined>((since, fact) => {
    switch (fact.type) {
      case 'InterestReceived':
        return fact.data.expressedOn;
      case 'InterestRouted':
      case 'InterestHandedOver':
        return fact.occurredOn;
      // The school was closed and another one goes on from it: nobody has read the interest for that.
      case 'SchoolSucceeded':
        return since;
      case 'InterestUnplaced':
      case 'InterestKept':
      case 'InterestDeclined':
      case 'InterestHeadChanged':
      case 'ClassOffered':
      case 'OfferedClassChanged':
      case 'ClassWithdrawn':
      case 'ClassPaired':
      case 'ClassReleased':
      case 'InterestWithdrawn':
        return undefined;
    }
  }, undefined);
