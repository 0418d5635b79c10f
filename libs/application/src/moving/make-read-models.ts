import { catchUp, type LogReader } from '@linking/projections/checkpoints/catch-up.js';
import { readModels } from '../read-models.js';
import type { Tell } from './progress.js';

/**
 * Makes the read models from the log that was brought. Answers those that stand still: why is kept beside their checkpoint
 * and shown in the service, and the log is whole all the same.
 */
export async function makeReadModels(
  log: LogReader,
  tell: Tell = () => undefined,
): Promise<readonly string[]> {
  const behind: string[] = [];
  for (const [index, model] of readModels.entries()) {
    await catchUp(log, model).catch(() => behind.push(model.name));
    tell(index + 1, readModels.length);
  }
  return behind;
}
