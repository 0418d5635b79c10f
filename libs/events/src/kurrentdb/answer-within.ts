import { EventStoreUnavailableError } from '../event-store-errors.js';

/** The client waits for ever when a connection falls silent in the middle of an append: a limit of our own. */
export function answerWithin<T>(milliseconds: number, work: Promise<T>, whenLate?: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => {
      reject(new EventStoreUnavailableError(`no answer within ${milliseconds} ms`));
      whenLate?.();
    };
    const timer = setTimeout(late, milliseconds);
    work.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
}
