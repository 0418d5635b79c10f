import grpc from '@grpc/grpc-js';

type Exception = 'access-denied' | 'stream-deleted' | 'maximum-append-size-exceeded';

const CODES: Readonly<Record<Exception, grpc.status>> = {
  'access-denied': grpc.status.PERMISSION_DENIED,
  'stream-deleted': grpc.status.FAILED_PRECONDITION,
  'maximum-append-size-exceeded': grpc.status.INVALID_ARGUMENT,
};

/** EventStore.Core/Services/Transport/Grpc/RpcExceptions.cs: the trailer `exception` says what was refused. */
export function refused(exception: Exception, stream: string): Partial<grpc.StatusObject> {
  const metadata = new grpc.Metadata();
  metadata.set('exception', exception);
  metadata.set('stream-name', encodeURIComponent(stream));
  metadata.set('maximum-append-size', String(1024 * 1024));
  return { code: CODES[exception], details: exception, metadata };
}
