import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describeEventStore } from '@linking/events/contract/event-store-contract.js';
import { pages } from '@linking/events/contract/reading-contract.js';
import { sampleEvent, sampleEvents } from '@linking/events/contract/sample-event.js';
import {
  AccessDeniedError,
  EventStoreUnavailableError,
  EventTooLargeError,
  StreamDeletedError,
} from '@linking/events/event-store-errors.js';
import { KurrentDbEventStore } from '@linking/events/kurrentdb/kurrentdb-event-store.js';
import { startStandIn } from './support/kurrentdb/stand-in.js';
import type { StandIn } from './support/kurrentdb/stand-in.js';

describeEventStore('the event log in KurrentDB, on the stand-in', async () => {
  const standIn = await startStandIn();
  const store = await KurrentDbEventStore.open(standIn.url);
  const other = await KurrentDbEventStore.open(standIn.url);
  return {
    store,
    other,
    sameIdElsewhere: 'unnoticed',
    close: async () => {
      await Promise.all([store.close(), other.close()]);
      await standIn.close();
    },
  };
});

// Once against a server that is there, new and empty: docker run -p 2113:2113 … --insecure --mem-db (docs/adr/0009).
const server = process.env['TEST_KURRENTDB_URL'];
if (server !== undefined) {
  describeEventStore('the event log in KurrentDB, on a server', async () => {
    const store = await KurrentDbEventStore.open(server);
    const other = await KurrentDbEventStore.open(server);
    const close = async () => {
      await Promise.all([store.close(), other.close()]);
    };
    return { store, other, sameIdElsewhere: 'unnoticed', close };
  });
}

const newStream = () => `link-${randomUUID()}`;

async function appendUntilAnswered(store: KurrentDbEventStore, ...append: Parameters<typeof store.append>) {
  for (;;) {
    try {
      return await store.append(...append);
    } catch (error) {
      if (!(error instanceof EventStoreUnavailableError)) throw error;
    }
  }
}

