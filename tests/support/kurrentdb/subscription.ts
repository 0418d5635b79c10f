import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { filterOf } from './filter.js';
import type { KeptLog } from './kept-log.js';
import { checkpoint, readEvent } from './messages.js';
import type { ReadCall } from './read-service.js';

/** `DefaultReadBatchSize`: KurrentDB.Core/Services/Transport/Enumerators/Enumerator.cs. */
const SEARCH_WINDOW = 32;

/**
 * A subscription to `$all`: the position is exclusive (docs/api/subscriptions.md of the client). Enumerator.
 * AllSubscriptionFiltered.cs: confirmation first; a checkpoint after each `checkpointInterval` events that were looked at,
 * wanted or not, and one when the end of the log is reached; then it goes live.
 */
export function subscribe(log: KeptLog, call: ReadCall, options: streams.ReadReq.Options): void {
  const all = options.getAll()!;
  const matches = filterOf(options);
  const filter = options.getFilter();
  const interval = (filter?.getCheckpointintervalmultiplier() ?? 1) * (filter?.getMax() || SEARCH_WINDOW);
  let next = 0;
  let considered = 0;
  if (all.hasEnd()) next = log.records.length;
  if (all.hasPosition()) {
    next = log.before(BigInt(all.getPosition()!.getCommitPosition()) + 1n);
  }

  const goOn = () => {
    for (; next < log.records.length; next += 1) {
      const recorded = log.records[next]!;
      if (matches(recorded)) call.write(readEvent(recorded));
      considered += 1;
      if (filter && considered % interval === 0) call.write(checkpoint(recorded.position));
    }
  };

  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  call.write(new streams.ReadResp().setConfirmation(confirmation.setSubscriptionId(crypto.randomUUID())));
  goOn();
  const last = log.records.at(-1);
  if (filter && last) call.write(checkpoint(last.position));
  call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
  log.growth.on('grown', goOn);
  const end = () => log.growth.off('grown', goOn);
  call.on('cancelled', end);
  call.on('close', end);
}
