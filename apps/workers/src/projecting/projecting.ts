import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import type { LogReader } from '@linking/projections/checkpoints/catch-up.js';
import type { Projection } from '@linking/projections/projection.js';
import { consumersBehind } from '../consumers-behind.js';
import { CONSUMER_LOCK, startPart } from '../worker-parts.js';
import type { WorkerPart, Workshop } from '../worker-parts.js';

/** Keeps the read models at the head of the log: one `catch-up` job a read model, never two at once. */
export async function startProjecting(
  workshop: Workshop,
  reader: LogReader,
  projections: readonly Projection[],
): Promise<WorkerPart> {
  const byName = new Map(projections.map((projection) => [projection.name, projection]));
  return startPart(workshop, {
    queue: 'projections',
    concurrency: 2,
    lockDuration: CONSUMER_LOCK,
    every: 5_000,
    failure: 'A read model stands still',
    async lookForWork() {
      const behind = await consumersBehind(reader, [...byName.keys()]);
      return behind.map((name) => ({ name: 'catch-up', data: { projection: name }, onceMore: name }));
    },
    async handle(data) {
      // A job of another version of the program may name a read model that is no more.
      const projection = byName.get(data['projection'] ?? '');
      if (projection !== undefined) await catchUp(reader, projection, workshop.signal);
    },
  });
}
