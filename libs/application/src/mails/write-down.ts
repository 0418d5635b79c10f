import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { settle, type Settled } from './settle.js';
import { recordOutcomes, type EndedMail, type MailOutcome } from './correspondence.js';
import { inGroups } from './in-groups.js';

export interface Ended extends Settled {
  /** What the correspondence says of each; nothing of one that was cancelled before it went. */
  readonly outcome?: MailOutcome;
}

/**
 * Writes down how mails ended, in groups: first the correspondence of each subject, then the rows. What the log did not
 * take keeps its row as it is, and is gone on with after its lease.
 */
export function writingDown({
  pool,
  store,
  clock,
}: {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
}): (ended: Ended) => Promise<void> {
  const write = inGroups(async (group: readonly Ended[]) => {
    const bySubject = new Map<string, EndedMail[]>();
    for (const { mails, outcome } of group) {
      for (const mail of outcome === undefined ? [] : mails) {
        const its = bySubject.get(mail.subject) ?? [];
        bySubject.set(mail.subject, its);
        if (outcome !== undefined) its.push({ mail, outcome });
      }
    }
    const now = clock.now();
    const failed = new Map<string, unknown>();
    await Promise.all(
      [...bySubject].map(([subject, its]) =>
        recordOutcomes(store, subject, its, now).catch((error: unknown) => failed.set(subject, error)),
      ),
    );
    const failureOf = ({ mails, outcome }: Ended) => {
      const away = mails.find(({ subject }) => outcome !== undefined && failed.has(subject));
      return away === undefined ? undefined : { error: failed.get(away.subject) };
    };
    const written = group.filter((ended) => failureOf(ended) === undefined);
    if (written.length > 0) await settle(pool, written);
    return group.map((ended) => failureOf(ended) ?? 'written');
  });
  return async (ended) => {
    const result = await write(ended);
    if (result !== 'written') throw result.error;
  };
}
