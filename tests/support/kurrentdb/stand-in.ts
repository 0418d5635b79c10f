import grpc from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { promisify } from 'node:util';
import { append, batchAppend } from './append-service.js';
import { Faults } from './faults.js';
import { supportedMethods } from './features-service.js';
import { KeptLog } from './kept-log.js';
import { read } from './read-service.js';
import { Relay } from './relay.js';

export interface StandIn {
  /** For `KURRENTDB_URL`. */
  readonly url: string;
  readonly log: KeptLog;
  readonly faults: Faults;
  /** Between the client and the server: connections can be cut. */
  readonly relay: Relay;
  /** The positions at which subscriptions began, oldest first. */
  readonly subscribedFrom: readonly string[];
  close(): Promise<void>;
}

/**
 * Stands in for a KurrentDB on the loopback: the calls that the event log needs, answered over gRPC with the client's own
 * generated messages, from memory. What it shows is said by the server's source or the client's documentation; the files
 * name which. It is not a server: no cluster, no projections, nothing on a disk.
 */
export async function startStandIn(): Promise<StandIn> {
  const log = new KeptLog();
  const server = new grpc.Server({ 'grpc.max_receive_message_length': -1 });
  const port = await promisify(server.bindAsync.bind(server))(
    '127.0.0.1:0',
    grpc.ServerCredentials.createInsecure(),
  );
  const relay = new Relay(port);
  await relay.open();
  const faults = new Faults(relay);
  const subscribedFrom: string[] = [];
  server.addService(streams.StreamsService, {
    append: append(log, faults),
    batchAppend: batchAppend(log, faults),
    read: read(log, faults, subscribedFrom),
  });
  server.addService(features.ServerFeaturesService, { getSupportedMethods: supportedMethods(faults) });
  return {
    // The native bridge waits this long before it connects, usually half a second.
    url: `kurrentdb://127.0.0.1:${relay.port}?tls=false&discoveryInterval=20`,
    log,
    faults,
    relay,
    subscribedFrom,
    async close() {
      await relay.close().catch(() => undefined);
      server.forceShutdown();
    },
  };
}
