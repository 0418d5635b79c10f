import type { Page } from 'playwright-core';
import type { PageWorld } from './support/page-world.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type Visit, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let world: PageWorld;
let rosa: Visit;

beforeAll(async () => {
  visited = await openVisitedWorld();
  world = visited.world;
  rosa = await visited.visit({ email: 'rosa@bradford.example', viewport: PHONE });
  await readyToBeLookedAt(rosa);
}, 120_000);

afterAll(async () => {
  await visited?.close();
});

const main = (page: Page) => page.innerText('main');
const save = (page: Page) => page.click('main form[method=post] button[type=submit]');

describe('a school that is not in the register', () => {
  it('is looked for, added by hand, and offers a class', async () => {
    const { page } = rosa;
    await page.goto('/waiting/add?q=Ash+Free+School');
    await page.click('main a:has-text("Add a school that is not in the register")');
    expect(await page.inputValue('[name=name]')).toBe('Ash Free School');
    expect(await stumblingBlocks(rosa)).toEqual([]);
    await page.fill('[name=town]', 'Bradford');
    await page.fill('[name=postcode]', 'bd9 1aa');
    await save(page);
    expect(await main(page)).toMatch(/Is it one of these\?[\s\S]*Ash Primary/);
    expect(await stumblingBlocks(rosa)).toEqual([]);
    await save(page);
    expect(await main(page)).toContain('If it is none of them, tick the box.');
    await page.check('[name=none]');
    await save(page);
    await page.waitForURL('**/schools/N00001');
    expect(await main(page)).toMatch(/No URN yet \(N00001\)[\s\S]*Not in the register yet/);
    expect(await stumblingBlocks(rosa)).toEqual([]);
    await page.click('main a:has-text("Record an interest")');
    expect(await main(page)).toContain('no URN yet (N00001)');
    await page.fill('[name=headName]', 'Head of Ash Free School');
    await page.fill('[name=headEmail]', 'head@ashfree.example');
    await page.selectOption('[name="class.1.yearGroup"]', '4');
    await page.fill('[name="class.1.pupilCount"]', '28');
    await save(page);
    await page.waitForURL('**/waiting');
    expect(await main(page)).toContain('Ash Free School');
  });

  it('is joined to its URN, and its interest goes on there', async () => {
    const { page } = rosa;
    await page.goto('/schools/N00001');
    await page.click('main a:has-text("It is in the register now")');
    expect(await stumblingBlocks(rosa)).toEqual([]);
    await page.fill('[name=urn]', '149300');
    await save(page);
    expect(await main(page)).toContain('There is no school with URN 149300 in the register.');
    await world.pool.query(
      `insert into schools (urn, name, postcode, la_code, as_of, search)
       values ('149300', 'Ash Free Academy', 'BD9 1AA', '380', '2026-09-10', 'ash free academy')`,
    );
    await save(page);
    await page.waitForURL('**/schools/149300');
    expect(await main(page)).toContain('Ash Free School (N00001)');
    expect(await stumblingBlocks(rosa)).toEqual([]);
    world.clock.set('2026-09-14T10:00:00.000Z');
    await until('the interest has passed', async () => {
      const { rows } = await world.pool.query(`select from waiting_classes where urn = '149300'`);
      return rows.length === 1;
    });
    await page.goto('/waiting');
    await page.click('main a:has-text("Ash Free Academy")');
    expect(await main(page)).toContain('The school is in the register now, under URN 149300');
    await page.goto('/schools/N00001');
    expect(await main(page)).toContain(
      'Ash Free School was added by hand and is in the register now: Ash Free Academy (149300).',
    );
  });

  it('cannot be added by somebody from elsewhere', async () => {
    const ines = await visited.visit({ email: 'ines@kent.example', script: false });
    await ines.page.goto('/schools/add');
    await ines.page.fill('[name=name]', 'Brook School');
    await ines.page.selectOption('[name=laCode]', '380');
    await save(ines.page);
    expect(await main(ines.page)).toContain(
      'This school lies outside your areas. Ask the national office to do it.',
    );
    expect(await ines.page.inputValue('[name=name]')).toBe('Brook School');
  });
});
