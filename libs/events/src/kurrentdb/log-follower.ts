import type { AllStreamSubscription, KurrentDBClient, Position } from '@kurrent/kurrentdb-client';
import { Bell } from '../bell.js';
import { EventStoreUnavailableError } from '../event-store-errors.js';
import type { LogPage, StoredEvent, SubscribeOptions } from '../event-store.js';
import type { Connection } from './connection.js';
import { keptEvent, storedEvent } from './kept-event.js';
import { translated } from './kurrent-failures.js';
import { logFilter } from './log-filter.js';
import { positionText, readPosition } from './positions.js';

const PAGE_SIZE = 500;
const RESUBSCRIBE_AFTER = 500;
const ENDED = 'the subscription ended';
/** The bell rings for everything; this is only how long one wait lasts. */
const WAIT = 60_000;

type Handle = (page: LogPage) => Promise<void>;

/** The server says how far it looked although nothing was wanted there. */
class Checkpoint {
  constructor(readonly position: Position) {}
}

/** A subscription of the server, made again from the last checkpoint whenever it breaks: it does not mend itself. */
export async function followLog(
  connection: Connection,
  options: SubscribeOptions,
  handle: Handle,
): Promise<void> {
  const { signal, prefixes } = options;
  const follower = { after: options.after ?? null };
  const never = new Bell();
  if (prefixes?.length === 0) {
    while (!signal.aborted) await never.wait(0, WAIT, signal);
    return;
  }
  while (!signal.aborted) {
    const failure = await followOnce(connection.client, follower, options, handle);
    if (failure && !(failure instanceof EventStoreUnavailableError)) throw failure;
    await never.wait(0, RESUBSCRIBE_AFTER, signal);
  }
}

/** Resolves with what broke the subscription, or when the signal aborts; rejects when the page cannot be handled. */
async function followOnce(
  client: KurrentDBClient,
  follower: { after: string | null },
  { signal, prefixes }: SubscribeOptions,
  handle: Handle,
): Promise<Error | undefined> {
  const bell = new Bell();
  let broken: Error | undefined;
  const subscription = client.subscribeToAll(
    {
      fromPosition: follower.after === null ? 'start' : readPosition(follower.after),
      filter: logFilter(prefixes, {
        // It joins the events, so that it cannot overtake those that wait to be handed over.
        checkpointReached: (at, position) => void at.push(new Checkpoint(position)),
      }),
    },
    { highWaterMark: PAGE_SIZE },
  );
  subscription.on('readable', () => bell.ring());
  const end = (error?: unknown) => {
    broken ??= error === undefined ? new EventStoreUnavailableError(ENDED) : translated(error, '$all', ENDED);
    bell.ring();
  };
  subscription.on('error', end);
  subscription.on('end', () => end());
  try {
    while (!signal.aborted) {
      const seen = bell.rings;
      const page = nextPage(subscription);
      if (page) {
        if (page.events.length > 0) await handle(page);
        follower.after = page.checkpoint;
      } else if (broken) return broken;
      else await bell.wait(seen, WAIT, signal);
    }
    return undefined;
  } finally {
    await subscription.unsubscribe().catch(() => undefined);
  }
}

function nextPage(subscription: AllStreamSubscription): LogPage | undefined {
  const events: StoredEvent[] = [];
  let checkpoint: string | undefined;
  while (events.length < PAGE_SIZE) {
    const item: unknown = subscription.read();
    if (item === null) break;
    if (item instanceof Checkpoint) {
      checkpoint = positionText(item.position);
      continue;
    }
    const { event } = item as { event?: Parameters<typeof keptEvent>[0] };
    if (!event) continue;
    events.push(storedEvent(keptEvent(event)));
    checkpoint = events.at(-1)!.position;
  }
  return checkpoint === undefined ? undefined : { events, checkpoint };
}
