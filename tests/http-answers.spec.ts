import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createPool } from '@linking/platform/database/pool.js';
import { testGateway } from './support/gateway.js';
import { openDesk } from './support/note-desk.js';
import type { Desk } from './support/note-desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.gateway.close());

describe('what goes wrong', () => {
  it('a rule is answered with its code, its sentence and the next step', async () => {
    expect((await desk.get('/api/v1/specs/fails/refusal')).json()).toMatchObject({
      status: 422,
      code: 'LINK_NOT_BROKERED',
      detail: 'The link is not brokered yet.',
      nextStep: 'broker',
    });
  });

  it('a lost race is 412 only for a caller who said what she saw', async () => {
    expect((await desk.get('/api/v1/specs/fails/race')).statusCode).toBe(503);
    expect((await desk.get('/api/v1/specs/fails/race', { 'if-match': '"3"' })).json()).toMatchObject({
      status: 412,
      currentRevision: 4,
    });
  });

  it('an outage is answered with 503 and when to try again', async () => {
    const answer = await desk.get('/api/v1/specs/fails/away');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('an unexpected error shows nothing but a number to quote', async () => {
    const answer = await desk.get('/api/v1/specs/fails/secret');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.json()).toMatchObject({
      code: 'UNEXPECTED',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it('an address of the API that does not exist is a problem too', async () => {
    const answer = await desk.get('/api/v1/nothing-here');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a database that is away is an outage, and the gateway says that it is not ready', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const pool = createPool({ url: `postgres://linking@127.0.0.1:${port}/gone`, name: 'spec', max: 1 });
    const alone = await testGateway({ world: { pool } });
    try {
      const me = await alone.app.inject({
        url: '/api/v1/me',
        headers: { authorization: desk.rosa.authorization },
      });
      expect(me.statusCode).toBe(503);
      expect(me.json()).toMatchObject({ code: 'UNAVAILABLE' });
      const ready = await alone.app.inject('/health/ready');
      expect(ready.statusCode).toBe(503);
      expect(ready.json()).toMatchObject({
        status: 'not-ready',
        checks: [{ name: 'database', ok: false }, { ok: true }],
      });
      expect((await alone.app.inject('/health/live')).statusCode).toBe(200);
    } finally {
      await alone.close();
      await pool.end();
    }
  });

  it('a gateway whose database answers is ready, unless another check fails', async () => {
    expect((await desk.get('/health/ready')).json()).toEqual({
      status: 'ready',
      checks: [
        { name: 'database', ok: true },
        { name: 'event-log', ok: true },
      ],
    });
  });
});

describe('what every answer carries', () => {
  it('pages and API are not kept, not framed, and name no other site as source', async () => {
    for (const url of ['/api/v1/me', '/health/live', '/nothing-here']) {
      const { headers } = await desk.get(url);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; " +
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('only the viewer of the API\u2019s description may set styles in its page', async () => {
    const docs = await desk.get('/api/docs');
    expect(docs.statusCode).toBe(200);
    expect(docs.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
    expect((await desk.get('/api/docsx')).headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('the API describes itself in OpenAPI 3.1, without the pages', async () => {
    const document = (await desk.get('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, object>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/sign-in', '/api/v1/sign-out', '/api/v1/me', '/health/ready']),
    );
    expect(Object.keys(document.paths)).not.toContain('/sign-in');
    expect(document.paths['/api/v1/me']).toMatchObject({
      get: {
        responses: {
          default: {
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemBody' } } },
          },
        },
      },
    });
    expect(document.paths['/api/v1/me']).toMatchObject({ get: { security: [{ bearer: [] }] } });
  });

  it('it answers over a real connection, and waits for a slow one no longer than is set', async () => {
    await desk.gateway.app.listen(0, '127.0.0.1');
    const server = desk.gateway.app.getHttpServer();
    expect(server.headersTimeout).toBe(15_000);
    expect(server.requestTimeout).toBe(120_000);
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const answered = text(socket);
    socket.end('GET /health/live HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
    expect(await answered).toContain('{"status":"live"}');
  });
});
