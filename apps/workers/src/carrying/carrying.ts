import { CARRYING, carryOn } from '@linking/application/carrying/carry-on.js';
import type { CarryingDependencies } from '@linking/application/carrying/carry-on.js';
import { consumersBehind } from '../consumers-behind.js';
import { CONSUMER_LOCK, startPart } from '../worker-parts.js';
import type { WorkerPart, Workshop } from '../worker-parts.js';

/** Carries facts from stream to stream: one `carry-on` job, never two at once. */
export async function startCarrying(
  workshop: Workshop,
  dependencies: CarryingDependencies,
): Promise<WorkerPart> {
  return startPart(workshop, {
    queue: 'carrying',
    concurrency: 1,
    lockDuration: CONSUMER_LOCK,
    every: 5_000,
    failure: 'Carrying stands still',
    async lookForWork() {
      const behind = await consumersBehind(dependencies, [CARRYING]);
      return behind.map((name) => ({ name: 'carry-on', data: {}, onceMore: name }));
    },
    handle: async () => carryOn(dependencies, workshop.signal),
  });
}
