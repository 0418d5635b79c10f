import type { Page } from 'playwright-core';
import { wordsOf } from './support/browser.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;

beforeAll(async () => {
  visited = await openVisitedWorld();
  await visited.world.propose();
  await until('the link is on the board', async () => {
    const { rowCount } = await visited.world.pool.query('select from link_board');
    return rowCount === 1;
  });
}, 120_000);
afterAll(() => visited?.close(), 30_000);

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const address = (page: Page) => page.getByRole('textbox', { name: 'Address of this calendar' });

describe('the calendar of a school', () => {
  it('has an address to be passed on, until it gets another one', async () => {
    const rosa = await visited.visit({ email: 'rosa@bradford.example', viewport: PHONE });
    await readyToBeLookedAt(rosa);
    const { page } = rosa;
    await page.goto('/schools/900001');
    expect(await words(page)).toContain('the meetings of its links in 2026–27');
    expect(await stumblingBlocks(rosa)).toEqual([]);
    const first = await address(page).inputValue();
    const status = async (of: string) => (await page.request.get(new URL(of).pathname)).status();
    expect(await status(first)).toBe(200);
    await page.getByRole('button', { name: 'Give it a new address' }).click();
    expect(await page.locator('.flash').first().innerText()).toContain('has a new address');
    const second = await address(page).inputValue();
    expect([await status(first), await status(second)]).toEqual([404, 200]);
  });

  it('is not shown for a school without links in the year, nor to those who do not look after it', async () => {
    const rosa = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await rosa.page.goto('/schools/900003');
    expect(await address(rosa.page).count()).toBe(0);
    const ines = await visited.visit({ email: 'ines@kent.example', script: false });
    await ines.page.goto('/schools/900001');
    expect(await address(ines.page).count()).toBe(0);
  });
});
