import type pg from 'pg';
import { Refusal } from '@linking/domain/refusal.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import type { EventWriter } from './event-writer.js';
import type { Sender } from './sender.js';

/** Takes back what was just written, and only that. */
export type TakeBack = () => Promise<unknown>;

/**
 * What one command wants kept in the erasable tables. It is written only once the command is accepted and before its
 * events are appended, so that a refused command leaves nothing behind and no event points at nothing.
 */
export class Keeping {
  #writes: (() => Promise<TakeBack | void>)[] = [];
  readonly #written: TakeBack[] = [];
  /** People this command is about to register: a second part of hers finds them, not a double. */
  registering: readonly {
    readonly id: string;
    readonly urn: string;
    readonly name: string;
    readonly email: string | null;
  }[] = [];

  constructor(
    readonly pool: pg.Pool,
    readonly writer: EventWriter,
    readonly sender: Sender,
  ) {}

  later(write: () => Promise<TakeBack | void>): void {
    this.#writes.push(write);
  }

  async keep(): Promise<void> {
    for (const write of this.#writes) {
      const takeBack = await write();
      if (takeBack !== undefined) this.#written.push(takeBack);
    }
  }

  /**
   * Decides, keeps and appends, again when somebody else appended in between. Refused in the end, the command takes
   * back what an earlier try of it kept.
   */
  async deciding<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await this.writer.decidingAgain(() => {
        this.#writes = [];
        this.registering = [];
        return run();
      });
    } catch (error) {
      const refused = error instanceof Refusal || error instanceof ChangedBySomeoneElse;
      if (refused) for (const takeBack of this.#written) await takeBack();
      throw error;
    }
  }
}
