import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@linking/events/envelope.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Decided } from '@linking/domain/link/decided.js';
import {
  agreed,
  attended,
  heldMeeting,
  plannedMeeting,
  sent,
} from '@linking/domain/link/spec-support/example-link.js';
import { logEvent } from '../tests/support/log-events.js';

/** What is recorded of an ordinary link from its interests to its last day. */
const facts: readonly Decided[] = [
  ...agreed,
  attended('a'),
  attended('b'),
  sent('a'),
  sent('b'),
  plannedMeeting(1, '2026-12-03'),
  heldMeeting(1, '2026-12-03'),
  sent('a', '2027-01-20', 'work'),
  sent('b', '2027-01-22', 'work'),
  plannedMeeting(2, '2027-03-04', '2027-01-25'),
  heldMeeting(2, '2027-03-04'),
  plannedMeeting(3, '2027-05-20', '2027-03-22'),
  heldMeeting(3, '2027-05-20'),
  sent('a', '2027-06-21', 'goodbye'),
  sent('b', '2027-06-22', 'goodbye'),
];

export const FACTS_OF_A_YEAR = facts.length;

/** So many links live through the same year side by side: the first fact of each, then the second of each, and so on. */
export async function writeYear(store: EventStore, links: number): Promise<void> {
  const stories = Array.from({ length: links }, (_, number) => storyOf(`BRD-2026-${100_000 + number}`));
  for (const at of facts.keys()) {
    await Promise.all(
      stories.map(({ ref, events }) => {
        const event = events[at];
        if (event === undefined) throw new Error('The year is shorter than it is long');
        return store.append(`link-${ref}`, at === 0 ? 'no-stream' : at, [event]);
      }),
    );
  }
}

function storyOf(ref: string): { readonly ref: string; readonly events: readonly NewEvent[] } {
  const ids = new Map<string, string>();
  const idOf = (name: string) => {
    const id = ids.get(name) ?? randomUUID();
    ids.set(name, id);
    return id;
  };
  const events = facts.map(({ type, data, occurredOn }) => {
    const said = JSON.stringify({ ...data, ...(type === 'LinkProposed' ? { ref } : {}) });
    const own = said.replace(
      /"((?:head|teacher|class|name|interest)-[ab])"/g,
      (_, name: string) => `"${idOf(name)}"`,
    );
    return logEvent(type, JSON.parse(own), { occurredOn, recordedAt: `${occurredOn}T10:00:00.000Z` });
  });
  return { ref, events };
}
