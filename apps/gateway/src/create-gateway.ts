import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { World } from '@linking/application/world.module.js';
import { GatewayModule } from './gateway.module.js';
import type { ReadinessCheck } from './health/readiness.js';
import { addCompression } from './http/compression.js';
import { addContentTypes } from './http/content-types.js';
import { logAnswers, requestId } from './http/logging.js';
import { serveOpenApi } from './http/openapi.js';
import { assertAccessDeclared } from './http/routes.js';
import { addSecurityHeaders } from './http/security-headers.js';
import { answerBadAddress, answerBadConnection } from './http/unreadable-requests.js';
import { ASSETS_PREFIX, assetsFolder } from './pages/layout/page-assets.js';

export interface GatewayOptions {
  readonly checks?: readonly ReadinessCheck[];
  /** Modules beside those of the gateway, for specs of what is beneath the routes. */
  readonly modules?: NonNullable<DynamicModule['imports']>;
}

const MIB = 1024 * 1024;
/** The national register has about 60 MB. */
const LARGEST_FILE = 256 * MIB;

/** The gateway, ready to `listen` or `inject`. It closes nothing of the world it was given. */
export async function createGateway(
  world: World,
  options: GatewayOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MIB,
    // The id of a mail about an interest or a session has two UUIDs in it, and is longer than the usual 100.
    routerOptions: { maxParamLength: 200 },
    // Behind https a proxy ends TLS: its word about the caller's address counts, nobody else's.
    trustProxy: world.settings.publicUrl.startsWith('https:')
      ? ['loopback', 'linklocal', 'uniquelocal']
      : false,
    genReqId: (request: IncomingMessage) => requestId(request),
    // Without these a slow client keeps its connection for ever. A register of 60 MB has two minutes to arrive.
    requestTimeout: 120_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadConnection,
  });
  const registered: { method: string; path: string }[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) registered.push({ method: one, path: url });
  });
  const module = GatewayModule.with(world, options.checks, options.modules);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    // What Nest says of its own start is noise unless something is wrong.
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await addSecurityHeaders(app, world.settings.publicUrl);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { files: 1, fields: 10, fileSize: LARGEST_FILE } });
  await serveAssets(app);
  addCompression(app);
  addContentTypes(app);
  logAnswers(app);
  serveOpenApi(app);
  await app.init();
  app.useLogger(app.get(Logger));
  await adapter.getInstance().ready();
  assertAccessDeclared(app, registered);
  return app;
}

async function serveAssets(app: NestFastifyApplication): Promise<void> {
  const root = assetsFolder();
  if (!existsSync(root)) return;
  // Names hold the hash of the content: a name never changes its content.
  await app.register(fastifyStatic, {
    root,
    prefix: ASSETS_PREFIX,
    decorateReply: false,
    index: false,
    maxAge: '365d',
    immutable: true,
    // Packed beside each other when they are built.
    preCompressed: true,
  });
}
