import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ChangeProgramme, type ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import { interestYears } from '../apps/gateway/src/links/years.js';
import { eraseOldRequests } from '@linking/application/public-form/interest-request.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import type { PageWorld } from './support/page-world.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type Visit, type VisitedWorld } from './support/visits.js';

let mails: TestMailServer;
let visited: VisitedWorld;
let world: PageWorld;
let head: Visit;
let looker: Visit;

beforeAll(async () => {
  mails = await openMailServer();
  visited = await openVisitedWorld({ smtpUrl: `smtp://127.0.0.1:${mails.port}` });
  world = visited.world;
  await world.pool.query(
    `insert into schools (urn, name, postcode, town, la_code, la_name, status, closed_on, as_of, search)
     values ('900011', 'Weald Primary', 'ME14 1AA', 'Maidstone', '886', 'Kent', 'Open', null, '2026-09-01', 'weald primary 900011'),
            ('900012', 'Piran Primary', 'TR1 1AA', 'Truro', '908', 'Cornwall', 'Open', null, '2026-09-01', 'piran primary 900012'),
            ('900014', 'St Mary’s', 'BD1 1AB', 'Bradford', '380', 'Bradford', 'Closed', '2025-08-31', '2026-09-01', 'st marys 900014'),
            ('900015', 'St Mary’s Academy', 'BD1 1AB', 'Bradford', '380', 'Bradford', 'Open', null, '2026-09-01', 'st marys academy 900015')`,
  );
  await world.pool.query(`update schools set search = search || ' ' || urn`);
  await world.pool.query(
    `insert into school_links (from_urn, to_urn, link_type) values ('900014', '900015', 'Successor')`,
  );
  // A head on a phone, without JavaScript.
  head = await visited.visit({ viewport: PHONE, script: false });
  looker = await visited.visit({ viewport: PHONE });
  await readyToBeLookedAt(looker);
}, 120_000);

afterAll(async () => {
  expect([...(head?.troubles ?? []), ...(looker?.troubles ?? [])]).toEqual([]);
  await visited?.close();
  await mails?.close();
});

const main = (page: Page) => page.innerText('main');
const change = (slug: string, request: ProgrammeRequest) => {
  const commandId = randomUUID();
  const sender = { actor: 'worker:spec', channel: 'cli', commandId, correlationId: commandId } as const;
  return world.send(new ChangeProgramme(slug, request, sender));
};
const turn = (slug: string, on: boolean) =>
  change(slug, { type: 'TurnSwitch', switch: 'public-interest-form', on });
const shows = (page: Page, url: string, words: string) =>
  until(`${url} says ${words}`, async () => {
    await page.goto(url);
    return (await main(page)).includes(words);
  });
const search = async (page: Page, q: string) => {
  await page.goto('/interest');
  await page.fill('[name=q]', q);
  await page.click('main button:has-text("Find my school")');
};

async function fillIn(page: Page, email: string): Promise<void> {
  await page.fill('[name=headName]', 'Helen <b>Marsh</b>');
  await page.selectOption('[name=role]', 'headteacher');
  await page.fill('[name=email]', email);
  await page.fill('[name=phone]', '01274 555 000');
  await page.check('[name=year][value="2026-27"]');
  await page.selectOption('[name="class.1.yearGroup"]', '3');
  await page.selectOption('[name="class.1.mixedWith"]', '4');
  await page.fill('[name="class.1.pupilCount"]', '28');
  await page.check('[name=linkedBefore][value=no]');
  await page.check('[name=priorities][value=oracy]');
  await page.fill('[name=note]', 'We would love to meet in spring.');
}

const send = (page: Page) => page.click('main button:has-text("Send")');
const addressIn = async (number: number): Promise<string> => {
  await until(`mail ${number} has arrived`, async () => mails.arrived.filter(isAsking).length >= number);
  const mail = mails.arrived.filter(isAsking)[number - 1];
  return /\/interest\/confirm\/[\w-]{43}/.exec(mail?.email.text ?? '')?.[0] ?? 'no address';
};
const isAsking = ({ email }: TestMailServer['arrived'][number]) =>
  (email.subject ?? '').startsWith('Please confirm');
