import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commandHandlers } from '@linking/application/application.module.js';
import { readModels } from '@linking/application/read-models.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { listRoutes, type RouteAccess } from '../apps/gateway/src/http/routes.js';
import { testGateway, type TestGateway } from './support/gateway.js';

/** Where @nestjs/cqrs keeps the command of a handler; its package does not export the name. */
const COMMAND_HANDLER_METADATA = '__commandHandler__';

const application = path.resolve(import.meta.dirname, '../libs/application/src');

/** Names of the command classes that are written anywhere in the application. */
const commands = readdirSync(application, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .flatMap((file) => [
    ...readFileSync(path.join(application, file), 'utf8').matchAll(/class (\w+) extends Command</g),
  ])
  .map((match) => match[1]);

const handled = commandHandlers.map(
  (handler) => (Reflect.getMetadata(COMMAND_HANDLER_METADATA, handler) as { name: string }).name,
);

describe('the wiring', () => {
  test('has exactly one handler for every command', () => {
    expect(commands.length).toBeGreaterThan(5);
    expect([...handled].sort()).toEqual([...commands].sort());
  });

  test('knows each read model and each step of the database by its own name', () => {
    const names = readModels.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const ids = migrations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const tables = readModels.flatMap((model) => model.migrations.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(tables));
  });
});

describe('the routes', () => {
  let gateway: TestGateway;
  let routes: readonly RouteAccess[];

  beforeAll(async () => {
    gateway = await testGateway();
    routes = listRoutes(gateway.app);
  });

  afterAll(() => gateway.close());

  test('each declare who may enter', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ who }) => who === undefined || who.length === 0)).toEqual([]);
  });

  test('are open to everybody only where that is meant', () => {
    const open = routes
      .filter(({ who }) => who?.includes('public'))
      .map(({ method, path: at }) => `${method} ${at}`);
    expect(open).toEqual(
      expect.arrayContaining(['POST /api/v1/sign-in', 'GET /health/live', 'GET /sign-in']),
    );
    expect(open.filter((route) => /\/api\/v1\/(?!sign-in)/.test(route))).toEqual([]);
    expect(
      open.filter((route) => /links|interests|training|venues|schools|outbox|imports/.test(route)),
    ).toEqual([]);
  });

  test('that change links are closed to auditors and administrators', () => {
    const changing = routes.filter(
      ({ method, path: at }) => method === 'POST' && /\/api\/v1\/(links|interests|training)/.test(at),
    );
    expect(changing.length).toBeGreaterThan(5);
    expect(changing.filter(({ who }) => who?.some((one) => one === 'auditor' || one === 'admin'))).toEqual(
      [],
    );
  });
});
