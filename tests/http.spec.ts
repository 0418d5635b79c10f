import {
  Body,
  Controller,
  Get,
  Injectable,
  Inject,
  Module,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, ValidateNested } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createServer } from 'node:net';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { Refusal } from '@linking/domain/refusal.js';
import { ConcurrencyError, EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import { createPool } from '@linking/platform/database/pool.js';
import { Access } from '../apps/gateway/src/http/access.js';
import { Answers, commandIdOf } from '../apps/gateway/src/http/answers.js';
import { PageQuery, pageOf, readCursor } from '../apps/gateway/src/http/paging.js';
import { etagOf, ifMatch } from '../apps/gateway/src/http/revisions.js';
import { listRoutes } from '../apps/gateway/src/http/routes.js';
import { CurrentUser } from '../apps/gateway/src/http/signed-in.js';
import type { SignedIn } from '../apps/gateway/src/http/signed-in.js';
import { testGateway } from './support/gateway.js';
import type { TestGateway } from './support/gateway.js';

class Inner {
  @ApiProperty({ type: 'integer' })
  @IsInt({ message: 'Give the number of pupils.' })
  @Max(200)
  pupilCount: number;
}

class NoteBody {
  @ApiProperty({ type: String })
  @IsString({ message: 'Give a note.' })
  note: string;

  @ApiProperty({ type: [Inner] })
  @ValidateNested({ each: true })
  @Type(() => Inner)
  classes: Inner[] = [];
}

/** Notes of two programmes, kept with the promises of a link: a revision, and each command carried out once. */
@Injectable()
class Notes {
  readonly commands: string[] = [];
  failAfterWriting: unknown;

  write(commandId: string, expected: number): number {
    const known = this.commands.indexOf(commandId);
    if (known >= 0) return known + 1;
    if (expected !== this.commands.length) {
      throw new ChangedBySomeoneElse(this.commands.length, 'Rosa Hartley', []);
    }
    this.commands.push(commandId);
    const failure = this.failAfterWriting;
    this.failAfterWriting = undefined;
    if (failure) throw failure;
    return this.commands.length;
  }
}

const errors: Record<string, () => unknown> = {
  refusal: () => new Refusal('LINK_NOT_BROKERED', 'The link is not brokered yet.', { nextStep: 'broker' }),
  race: () => new ConcurrencyError('link-BRD-2026-001', 3, 4),
  away: () => new EventStoreUnavailableError('connection refused'),
  secret: () => new Error('password of rosa@bradford.example is hunter2'),
};

@Access('signed-in')
@Controller('api/v1/specs')
class SpecsController {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Notes) private readonly notes: Notes,
  ) {}

  @Post('notes/:programme')
  @Access('coordinator', 'national')
  async write(
    @Param('programme') programme: string,
    @Body() body: NoteBody,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!covers(scope, programme)) throw new NotFound();
    return this.answers.once(request, reply, async (commandId) => {
      const expected = ifMatch(request);
      if (body.note === '') throw new Refusal('REASON_REQUIRED', 'Say what happened.');
      const revision = this.notes.write(commandId, expected);
      const headers = { etag: etagOf(revision), location: `/api/v1/specs/notes/${revision}` };
      return { status: 201, body: { revision, note: body.note }, headers };
    });
  }

  @Get('list')
  list(@Query() query: PageQuery) {
    const after = Number(readCursor(query.after, 1)?.[0] ?? 0);
    const rows = Array.from({ length: 7 }, (_, n) => n + 1).filter((n) => n > after);
    return pageOf(rows.slice(0, query.limit + 1), query.limit, String, (n) => [n]);
  }

  @Get('fails/:how')
  @Access('public')
  fails(@Param('how') how: string): never {
    throw errors[how]!();
  }

  @Post('import')
  @Access('admin', 'national')
  async take(@Body() body: Readable) {
    return { characters: (await text(body)).length };
  }
}

@Module({ controllers: [SpecsController], providers: [Notes] })
class SpecsModule {}

let gateway: TestGateway;
let rosa: { id: string; authorization: string };
let auditor: { id: string; authorization: string };
let admin: { id: string; authorization: string };

beforeAll(async () => {
  gateway = await testGateway({ modules: [SpecsModule] });
  rosa = await gateway.signedIn({
    email: 'rosa@bradford.example',
    roles: ['coordinator'],
    programmes: ['bradford'],
  });
  auditor = await gateway.signedIn({ email: 'auditor@linking.example', roles: ['auditor'] });
  admin = await gateway.signedIn({ email: 'admin@linking.example', roles: ['admin'] });
});

