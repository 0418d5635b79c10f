import { randomUUID } from 'node:crypto';
import type { EventStore, StoredEvent } from '../event-store.js';
import type { EventStoreUnderTest } from './event-store-contract.js';
import { sampleEvents } from './sample-event.js';

export function readingContract(stores: () => EventStoreUnderTest): void {
  const store = () => stores().store;
  const mark = randomUUID();
  const link = `link-${mark}`;
  const school = `interest-${mark}`;
  let before: string | null;

  beforeAll(async () => {
    before = await store().head();
    await store().append(link, 'no-stream', sampleEvents(3));
    await store().append(school, 'no-stream', sampleEvents(2));
    await store().append(link, 3, sampleEvents(4));
  });

  const places = (events: readonly StoredEvent[]) =>
    events.map(({ envelope }) => `${envelope.stream.split('-')[0]} ${envelope.revision}`);
  const revisions = (events: readonly StoredEvent[]) => events.map(({ envelope }) => envelope.revision);

  it('an unknown stream is empty', async () => {
    expect(await store().readStream(`link-${randomUUID()}`)).toEqual([]);
    expect(await store().readStream(`link-${randomUUID()}`, { backwards: true, limit: 1 })).toEqual([]);
  });

  it('a name that only begins like that of a stream is another stream', async () => {
    expect(await store().readStream('link-')).toEqual([]);
    expect(await store().readStream(`${link}%`)).toEqual([]);
  });

  it('reads a stream from a revision, up to a number of events', async () => {
    expect(revisions(await store().readStream(link, { from: 3 }))).toEqual([3, 4, 5, 6, 7]);
    expect(revisions(await store().readStream(link, { from: 2, limit: 2 }))).toEqual([2, 3]);
    expect(revisions(await store().readStream(link, { from: 8 }))).toEqual([]);
  });

  it('reads a stream backwards', async () => {
    expect(revisions(await store().readStream(link, { backwards: true }))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(revisions(await store().readStream(link, { backwards: true, limit: 1 }))).toEqual([7]);
    expect(revisions(await store().readStream(link, { backwards: true, from: 3, limit: 2 }))).toEqual([3, 2]);
    expect(revisions(await store().readStream(link, { backwards: true, from: 99, limit: 1 }))).toEqual([7]);
  });

  it('reads the whole log in the order of the appends, after a position, page by page', async () => {
    const all = await pages(store(), { after: before });
    expect(places(all)).toEqual([
      'link 1',
      'link 2',
      'link 3',
      'interest 1',
      'interest 2',
      'link 4',
      'link 5',
      'link 6',
      'link 7',
    ]);
    const inSmallPages = await pages(store(), { after: before, limit: 2 });
    expect(inSmallPages).toEqual(all);
    expect(await store().head()).toBe(all.at(-1)!.position);
  });

  it('reads from the beginning without a position', async () => {
    const { events } = await store().readAll({ limit: 1 });
    const alike = await store().readAll({ after: null, limit: 1 });
    expect(events).toHaveLength(1);
    expect(alike.events).toEqual(events);
  });

  it('gives only streams with one of the prefixes', async () => {
    expect(places(await pages(store(), { after: before, prefixes: ['interest-'] }))).toEqual([
      'interest 1',
      'interest 2',
    ]);
    expect(await pages(store(), { after: before, prefixes: ['link-', 'interest-'], limit: 4 })).toEqual(
      await pages(store(), { after: before }),
    );
    expect(await pages(store(), { after: before, prefixes: [link, 'venue-'], limit: 3 })).toHaveLength(7);
    expect(await pages(store(), { after: before, prefixes: ['lin_-', 'link%', 'ink-'] })).toEqual([]);
    expect(await pages(store(), { after: before, prefixes: [] })).toEqual([]);
  });

  it('a full page ends at its last event, a last one passes over unwanted events up to the head', async () => {
    const full = await store().readAll({ after: before, prefixes: ['interest-'], limit: 2 });
    expect(full.checkpoint).toBe(full.events.at(-1)!.position);
    const last = await store().readAll({ after: before, prefixes: ['interest-'], limit: 3 });
    expect(last.checkpoint).toBe(await store().head());
    const none = await store().readAll({ after: before, prefixes: ['venue-nobody'], limit: 3 });
    expect(none).toEqual({ events: [], checkpoint: await store().head() });
  });

  it('stays at its checkpoint when there is nothing new', async () => {
    const after = await store().head();
    expect(await store().readAll({ after, limit: 5 })).toEqual({ events: [], checkpoint: after });
    expect(await store().readAll({ after, prefixes: ['link-'], limit: 5 })).toEqual({
      events: [],
      checkpoint: after,
    });
  });

  it('compares positions by their place in the log, not by their text', async () => {
    const all = await pages(store(), { after: null, limit: 100 });
    const shuffled = all.map(({ position }) => position).sort();
    expect(shuffled.sort((a, b) => store().comparePositions(a, b))).toEqual(
      all.map(({ position }) => position),
    );
    expect(store().comparePositions(all[0]!.position, all[0]!.position)).toBe(0);
  });
}

/** Pages through the log until a page is not full. */
export async function pages(
  store: EventStore,
  { after = null, prefixes, limit = 100 }: { after?: string | null; prefixes?: string[]; limit?: number },
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for (let from = after; ;) {
    const page = await store.readAll({ after: from, limit, ...(prefixes && { prefixes }) });
    found.push(...page.events);
    if (page.events.length < limit) return found;
    from = page.checkpoint;
  }
}
