import { AccessDeniedError } from '@linking/events/event-store-errors.js';
import type { EventStore } from '@linking/events/event-store.js';
import { KurrentDbEventStore } from '@linking/events/kurrentdb/kurrentdb-event-store.js';
import { EventLogUnusableError } from './event-log-unusable.js';

/**
 * Opens the log at the address and asks it once, within seconds, whether it may be read.
 * @throws EventLogUnusableError with what to do
 */
export async function openKurrentDb(url: string): Promise<EventStore> {
  const store = await readAddress(url);
  try {
    await store.ping();
    return store;
  } catch (error) {
    await store.close();
    // Without a cause: what the client says may quote the address, and with it a password.
    throw new EventLogUnusableError(
      error instanceof AccessDeniedError
        ? `KurrentDB at ${kurrentDbHosts(url)} refuses the user of KURRENTDB_URL. Name a user who may read $all and append, or check the password.`
        : `KurrentDB does not answer at ${kurrentDbHosts(url)}. Start it, or check KURRENTDB_URL (also whether it needs tls=false).`,
    );
  }
}

async function readAddress(url: string): Promise<KurrentDbEventStore> {
  try {
    return await KurrentDbEventStore.open(url);
  } catch {
    throw new EventLogUnusableError(
      'KURRENTDB_URL cannot be read. It must look like kurrentdb://user:password@host:2113?tls=true, with files of certificates that are there.',
    );
  }
}

/** `host:port` for people, of one server or several, without user and password. */
export function kurrentDbHosts(url: string): string {
  return /^[^:]+:\/\/(?:.*@)?([^/?]+)/.exec(url)?.[1] ?? 'the address in KURRENTDB_URL';
}
