import type { StoredEvent, StreamReader } from '@linking/events/event-store.js';

/** The log for one piece of work: each stream is read once, whoever asks for it. */
export function readOnce(store: StreamReader): StreamReader {
  const known = new Map<string, Promise<readonly StoredEvent[]>>();
  return {
    async readStream(stream, options) {
      if (options !== undefined) return store.readStream(stream, options);
      const reading = known.get(stream) ?? store.readStream(stream);
      known.set(stream, reading);
      return reading;
    },
  };
}

/** The log as it stood at an instant, in whole streams: what was recorded later is not there yet. */
export const logUntil = (store: StreamReader, instant: string): StreamReader => ({
  async readStream(stream, options) {
    if (options !== undefined)
      throw new Error(`Of stream ${stream} as it stood at ${instant} no part is read`);
    return (await store.readStream(stream)).filter(({ envelope }) => envelope.recordedAt <= instant);
  },
});
