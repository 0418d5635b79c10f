import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import code from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { refused } from './refusals.js';
import type { Faults } from './faults.js';
import type { KeptLog, Outcome, Proposed } from './kept-log.js';

type Message = streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage;

/** One request, one answer. */
export function append(log: KeptLog, faults: Faults) {
  return (
    call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
    answer: sendUnaryData<streams.AppendResp>,
  ) => {
    let name = '';
    let expected = -1;
    const events: Proposed[] = [];
    call.on('data', (request: streams.AppendReq) => {
      const options = request.getOptions();
      const message = request.getProposedMessage();
      if (options) {
        name = nameOf(options.getStreamIdentifier());
        expected = options.hasRevision() ? Number(options.getRevision()) : -1;
      }
      if (message) events.push(proposed(message));
    });
    call.on('end', () => {
      const outcome = faults.append(() => log.append(name, expected, events));
      if (outcome === 'lost') return;
      if (outcome === 'denied') return answer(refused('access-denied', name));
      switch (outcome.kind) {
        case 'written':
          return answer(null, appended(outcome));
        case 'wrong-version':
          return answer(null, wrongVersion(outcome.current, expected));
        case 'deleted':
          return answer(refused('stream-deleted', name));
        case 'too-large':
          return answer(refused('maximum-append-size-exceeded', name));
      }
    });
  };
}

function appended({ revision, position }: Outcome & { kind: 'written' }): streams.AppendResp {
  const at = new streams.AppendResp.Position();
  at.setCommitPosition(String(position)).setPreparePosition(String(position));
  const success = new streams.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at);
  return new streams.AppendResp().setSuccess(success);
}

function wrongVersion(current: number, expected: number): streams.AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected < 0) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

interface Pending {
  readonly name: string;
  readonly expected: number;
  readonly events: Proposed[];
}

/** Many appends over one call, each with its own correlation id; large ones come in parts (Streams.BatchAppend.cs). */
export function batchAppend(log: KeptLog, faults: Faults) {
  return (call: ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>) => {
    const pending = new Map<string, Pending>();
    call.on('error', () => undefined);
    call.on('data', (request: streams.BatchAppendReq) => {
      const correlation = request.getCorrelationId();
      const key = Buffer.from(correlation!.serializeBinary()).toString('hex');
      const options = request.getOptions();
      if (options) {
        const name = nameOf(options.getStreamIdentifier());
        const expected = options.hasStreamPosition() ? Number(options.getStreamPosition()) : -1;
        pending.set(key, { name, expected, events: [] });
      }
      const { name, expected, events } = pending.get(key)!;
      events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;
      pending.delete(key);
      const outcome = faults.append(() => log.append(name, expected, events));
      if (outcome === 'lost') return;
      const answer = new streams.BatchAppendResp().setCorrelationId(correlation);
      answer.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(name)));
      if (outcome === 'denied') answer.setError(failure('AccessDenied', new shared.AccessDenied()));
      else complete(answer, outcome, expected);
      call.write(answer);
    });
    call.on('end', () => call.end());
  };
}

function complete(answer: streams.BatchAppendResp, outcome: Outcome, expected: number): void {
  switch (outcome.kind) {
    case 'written': {
      const at = new shared.AllStreamPosition();
      at.setCommitPosition(String(outcome.position)).setPreparePosition(String(outcome.position));
      const success = new streams.BatchAppendResp.Success();
      answer.setSuccess(success.setCurrentRevision(String(outcome.revision)).setPosition(at));
      return;
    }
    case 'wrong-version': {
      const wrong = new shared.WrongExpectedVersion();
      if (outcome.current < 0) wrong.setCurrentNoStream(new empty.Empty());
      else wrong.setCurrentStreamRevision(String(outcome.current));
      if (expected < 0) wrong.setExpectedNoStream(new empty.Empty());
      else wrong.setExpectedStreamPosition(String(expected));
      answer.setError(failure('WrongExpectedVersion', wrong));
      return;
    }
    case 'deleted':
      answer.setError(failure('StreamDeleted', new shared.StreamDeleted()));
      return;
    case 'too-large': {
      const exceeded = new shared.MaximumAppendSizeExceeded().setMaxappendsize(outcome.limit);
      answer.setError(failure('MaximumAppendSizeExceeded', exceeded));
    }
  }
}

/** EventStore.Core/Services/Transport/Grpc/Status.cs: a `google.rpc.Status` whose detail is one of the shared messages. */
function failure(type: string, detail: { serializeBinary(): Uint8Array }): status.Status {
  const details = new any.Any();
  details.pack(detail.serializeBinary(), `event_store.client.${type}`);
  return new status.Status().setCode(code.Code.UNKNOWN).setMessage(type).setDetails(details);
}

function proposed(message: Message): Proposed {
  const about = message.getMetadataMap();
  return {
    id: message.getId()!.getString(),
    type: about.get('type') ?? '',
    contentType: about.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function nameOf(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier!.getStreamName_asU8()).toString('utf8');
}
