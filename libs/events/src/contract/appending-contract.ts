import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import type { NewEvent } from '../envelope.js';
import { CommandIdReused, ConcurrencyError, EventTooLargeError } from '../event-store-errors.js';
import { MAX_EVENT_BYTES, MAX_EVENTS_PER_APPEND } from '../event-store.js';
import type { EventStoreUnderTest } from './event-store-contract.js';
import { sampleEvent, sampleEvents } from './sample-event.js';

/** An event whose canonical text at revision 1 of the stream has exactly so many bytes. */
function eventOfBytes(stream: string, bytes: number): NewEvent {
  const id = randomUUID();
  const empty = canonicalJson({ ...sampleEvent(id, 0, { text: '' }), stream, revision: 1 });
  return sampleEvent(id, 0, { text: 'x'.repeat(bytes - Buffer.byteLength(empty)) });
}

export function appendingContract(stores: () => EventStoreUnderTest): void {
  const store = () => stores().store;
  const newStream = () => `link-${randomUUID()}`;

  it('gives the first event of a stream revision 1 and counts on from there', async () => {
    const stream = newStream();
    const first = await store().append(stream, 'no-stream', sampleEvents(1));
    const second = await store().append(stream, 1, sampleEvents(3));
    expect(first).toMatchObject({ revision: 1, repeated: false });
    expect(second).toMatchObject({ revision: 4, repeated: false });
    expect(store().comparePositions(first.position, second.position)).toBeLessThan(0);
    expect((await store().readStream(stream)).map(({ envelope }) => envelope.revision)).toEqual([1, 2, 3, 4]);
  });

  it('keeps the canonical text of the envelope, with stream and revision, and gives back those very bytes', async () => {
    const stream = newStream();
    const event = sampleEvent(randomUUID(), 0, {
      b: 1,
      a: undefined,
      names: ['Ærø', '學校', '👩🏽‍🏫', '\u0000\n"\\'],
    });
    const { position } = await store().append(stream, 'no-stream', [event]);
    const [stored] = await store().readStream(stream);
    expect(stored!.body).toBe(canonicalJson({ ...event, stream, revision: 1 }));
    expect(stored!.envelope).toEqual({
      ...event,
      stream,
      revision: 1,
      data: { b: 1, names: ['Ærø', '學校', '👩🏽‍🏫', '\u0000\n"\\'] },
    });
    expect(stored!.position).toBe(position);
    expect(await stores().other.readStream(stream)).toEqual([stored]);
  });

  it('takes any name of a stream that people could type', async () => {
    const stream = `venue-Ysgol “Bryn Coch” {a,b} \\ 學校 👩🏽‍🏫 ${randomUUID()}`;
    await store().append(stream, 'no-stream', sampleEvents(1));
    expect((await store().readStream(stream))[0]!.envelope.stream).toBe(stream);
  });

  it('refuses to create a stream that is there already, and says where it stands', async () => {
    const stream = newStream();
    await store().append(stream, 'no-stream', sampleEvents(2));
    const refused = store().append(stream, 'no-stream', sampleEvents(1));
    await expect(refused).rejects.toThrow(ConcurrencyError);
    await expect(refused).rejects.toMatchObject({ stream, expected: 'no-stream', actual: 2 });
  });

  it.each([
    ['older', 1],
    ['later', 3],
  ])('refuses an append on an %s revision and writes nothing', async (_which, expected) => {
    const stream = newStream();
    await store().append(stream, 'no-stream', sampleEvents(2));
    await expect(store().append(stream, expected, sampleEvents(1))).rejects.toMatchObject({
      name: 'ConcurrencyError',
      expected,
      actual: 2,
    });
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('says that an unknown stream stands at 0', async () => {
    await expect(store().append(newStream(), 5, sampleEvents(1))).rejects.toMatchObject({ actual: 0 });
  });

  it('answers a repeated append like the first one, however far the stream has moved on', async () => {
    const stream = newStream();
    const events = sampleEvents(3);
    const first = await store().append(stream, 'no-stream', events);
    await store().append(stream, 3, sampleEvents(2));
    expect(await store().append(stream, 'no-stream', events)).toEqual({ ...first, repeated: true });
    expect(await stores().other.append(stream, 'no-stream', events)).toEqual({ ...first, repeated: true });
    expect(await store().readStream(stream)).toHaveLength(5);
  });

  it('writes an append once that is sent twice at the same moment', async () => {
    const stream = newStream();
    const events = sampleEvents(2);
    const answers = await Promise.all([
      store().append(stream, 'no-stream', events),
      store().append(stream, 'no-stream', events),
      stores().other.append(stream, 'no-stream', events),
    ]);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('refuses the id of an earlier event with other content', async () => {
    const stream = newStream();
    const id = randomUUID();
    await store().append(stream, 'no-stream', [sampleEvent(id, 0, { pupils: 28 })]);
    const refused = store().append(stream, 'no-stream', [sampleEvent(id, 0, { pupils: 29 })]);
    await expect(refused).rejects.toThrow(CommandIdReused);
    await expect(refused).rejects.toMatchObject({ stream, eventId: sampleEvent(id, 0).id });
    expect(await store().readStream(stream)).toHaveLength(1);
  });

  it('refuses the id of an earlier event at another revision', async () => {
    const stream = newStream();
    const events = sampleEvents(1);
    await store().append(stream, 'no-stream', events);
    await expect(store().append(stream, 1, events)).rejects.toThrow(CommandIdReused);
    await store().append(stream, 1, sampleEvents(1));
    await expect(store().append(stream, 2, [...sampleEvents(1), ...events])).rejects.toThrow(CommandIdReused);
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('keeps to what it says of the same id in another stream', async () => {
    const events = sampleEvents(1);
    await store().append(newStream(), 'no-stream', events);
    const elsewhere = newStream();
    const again = store().append(elsewhere, 'no-stream', events);
    switch (stores().sameIdElsewhere) {
      case 'refused':
        await expect(again).rejects.toThrow(CommandIdReused);
        expect(await store().readStream(elsewhere)).toEqual([]);
        break;
      case 'unnoticed':
        expect(await again).toMatchObject({ revision: 1, repeated: false });
    }
  });

  it('refuses an append of which only a part was appended before', async () => {
    const stream = newStream();
    const id = randomUUID();
    await store().append(stream, 'no-stream', sampleEvents(2, id));
    await expect(store().append(stream, 'no-stream', sampleEvents(3, id))).rejects.toThrow(CommandIdReused);
    await expect(store().append(stream, 2, [...sampleEvents(1), ...sampleEvents(2, id)])).rejects.toThrow(
      CommandIdReused,
    );
    expect(await store().readStream(stream)).toHaveLength(2);
  });

  it('takes the first part of an earlier append for a repeat of that part', async () => {
    const stream = newStream();
    const events = sampleEvents(3);
    await store().append(stream, 'no-stream', events);
    expect(await store().append(stream, 'no-stream', events.slice(0, 2))).toMatchObject({
      revision: 2,
      repeated: true,
    });
  });

  it('refuses the same id twice in one append', async () => {
    const stream = newStream();
    const [event] = sampleEvents(1);
    await expect(store().append(stream, 'no-stream', [event!, event!])).rejects.toThrow(CommandIdReused);
    expect(await store().readStream(stream)).toEqual([]);
  });

  it('a conflict does not touch the appends that are committed with it', async () => {
    const streams = Array.from({ length: 6 }, newStream);
    await store().append(streams[2]!, 'no-stream', sampleEvents(1));
    const answers = await Promise.allSettled(
      streams.map((stream) => store().append(stream, 'no-stream', sampleEvents(2))),
    );
    expect(answers.map(({ status }) => status)).toEqual(
      streams.map((_, index) => (index === 2 ? 'rejected' : 'fulfilled')),
    );
    const lengths = await Promise.all(
      streams.map(async (stream) => (await store().readStream(stream)).length),
    );
    expect(lengths).toEqual([2, 2, 1, 2, 2, 2]);
  });

  it('takes an event of exactly 256 KiB and refuses one byte more', async () => {
    const stream = newStream();
    await expect(
      store().append(stream, 'no-stream', [eventOfBytes(stream, MAX_EVENT_BYTES + 1)]),
    ).rejects.toMatchObject({
      name: 'EventTooLargeError',
      bytes: MAX_EVENT_BYTES + 1,
      limit: MAX_EVENT_BYTES,
    });
    await store().append(stream, 'no-stream', [eventOfBytes(stream, MAX_EVENT_BYTES)]);
    const [stored] = await store().readStream(stream);
    expect(Buffer.byteLength(stored!.body)).toBe(MAX_EVENT_BYTES);
  });

  it('takes 500 events in one append, in their order, and refuses 501', async () => {
    const stream = newStream();
    await expect(
      store().append(stream, 'no-stream', sampleEvents(MAX_EVENTS_PER_APPEND + 1)),
    ).rejects.toThrow(EventTooLargeError);
    const events = sampleEvents(MAX_EVENTS_PER_APPEND);
    const { revision, position } = await store().append(stream, 'no-stream', events);
    const stored = await store().readStream(stream);
    expect(revision).toBe(MAX_EVENTS_PER_APPEND);
    expect(stored.map(({ envelope }) => envelope.id)).toEqual(events.map(({ id }) => id));
    expect(stored.at(-1)!.position).toBe(position);
    for (const [index, event] of stored.slice(1).entries()) {
      expect(store().comparePositions(stored[index]!.position, event.position)).toBeLessThan(0);
    }
  });

  it('refuses what no log could keep, before anything is written', async () => {
    const stream = newStream();
    const [event] = sampleEvents(1);
    await expect(store().append(stream, 'no-stream', [])).rejects.toThrow('at least one event');
    await expect(store().append(stream, -1, [event!])).rejects.toThrow('not a revision');
    await expect(store().append(stream, 1.5, [event!])).rejects.toThrow('not a revision');
    await expect(store().append('', 'no-stream', [event!])).rejects.toThrow('stream name');
    await expect(store().append('link-\u0000', 'no-stream', [event!])).rejects.toThrow('stream name');
    await expect(store().append(stream, 'no-stream', [{ ...event!, id: '1' }])).rejects.toThrow(
      'not an event id',
    );
    await expect(
      store().append(stream, 'no-stream', [{ ...event!, recordedAt: '2026-02-30T09:00:00.000Z' }]),
    ).rejects.toThrow('not an instant');
    await expect(store().append(stream, 'no-stream', [{ ...event!, data: { share: NaN } }])).rejects.toThrow(
      'no canonical JSON',
    );
    expect(await store().readStream(stream)).toEqual([]);
  });
}
