import { resumeMails, stopMails } from '@linking/application/mails/optional/stopped-mails.js';
import { programmeKey } from '@linking/domain/reminders/interest-mails.js';
import { wordsOf } from './support/browser.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';

const PAGE = '/programmes/bradford';
const STOPPED = 'stopped the daily list on 20 November 2026';
const daily = { personId: programmeKey('bradford'), rule: 'N28' };

let world: PageWorld;

beforeAll(async () => {
  world = await openPageWorld();
}, 120_000);
afterAll(() => world?.close());

test('the pages of a programme say which list its mailbox has stopped, and lead back to it', async () => {
  const rosa = await world.browser('rosa@bradford.example');
  const shown = async (address = PAGE) => (await rosa.get(address)).body;
  expect(wordsOf(await shown())).not.toContain('(stopped)');
  await stopMails(world.pool, daily, '2026-11-20T09:00:00.000Z');
  expect(wordsOf(await shown())).toContain(STOPPED);
  expect(wordsOf(await shown(`${PAGE}/change/details`))).toContain(STOPPED);
  const nadia = await world.browser('nadia@linking.example');
  const kent = wordsOf((await nadia.get('/programmes/kent')).body);
  expect(kent).toContain('Lists by mail');
  expect(kent).not.toContain(STOPPED);
  const [, again = ''] = /href="(\/unsubscribe\/[^"]+)"/.exec(await shown()) ?? [];
  expect(wordsOf(await shown(again))).toContain('Send them again');
  await resumeMails(world.pool, daily);
  expect(wordsOf(await shown())).not.toContain(STOPPED);
});

test('whoever only reads is told, and gets no address that sends it again', async () => {
  await stopMails(world.pool, daily, '2026-11-20T09:00:00.000Z');
  const alun = await world.browser('alun@linking.example');
  const { body } = await alun.get(PAGE);
  expect(wordsOf(body)).toContain(STOPPED);
  expect(body).not.toContain('/unsubscribe/');
});
