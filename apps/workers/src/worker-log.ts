import { withoutAddresses } from '@linking/application/operations/without-addresses.js';
import { pino } from 'pino';

/** Where the workers say what they could not do. Ids only, never names. */
export interface WorkerLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export const workerLog = (level: string): WorkerLog =>
  pino({ level, base: null, serializers: { err: loggedError } });

/** Messages of errors may quote an address; stacks hold the message once more. */
function loggedError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  return {
    type: name,
    message: withoutAddresses(message),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause === undefined ? {} : { cause: loggedError(cause) }),
  };
}
