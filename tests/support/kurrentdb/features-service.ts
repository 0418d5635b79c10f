import type { sendUnaryData } from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type { Faults } from './faults.js';

/** The methods that the stand-in has: the client asks before its first append whether there is `BatchAppend`. */
const METHODS = ['append', 'batchappend', 'read'];
const SERVICE = 'event_store.client.streams.streams';

export const supportedMethods =
  (faults: Faults) =>
  (_call: unknown, answer: sendUnaryData<features.SupportedMethods>): void => {
    const methods = METHODS.map((name) =>
      new features.SupportedMethod().setServiceName(SERVICE).setMethodName(name),
    );
    const told = new features.SupportedMethods().setEventStoreServerVersion('25.1.0').setMethodsList(methods);
    faults.features(() => answer(null, told));
  };
