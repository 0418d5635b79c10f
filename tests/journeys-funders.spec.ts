import type { Page } from 'playwright-core';
import { wordsOf } from './support/browser.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;

beforeAll(async () => {
  visited = await openVisitedWorld();
}, 120_000);

afterAll(() => visited?.close());

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const flash = (page: Page) => page.locator('.flash').first().innerText();
const turnedOn = async () =>
  (await visited.world.pool.query(`select from programmes where programme->'switches' ? 'funders'`))
    .rowCount === 1;

async function fillDay(page: Page, group: string, [day, month, year]: readonly [string, string, string]) {
  const boxes = page.getByRole('group', { name: group });
  await boxes.getByLabel('Day', { exact: true }).fill(day);
  await boxes.getByLabel('Month', { exact: true }).fill(month);
  await boxes.getByLabel('Year', { exact: true }).fill(year);
}

describe('funders and local priorities', () => {
  it('leave no page and no way to it while the part is off', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const status = async (address: string) => (await rosa.get(address)).statusCode;
    expect(await status('/funders')).toBe(404);
    expect(await status('/funders/add')).toBe(404);
    expect(await status('/programmes/bradford/change/priorities')).toBe(404);
    expect((await rosa.get('/programmes/bradford')).body).not.toMatch(/\/funders|Local priorities/);
    expect((await rosa.get('/programmes')).body).not.toContain('/funders');
  });

  it('are entered on a phone without a script, once the part is wanted', async () => {
    const { page, troubles } = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    await page.goto('/programmes/bradford/change/parts');
    await page.getByRole('checkbox', { name: 'Funders and local priorities' }).check();
    await page.getByRole('button', { name: 'Save the parts' }).click();
    await until('the list of programmes knows', turnedOn);
    await page.goto('/programmes/bradford');
    await page.getByRole('link', { name: 'Funders' }).click();
    await page.getByRole('link', { name: 'Add a grant' }).click();
    await page.getByLabel('Who pays?').fill('Stockport Homes');
    await fillDay(page, 'First day', ['1', '9', '2026']);
    await fillDay(page, 'Last day', ['31', '8', '2026']);
    await page.getByRole('checkbox', { name: 'Coach' }).check();
    await page.getByLabel('When are reports due?').fill('31/1/2027, 30/9/2027');
    await page.getByRole('button', { name: 'Add the grant' }).click();
    expect(await words(page)).toContain('31 August 2026 comes before 1 September 2026.');
    await fillDay(page, 'Last day', ['31', '8', '2027']);
    await page.getByRole('button', { name: 'Add the grant' }).click();
    expect(await flash(page)).toBe('The grant of Stockport Homes is added.');
    expect(await words(page)).toContain('31 January 2027 Due');
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(PHONE.width);
    await page.getByRole('link', { name: 'Change the grant' }).click();
    await page.getByRole('checkbox', { name: 'Venue' }).check();
    await page.getByRole('button', { name: 'Save the grant' }).click();
    expect(await words(page)).toContain('Coach and venue');
    const id = new URL(page.url()).pathname.replace('/funders/', '');
    const kept = JSON.stringify(await visited.world.store.readStream(`grant-${id}`));
    expect(kept).toContain('funderNameId');
    expect(kept).not.toContain('Stockport Homes');
    expect(troubles).toEqual([]);
  }, 60_000);

  it('stand beside the schools when two are brought together', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford/change/priorities');
    await page.getByRole('checkbox', { name: 'New arrivals' }).check();
    await page.getByLabel('In words').fill('Two hotels house families.');
    await page.getByRole('button', { name: 'Save the priorities' }).click();
    expect(await words(page)).toContain('2026–27: New arrivals Two hotels house families.');
    const [a, b] = [
      await visited.world.offer('900001', '4 Oak'),
      await visited.world.offer('900002', '4 Fir'),
    ];
    await until('both classes wait', async () => {
      const { rowCount } = await visited.world.pool.query(
        `select from waiting_classes, programmes p where p.programme->'priorities'->0 is not null and slug = 'bradford'`,
      );
      return rowCount === 2;
    });
    const key = ({ interestId, classId }: typeof a) => `${interestId}.${classId}`;
    await page.goto(`/links/propose?a=${key(a)}&b=${key(b)}`);
    expect(await words(page)).toContain('Priorities of Bradford New arrivals. Two hotels house families.');
    const ref = await visited.world.propose();
    await page.goto(`/links/${ref}/record/broker`);
    expect(await words(page)).toContain('Priorities of Bradford New arrivals. Two hotels house families.');
  }, 60_000);

  it('of the whole network are kept by the national office, and seen by those who keep a register', async () => {
    const { page } = await visited.visit({ email: 'nadia@linking.example' });
    await page.goto('/funders/add');
    await page.getByLabel('Who pays?').fill('Pears Foundation');
    await page.getByRole('radio', { name: 'National' }).check();
    await fillDay(page, 'First day', ['1', '4', '2026']);
    await fillDay(page, 'Last day', ['31', '3', '2029']);
    await page.getByRole('button', { name: 'Add the grant' }).click();
    expect(await words(page)).toContain('All programmes');
    const address = new URL(page.url()).pathname;
    await page.goto('/funders');
    expect(await words(page)).toContain('2 grants, 2 of them pay now.');
    const rosa = await visited.world.browser('rosa@bradford.example');
    expect((await rosa.get(address)).body).toContain('Pears Foundation');
    expect((await rosa.get(address)).body).not.toContain('Change the grant');
    expect((await rosa.get(`${address}/end`)).statusCode).toBe(403);
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get(address)).statusCode).toBe(404);
  }, 60_000);
});
