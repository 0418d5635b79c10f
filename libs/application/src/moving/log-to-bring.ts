import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import type { LogPlace } from '../event-log/log-place.js';
import type { KeptEvent } from './kept-event.js';

/** A log in a file that was checked from its first line to its last. */
export interface LogToBring {
  readonly logId: string;
  readonly events: number;
  /** Of its Merkle tree, in base64. */
  readonly root: string;
  /** All its events from the first; each call reads the file anew. */
  read(): AsyncIterable<readonly KeptEvent[]>;
}

/** Where it is brought to: the store that the settings name, and the database that belongs to it. */
export interface Destination {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly place: LogPlace;
}
