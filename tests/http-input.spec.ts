import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { problemOf } from '../apps/gateway/src/http/problems.js';
import { openDesk } from './support/note-desk.js';
import type { Desk } from './support/note-desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.gateway.close());

describe('what cannot be read', () => {
  const raw = (payload: string | Buffer, type = 'application/json', url = '/api/v1/specs/notes/bradford') =>
    desk.gateway.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { authorization: desk.rosa.authorization, 'content-type': type },
    });

  it('a body is refused with each field that is wrong or unknown', async () => {
    const answer = await desk.write(desk.seen(), {
      note: 7,
      classes: [{ pupilCount: 'x', name: '4 Oak' }],
      extra: 1,
    });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toEqual({
      type: 'urn:linking:problem:invalid-body',
      title: 'Bad Request',
      status: 400,
      code: 'INVALID_BODY',
      detail: expect.stringMatching(/^There is no field extra here\. .* And 1 more\.$/),
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
    ['{"note":{"constructor":1}}', 400, 'application/json'],
    ['{"classes":[{"constructor":1}]}', 400, 'application/json'],

    ['note=x', 415, 'application/x-www-form-urlencoded'],
    ['<note/>', 415, 'application/xml'],
  ])('%s is answered with %i as a problem', async (payload, status, type) => {
    const answer = await raw(payload, type);
    expect([answer.statusCode, answer.json<{ status: number }>().status]).toEqual([status, status]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('a body of lists within lists without end upsets nobody', async () => {
    const answer = await raw(`{"note":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
    expect(answer.json()).toMatchObject({ status: 400, code: 'INVALID_BODY' });
  });

  it('a value of the wrong type is refused once, and a missing one is called missing', async () => {
    const answer = await desk.gateway.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email: 7 },
    });
    expect(answer.json()).toMatchObject({
      detail: 'Enter your e-mail address. Enter your password.',
      errors: [
        { field: 'email', message: 'Enter your e-mail address.' },
        { field: 'password', message: 'Enter your password.' },
      ],
    });
  });

  it.each([
    ['badly encoded', '/api/v1/links/%ff'],
    ['badly encoded', '/api/v1/links/%'],
    ['too long', `/api/v1/links/${'A'.repeat(500)}`],
  ])('an address that is %s is a problem too', async (_how, url) => {
    const answer = await desk.gateway.app.inject({ method: 'GET', url });
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json'),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.json()).toMatchObject({
      code: 'INVALID_ADDRESS',
      detail: 'This address cannot be read.',
    });
    expect(answer.json<{ status: number }>().status).toBe(answer.statusCode);
  });

  it.each<readonly [string, string, number]>([
    ['a word', 'GARBAGE\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'a body of two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('what is not HTTP is answered as a problem: %s', async (_what, sent, status) => {
    if (!desk.gateway.app.getHttpServer().listening) await desk.gateway.app.listen(0, '127.0.0.1');
    const { port } = desk.gateway.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1').end(sent);
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*content-type: application/problem\\+json`));
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status });
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
    const answer = await desk.gateway.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
    expect(answer.statusCode).toBe(400);
  });

  it('a sender who goes away in the middle is no fault of ours', () => {
    const aborted = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    expect(problemOf(aborted)).toMatchObject({ status: 400, code: 'BROKEN_OFF' });
    const database = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
    expect(problemOf(database)).toMatchObject({ status: 503 });
  });

  it('a list takes up to 200 and continues where it stopped', async () => {
    const { authorization } = desk.rosa;
    const shown: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const answer = await desk.get(`/api/v1/specs/list?limit=3${next && `&after=${next}`}`, {
        authorization,
      });
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
      'limit=1e1',
      'limit=0x10',
      'limit=',
      'constructor=1',
    ]) {
      expect((await desk.get(`/api/v1/specs/list?${query}`, { authorization })).json()).toMatchObject({
        status: 400,
        code: 'INVALID_QUERY',
      });
    }
    const answer = await desk.get('/api/v1/specs/list?limit=201', { authorization });
    expect(answer.json()).toMatchObject({ detail: 'limit has to be a whole number from 1 to 200.' });
  });

  it('a CSV file of more than a megabyte arrives as a stream', async () => {
    const answer = await desk.gateway.app.inject({
      method: 'POST',
      url: '/api/v1/specs/import',
      payload: 'a,b\n'.repeat(1_000_000),
      headers: { authorization: desk.admin.authorization, 'content-type': 'text/csv; charset=windows-1252' },
    });
    expect(answer.json()).toEqual({ characters: 4_000_000 });
  });
});
