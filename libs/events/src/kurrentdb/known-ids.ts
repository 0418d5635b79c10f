import type { KeptEvent } from './kept-event.js';
import type { LogReader } from './log-reader.js';

const MAX_STREAMS = 1_000;

/**
 * The ids of the first events of streams, so that an append need not read its stream again from the beginning. What has
 * been written stays: a memory of it is never wrong, only short, and what is missing is read.
 */
export class KnownIds {
  /** In order of their last use; the id of revision 1 stands first. */
  private readonly streams = new Map<string, string[]>();

  constructor(private readonly reader: Pick<LogReader, 'stream'>) {}

  /** Events of a stream that follow each other; kept where they join what is known already. */
  remember(stream: string, kept: readonly KeptEvent[]): void {
    const known = this.streams.get(stream) ?? [];
    for (const { id, envelope } of kept) if (envelope.revision === known.length + 1) known.push(id);
    if (known.length === 0) return;
    this.streams.delete(stream);
    this.streams.set(stream, known);
    const [oldest] = this.streams.keys();
    if (this.streams.size > MAX_STREAMS && oldest !== undefined) this.streams.delete(oldest);
  }

  /** The ids up to a revision, or as many as there are. */
  async upTo(stream: string, revision: number): Promise<readonly string[]> {
    const length = this.streams.get(stream)?.length ?? 0;
    if (length < revision)
      this.remember(stream, await this.reader.stream(stream, { from: length + 1, limit: revision - length }));
    return this.streams.get(stream)?.slice(0, revision) ?? [];
  }
}