afterAll(() => gateway.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers });
const write = (
  headers: Record<string, string>,
  payload: object = { note: 'Phoned.' },
  programme = 'bradford',
) =>
  gateway.app.inject({
    method: 'POST',
    url: `/api/v1/specs/notes/${programme}`,
    payload,
    headers: { authorization: rosa.authorization, ...headers },
  });
const notes = () => gateway.app.get(Notes, { strict: false });
const seen = () => ({ 'if-match': etagOf(notes().commands.length) });

describe('who may enter', () => {
  it('nobody enters a route that asks for a sign-in without one', async () => {
    for (const authorization of ['', 'Bearer x', `Bearer ${'x'.repeat(43)}`, `Basic ${btoa('rosa:x')}`]) {
      const answer = await get('/api/v1/specs/list', { authorization });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    }
  });

  it('an auditor and an administrator cannot write what coordinators write', async () => {
    for (const { authorization } of [auditor, admin]) {
      const answer = await write({ authorization });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('every route declares who may enter', () => {
    const routes = listRoutes(gateway.app);
    expect(routes.filter(({ who }) => !who)).toEqual([]);
    expect(routes).toContainEqual({
      method: 'POST',
      path: '/api/v1/specs/notes/:programme',
      handler: 'SpecsController.write',
      who: ['coordinator', 'national'],
    });
    expect(routes).toContainEqual({
      method: 'GET',
      path: '/set-password/:token',
      handler: 'SetPasswordController.show',
      who: ['one-time-link'],
    });
  });

  it('a gateway with a route that declares nothing does not start', async () => {
    @Controller('api/v1/forgotten')
    class ForgottenController {
      @Get('here')
      here() {
        return 'open';
      }
    }
    @Module({ controllers: [ForgottenController] })
    class ForgottenModule {}
    await expect(testGateway({ modules: [ForgottenModule] })).rejects.toThrow(
      'GET /api/v1/forgotten/here (ForgottenController.here)',
    );
  });

  it('each read of an auditor is kept before it is answered, a search without its words', async () => {
    await get('/api/v1/specs/list?limit=3', { authorization: auditor.authorization });
    await get('/api/v1/me?q=Saira%20Malik', { authorization: auditor.authorization });
    await get('/api/v1/specs/list', { authorization: rosa.authorization });
    const { rows } = await gateway.pool.query(
      'select user_id, action, subject, detail from access_log order by id',
    );
    expect(rows).toEqual([
      { user_id: auditor.id, action: 'read', subject: '/api/v1/specs/list', detail: { query: 'limit=3' } },
      { user_id: auditor.id, action: 'read', subject: '/api/v1/me', detail: { query: 'q=' } },
    ]);
  });
});

describe('the order of checks of a write', () => {
  const broken = { note: 7, extra: true };

  it('sign-in comes before everything', async () => {
    expect((await write({ authorization: '' }, broken)).statusCode).toBe(401);
  });

  it('another programme is not found, with or without a key and a revision', async () => {
    const answer = await write({ 'idempotency-key': 'kent-1', ...seen() }, undefined, 'kent');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await gateway.pool.query('select 1 from answers where key = $1', ['kent-1'])).rowCount).toBe(0);
  });

  it('the key comes before the revision: an answer given before is given again without one', async () => {
    const first = await write({ 'idempotency-key': 'order-1', ...seen() });
    expect(first.statusCode).toBe(201);
    const again = await write({ 'idempotency-key': 'order-1' });
    expect(again.statusCode).toBe(201);
  });

  it('the revision comes before the rules', async () => {
    const absent = await write({}, { note: '' });
    expect(absent.statusCode).toBe(428);
    expect(absent.json()).toMatchObject({ code: 'IF_MATCH_REQUIRED' });
    expect((await write(seen(), { note: '' })).json()).toMatchObject({
      status: 422,
      code: 'REASON_REQUIRED',
      detail: 'Say what happened.',
    });
  });

  it('a save on top of somebody else\u2019s says who changed it', async () => {
    const answer = await write({ 'if-match': '"99"' });
    expect(answer.statusCode).toBe(412);
    expect(answer.json()).toMatchObject({
      currentRevision: notes().commands.length,
      changedBy: 'Rosa Hartley',
      changes: [],
    });
  });

  it.each(['*', '1', '"1", "2"', '"-1"', '"x"'])(
    'an If-Match that names no single revision is refused: %s',
    async (tag) => {
      expect((await write({ 'if-match': tag })).json()).toMatchObject({
        status: 400,
        code: 'INVALID_HEADER',
      });
    },
  );

  it('a weak ETag counts as the revision it names', async () => {
    expect((await write({ 'if-match': `W/"${notes().commands.length}"` })).statusCode).toBe(201);
  });
});

describe('Idempotency-Key', () => {
  it('the second answer is the first one, byte for byte, with its ETag and Location', async () => {
    const headers = { 'idempotency-key': 'replay-1', ...seen() };
    const first = await write(headers);
    const second = await write(headers);
    expect(second.statusCode).toBe(201);
    expect(second.body).toBe(first.body);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(second.headers['content-type']).toBe('application/json; charset=utf-8');
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(notes().commands.at(-1)).toBe(commandIdOf(rosa.id, 'replay-1'));
  });

  it('ten requests with one key at the same moment are one command', async () => {
    const before = notes().commands.length;
    const headers = { 'idempotency-key': 'burst-1', ...seen() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => write(headers)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(notes().commands.length).toBe(before + 1);
  });

  it('the same key with another body or at another address is refused', async () => {
    await write({ 'idempotency-key': 'used-1', ...seen() });
    const other = await write({ 'idempotency-key': 'used-1', ...seen() }, { note: 'Another.' });
    expect(other.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    const elsewhere = await gateway.app.inject({
      method: 'POST',
      url: '/api/v1/specs/notes/bradford?other',
      payload: { note: 'Phoned.' },
      headers: { authorization: rosa.authorization, 'idempotency-key': 'used-1', ...seen() },
    });
    expect(elsewhere.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('the order of the fields makes no other body', async () => {
    const headers = { 'idempotency-key': 'fields-1', ...seen() };
    await write(headers, { note: 'Phoned.', classes: [] });
    expect((await write(headers, { classes: [], note: 'Phoned.' })).headers['idempotency-replayed']).toBe(
      'true',
    );
  });

  it('a refused request frees its key', async () => {
    expect((await write({ 'idempotency-key': 'freed-1', ...seen() }, { note: '' })).statusCode).toBe(422);
    expect((await write({ 'idempotency-key': 'freed-1', ...seen() })).statusCode).toBe(201);
  });

  it('a command whose answer was lost is not carried out twice', async () => {
    notes().failAfterWriting = new EventStoreUnavailableError('connection lost');
    const headers = { 'idempotency-key': 'lost-1', ...seen() };
    const lost = await write(headers);
    expect(lost.statusCode).toBe(503);
    expect(lost.headers['retry-after']).toBe('1');
    const written = notes().commands.length;
    const retried = await write(headers);
    expect(retried.statusCode).toBe(201);
    expect(retried.json()).toMatchObject({ revision: written });
    expect(notes().commands.length).toBe(written);
  });

  it('an answer is kept for seven days', async () => {
    await write({ 'idempotency-key': 'old-1', ...seen() });
    await gateway.pool.query(`update answers set created_at = now() - interval '8 days' where key = 'old-1'`);
    const later = await write({ 'idempotency-key': 'old-1', ...seen() }, { note: 'Another.' });
    expect(later.headers['idempotency-replayed']).toBeUndefined();
    expect(later.statusCode).toBe(201);
  });

  it('one person\u2019s key is nobody else\u2019s', async () => {
    const other = await gateway.signedIn({ email: 'nadia@linking.example', roles: ['national'] });
    await write({ 'idempotency-key': 'mine-1', ...seen() });
    const hers = await write({ 'idempotency-key': 'mine-1', ...seen(), authorization: other.authorization });
    expect(hers.headers['idempotency-replayed']).toBeUndefined();
    expect(hers.statusCode).toBe(201);
  });

  it.each(['', 'with space', 'x'.repeat(256)])(
    'a key of other characters or more than 255 is refused',
    async (key) => {
      expect((await write({ 'idempotency-key': key, ...seen() })).statusCode).toBe(400);
    },
  );
});

describe('what cannot be read', () => {
  const raw = (payload: string | Buffer, type = 'application/json', url = '/api/v1/specs/notes/bradford') =>
    gateway.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: rosa.authorization, 'content-type': type },
    });

  it('a body is refused with each field that is wrong or unknown', async () => {
    const answer = await write(seen(), { note: 7, classes: [{ pupilCount: 'x', name: '4 Oak' }], extra: 1 });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toEqual({
      type: 'urn:linking:problem:invalid-body',
      title: 'Bad Request',
      status: 400,
      code: 'INVALID_BODY',
      detail: 'Some of it cannot be read.',
      errors: expect.arrayContaining([
        { field: 'extra', message: 'There is no field extra here.' },
        { field: 'note', message: 'Give a note.' },
        { field: 'classes.0.name', message: 'There is no field classes.0.name here.' },
        { field: 'classes.0.pupilCount', message: 'Give the number of pupils.' },
      ]),
    });
  });

  it.each([
    ['{"note":', 400, 'application/json'],
    ['[]', 400, 'application/json'],
    ['"x"', 400, 'application/json'],
    ['null', 400, 'application/json'],
    ['', 400, 'application/json'],
    ['{"__proto__":{"note":"x"}}', 400, 'application/json'],
    ['note=x', 415, 'application/x-www-form-urlencoded'],
    ['<note/>', 415, 'application/xml'],
  ])('%s is answered with %i as a problem', async (payload, status, type) => {
    const answer = await raw(payload, type);
    expect([answer.statusCode, answer.json<{ status: number }>().status]).toEqual([status, status]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('a body of more than a megabyte is too large', async () => {
    const answer = await raw(JSON.stringify({ note: 'x'.repeat(1024 * 1024) }));
    expect(answer.json()).toMatchObject({ status: 413, code: 'TOO_LARGE' });
  });

  it('a CSV file where JSON is asked for is refused', async () => {
    expect((await raw('a,b', 'text/csv')).json()).toMatchObject({ status: 400, code: 'INVALID_BODY' });
  });

  it('a NUL character is a mistake of the caller', async () => {
    const payload = { email: 'a\u0000@linking.example', password: 'x' };
    const answer = await gateway.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
    expect(answer.statusCode).toBe(400);
  });

  it('a list takes up to 200 and continues where it stopped', async () => {
    const { authorization } = rosa;
    const shown: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const answer = await get(`/api/v1/specs/list?limit=3${next && `&after=${next}`}`, { authorization });
      const page = answer.json<{ items: string[]; next: string | null }>();
      shown.push(...page.items);
      next = page.next;
    }
    expect(shown).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    for (const query of [
      'limit=201',
      'limit=0',
      'limit=x',
      'after=x',
      'after=W10',
      'page=2',
      'limit=1&limit=2',
    ]) {
      expect((await get(`/api/v1/specs/list?${query}`, { authorization })).json()).toMatchObject({
        status: 400,
        code: 'INVALID_QUERY',
      });
    }
  });

  it('a CSV file of more than a megabyte arrives as a stream', async () => {
    const answer = await gateway.app.inject({
      method: 'POST',
      url: '/api/v1/specs/import',
      payload: 'a,b\n'.repeat(1_000_000),
      headers: { authorization: admin.authorization, 'content-type': 'text/csv; charset=windows-1252' },
    });
    expect(answer.json()).toEqual({ characters: 4_000_000 });
  });
});

describe('what goes wrong', () => {
  it('a rule is answered with its code, its sentence and the next step', async () => {
    expect((await get('/api/v1/specs/fails/refusal')).json()).toMatchObject({
      status: 422,
      code: 'LINK_NOT_BROKERED',
      detail: 'The link is not brokered yet.',
      nextStep: 'broker',
    });
  });

  it('a lost race is 412 only for a caller who said what she saw', async () => {
    expect((await get('/api/v1/specs/fails/race')).statusCode).toBe(503);
    expect((await get('/api/v1/specs/fails/race', { 'if-match': '"3"' })).json()).toMatchObject({
      status: 412,
      currentRevision: 4,
    });
  });

  it('an outage is answered with 503 and when to try again', async () => {
    const answer = await get('/api/v1/specs/fails/away');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('an unexpected error shows nothing but a number to quote', async () => {
    const answer = await get('/api/v1/specs/fails/secret');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.json()).toMatchObject({
      code: 'UNEXPECTED',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  it('an address of the API that does not exist is a problem too', async () => {
    const answer = await get('/api/v1/nothing-here');
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
        headers: { authorization: rosa.authorization },
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
    expect((await get('/health/ready')).json()).toEqual({
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
      const { headers } = await get(url);
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
    const docs = await get('/api/docs');
    expect(docs.statusCode).toBe(200);
    expect(docs.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
    expect((await get('/api/docsx')).headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('the API describes itself in OpenAPI 3.1, without the pages', async () => {
    const document = (await get('/api/openapi.json')).json<{
      openapi: string;
      paths: Record<string, object>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/sign-in', '/api/v1/sign-out', '/api/v1/me', '/health/ready']),
    );
    expect(Object.keys(document.paths)).not.toContain('/sign-in');
    expect(document.paths['/api/v1/me']).toMatchObject({ get: { security: [{ bearer: [] }] } });
  });

  it('it answers over a real connection, and waits for a slow one no longer than is set', async () => {
    await gateway.app.listen(0, '127.0.0.1');
    const server = gateway.app.getHttpServer();
    expect(server.headersTimeout).toBe(15_000);
    expect(server.requestTimeout).toBe(120_000);
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const answered = text(socket);
    socket.end('GET /health/live HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
    expect(await answered).toContain('{"status":"live"}');
  });
});