const count = async (what: string) =>
  (await world.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n;
const interests = () => count(`events where type = 'InterestReceived.v1'`);

describe('a school without an account', () => {
  it('is told whom to write to while no programme has the form', async () => {
    const { page } = head;
    await page.goto('/interest');
    expect(await main(page)).toContain('Schools cannot sign up on this page at present');
    expect(await page.locator('main form').count()).toBe(0);
    await looker.page.goto('/interest');
    expect(await stumblingBlocks(looker)).toEqual([]);
    await turn('bradford', true);
    await shows(page, '/interest', 'First find your school');
  });

  it('finds her school, and reads why another one cannot be chosen', async () => {
    const { page } = head;
    await search(page, '999999');
    expect(await main(page)).toContain('There is no school with the URN 999999 in the national register.');
    expect(await page.inputValue('[name=q]')).toBe('999999');
    await search(page, '900014');
    await page.click('main a:has-text("See what it became")');
    expect(await main(page)).toContain(
      'St Mary’s closed on 31 August 2025. Its successor is St Mary’s Academy (900015).',
    );
    await page.click('main .lines a:has-text("St Mary’s Academy")');
    expect(await main(page)).toContain('St Mary’s Academy · Bradford · BD1 1AB · URN 900015');
    await search(page, 'weald');
    await page.click('main a:has-text("Weald Primary")');
    expect(await main(page)).toContain('Schools Linking Kent, which takes no interests on this page');
    expect(await main(page)).toContain('kent@linking.example');
    await search(page, 'piran');
    await page.click('main a:has-text("Piran Primary")');
    expect(await main(page)).toContain(
      'We do not have a programme in Cornwall. The national office will contact you within 5 working days.',
    );
    for (const url of ['/interest', '/interest?q=primary', '/interest?urn=900014', '/interest?urn=900012']) {
      await looker.page.goto(url);
      expect([url, await stumblingBlocks(looker)]).toEqual([url, []]);
    }
  });

  it('loses nothing that she typed: a mistake, another class, another school', async () => {
    const { page } = head;
    await page.goto('/interest?urn=900012');
    await fillIn(page, 'not an address');
    await send(page);
    expect(await main(page)).toContain('Enter your work e-mail address');
    expect(await page.inputValue('[name=headName]')).toBe('Helen <b>Marsh</b>');
    await page.click('main button:has-text("Add another class")');
    await page.selectOption('[name="class.2.yearGroup"]', '5');
    await page.click('main button:has-text("It is another school")');
    await page.fill('[name=q]', '111111');
    await page.click('main button:has-text("Find my school")');
    expect(await main(page)).toContain('There is no school with the URN 111111');
    await page.fill('[name=q]', 'ash');
    await page.click('main button:has-text("Find my school")');
    await page.click('main button:has-text("Ash Primary")');
    expect(await main(page)).toContain('Ash Primary · BD9 1AA · URN 900001');
    expect(await page.inputValue('[name=note]')).toBe('We would love to meet in spring.');
    expect(await page.isChecked('[name=priorities][value=oracy]')).toBe(true);
    expect(await page.inputValue('[name="class.2.yearGroup"]')).toBe('5');
    await page.fill('[name=email]', 'Helen@Ash.example');
    await send(page);
    expect(await main(page)).toContain('Enter about how many pupils are in class 2');
    await page.fill('[name="class.2.pupilCount"]', '30');
    await send(page);
    expect(await main(page)).toContain('One more step: open your mailbox');
    await page.goto('/interest?urn=900001');
    await fillIn(page, 'helen@ash.example');
    await send(page);
    expect(await main(page)).toContain('One more step: open your mailbox');
  });

  it('confirms by one mail, in which nothing stands that was typed; looking changes nothing', async () => {
    const { page } = head;
    const address = await addressIn(1);
    const [mail, ...others] = mails.arrived.filter(isAsking);
    expect([mail?.to, others]).toEqual(['helen@ash.example', []]);
    expect(mail?.raw).not.toMatch(/Marsh|spring|01274/);
    expect(mail?.email.text).toMatch(/Ash Primary would\s+like to link a class in 2026–27/);
    const before = await count('events');
    for (let times = 0; times < 20; times += 1) {
      const method = times % 2 === 0 ? 'GET' : 'HEAD';
      expect((await page.request.fetch(address, { method })).status()).toBe(200);
    }
    expect(await count('events')).toBe(before);
    await looker.page.goto(address);
    expect(await stumblingBlocks(looker)).toEqual([]);
    await page.goto(address);
    const said = await main(page);
    expect(said).toContain('Helen <b>Marsh</b>, headteacher');
    expect(said).toMatch(/Class 1\s+Year 3\/4|Class 1\s+Years 3 and 4/);
    expect(said).toContain('teacher to follow');
    await page.click('main button:has-text("Yes, send it")');
    expect(await main(page)).toContain('Thank you: we have your interest');
    expect(await main(page)).toContain('Schools Linking Bradford looks for a partner class');
    await looker.page.goto(address);
    expect(await stumblingBlocks(looker)).toEqual([]);
    await page.request.post(address, { form: { version: '2' } });
    expect(await interests()).toBe(1);
    const { rows } = await world.pool.query('select said, email from interest_requests');
    expect(rows).toEqual([{ said: null, email: null }]);
    const log = await world.pool.query<{ text: string }>(
      'select string_agg(events::text, $1) as text from events',
      [' '],
    );
    expect(log.rows[0]?.text).not.toMatch(/Marsh|spring\.|helen@/i);
  });

  it('hears from her programme, whose coordinator sees how it came', async () => {
    await until('N01 and N02 have arrived', async () =>
      ['We have your interest', 'New interest'].every((words) =>
        mails.arrived.some(({ email }) => (email.subject ?? '').startsWith(words)),
      ),
    );
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await shows(page, '/waiting', 'Ash Primary');
    await page.click('main a:has-text("Ash Primary")');
    const said = await main(page);
    expect(said).toContain('by the public form; the e-mail address was verified');
    expect(said).toContain('no, for the first time');
    expect(said).toContain('We would love to meet in spring.');
    expect(said).toContain('Helen <b>Marsh</b>');
  });

  it('of a school that has an interest is told so, and nothing of others', async () => {
    const { page } = head;
    await page.goto('/interest?urn=900001');
    await fillIn(page, 'deputy@ash.example');
    await send(page);
    expect(await main(page)).toContain('One more step: open your mailbox');
    const address = await addressIn(2);
    await page.goto(address);
    const said = await main(page);
    expect(said).toContain('There is an interest of Ash Primary for 2026–27 already');
    expect(said).not.toMatch(/Marsh|helen/i);
    await looker.page.goto(address);
    expect(await stumblingBlocks(looker)).toEqual([]);
    expect(await interests()).toBe(1);
  });

  it('of no area is recorded for the national office', async () => {
    const { page } = head;
    await page.goto('/interest?urn=900012');
    await fillIn(page, 'head@piran.example');
    await send(page);
    await page.goto(await addressIn(3));
    await page.click('main button:has-text("Yes, send it")');
    expect(await main(page)).toContain('We do not have a programme in Cornwall.');
    expect(await main(page)).toContain('office@linking.example');
    expect(await interests()).toBe(2);
    const { page: office } = await visited.visit({ email: 'nadia@linking.example' });
    await shows(office, '/today/attention', '1 interest has no programme');
  });

  it('asks for a new address when hers has expired', async () => {
    const { page } = head;
    await page.goto('/interest?urn=900002');
    await fillIn(page, 'head@elm.example');
    await send(page);
    const address = await addressIn(4);
    world.clock.set('2026-09-18T09:00:00.000Z');
    await world.pool.query(
      `update interest_request_mails set created_at = created_at - interval '6 minutes'`,
    );
    await page.goto(address);
    expect(await main(page)).toContain('This link has expired');
    await looker.page.goto(address);
    expect(await stumblingBlocks(looker)).toEqual([]);
    await page.click('main button:has-text("Send me a new one")');
    expect(await main(page)).toContain('A new link is on its way');
    await page.goto(await addressIn(5));
    await page.click('main button:has-text("Yes, send it")');
    expect(await main(page)).toContain('Thank you: we have your interest');
    expect(await interests()).toBe(3);
    await page.goto(address);
    expect(await main(page)).toContain('Thank you: we have your interest');
  });

  it('that nobody confirmed is erased after two weeks, and its address is unknown', async () => {
    const { page } = head;
    await page.goto('/interest?urn=900015');
    await fillIn(page, 'somebody@marys.example');
    await send(page);
    const address = await addressIn(6);
    world.clock.set('2026-10-03T09:00:00.000Z');
    await eraseOldRequests(world.pool, world.clock.now());
    expect((await page.goto(address))?.status()).toBe(404);
    expect(await main(page)).toContain('We do not know this link');
    expect(await count('interest_requests')).toBe(0);
    expect(await count(`tokens where purpose = 'confirm-interest'`)).toBe(0);
  });
});

describe('the public form', () => {
  it('takes nothing from programs that fill in every box', async () => {
    const { page } = looker;
    await page.goto('/interest?urn=900015');
    await fillIn(page, 'robot@spam.example');
    await page.evaluate(() => {
      (document.querySelector('[name=website]') as { value: string } | null)!.value = 'https://spam.example';
    });
    await send(page);
    expect(await main(page)).toContain('One more step: open your mailbox');
    expect(await count('interest_requests')).toBe(0);
  });

  it('says to a school when its programme has a waiting list', async () => {
    const [, year] = interestYears('2026-09-14');
    await change('bradford', { type: 'ChangeRecruitment', year, state: 'waiting-list' });
    await shows(
      head.page,
      '/interest?urn=900015',
      `Bradford has a waiting list for ${year.replace('-', '–')}`,
    );
  });

  it('is closed to the schools of a programme that is paused', async () => {
    await turn('kent', true);
    await change('bradford', { type: 'PauseProgramme', reasonCode: 'no-coordinator' });
    await shows(head.page, '/interest?urn=900002', 'which takes no new classes at present');
  });

  it('is searched a quarter of an hour only so often, and sent even less often', async () => {
    const { page } = head;
    await world.pool.query('delete from sign_in_attempts');
    const asked = async (url: string) => (await page.request.get(url)).status();
    const answers = [];
    for (let times = 0; times < 61; times += 1) answers.push(await asked('/interest?q=primary'));
    expect(new Set(answers.slice(0, 60))).toEqual(new Set([200]));
    expect(answers[60]).toBe(429);
    await page.goto('/interest?q=primary');
    expect(await main(page)).toContain('Too many tries.');
    expect(await page.inputValue('[name=q]')).toBe('primary');
    await page.goto('/sign-in');
    expect(await main(page)).toContain('Sign in');
    const foreign = await page.request.post('/interest', { form: { urn: '900015', headName: 'X' } });
    expect(foreign.status()).toBe(403);
  });
});
