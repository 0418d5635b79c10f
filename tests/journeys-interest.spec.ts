import type { Page } from 'playwright-core';
import type { PageWorld } from './support/page-world.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type Visit, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let world: PageWorld;
let rosa: Visit;
let ines: Visit;
let nadia: Visit;

beforeAll(async () => {
  visited = await openVisitedWorld();
  world = visited.world;
  await world.pool.query(
    `insert into schools (urn, name, postcode, town, la_code, la_name, easting, northing, as_of, search)
     values ('900011', 'Weald Primary', 'ME14 1AA', 'Maidstone', '886', 'Kent', 576000, 155000, '2026-09-01', 'weald primary'),
            ('900012', 'Piran Primary', 'TR1 1AA', 'Truro', '908', 'Cornwall', 182000, 45000, '2026-09-01', 'piran primary'),
            ('900013', 'Yew Primary', 'BD1 1AA', 'Bradford', '380', 'Bradford', 416000, 433000, '2026-09-01', 'yew primary')`,
  );
  rosa = await visited.visit({ email: 'rosa@bradford.example', script: false });
  ines = await visited.visit({ email: 'ines@kent.example', viewport: PHONE });
  nadia = await visited.visit({ email: 'nadia@linking.example' });
}, 120_000);

afterAll(async () => {
  expect([rosa, ines, nadia].flatMap((visit) => visit?.troubles ?? [])).toEqual([]);
  await visited?.close();
});

const main = (page: Page) => page.innerText('main');
const save = (page: Page) => page.click('main form[method=post] button[type=submit]');

async function callOf(page: Page, urn: string, choice: 'hand-on' | 'keep', reason = ''): Promise<void> {
  await page.goto(`/waiting/add?urn=${urn}`);
  await page.check(`[name=goesTo][value=${choice}]`);
  if (reason !== '') await page.selectOption('[name=keptBecause]', reason);
  await page.fill('[name=headName]', `Head of ${urn}`);
  await page.fill('[name=headEmail]', `head@${urn}.example`);
  await page.selectOption('[name="class.1.yearGroup"]', '4');
  await page.fill('[name="class.1.pupilCount"]', '28');
  await save(page);
}

const listed = (page: Page, words: string) =>
  until(`the waiting list says ${words}`, async () => {
    await page.goto('/waiting');
    return (await main(page)).includes(words);
  });

describe('a school outside the area', () => {
  it('is handed to the other programme, which gets it on its list, and can still be read', async () => {
    const { page } = rosa;
    await callOf(page, '900011', 'hand-on');
    await page.waitForURL('**/interests/*');
    expect(await main(page)).toMatch(/Kent looks after this interest now/);
    expect(await main(page)).toMatch(/Handed over from Bradford to Kent: outside our area/);
    await listed(ines.page, 'Weald Primary');
    await page.goto('/waiting');
    expect(await main(page)).not.toContain('Weald Primary');
  });

  it('is kept with a reason, and not without one', async () => {
    const { page } = rosa;
    await callOf(page, '900011', 'keep');
    expect(await main(page)).toContain('Choose why you keep it');
    await page.selectOption('[name=keptBecause]', 'school-asked-for-us');
    await save(page);
    await page.waitForURL('**/waiting');
    await page.click('main a:has-text("Weald Primary")');
    expect(await main(page)).toContain('Kept where it is: school asked for us');
  });
});

describe('an interest of no area', () => {
  it('waits for the national office, which sees the nearest programmes and places it', async () => {
    await callOf(rosa.page, '900012', 'hand-on');
    await rosa.page.waitForURL('**/interests/*');
    expect(await main(rosa.page)).toMatch(/The school lies in no programme’s area/);
    const { page } = nadia;
    await listed(page, '1 interest lies in no programme’s area');
    await page.goto('/today/attention');
    expect(await main(page)).toMatch(/1 interest has no programme[\s\S]*Piran Primary/);
    await page.click('main a:has-text("Place them")');
    await page.waitForURL('**/waiting/unplaced');
    expect(await main(page)).toMatch(/Truro, Cornwall/);
    expect(await main(page)).toMatch(
      /Nearest\s+Bradford \(\d+ miles\) · Kent \(\d+ miles\)|Kent \(\d+ miles\) · Bradford/,
    );
    await page.click('main a:has-text("Keep it on the national list")');
    await page.selectOption('[name=reasonCode]', 'asked-a-programme');
    await page.fill('[name=note]', 'Kent answers on Friday.');
    await save(page);
    await page.waitForURL('**/interests/*');
    expect(await main(page)).toContain('Kent answers on Friday.');
    await page.click('main a:has-text("Place it")');
    await page.selectOption('[name=programme]', 'kent');
    await save(page);
    await page.waitForURL('**/interests/*');
    expect(await main(page)).toContain('Placed with Kent');
    await listed(ines.page, 'Piran Primary');
    await ines.page.click('main a:has-text("Piran Primary")');
    await ines.page.click('main a:has-text("Add a class")');
    await ines.page.selectOption('[name=yearGroup]', '5');
    await ines.page.fill('[name=pupilCount]', '26');
    await save(ines.page);
    await ines.page.waitForURL('**/interests/*');
    expect(await main(ines.page)).toContain('2 classes wait for a partner.');
  });

  it('is told to the programme that got it, with the way to its page', async () => {
    await until('the mail to Kent', async () => {
      const { rows } = await world.pool.query<{ n: number }>(
        `select count(*)::int as n from mails where programme = 'kent' and content->>'rule' = 'N02'`,
      );
      return rows[0]?.n === 2;
    });
    const { page } = ines;
    await page.goto('/outbox');
    await page.click('main a:has-text("New interest")');
    await page.waitForURL('**/outbox/*');
    await page.locator('.card:has-text("Why was this sent?") a').first().click();
    await page.waitForURL('**/interests/*');
  });
});

describe('a headteacher who says no', () => {
  it('gives both classes back, and other partners are offered at once', async () => {
    const { page } = rosa;
    const ref = await world.propose();
    await world.offer('900013', '4 Ivy');
    await listed(page, 'Yew Primary');
    await page.goto(`/links/${ref}/record/decline-proposal`);
    await page.check('[name=side][value=b]');
    await page.selectOption('[name=reasonCode]', { index: 1 });
    await page.check('[name=wantsOtherPartner]');
    await save(page);
    await page.waitForURL(`**/links/${ref}`);
    const cards = await page.locator('section.card', { hasText: 'waits again' }).allInnerTexts();
    expect(cards).toHaveLength(2);
    expect(cards[0]).toMatch(/Ash Primary: 4 Oak[\s\S]*Yew Primary/);
    await page.click('section.card:has-text("Ash Primary: 4 Oak") a:has-text("Yew Primary")');
    await page.waitForURL('**/links/propose?**');
    expect(await main(page)).toMatch(/Propose a link\s+Ash Primary and Yew Primary[\s\S]*4 Oak[\s\S]*4 Ivy/);
    await listed(page, 'Elm Academy');
  });

  it('and wants no other partner waits no more', async () => {
    const { page } = rosa;
    const ref = await world.propose();
    await page.goto(`/links/${ref}/record/decline-proposal`);
    await page.check('[name=side][value=b]');
    await page.selectOption('[name=reasonCode]', { index: 1 });
    await save(page);
    await page.waitForURL(`**/links/${ref}`);
    const cards = await page.locator('section.card', { hasText: 'waits again' }).allInnerTexts();
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('Ash Primary: 4 Oak');
    await page.goto('/waiting?status=withdrawn');
    expect(await main(page)).toContain('Elm Academy');
  });
});
