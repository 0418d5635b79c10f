import { Refusal } from '../refusal.js';
import type { CommandOf, ContinuedLink, Occasion, Propose } from './commands.js';
import { fact, type Decided } from './decided.js';
import { otherSide, type Link } from './link.js';
import { wasSaid } from './was-said.js';

/**
 * A link continues one that a school left: one of its two classes stayed there. Nothing passes over but this reference;
 * both schools sign anew.
 */
export function checkContinuation({ a, b, year, surroundings: { continued } }: Propose): void {
  if (continued === undefined) return;
  const { ref, continuedAs } = continued;
  const stayed = stayedIn(continued);
  if (continued.year !== year) {
    throw new Refusal('DIFFERENT_YEARS', `${ref} is a link of ${continued.year}, not of ${year}.`, {
      nextStep: 'Propose the link without continuing it.',
    });
  }
  if (continuedAs !== undefined) {
    throw new Refusal('LINK_CONTINUED', `${ref} goes on as ${continuedAs} already.`, {
      nextStep: `If ${continuedAs} comes to nothing, record that there first.`,
    });
  }
  if (stayed !== a.classId && stayed !== b.classId) {
    throw new Refusal('NO_CLASS_STAYED', `Neither of these classes is the one that stayed in ${ref}.`, {
      nextStep: 'Choose the class whose partner withdrew.',
    });
  }
}

/** The class that waits for another partner. */
function stayedIn({ ref, withdrew, classes }: ContinuedLink): string {
  if (withdrew === undefined) {
    throw new Refusal('NOBODY_WITHDREW', `No school has left ${ref}.`, {
      nextStep: 'Record there first that a school withdraws.',
    });
  }
  if (withdrew === 'both') {
    throw new Refusal('NO_CLASS_STAYED', `Both schools left ${ref}, so no class of it goes on.`, {
      nextStep: 'Propose the link without continuing it.',
    });
  }
  return classes[otherSide(withdrew)];
}

/** Carried over from the new link: the class that stayed goes on there. */
export function reBroker(
  { newLinkRef, lastCameToNothing }: CommandOf<'ReBroker'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (wasSaid(link, 'LinkReBrokered', { newLinkRef })) return [];
  const { ref, withdrew, continuedAs } = link;
  if (withdrew === undefined || withdrew === 'both') {
    throw new Refusal('NOBODY_WITHDREW', `${newLinkRef} cannot continue ${ref}, which no school has left.`, {
      nextStep: `Record in ${ref} that the school withdrew, or in ${newLinkRef} that the link is not formed.`,
    });
  }
  if (continuedAs !== undefined && !lastCameToNothing) {
    throw new Refusal(
      'LINK_CONTINUED',
      `${ref} goes on as ${continuedAs}, so not as ${newLinkRef} as well.`,
      {
        nextStep: 'Decide which of the two links stands.',
      },
    );
  }
  return [fact(occasion, 'LinkReBrokered', { remainingSide: otherSide(withdrew), newLinkRef })];
}

/** A withdrawal stands as long as another link rests on it. */
export function checkGoesOn({ withdrew }: Link, newLinkRef: string): void {
  if (withdrew !== undefined) return;
  throw new Refusal(
    'LINK_CONTINUED',
    `The class that stayed goes on in ${newLinkRef}, so the withdrawal stands.`,
    {
      nextStep: 'Bring the two classes together again in a new link.',
    },
  );
}
