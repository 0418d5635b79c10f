import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isNativeError } from 'node:util/types';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LoggerModule } from 'nestjs-pino';
import type { Settings } from '@linking/platform/config/settings.js';
import { SETTINGS } from '@linking/application/ports.js';

/** Ids, routes and numbers only: no addresses of pages (they may hold a token), no bodies, no names, no e-mails. */
export const loggerModule = () =>
  LoggerModule.forRootAsync({
    inject: [SETTINGS],
    useFactory: ({ logLevel }: Settings) => ({
      pinoHttp: {
        level: logLevel,
        base: null,
        autoLogging: false,
        quietReqLogger: true,
        genReqId: (request: IncomingMessage) => requestId(request),
        // As it was thrown: wrapped, an error would be no error and lose its name and place.
        wrapSerializers: false,
        serializers: { err: loggedError },
      },
    }),
  });

const ids = new WeakMap<IncomingMessage, string>();

/** One id for a request, the same in every log line and in the answer to an unexpected error. */
export function requestId(request: IncomingMessage): string {
  const id = ids.get(request) ?? randomUUID();
  ids.set(request, id);
  return id;
}

/** One line for each answer. */
export function logAnswers(app: NestFastifyApplication): void {
  const logger = new Logger('http');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      logger.log(
        {
          requestId: request.id,
          method: request.method,
          route: request.routeOptions.url ?? null,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
          userId: request.signedIn?.user.id,
        },
        'answered',
      );
      done();
    });
}

/** Messages of errors may quote what somebody typed. */
export function loggedError(error: unknown): Readonly<Record<string, unknown>> {
  if (!isNativeError(error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    message: message.replace(/[^\s"'<>(]+@[^\s"'>)]+/g, '[address]'),
    ...(typeof code === 'string' ? { code } : {}),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause === undefined ? {} : { cause: loggedError(cause) }),
  };
}
