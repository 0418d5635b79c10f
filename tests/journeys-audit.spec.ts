import { readFile } from 'node:fs/promises';
import { newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { wordsOf } from './support/browser.js';
import { until } from './support/page-world.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let ref: string;

beforeAll(async () => {
  visited = await openVisitedWorld();
  const { world } = visited;
  ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await until('all of it is signed', async () => {
    const { rows } = await world.pool.query<{ n: number }>('select count(*)::int as n from events');
    return (await newestCheckpoint(world.pool))?.size === rows[0]?.n;
  });
}, 120_000);
afterAll(() => visited?.close(), 30_000);

const alun = () => visited.visit({ email: 'alun@linking.example', viewport: PHONE });

describe('an auditor', () => {
  it('sees that nothing was altered, and saves a checkpoint to ask again with', async () => {
    const visit = await alun();
    await readyToBeLookedAt(visit);
    const { page } = visit;
    const words = async () => wordsOf(await page.innerHTML('main'));
    await page.goto('/audit');
    expect(await stumblingBlocks(visit)).toEqual([]);
    await page.getByRole('button', { name: 'Check now' }).click();
    expect(await words()).toMatch(/Nothing altered since \d+ \w+ 20\d\d/);
    expect(await stumblingBlocks(visit)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save the checkpoint' }).click(),
    ]);
    const kept = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/^checkpoint-\d{4}-\d\d-\d\d-\d+\.txt$/);
    await page.getByLabel('A checkpoint that you kept').fill(kept);
    await page.getByRole('button', { name: 'Check now' }).click();
    expect(await words()).toContain('Nothing altered since the checkpoint that you kept');
    await page.getByLabel('A checkpoint that you kept').fill('schools-linking.example/log/other\n1\n');
    await page.getByRole('button', { name: 'Check now' }).click();
    expect(await words()).toContain('cannot be read as one');
  });

  it('checks one link and takes its evidence, and each of it is kept and shown', async () => {
    const visit = await alun();
    await readyToBeLookedAt(visit);
    const { page } = visit;
    await page.goto(`/links/${ref}`);
    await page.getByRole('link', { name: 'Was this altered?' }).click();
    expect(wordsOf(await page.innerHTML('main'))).toContain('Nothing was altered');
    expect(await stumblingBlocks(visit)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Take the evidence' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`evidence-${ref}.json`);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ link: ref });
    const verifier = await page
      .getByRole('link', { name: 'The program that verifies it' })
      .getAttribute('href');
    expect((await page.request.get(verifier ?? '')).status()).toBe(200);
    await page.goto('/audit');
    const kept = wordsOf(await page.innerHTML('table'));
    expect(kept).toContain(`Took a copy Page /links/${ref}/evidence`);
    expect(kept).toContain(`Looked at Page /links/${ref}`);
  });

  it('can change nothing', async () => {
    const browser = await visited.world.browser('alun@linking.example');
    for (const address of [`/links/${ref}/record/pause`, '/links/together/exchange', '/venues/add']) {
      expect([address, (await browser.get(address)).statusCode]).toEqual([address, 403]);
    }
  });

  it('sees red, with the event, when somebody altered the log behind our backs', async () => {
    const { page } = await alun();
    await visited.world.pool.query('alter table events disable trigger all');
    await visited.world.pool.query(
      `update events set body = replace(body, '"pupilCount":28', '"pupilCount":29') where stream = $1 and revision = 2`,
      [`link-${ref}`],
    );
    await page.goto('/audit/check');
    const words = wordsOf(await page.innerHTML('main'));
    expect(words).toContain('Something was altered');
    expect(words).toContain(`Event 2 of link-${ref}`);
    await page.goto(`/links/${ref}/evidence`);
    expect(wordsOf(await page.innerHTML('main'))).toContain('Something was altered');
  });
});

describe('a coordinator', () => {
  it('checks her own links, and not the whole log', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    expect((await rosa.get(`/links/${ref}/evidence`)).statusCode).toBe(200);
    expect((await rosa.get('/audit')).statusCode).toBe(403);
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get(`/links/${ref}/evidence`)).statusCode).toBe(404);
    expect((await ines.get(`/links/${ref}/evidence.json`)).statusCode).toBe(404);
  });
});
