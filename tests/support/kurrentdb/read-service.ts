import type { ServerWritableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Faults } from './faults.js';
import { filterOf } from './filter.js';
import type { KeptLog, Recorded } from './kept-log.js';
import { readEvent } from './messages.js';
import { refused } from './refusals.js';
import { subscribe } from './subscription.js';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

export function read(log: KeptLog, faults: Faults, subscribedFrom: string[]) {
  return (call: ReadCall) => {
    const options = call.request.getOptions()!;
    if (faults.accessDenied) {
      call.emit('error', refused('access-denied', '$all'));
      return;
    }
    if (options.hasSubscription()) {
      const position = options.getAll()?.getPosition();
      if (position) subscribedFrom.push(position.getCommitPosition());
      subscribe(log, call, options);
      return;
    }
    const found = options.hasStream() ? inStream(log, call, options) : inAll(log, options);
    if (!found) return;
    let left = Number(options.getCount());
    for (const recorded of found) {
      if (left === 0) break;
      call.write(readEvent(recorded));
      left -= 1;
    }
    call.end();
  };
}

const isBackwards = (options: streams.ReadReq.Options) =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/**
 * Revisions are inclusive (docs/api/reading-events.md of the client). Backwards from behind the end begins at the last
 * event: IndexReader.cs goes on at `Math.Min(startEventNumber - 1, lastEventNumber)` until the count is reached.
 */
function inStream(
  log: KeptLog,
  call: ReadCall,
  options: streams.ReadReq.Options,
): readonly Recorded[] | undefined {
  const wanted = options.getStream()!;
  const name = Buffer.from(wanted.getStreamIdentifier()!.getStreamName_asU8()).toString('utf8');
  if (log.isDeleted(name)) {
    call.emit('error', refused('stream-deleted', name));
    return undefined;
  }
  const events = log.stream(name);
  if (events.length === 0) {
    // An unknown stream is an answer, not an error (Streams.Read.cs).
    const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(name));
    const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier);
    call.write(new streams.ReadResp().setStreamNotFound(notFound));
    call.end();
    return undefined;
  }
  if (!isBackwards(options))
    return wanted.hasRevision() ? events.slice(Number(wanted.getRevision())) : events;
  return (wanted.hasRevision() ? events.slice(0, Number(wanted.getRevision()) + 1) : events).toReversed();
}

/** Forwards the position is inclusive, backwards it is exclusive (docs/api/reading-events.md, readAll.test.ts). */
function* inAll(log: KeptLog, options: streams.ReadReq.Options): Iterable<Recorded> {
  const all = options.getAll()!;
  const backwards = isBackwards(options);
  const matches = filterOf(options);
  const step = backwards ? -1 : 1;
  let next = backwards ? log.records.length - 1 : 0;
  if (all.hasPosition())
    next = log.before(BigInt(all.getPosition()!.getCommitPosition())) - (backwards ? 1 : 0);
  for (; next >= 0 && next < log.records.length; next += step) {
    const recorded = log.records[next]!;
    if (matches(recorded)) yield recorded;
  }
}
