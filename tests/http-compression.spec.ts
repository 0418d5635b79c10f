import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { formFields } from './support/browser.js';
import { testGateway, type TestGateway } from './support/gateway.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway({ settings: { demo: true } });
});

afterAll(() => gateway.close());

const page = (codings: string | undefined, method: 'GET' | 'POST' = 'GET') =>
  gateway.app.inject({
    method,
    url: '/sign-in',
    ...(codings === undefined ? {} : { headers: { 'accept-encoding': codings } }),
  });

describe('a page', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ])('goes to a browser that takes %s packed as %s', async (codings, coding) => {
    const answer = await page(codings);
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, coding]);
    expect(answer.headers.vary).toContain('accept-encoding');
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[coding ?? ''];
    const html = unpack === undefined ? answer.body : unpack(answer.rawPayload).toString();
    expect(html).toMatch(/<\/html>$/);
    if (coding !== undefined) expect(answer.rawPayload.length).toBeLessThan(html.length / 2);
  });

  it('that answers a form goes as it is: it may show a secret', async () => {
    const answer = await page('br', 'POST');
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('holds another form token each time, and each of them is good', async () => {
    const first = await page(undefined);
    const cookie = first.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const second = await gateway.app.inject({ url: '/sign-in', headers: { cookie } });
    const tokens = [first, second].map(({ body }) => formFields(body, '/sign-in')['_csrf'] ?? '');
    expect(tokens[0]).not.toBe(tokens[1]);
    const send = (token: string) =>
      gateway.app.inject({
        method: 'POST',
        url: '/sign-in',
        payload: new URLSearchParams({ _csrf: token }).toString(),
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      });
    for (const token of tokens) expect((await send(token)).statusCode).toBe(422);
    for (const wrong of ['', tokens[0]!.slice(2), `${tokens[0]!.slice(0, 43)}${tokens[1]!.slice(43)}`]) {
      expect((await send(wrong)).statusCode).toBe(403);
    }
  });
});
