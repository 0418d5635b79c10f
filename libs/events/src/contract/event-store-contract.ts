import type { EventStore } from '../event-store.js';
import { EventStoreUnavailableError } from '../event-store-errors.js';
import { appendingContract } from './appending-contract.js';
import { concurrencyContract } from './concurrency-contract.js';
import { followingContract } from './following-contract.js';
import { readingContract } from './reading-contract.js';
import { sampleEvents } from './sample-event.js';

export interface EventStoreUnderTest {
  readonly store: EventStore;
  /** The same log as another process sees it; where there is no other process, the same store. */
  readonly other: EventStore;
  /** Whether the log notices the id of an event when it comes again in another stream. */
  readonly sameIdElsewhere: 'refused' | 'unnoticed';
  /** Closes what `make` opened, the stores included. */
  close(): Promise<void>;
}

/** What every adapter promises. `make` opens an empty log of its own each time. */
export function describeEventStore(name: string, make: () => Promise<EventStoreUnderTest>): void {
  describe(name, () => {
    let opened: EventStoreUnderTest;
    beforeAll(async () => {
      opened = await make();
    });
    afterAll(() => opened.close());
    const stores = () => opened;

    it('has no head, no events and no checkpoint while it is empty', async () => {
      expect(await opened.store.head()).toBeNull();
      expect(await opened.store.readAll({ limit: 10 })).toEqual({ events: [], checkpoint: null });
      expect(await opened.store.readAll({ prefixes: ['link-'], limit: 10 })).toEqual({
        events: [],
        checkpoint: null,
      });
    });

    it('answers a ping', async () => {
      await expect(opened.store.ping()).resolves.toBeUndefined();
    });

    describe('appending', () => appendingContract(stores));
    describe('reading', () => readingContract(stores));
    describe('following', () => followingContract(stores));
    describe('many at once', () => concurrencyContract(stores));

    describe('closing', () => {
      it('ends subscriptions, and is not available afterwards', async () => {
        const own = await make();
        const following = own.store.subscribe(
          { signal: new AbortController().signal },
          async () => undefined,
        );
        const lastAppend = own.store.append('link-last', 'no-stream', sampleEvents(1));
        await own.store.close();
        await expect(lastAppend).resolves.toMatchObject({ revision: 1 });
        await expect(following).resolves.toBeUndefined();
        await expect(own.store.append('link-late', 'no-stream', sampleEvents(1))).rejects.toThrow(
          EventStoreUnavailableError,
        );
        await expect(own.store.ping()).rejects.toThrow(EventStoreUnavailableError);
        await own.close();
      });
    });
  });
}
