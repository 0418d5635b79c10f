import { formFields, wordsOf, type Browser } from './support/browser.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

let world: PageWorld;
let rosa: Browser;
let nadia: Browser;
let ref: string;

beforeAll(async () => {
  world = await openPageWorld();
  ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  rosa = await world.browser('rosa@bradford.example');
  nadia = await world.browser('nadia@linking.example');
  await until('the link is listed', async () => (await rosa.get('/write')).body.includes(ref));
}, 120_000);

afterAll(() => world?.close());

const NOTICE =
  'Mails of the whole network have been paused since 14 September 2026, 10:00: the mail server has trouble. They wait, and go when the national office lets them go on.';

const read = async (page: string) => wordsOf((await rosa.get(page)).body);

/** The mail is written and looked at; what the browser reads after it was sent. */
async function written(subject: string) {
  const said = { subject, text: 'The coach leaves at ten.', to: 'heads', ticked: ref };
  const preview = (await rosa.fill('/write', '/write', said)).body;
  const sent = await rosa.post('/write', formFields(preview, '/write'));
  return { preview: wordsOf(preview), answer: await read(sent.headers.location ?? '') };
}

const statusOf = async () => {
  const { rows } = await world.pool.query<{ status: string }>(
    `select distinct status from mails where rule = 'written'`,
  );
  return rows.map(({ status }) => status);
};

test('while the national office pauses mails, whoever looks after links reads it where mails are spoken of', async () => {
  for (const page of ['/today', '/reminders', '/write'])
    expect(await read(page)).not.toContain('paused since');
  await nadia.fill('/operations/pause?part=mails', '/operations/pause', { reasonCode: 'mail-server' });
  for (const page of ['/today', '/reminders', '/write']) expect(await read(page)).toContain(NOTICE);
  expect(await read('/today')).toMatch(/\d+ emails? due this week, paused/);
  expect(await read('/reminders')).not.toContain('If nothing changes');

  const { preview, answer } = await written('Coach times');
  expect(preview).toContain(NOTICE);
  expect(answer).toContain(
    'Written: it waits, and goes to 2 people when the national office lets mails go on.',
  );
  await until('it is planned', async () => (await statusOf()).length > 0);
  expect(await statusOf()).toEqual(['planned']);

  await nadia.fill('/operations', '/operations/resume', {});
  for (const page of ['/today', '/reminders', '/write'])
    expect(await read(page)).not.toContain('paused since');
  expect((await written('Coach times again')).answer).toContain('Written: it goes to 2 people now.');
  await until('both are sent', async () => (await statusOf()).join() === 'sent');
}, 60_000);

test('pausing another part of the work says nothing of mails', async () => {
  await nadia.fill('/operations/pause?part=digests', '/operations/pause', { reasonCode: 'maintenance' });
  expect(await read('/today')).not.toContain('paused since');
});
