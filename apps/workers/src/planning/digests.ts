import { planDigests } from '@linking/application/digests/plan-digests.js';
import { mailDomain, type MailSettings } from '@linking/application/mails/mail-settings.js';
import type { WantedMails } from '@linking/application/mails/planning.js';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type pg from 'pg';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

export interface DigestWork {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly wantedMails: WantedMails;
  readonly settings: MailSettings;
}

/** From then on the lists of a day are complete. */
const MORNING = '07:30';

/** Milliseconds of real time after which the same morning is looked at again: a read model may have been behind. */
const AGAIN = 600_000;

/**
 * Plans what the calendar asks for: when a day or its morning begins by the clock port, and every few minutes. No fact
 * of the log does, so it is asked however little happens.
 */
export function startDigests(work: DigestWork, desk: PartDesk, planned: () => void): WorkerPart {
  let done = { moment: '', at: 0 };
  const sweep = new Sweep(
    15_000,
    () =>
      desk.run(async () => {
        const now = work.clock.now();
        const moment = `${londonDay(now)} ${londonTime(now) < MORNING ? 'night' : 'day'}`;
        if (done.moment === moment && performance.now() - done.at < AGAIN) return;
        await planDigests(work, { wantedMails: work.wantedMails, mailDomain: mailDomain(work.settings) });
        done = { moment, at: performance.now() };
        planned();
      }),
    (error) => desk.error({ err: error }, 'Lists by mail could not be planned and will be tried again'),
  );
  sweep.wake();
  return { wake: () => sweep.wake(), close: () => sweep.stop() };
}
