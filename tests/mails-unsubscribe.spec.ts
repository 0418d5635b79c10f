import { stopToken } from '@linking/application/mails/optional/stop-address.js';
import { stoppedSince } from '@linking/application/mails/optional/stopped-mails.js';
import { testGateway, testSettings, type TestGateway } from './support/gateway.js';

let gateway: TestGateway;
const personId = '00000000-0000-4000-8000-00000000000a';
const which = { personId, rule: 'N27' };
const at = `/unsubscribe/${stopToken(testSettings, which)}`;

beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.close());

const stopped = async () => (await stoppedSince(gateway.pool, which)) !== undefined;
const oneClick = (url: string, payload = 'List-Unsubscribe=One-Click') =>
  gateway.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

test('opening the address stops nothing; the one click of a mail program does, and it can be taken back', async () => {
  for (let times = 0; times < 3; times += 1) {
    const page = await gateway.app.inject({ url: at });
    expect([page.statusCode, page.body.includes('Stop these mails?')]).toEqual([200, true]);
  }
  expect(await stopped()).toBe(false);
  expect((await oneClick(at)).statusCode).toBe(200);
  expect((await oneClick(at)).statusCode).toBe(200);
  expect(await stopped()).toBe(true);
  expect((await gateway.app.inject({ url: at })).body).toContain('Send them again');
  expect((await oneClick(`${at}/again`, '')).statusCode).toBe(200);
  expect(await stopped()).toBe(false);
});

test('an address of mails that must arrive, or one that we never made, is none', async () => {
  const agreement = stopToken(testSettings, { personId, rule: 'N07' });
  for (const url of [`/unsubscribe/${agreement}`, `${at}x`, '/unsubscribe/N27']) {
    expect((await oneClick(url)).statusCode).toBe(404);
    const page = await gateway.app.inject({ url });
    expect([page.statusCode, page.body.includes('The address may be cut off.')]).toEqual([404, true]);
  }
});
