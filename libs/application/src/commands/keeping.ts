import type pg from 'pg';
import type { EventWriter } from './event-writer.js';
import type { Sender } from './sender.js';

/**
 * What one command wants kept in the erasable tables. It is written only once the command is accepted and before its
 * events are appended, so that a refused command leaves nothing behind and no event points at nothing.
 */
export class Keeping {
  readonly #writes: (() => Promise<void>)[] = [];

  constructor(
    readonly pool: pg.Pool,
    readonly writer: EventWriter,
    readonly sender: Sender,
  ) {}

  later(write: () => Promise<void>): void {
    this.#writes.push(write);
  }

  async keep(): Promise<void> {
    for (const write of this.#writes) await write();
  }
}
