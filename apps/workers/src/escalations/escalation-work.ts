import type pg from 'pg';
import { recordEscalations } from '@linking/application/escalations/record-escalations.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Sweep } from '../sweep.js';
import type { PartDesk } from '../work-desk.js';
import type { WorkerPart } from '../worker-parts.js';

interface EscalationWork {
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly clock: Clock;
}

const A_MINUTE = 60_000;

/** Writes down which steps grew more urgent: as soon as a day has begun, and for what the lists learn later, once a minute. */
export function startEscalating({ pool, store, clock }: EscalationWork, desk: PartDesk): WorkerPart {
  let day = '';
  const sweep = new Sweep(
    A_MINUTE,
    () =>
      desk.run(async () => {
        const now = clock.now();
        await recordEscalations({ pool, store }, now);
        day = londonDay(now);
      }),
    (error) =>
      desk.error({ err: error }, 'Which steps grew more urgent was not written down; it is tried again'),
  );
  sweep.wake();
  return {
    wake: () => {
      if (londonDay(clock.now()) !== day) sweep.wake();
    },
    close: () => sweep.stop(),
  };
}
