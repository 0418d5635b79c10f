import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { LogPage } from '../event-store.js';
import type { EventStoreUnderTest } from './event-store-contract.js';
import { sampleEvents } from './sample-event.js';

const PROMPTLY = 1_000;

export function followingContract(stores: () => EventStoreUnderTest): void {
  const store = () => stores().store;
  const revisions = (page: LogPage) => page.events.map(({ envelope }) => envelope.revision);

  it('hands over what is there already, then what comes, also from another process', async () => {
    const stream = `training-${randomUUID()}`;
    const after = await store().head();
    await store().append(stream, 'no-stream', sampleEvents(2));
    const stop = new AbortController();
    const seen: number[] = [];
    const following = store().subscribe({ after, signal: stop.signal }, async (page) => {
      seen.push(...revisions(page));
      if (seen.length === 2) await stores().other.append(stream, 2, sampleEvents(1));
      if (seen.length === 3) await store().append(stream, 3, sampleEvents(2));
      if (seen.length === 5) stop.abort();
    });
    await following;
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('hands over only the prefixes that were asked for', async () => {
    const mark = randomUUID();
    const after = await store().head();
    await store().append(`venue-${mark}`, 'no-stream', sampleEvents(1));
    await store().append(`programme-${mark}`, 'no-stream', sampleEvents(2));
    const stop = new AbortController();
    const streams: string[] = [];
    await store().subscribe({ after, prefixes: ['programme-'], signal: stop.signal }, async ({ events }) => {
      streams.push(...events.map(({ envelope }) => envelope.stream));
      if (streams.length >= 2) stop.abort();
    });
    expect(streams).toEqual([`programme-${mark}`, `programme-${mark}`]);
  });

  it('hands over one page at a time, and every page follows the one before', async () => {
    const mark = randomUUID();
    const after = await store().head();
    for (let number = 1; number <= 3; number += 1) {
      await store().append(`link-${mark}-${number}`, 'no-stream', sampleEvents(400));
    }
    const stop = new AbortController();
    let busy = 0;
    let found = 0;
    let last = after;
    await store().subscribe({ after, signal: stop.signal }, async ({ events, checkpoint }) => {
      busy += 1;
      expect(busy).toBe(1);
      if (last !== null) expect(store().comparePositions(events[0]!.position, last)).toBeGreaterThan(0);
      last = checkpoint;
      found += events.length;
      await setTimeout(5);
      busy -= 1;
      if (found === 1_200) stop.abort();
    });
    expect(found).toBe(1_200);
  });

  it('ends promptly when it is told to while it waits', async () => {
    const stop = new AbortController();
    const after = await store().head();
    const following = store().subscribe({ after, signal: stop.signal }, async () => undefined);
    await setTimeout(20);
    const told = performance.now();
    stop.abort();
    await following;
    expect(performance.now() - told).toBeLessThan(PROMPTLY);
  });

  it('ends at once when it was told to before it began', async () => {
    const calls: LogPage[] = [];
    await store().subscribe({ signal: AbortSignal.abort() }, async (page) => {
      calls.push(page);
    });
    expect(calls).toEqual([]);
  });

  it('ends only after the page at hand is done', async () => {
    const after = await store().head();
    await store().append(`link-${randomUUID()}`, 'no-stream', sampleEvents(1));
    const stop = new AbortController();
    let done = false;
    await store().subscribe({ after, signal: stop.signal }, async () => {
      stop.abort();
      await setTimeout(20);
      done = true;
    });
    expect(done).toBe(true);
  });

  it('rejects when the page cannot be handled', async () => {
    const after = await store().head();
    await store().append(`link-${randomUUID()}`, 'no-stream', sampleEvents(1));
    const following = store().subscribe({ after, signal: new AbortController().signal }, async () => {
      throw new Error('the read table is gone');
    });
    await expect(following).rejects.toThrow('the read table is gone');
  });
}
