import type { Page } from 'playwright-core';
import { PASSWORD } from './support/gateway.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { until } from './support/until.js';
import { openVisitedWorld, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let server: TestMailServer;
let page: Page;
let refs: string[];

beforeAll(async () => {
  server = await openMailServer();
  visited = await openVisitedWorld({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
  const { world } = visited;
  refs = [await world.propose(), await world.propose(), await world.propose()];
  for (const ref of refs) await world.change(ref, { type: 'Broker' });
  ({ page } = await visited.visit({ email: 'nadia@linking.example' }));
}, 120_000);

afterAll(async () => {
  await visited.close();
  await server.close();
});

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const main = () => page.locator('main').innerText();
const toSign = () =>
  server.arrived.filter(({ email }) => email.subject === 'Please sign your Schools Linking agreement');
const messageIds = () => new Set(server.arrived.map(({ email }) => email.messageId));

/** For whoever wants to look; never wider than a phone. */
async function looked(name: string) {
  const folder = process.env['SCREENSHOTS'];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function opened(says: string) {
  await until(`the page says ${says}`, async () => {
    await page.goto('/operations');
    return (await main()).includes(says);
  });
}

test('the workers end: the page says since when, and what waited goes once when they run again', async () => {
  await opened('Everything runs');
  await until('each list is up to date', async () => {
    await page.goto('/operations');
    return !(await main()).includes('behind');
  });
  await looked('operations');
  await visited.world.stopWorkers();
  await visited.world.change(refs[0] ?? '', { type: 'IssueAgreement' });
  await page.reload();
  expect(await heading()).toBe('Workers: not seen since 10:00');
  expect(await main()).toContain('Nothing is lost');
  expect(await main()).toMatch(/\d+ events? behind/);
  expect(toSign()).toEqual([]);
  await looked('operations-stopped');
  await visited.world.startWorkers();
  await until('both heads are asked', () => toSign().length === 2);
  await opened('Everything runs');
  expect(messageIds().size).toBe(server.arrived.length);
});

test('mails are paused, and neither a restart nor a wiped queue forgets it; they go on and go once', async () => {
  await page.getByRole('link', { name: 'Pause mails' }).first().click();
  expect(await heading()).toBe('Pause mails?');
  await page.getByRole('button', { name: 'Pause mails' }).click();
  await page.getByText('Choose why it is paused').first().waitFor();
  await page.getByLabel('Wrong mails go out').check();
  await page.getByRole('button', { name: 'Pause mails' }).click();
  expect(await heading()).toBe('Paused: Mails');
  await visited.world.change(refs[1] ?? '', { type: 'IssueAgreement' });
  await opened('2 mails');
  await visited.world.stopWorkers();
  await visited.world.wipeQueues();
  await visited.world.startWorkers();
  await opened('Paused: Mails');
  await looked('operations-paused');
  expect(await main()).toContain('Paused by Nadia Osei, 10:00: wrong mails go out');
  expect(toSign()).toHaveLength(2);
  await page.getByRole('button', { name: 'Go on' }).first().click();
  await page.getByText('Mails: goes on. What waited is done now.').waitFor();
  await until('the other heads are asked', () => toSign().length === 4);
  await opened('Everything runs');
  expect(await main()).toContain('Mails: goes on');
  expect(messageIds().size).toBe(server.arrived.length);
});

test('the mail server was away: the page says so in words, and what rests goes when it is tried again', async () => {
  const { port } = server;
  const before = server.arrived;
  await server.close();
  await visited.world.change(refs[2] ?? '', { type: 'IssueAgreement' });
  await opened('2 mails: The mail server cannot be reached');
  // Without the quick tries of the queue they rest until the next hour.
  await visited.world.wipeQueues();
  await opened('2 mails: The mail server cannot be reached');
  expect(await heading()).toBe('Something needs a look');
  expect(await main()).toContain('The mail server does not answer. The mail server cannot be reached.');
  await looked('operations-server-away');
  server = await openMailServer({ port });
  await page.getByRole('button', { name: 'Try again now' }).click();
  await until('they arrived', () => toSign().length === 2);
  expect(server.arrived.filter(({ to }) => before.some((one) => one.to === to)).length).toBeGreaterThan(0);
  await opened('Mails tried again');
});

test('only the national office and administrators have the page', async () => {
  const roles = { rosa: 'rosa@bradford.example', alun: 'alun@linking.example', ada: 'ada@linking.example' };
  const opens = async (email: string) =>
    (await (await visited.world.browser(email)).get('/operations')).statusCode;
  expect(await opens(roles.rosa)).toBe(403);
  expect(await opens(roles.alun)).toBe(403);
  expect(await opens(roles.ada)).toBe(200);
});

test('programs ask the same over the API: a pause said twice is one, and workers that fall silent are not running', async () => {
  const { app, pool } = visited.world;
  const payload = { email: 'ada@linking.example', password: PASSWORD };
  const signedIn = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
  const authorization = `Bearer ${signedIn.json<{ token: string }>().token}`;
  const ask = async (method: 'GET' | 'POST', address: string, body?: object) => {
    const url = `/api/v1/operations${address}`;
    const answer = await app.inject({
      method,
      url,
      headers: { authorization },
      ...(body && { payload: body }),
    });
    return [answer.statusCode, answer.json<Record<string, unknown>>()] as const;
  };
  const why = { reasonCode: 'maintenance' };
  expect(await ask('POST', '/digests/pause', why)).toEqual([200, { changed: ['digests'] }]);
  expect(await ask('POST', '/digests/pause', why)).toEqual([200, { changed: [] }]);
  expect((await ask('POST', '/ledger/pause', why))[0]).toBe(400);
  expect((await ask('POST', '/mails/pause', { reasonCode: 'because' }))[0]).toBe(400);
  expect(await ask('POST', '/all/resume', {})).toEqual([200, { changed: ['digests'] }]);
  expect((await ask('POST', '/mails/try-again', {}))[1]).toEqual({ released: 0, sentAgain: 0, left: 0 });
  await visited.world.stopWorkers();
  await pool.query(`update worker_processes set stopped = false, beat_at = now() - interval '1 minute'`);
  const [status, state] = await ask('GET', '');
  expect([status, state['workers']]).toMatchObject([200, { running: 0, closed: false }]);
  const people = await pool.query<{ name: string; email: string }>('select name, email from people');
  expect(people.rows.length).toBeGreaterThan(0);
  for (const { name, email } of people.rows) {
    expect(JSON.stringify(state)).not.toContain(name);
    expect(JSON.stringify(state)).not.toContain(email);
  }
});
