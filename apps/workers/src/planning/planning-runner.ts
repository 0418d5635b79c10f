import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import type { LogReader } from '@linking/projections/checkpoints/catch-up.js';
import type { Projection } from '@linking/projections/projection.js';
import { consumersBehind } from '../consumers-behind.js';
import { CONSUMER_LOCK, startPart } from '../worker-parts.js';
import type { WorkerPart, Workshop } from '../worker-parts.js';

/** Keeps the table of mails at the head of the log, and calls `planned` when there may be new ones. */
export async function startPlanning(
  workshop: Workshop,
  reader: LogReader,
  planning: Projection,
  planned: () => void,
): Promise<WorkerPart> {
  return startPart(workshop, {
    queue: 'planning',
    concurrency: 1,
    lockDuration: CONSUMER_LOCK,
    every: 5_000,
    failure: 'Planning stands still',
    async lookForWork() {
      const behind = await consumersBehind(reader, [planning.name]);
      return behind.map((name) => ({ name: 'plan', data: {}, onceMore: name }));
    },
    async handle() {
      if ((await catchUp(reader, planning, workshop.signal)) > 0) planned();
    },
  });
}