describe('the event log in KurrentDB, by itself', () => {
  let standIn: StandIn;
  let store: KurrentDbEventStore;

  beforeAll(async () => {
    standIn = await startStandIn();
    store = await KurrentDbEventStore.open(standIn.url);
  });

  afterAll(async () => {
    await store.close();
    await standIn.close();
  });

  it('the server keeps the very bytes, under the type and the id of the event', async () => {
    const stream = newStream();
    // Names like these change their order when JSON is parsed and written again.
    const event = sampleEvent(randomUUID(), 0, { b: 1, 10: 'ten', 9: 'nine' });
    await store.append(stream, 'no-stream', [event]);
    const [stored] = await store.readStream(stream);
    const [recorded] = standIn.log.stream(stream);
    expect(Buffer.from(recorded!.data).toString('utf8')).toBe(stored!.body);
    expect(recorded).toMatchObject({ id: event.id, type: event.type, revision: 0 });
    expect(stored!.position).toBe(`${recorded!.position}/${recorded!.position}`);
  });

  it('what the server writes for itself is no part of the log', async () => {
    const { events } = await store.readAll({ limit: 1_000 });
    expect(events.length).toBeGreaterThan(0);
    expect(standIn.log.records.some(({ stream }) => stream.startsWith('$'))).toBe(true);
    expect(events.filter(({ envelope }) => envelope.stream.startsWith('$'))).toEqual([]);
  });

  it.each([
    ['before it is written', 'before-commit', false],
    ['between commit and answer', 'after-commit', true],
  ] as const)('when the connection is cut %s, the append is there once', async (_when, moment, repeated) => {
    const stream = newStream();
    await store.append(stream, 'no-stream', sampleEvents(1));
    standIn.faults.breakAtNextAppend(moment, 'cut');
    const events = sampleEvents(2);
    expect(await store.append(stream, 1, events)).toMatchObject({ revision: 3, repeated });
    expect(await store.append(stream, 1, events)).toMatchObject({ revision: 3, repeated: true });
    expect(await store.readStream(stream)).toHaveLength(3);
  });

  it('when the connection falls silent between commit and answer, it says so in time, and a repeat finds the append', async () => {
    const own = await startStandIn();
    const impatient = await KurrentDbEventStore.open(own.url, { answerWithin: 200 });
    const stream = newStream();
    await appendUntilAnswered(impatient, stream, 'no-stream', sampleEvents(1));
    own.faults.breakAtNextAppend('after-commit', 'mute');
    const events = sampleEvents(2);
    const unanswered = impatient.append(stream, 1, events);
    await expect(unanswered).rejects.toThrow(EventStoreUnavailableError);
    await expect(unanswered).rejects.toThrow('no answer within 200 ms');
    // The clients of a process share their connections: until the silent one is found dead, another client waits too.
    own.relay.cut();
    const later = await KurrentDbEventStore.open(own.url);
    expect(await later.append(stream, 1, events)).toMatchObject({ revision: 3, repeated: true });
    expect(await later.readStream(stream)).toHaveLength(3);
    await Promise.all([impatient.close(), later.close()]);
    await own.close();
  });

  it('a client that is left waiting once, where it sets itself no limit, is not asked again', async () => {
    const own = await startStandIn();
    own.faults.unansweredFeatures = 1;
    const impatient = await KurrentDbEventStore.open(own.url, { answerWithin: 200 });
    const stream = newStream();
    const appended = await appendUntilAnswered(impatient, stream, 'no-stream', sampleEvents(2));
    expect(appended).toMatchObject({ revision: 2 });
    expect(await impatient.readStream(stream)).toHaveLength(2);
    await impatient.close();
    await own.close();
  });

  it('connections that are cut under load lose nothing that was acknowledged, and double nothing', async () => {
    const start = await store.head();
    const acknowledged: string[] = [];
    const followed: string[] = [];
    const stop = new AbortController();
    const following = store.subscribe({ after: start, signal: stop.signal }, async ({ events }) => {
      followed.push(...events.map(({ envelope }) => envelope.id));
    });
    let writing = true;
    const cutting = async () => {
      for (let cuts = 0; writing; cuts += 1) {
        await setTimeout(100);
        if (cuts < 10) standIn.relay.cut();
      }
    };
    const writer = async () => {
      const stream = newStream();
      for (let turn = 0; turn < 15; turn += 1) {
        const events = sampleEvents(1);
        await appendUntilAnswered(store, stream, turn === 0 ? 'no-stream' : turn, events);
        acknowledged.push(events[0]!.id);
      }
    };
    const cut = cutting();
    await Promise.all(Array.from({ length: 4 }, writer));
    writing = false;
    await cut;
    const inLog = (await pages(store, { after: start })).map(({ envelope }) => envelope.id);
    expect(inLog).toHaveLength(4 * 15);
    expect(new Set(inLog)).toEqual(new Set(acknowledged));
    const deadline = performance.now() + 120_000;
    while (followed.length < inLog.length && performance.now() < deadline) await setTimeout(20);
    stop.abort();
    await following;
    expect(followed).toEqual(inLog);
  });

  it('a subscription goes on where the server had looked, also past what nobody wanted', async () => {
    const after = await store.head();
    const stream = newStream();
    const stop = new AbortController();
    const seen: number[] = [];
    const options = { after, prefixes: [stream], signal: stop.signal };
    const following = store.subscribe(options, async ({ events }) => {
      seen.push(...events.map(({ envelope }) => envelope.revision));
    });
    const seeUntil = async (count: number) => {
      const deadline = performance.now() + 120_000;
      while (seen.length < count && performance.now() < deadline) await setTimeout(10);
      expect(seen).toHaveLength(count);
    };
    await store.append(stream, 'no-stream', sampleEvents(1));
    await seeUntil(1);
    await store.append(`venue-${randomUUID()}`, 'no-stream', sampleEvents(100));
    standIn.relay.cut();
    await store.append(stream, 1, sampleEvents(1));
    await seeUntil(2);
    const resumedFrom = BigInt(standIn.subscribedFrom.at(-1)!);
    const firstOfStream = standIn.log.stream(stream)[0]!.position;
    expect(resumedFrom).toBeGreaterThan(firstOfStream);
    stop.abort();
    await following;
  });

  it('says that it is not available while the server is away, and works again when it is back', async () => {
    const stream = newStream();
    await standIn.relay.close();
    await expect(store.ping()).rejects.toThrow(EventStoreUnavailableError);
    const events = sampleEvents(1);
    const refused = store.append(stream, 'no-stream', events);
    await expect(refused).rejects.toThrow(EventStoreUnavailableError);
    await expect(refused).rejects.toThrow('whether it was written is unknown');
    await standIn.relay.open();
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ revision: 1, repeated: false });
  });

  it('says when its user may not read or append', async () => {
    standIn.faults.accessDenied = true;
    try {
      await expect(store.readStream(newStream())).rejects.toThrow(AccessDeniedError);
      await expect(store.readAll({ limit: 1 })).rejects.toThrow(AccessDeniedError);
      await expect(store.append(newStream(), 'no-stream', sampleEvents(1))).rejects.toThrow(
        AccessDeniedError,
      );
      await expect(
        store.subscribe({ signal: new AbortController().signal }, async () => undefined),
      ).rejects.toThrow(AccessDeniedError);
    } finally {
      standIn.faults.accessDenied = false;
    }
  });

  it('says when somebody deleted a stream on the server', async () => {
    const stream = newStream();
    await store.append(stream, 'no-stream', sampleEvents(1));
    standIn.log.delete(stream);
    await expect(store.readStream(stream)).rejects.toThrow(StreamDeletedError);
    await expect(store.append(stream, 'no-stream', sampleEvents(1))).rejects.toThrow(StreamDeletedError);
  });

  it("refuses an append that is larger than the server's limit for one", async () => {
    const text = 'x'.repeat(200 * 1024);
    const events = Array.from({ length: 6 }, (_, index) => sampleEvent(randomUUID(), index, { text }));
    const refused = store.append(newStream(), 'no-stream', events);
    await expect(refused).rejects.toThrow(EventTooLargeError);
    await expect(refused).rejects.toMatchObject({ limit: 1024 * 1024 });
  });

  it('says when nobody answers at the address', async () => {
    const nobody = await KurrentDbEventStore.open('kurrentdb://127.0.0.1:1?tls=false');
    await expect(nobody.ping()).rejects.toThrow(EventStoreUnavailableError);
    await nobody.close();
  });
});
