import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { PageWorld } from './support/page-world.js';
import { until } from './support/until.js';
import { openVisitedWorld, type Visit, type VisitedWorld } from './support/visits.js';
import { writeYearSoFar } from './support/year-so-far.js';

const REGISTER = new URL('data/schools-joined.csv', import.meta.url);

let visited: VisitedWorld;
let world: PageWorld;
let rosa: Visit;
let met: string;

beforeAll(async () => {
  visited = await openVisitedWorld({ demo: true });
  world = visited.world;
  met = (await writeYearSoFar(world)).at(-1) ?? '';
  rosa = await visited.visit({ email: 'rosa@bradford.example' });
}, 120_000);

afterAll(async () => {
  expect(rosa?.troubles).toEqual([]);
  await visited?.close();
});

const main = (page: Page) => page.innerText('main');
const save = (page: Page) => page.click('main form[method=post] button[type=submit]');

/** The entry of the history with these words. */
const entry = (page: Page, words: string) => page.locator('.history__entry', { hasText: words }).first();

describe('the register of schools', () => {
  it('is read dry, accepted, and the same file again changes nothing', async () => {
    const { page, troubles } = await visited.visit({ email: 'ada@linking.example' });
    const upload = async () => {
      await page.goto('/schools/import');
      const buffer = readFileSync(REGISTER);
      await page.setInputFiles('[type=file]', { name: 'register.csv', mimeType: 'text/csv', buffer });
      await page.click('main button[type=submit]');
      await page.waitForSelector('text=Dry run of register.csv');
      return main(page);
    };
    const before = await world.pool.query('select count(*)::int as n from schools');
    expect(await upload()).toMatch(/nothing was changed/i);
    expect((await world.pool.query('select count(*)::int as n from schools')).rows).toEqual(before.rows);
    await save(page);
    await page.waitForSelector('.flash');
    expect(await upload()).toMatch(/nothing in it is new/i);
    expect(troubles).toEqual([]);
  }, 60_000);
});

describe('an interest on the phone', () => {
  it.each([
    ['part of its name', 'peel park'],
    ['its URN', '101494'],
    ['its postcode', 'BD2 4PR'],
  ])('finds the school by %s', async (_, words) => {
    const { page } = rosa;
    await page.goto('/waiting/add');
    await page.fill('main input[name=q]', words);
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=*');
    await page.click('main a:has-text("Peel Park Primary")');
    await page.waitForURL('**/waiting/add?urn=101494');
  });

  it('offers two classes, and the headteacher is written to at once', async () => {
    const { page } = rosa;
    await page.goto('/waiting/add?urn=101494');
    await page.fill('[name=headName]', 'Hilda Peel');
    await page.fill('[name=headEmail]', 'head@peel.example');
    for (const [row, year, pupils] of [
      [1, '3', '24'],
      [2, '6', '31'],
    ] as const) {
      await page.selectOption(`[name="class.${row}.yearGroup"]`, year);
      await page.fill(`[name="class.${row}.pupilCount"]`, pupils);
    }
    await save(page);
    await page.waitForURL('**/waiting');
    await until('both classes wait', async () => {
      await page.reload();
      const words = await main(page);
      return words.includes('Year 3, 24 pupils') && words.includes('Year 6, 31 pupils');
    });
    await until('the headteacher has her answer', async () => {
      await page.goto('/outbox');
      const words = await main(page);
      return words.includes('We have your interest in Schools Linking') && words.includes('Hilda Peel');
    });
  });
});

describe('mending', () => {
  it('a wrong number of pupils is corrected, and the old one stays visible', async () => {
    const { page } = rosa;
    await page.goto(`/links/${met}`);
    await entry(page, 'First meeting').locator('a:has-text("Correct")').click();
    await page.click('main a:has-text("pupils of Elm")');
    await page.fill('main input[type=number], main input[inputmode=numeric]', '27');
    await page.selectOption('[name=reasonCode]', 'typing-mistake');
    await save(page);
    await page.waitForURL(`**/links/${met}`);
    const held = entry(page, 'First meeting');
    expect(await held.locator('del').allInnerTexts()).toContain('28');
    expect(await held.locator('ins').allInnerTexts()).toContain('27');
  });

  it('a meeting entered on the wrong link is voided: it stays readable and counts no more', async () => {
    const { page } = rosa;
    await page.goto(`/links/${met}`);
    expect(await page.innerText('.stepper')).toContain('next');
    await entry(page, 'First meeting').locator('a:has-text("Void")').click();
    await page.selectOption('[name=reasonCode]', 'wrong-link');
    await save(page);
    await page.waitForURL(`**/links/${met}`);
    expect(await entry(page, 'First meeting').innerText()).toMatch(/Voided/);
    expect(await entry(page, 'First meeting').locator('s').count()).toBeGreaterThan(0);
  });
});

describe('going back in a history', () => {
  it('by keyboard alone: the slider goes event by event, and home leads to the first', async () => {
    const { page, troubles } = await visited.visit({ email: 'alun@linking.example' });
    await page.goto(`/links/${met}`);
    await page.focus('input[type=range]');
    const last = Number(await page.getAttribute('input[type=range]', 'max'));
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(`**?revision=${last - 1}#revision`);
    expect(await page.innerText('.time-bar')).toContain(`after event ${last - 1} of ${last}`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('revision');
    await page.keyboard.press('Home');
    await page.waitForURL('**?revision=1#revision');
    expect(await main(page)).toContain('What happened after this');
    expect(await page.locator('.history__entry--step, .history__entry--stage').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('to a day, as it was known then and as we know it now', async () => {
    // What happened on the 14th is learned of on the 21st.
    const ref = await world.propose();
    await world.change(ref, { type: 'Broker' });
    world.clock.set('2026-09-21T09:00:00.000Z');
    const { page } = rosa;
    await page.goto(`/links/${ref}/record/record-exchange`);
    await page.check('[name=fromSide][value=a]');
    await page.fill('[name=occurredOn-day]', '14');
    await page.selectOption('[name=kind]', 'photographs');
    await save(page);
    await page.waitForURL(`**/links/${ref}`);

    const ask = async (clock: string, day: string) => {
      await page.goto(`/links/${ref}`);
      await page.click('summary:has-text("Go to a day")');
      for (const [part, value] of [
        ['day', day],
        ['month', '9'],
        ['year', '2026'],
      ] as const) {
        await page.fill(`[name=on-${part}]`, value);
      }
      await page.check(`text=${clock}`);
      await page.click('button:has-text("Show this day")');
      return main(page);
    };
    const then = await ask('What was known on that day', '15');
    expect(then).toContain('As it was known on 15 September 2026');
    expect(await page.innerText('#history')).not.toContain('photographs');
    const now = await ask('What we know today about that day', '15');
    expect(now).toContain('15 September 2026, as we know it today');
    expect(await page.innerText('#history')).toContain('photographs');
    expect(await ask('What was known on that day', '10')).toContain(
      'The link was proposed on 14 September 2026. Enter that day or a later one.',
    );
    expect(await ask('What was known on that day', '30')).toContain('30 September 2026 is still to come.');
  });
});
