import { carryOn, type Dispatch } from '@linking/application/carrying/carry-on.js';
import { sessionsOfLinks } from '@linking/application/mails/wanted-mails.js';
import { londonInstant } from '@linking/domain/calendar/london.js';
import { interestStream, linkStream, trainingStream } from '@linking/events/streams.js';
import type pg from 'pg';
import type { PastClock } from './past-clock.js';
import type { PastMails } from './past-mails.js';
import type { PastWorkers } from './seed-demonstration.js';
import type { WriteBehindStore } from './write-behind-store.js';

export interface PastWorkersWorld {
  readonly pool: pg.Pool;
  readonly store: WriteBehindStore;
  readonly clock: PastClock;
  readonly dispatch: Dispatch;
  readonly mails: PastMails;
}

/** Carries, plans and sends as the workers do, a day at a time, and writes the day into the log. */
export function pastWorkers({ pool, store, clock, dispatch, mails }: PastWorkersWorld): PastWorkers {
  const sessionsOf = sessionsOfLinks(store);
  const [LINK, INTEREST, TRAINING] = [linkStream(''), interestStream(''), trainingStream('')];

  /** Instants by subject: when the mails are asked for that follow from what was appended. */
  async function subjectsOf(streams: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const subjects = new Map<string, string>();
    for (const stream of streams) {
      const isLink = stream.startsWith(LINK);
      if (!isLink && !stream.startsWith(INTEREST) && !stream.startsWith(TRAINING)) continue;
      const last = (await store.readStream(stream)).at(-1)?.envelope.recordedAt ?? clock.now();
      const moment = secondsAfter(last, 20);
      subjects.set(isLink ? stream.slice(LINK.length) : stream, moment);
      if (!isLink) continue;
      for (const id of await sessionsOf(stream.slice(LINK.length))) {
        const session = trainingStream(id);
        // Of a session that is over nothing more is sent.
        if (!subjects.has(session) && mails.isWaiting(session)) subjects.set(session, moment);
      }
    }
    return subjects;
  }

  return {
    async morning(day) {
      const moment = londonInstant(day, '08:30');
      await clock.at(moment, () => mails.sendUntil(moment));
    },
    async evening(day) {
      await clock.at(londonInstant(day, '17:30'), () => carryOn({ pool, store, dispatch }));
      // A start that goes on sees all of the day by now: also what was sent about facts that were just carried.
      await clock.at(londonInstant(day, '17:31'), async () => {
        const subjects = await subjectsOf(store.changedOn(day));
        for (const [subject, moment] of subjects) await mails.plan(subject, moment);
        await store.written();
      });
    },
  };
}

const secondsAfter = (instant: string, seconds: number) =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();
