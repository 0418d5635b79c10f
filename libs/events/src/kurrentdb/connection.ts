import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { answerWithin } from './answer-within.js';
import { typeOf } from './kurrent-failures.js';

/** How long a client may take to hang up; a connection that fell silent does it late. */
const HANG_UP_WITHIN = 500;

/**
 * The client at hand. One that left a question unanswered is not asked again: it keeps what it waits for – the call that asks
 * what the server can do has no deadline, and all appends are sent by one call –, so that whatever is asked of it later would
 * wait as well, long after the connection has come back. One that lost its connection is not asked again either: after a few
 * losses it lets minutes pass before it connects anew, and refuses at once whatever is asked meanwhile.
 */
export class Connection {
  private current: KurrentDBClient;

  /** @param answerWithin milliseconds */
  constructor(
    private readonly connect: () => KurrentDBClient,
    private readonly answerWithin: number,
  ) {
    this.current = connect();
  }

  /** For subscriptions, which are made again by whoever asked for them. */
  get client(): KurrentDBClient {
    return this.current;
  }

  /** @throws EventStoreUnavailableError when there was no answer in time */
  ask<T>(question: (client: KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.current;
    const asked = question(client).catch((error: unknown) => {
      if (typeOf(error) === 'unavailable') this.leave(client);
      throw error;
    });
    return answerWithin(this.answerWithin, asked, () => this.leave(client));
  }

  close(): Promise<void> {
    return hangUp(this.current);
  }

  private leave(silent: KurrentDBClient): void {
    if (silent !== this.current) return;
    this.current = this.connect();
    void hangUp(silent);
  }
}

const hangUp = (client: KurrentDBClient) =>
  answerWithin(HANG_UP_WITHIN, client.dispose()).catch(() => undefined);
