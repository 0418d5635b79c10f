import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { CommandIdReused, ConcurrencyError, EventStoreUnavailableError } from '../event-store-errors.js';
import type { AppendResult } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';
import type { Connection } from './connection.js';
import { eventData } from './kept-event.js';
import { translated, typeOf } from './kurrent-failures.js';
import type { KnownIds } from './known-ids.js';
import type { LogReader } from './log-reader.js';

/** Milliseconds before an append whose outcome is unknown is sent again, with the same ids. */
const RETRY_AFTER = [50, 250, 1_000];

type Answer = { readonly taken: true; readonly mark: string } | { readonly taken: false };

/**
 * The server compares ids only where an append is behind its stream, and never bytes: what the port promises beyond that is
 * looked up in the stream, before and after.
 */
export class Appender {
  constructor(
    private readonly connection: Connection,
    private readonly reader: LogReader,
    private readonly knownIds: KnownIds,
  ) {}

  async append(append: PreparedAppend): Promise<AppendResult> {
    const { stream, before } = append;
    // What stands before the expected revision stays there, so that this look still holds when the append is taken.
    if (before > 0) refuseKnown(append, await this.knownIds.upTo(stream, before));
    const answer = await this.send(append);
    return answer.taken ? this.result(append, answer.mark) : this.conflict(append);
  }

  /** Without a look before or after: for events that are all read back when the last of them is there. */
  async add(append: PreparedAppend): Promise<void> {
    if (!(await this.send(append)).taken) await this.conflict(append);
  }

  private async send(append: PreparedAppend): Promise<Answer> {
    for (let attempt = 0; ; attempt += 1) {
      const mark = randomUUID();
      try {
        await this.sendOnce(append, mark);
        return { taken: true, mark };
      } catch (error) {
        if (typeOf(error) === 'wrong-expected-version') return { taken: false };
        const failure = translated(error, append.stream, 'whether it was written is unknown');
        if (!(failure instanceof EventStoreUnavailableError) || attempt === RETRY_AFTER.length) throw failure;
        await setTimeout(RETRY_AFTER[attempt]);
      }
    }
  }

  private async sendOnce({ stream, before, events }: PreparedAppend, mark: string): Promise<void> {
    await this.connection.ask((client) =>
      client.appendToStream(
        stream,
        events.map((event) => eventData(event, mark)),
        // Our revisions count from 1, the server's from 0.
        { streamState: before === 0 ? 'no_stream' : BigInt(before - 1), requiresLeader: true },
      ),
    );
  }

  /** The server answers a repeat like a first append, also when the bytes differ. */
  private async result({ stream, before, events }: PreparedAppend, mark: string): Promise<AppendResult> {
    const kept = await this.reader.stream(stream, { from: before + 1, limit: events.length });
    this.knownIds.remember(stream, kept);
    const last = kept.at(-1);
    const same =
      kept.length === events.length && events.every(({ body }, index) => kept[index]?.body === body);
    if (!last || !same) throw new CommandIdReused(stream, events[0]!.id);
    return { revision: last.envelope.revision, position: last.position, repeated: last.mark !== mark };
  }

  private async conflict(append: PreparedAppend): Promise<never> {
    const { stream, expected } = append;
    const [last] = await this.reader.stream(stream, { backwards: true, limit: 1 });
    const actual = last?.envelope.revision ?? 0;
    refuseKnown(append, await this.knownIds.upTo(stream, actual));
    throw new ConcurrencyError(stream, expected, actual);
  }
}

function refuseKnown({ stream, events }: PreparedAppend, known: readonly string[]): void {
  const ids = new Set(events.map(({ id }) => id));
  const reused = known.find((id) => ids.has(id));
  if (reused !== undefined) throw new CommandIdReused(stream, reused);
}
