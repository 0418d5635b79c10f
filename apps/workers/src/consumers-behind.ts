import type { LogReader } from '@linking/projections/checkpoints/catch-up.js';
import { readConsumers } from '@linking/projections/checkpoints/checkpoints-table.js';

/** Names of the consumers that have not reached the head of the log. */
export async function consumersBehind(
  reader: LogReader,
  names: readonly string[],
): Promise<readonly string[]> {
  const head = await reader.store.head();
  if (head === null) return [];
  const positions = new Map(
    (await readConsumers(reader.pool)).map(({ consumer, position }) => [consumer, position]),
  );
  return names.filter((name) => {
    const position = positions.get(name) ?? null;
    return position === null || reader.store.comparePositions(position, head) < 0;
  });
}
