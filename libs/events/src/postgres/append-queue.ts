import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { CommandIdReused, ConcurrencyError, EventStoreUnavailableError } from '../event-store-errors.js';
import type { AppendResult } from '../event-store.js';
import type { PreparedAppend } from '../prepared-append.js';
import { appendGroup, type Answer } from './append-statements.js';
import { failureOf, unavailable } from './pg-failures.js';

interface Waiting {
  readonly append: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_GROUP_BYTES = 8 * 1024 * 1024;
const MAX_GROUP_APPENDS = 200;
/** Milliseconds before an append whose outcome is unknown is sent again, with the same ids. */
const RETRY_AFTER = [50, 250, 1_000];

/** Appends that wait while a group is being committed go together in the next one: one lock, one commit for all. */
export class AppendQueue {
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  private crowded = false;

  constructor(
    private readonly pool: Pool,
    private readonly answerWithin: number,
  ) {}

  append(append: PreparedAppend): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      this.working ??= this.work();
    });
  }

  async idle(): Promise<void> {
    await this.working;
  }

  private async work(): Promise<void> {
    do {
      // Lets everyone who asks in the same turn, and among many everyone who was just answered, join the group.
      await (this.crowded ? setImmediate() : Promise.resolve());
      const group = this.takeGroup();
      this.crowded = group.length > 1;
      await this.commit(group);
    } while (this.waiting.length > 0);
    this.working = undefined;
  }

  private takeGroup(): readonly Waiting[] {
    let size = 0;
    let bytes = 0;
    for (const { append } of this.waiting) {
      bytes += append.bytes;
      if (size > 0 && (bytes > MAX_GROUP_BYTES || size === MAX_GROUP_APPENDS)) break;
      size += 1;
    }
    return this.waiting.splice(0, size);
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.send(group.map(({ append }) => append));
      for (const [index, { append, resolve, reject }] of group.entries()) {
        const answer = resultOf(append, answers[index]);
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  private async send(group: readonly PreparedAppend[]): Promise<readonly Answer[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await appendGroup(this.pool, group, this.answerWithin);
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'defect') throw error;
        // A refused repeat says nothing about the attempt before it.
        if (failure === 'nothing-done' && attempt === 0) throw unavailable('nothing was written', error);
        const last = failure === 'nothing-done' || attempt === RETRY_AFTER.length;
        if (last) throw unavailable('whether it was written is unknown', error);
        await setTimeout(RETRY_AFTER[attempt]);
      }
    }
  }
}

function resultOf({ stream, expected }: PreparedAppend, answer: Answer | undefined): AppendResult | Error {
  if (!answer) return new EventStoreUnavailableError('the server gave no answer for an append');
  const { outcome, revision, position, reused } = answer;
  switch (outcome) {
    case 'appended':
      return { revision, position, repeated: false };
    case 'repeated':
      return { revision, position, repeated: true };
    case 'conflict':
      return new ConcurrencyError(stream, expected, revision);
    case 'reused':
      return new CommandIdReused(stream, reused!);
  }
}
