import type pg from 'pg';
import {
  eventName,
  type PresentEnvelope,
  type PresentEvent,
} from '@linking/events/upcasting/present-language.js';

/** A connection inside the transaction that also moves the checkpoint. */
export type Transaction = Pick<pg.ClientBase, 'query'>;
/** A pool or a connection, for reads. */
export type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>;

/** What a consumer of the log is: it brings its tables one page of events further, in log order. */
export interface Projection {
  /** For ever the same: the name of its checkpoint. */
  readonly name: string;
  /** Prefixes of the streams it reads, such as `link-`. */
  readonly prefixes: readonly string[];
  readonly migrations: readonly { readonly id: string; readonly sql: string }[];
  /** Writes through `transaction` only, so that rows and checkpoint are committed together. */
  apply(transaction: Transaction, events: readonly PresentEvent[]): Promise<void>;
}

/** The rows that keep the state of one stream. */
export interface StateTable<State> {
  /** States of the given streams, by id (stream name without its prefix); unknown ones are absent. */
  load(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, State>>;
  save(transaction: Transaction, states: readonly State[]): Promise<void>;
}

export interface StreamReadModel<State, Event> {
  readonly name: string;
  readonly prefix: string;
  readonly migrations: Projection['migrations'];
  /** Pure; never throws; `undefined` before the stream's first fact. */
  fold(state: State | undefined, event: Event, envelope: PresentEnvelope): State | undefined;
  readonly table: StateTable<State>;
}

interface Fact {
  readonly type: string;
  readonly data: unknown;
}

/** A read model that keeps one state a stream: folds each page and saves the states it changed. */
export function projectStreams<State, Event extends Fact>(model: StreamReadModel<State, Event>): Projection {
  return {
    name: model.name,
    prefixes: [model.prefix],
    migrations: model.migrations,
    async apply(transaction, events) {
      const ids = [...new Set(events.map(({ envelope }) => envelope.stream.slice(model.prefix.length)))];
      const states = new Map(await model.table.load(transaction, ids));
      for (const { envelope } of events) {
        const id = envelope.stream.slice(model.prefix.length);
        // Decided as one of this stream's facts when it was written.
        const event = { type: eventName(envelope.type), data: envelope.data } as Event;
        const state = model.fold(states.get(id), event, envelope);
        if (state !== undefined) states.set(id, state);
      }
      await model.table.save(transaction, [...states.values()]);
    },
  };
}
