import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Recorded } from './kept-log.js';

/** `created` is sent in ticks of 100 ns since 1970 (EventStore.Core, Streams.Read.cs, `ConvertToRecordedEvent`). */
const TICKS_PER_MILLISECOND = 10_000n;

export function readEvent(recorded: Recorded): streams.ReadResp {
  const position = String(recorded.position);
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  event.setId(new shared.UUID().setString(recorded.id));
  event.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(recorded.stream)));
  event.setStreamRevision(String(recorded.revision)).setCommitPosition(position).setPreparePosition(position);
  event.setData(recorded.data).setCustomMetadata(recorded.metadata);
  const about = event.getMetadataMap();
  about.set('type', recorded.type).set('content-type', recorded.contentType);
  about.set('created', String(BigInt(recorded.created.getTime()) * TICKS_PER_MILLISECOND));
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(position),
  );
}

export function checkpoint(position: bigint): streams.ReadResp {
  const at = new streams.ReadResp.Checkpoint();
  return new streams.ReadResp().setCheckpoint(
    at.setCommitPosition(String(position)).setPreparePosition(String(position)),
  );
}
