import { Inject, Injectable } from '@nestjs/common';
import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { readInterest } from '@linking/application/interests/read-interest.js';
import { EVENT_STORE } from '@linking/application/ports.js';
import { classStatus } from '@linking/domain/interest/interest.js';
import { bothSides, otherSide, type Link } from '@linking/domain/link/link.js';
import { distanceKm, milesText } from '@linking/domain/schools/distance.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Side } from '@linking/events/link/link-events.js';
import { shownSoon } from '../http/soon.js';
import { classKey, WaitingClasses, type OfferedClassWords } from '../interests/waiting-classes.js';
import type { AlternativesView } from '../pages/links/link-view.js';
import type { SeenLink } from './link-reader.js';

const OFFERED = 3;

/** Other partners for the classes that a link which came to nothing has given back. */
@Injectable()
export class LinkAlternatives {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(WaitingClasses) private readonly classes: WaitingClasses,
  ) {}

  async of(seen: SeenLink, scope: Scope): Promise<readonly AlternativesView[]> {
    const { link, today } = seen;
    const sides = givenBack(seen);
    if (sides.length === 0 || !seen.mayChange) return [];
    // The workers carry it to the waiting list within moments.
    if (link.closedOn === today) await shownSoon(() => this.#areBack(link, sides));
    const waiting = (await this.classes.list(scope.changes)).filter(
      ({ item }) => item.status === 'waiting' && mayChange(scope, item.programme) && item.programme !== '',
    );
    return sides.flatMap((side) => {
      const free = waiting.find(({ item }) => item.classId === link.sides[side].classId);
      return free === undefined ? [] : [alternativesOf(free, waiting, link)];
    });
  }

  async #areBack(link: Link, sides: readonly Side[]): Promise<boolean> {
    const waiting = await this.classes.list([link.programme]);
    const back = await Promise.all(
      sides.map(async (side) => {
        const { interestId, classId } = link.sides[side];
        const { interest } = await readInterest(this.store, interestId);
        const offered = interest.classes.find((one) => one.classId === classId);
        if (offered === undefined || offered.linkRefs.includes(link.ref)) return false;
        const listed = waiting.find(({ item }) => item.classId === classId);
        return listed === undefined || listed.item.status === classStatus(interest, offered);
      }),
    );
    return back.every(Boolean);
  }
}

/** The sides whose classes a link that ended before its time gives back. */
function givenBack({ link }: SeenLink): readonly Side[] {
  if (link.outcome === 'not-formed') return bothSides;
  // Re-brokered, its class waits again when the next link came to nothing.
  const { withdrew = 'both' } = link;
  return withdrew === 'both' ? [] : [otherSide(withdrew)];
}

function alternativesOf(
  free: OfferedClassWords,
  waiting: readonly OfferedClassWords[],
  link: Link,
): AlternativesView {
  const tried = new Set([link.sides.a.urn, link.sides.b.urn]);
  const others = waiting
    .filter(({ item }) => item.year === free.item.year && !tried.has(item.urn))
    .map((other) => ({
      other,
      km: free.school && other.school ? distanceKm(free.school, other.school) : undefined,
    }))
    .toSorted((x, y) => (x.km ?? Infinity) - (y.km ?? Infinity));
  const from = link.withdrew === undefined ? '' : `&from=${link.ref}`;
  const href = `/links/propose?a=${classKey(free.item)}${from}`;
  return {
    heading: `${free.schoolName}: ${free.words}`,
    choices: others.slice(0, OFFERED).map(({ other, km }) => ({
      href: `${href}&b=${classKey(other.item)}`,
      label: other.schoolName,
      words: `${other.words} · ${km === undefined ? 'distance not known' : milesText(km)}`,
    })),
    all: { href, label: others.length === 0 ? 'Open the choice of partners' : 'See every class that waits' },
  };
}
