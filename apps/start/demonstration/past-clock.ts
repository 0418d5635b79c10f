import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '@linking/platform/clock/clock.js';

/** A clock that stands, for everything a piece of work does, at the moment it was given: several pieces may go on at once. */
export class PastClock implements Clock {
  readonly #moments = new AsyncLocalStorage<string>();

  now(): string {
    const moment = this.#moments.getStore();
    if (moment === undefined) throw new Error('The clock of the past was read outside of any moment');
    return moment;
  }

  at<Result>(instant: string, work: () => Promise<Result>): Promise<Result> {
    return this.#moments.run(instant, work);
  }
}
