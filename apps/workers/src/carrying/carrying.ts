import { CARRYING, carryOn } from '@linking/application/carrying/carry-on.js';
import type { CarryingDependencies } from '@linking/application/carrying/carry-on.js';
import { passSuccessions, successionsDue } from '@linking/application/carrying/successions.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { consumersBehind } from '../consumers-behind.js';
import { CONSUMER_LOCK, startPart } from '../worker-parts.js';
import type { WorkerPart, Workshop } from '../worker-parts.js';

/**
 * Carries facts from stream to stream, and open links and interests from a closed school to the one that goes on: one
 * `carry-on` job, never two at once.
 */
export async function startCarrying(
  workshop: Workshop,
  dependencies: CarryingDependencies & { readonly clock: Clock },
): Promise<WorkerPart> {
  const today = () => londonDay(dependencies.clock.now());
  return startPart(workshop, {
    queue: 'carrying',
    concurrency: 1,
    lockDuration: CONSUMER_LOCK,
    every: 5_000,
    failure: 'Carrying stands still',
    async lookForWork() {
      const behind = await consumersBehind(dependencies, [CARRYING]);
      const due = await successionsDue(dependencies.pool, today());
      return behind.length + due.length === 0 ? [] : [{ name: 'carry-on', data: {}, onceMore: CARRYING }];
    },
    async handle() {
      await carryOn(dependencies, workshop.signal);
      await passSuccessions(dependencies, today(), workshop.signal);
    },
  });
}
