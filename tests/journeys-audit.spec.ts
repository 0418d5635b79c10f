import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findAuditedLinks, linkMarks } from '@linking/projections/link-board/audited-links.js';
import { allIsSigned, writeAuditedLinks } from './support/audited-links.js';
import { formFields, wordsOf } from './support/browser.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let ref: string;

beforeAll(async () => {
  visited = await openVisitedWorld();
  [ref] = await writeAuditedLinks(visited.world);
  await allIsSigned(visited.world);
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

  it('replays a link step by step with the slider and the keyboard', async () => {
    const { page } = await alun();
    const stands = async (after: number, address = `**?revision=${after}#revision`) => {
      await page.waitForURL(address);
      expect(await page.innerText('.time-bar__sentence')).toContain(`after event ${after} of 18`);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('revision');
    };
    await page.goto(`/links/${ref}`);
    await page.focus('#revision');
    await page.keyboard.press('Home');
    await stands(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.innerText('.time-bar__sentence')).toContain('after event 3 of 18: Proposed');
    await stands(3);
    await page.keyboard.press('End');
    await stands(18, `**/links/${ref}#revision`);
    await page.keyboard.press('ArrowLeft');
    await stands(17);
  });

  it.each([
    ['on the page of a link, without JavaScript', '/links', false],
    ['on its timeline', '/audit/links', true],
  ] as const)(
    'sees what was known on 15 January and what is known of it now, %s',
    async (_, path, script) => {
      const { page } = await visited.visit({ email: 'alun@linking.example', viewport: PHONE, script });
      const ask = async (clock: string) => {
        await page.getByText('Go to a day').click();
        await page.getByLabel('Day', { exact: true }).fill('15');
        await page.getByLabel('Month').fill('1');
        await page.getByLabel('Year', { exact: true }).fill('2027');
        await page.getByLabel(clock).check();
        await page.getByRole('button', { name: 'Show this day' }).click();
        return wordsOf((await page.innerHTML('.time-bar__words')) + (await page.innerHTML('.history')));
      };
      await page.goto(`${path}/${ref}`);
      const then = await ask('What was known on that day');
      expect(then).toContain('As it was known on 15 January 2027');
      expect(then).toContain('25 pupils of Ash Primary');
      expect(then).not.toContain('52');
      expect(then).not.toContain('Elm Academy sent work');
      const now = await ask('What we know today about that day');
      expect(now).toContain('15 January 2027, as we know it today');
      expect(now).toMatch(/Pupils of Ash Primary: was 25 now 52/);
      expect(now).toContain('Elm Academy sent work to Ash Primary Entered late');
      if (script) return;
      await page.focus('#revision');
      await page.keyboard.press('Home');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      expect(await page.innerText('.time-bar__sentence')).toContain('after event 1 of 18');
    },
  );

  it('goes from a figure to its links, to one event, to its stored text', async () => {
    const visit = await alun();
    await readyToBeLookedAt(visit);
    const { page } = visit;
    await page.goto('/audit');
    await page.getByRole('link', { name: 'Links to audit' }).click();
    const figures = await page.$$eval('.stage-counts a', (all) =>
      all.map((a) => ({
        href: a.getAttribute('href') ?? '',
        count: Number(a.querySelector('strong')?.innerText),
      })),
    );
    expect(figures.map(({ count }) => count)).toEqual([3, 1, 1, 1, 1, 0, 2, 0, 0, 0, 1, 0, 0]);
    const browser = await visited.world.browser('alun@linking.example');
    for (const { href, count } of figures) {
      const rows = (await browser.get(href)).body.match(/<tr class="data-table__row"/g) ?? [];
      expect([href, rows.length]).toEqual([href, count]);
    }
    expect(await stumblingBlocks(visit)).toEqual([]);
    await page.getByRole('link', { name: '1 with corrections' }).click();
    await page.getByRole('link', { name: `Corrections of ${ref}: 1` }).click();
    expect(await page.locator('.history__entry').count()).toBe(1);
    expect(wordsOf(await page.innerHTML('.history'))).toContain('Pupils of Ash Primary: was 25, now 52.');
    expect(await stumblingBlocks(visit)).toEqual([]);
    await page.getByRole('link', { name: 'event 17' }).click();
    const words = wordsOf(await page.innerHTML('main'));
    expect(words).toContain('In the signed log, as it was recorded');
    expect(words).toContain('EntryCorrected.v1');
    expect(await stumblingBlocks(visit)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save the text' }).click(),
    ]);
    const text = await readFile(await download.path());
    const leaf = createHash('sha256')
      .update(Buffer.from([0]))
      .update(text)
      .digest('hex');
    expect(words).toContain(leaf);
    expect(text.toString()).toBe(await page.innerText('pre[aria-label="The stored text"]'));
  });

  it('pages through the list in any order without missing a link or seeing one twice', async () => {
    const { pool } = visited.world;
    const query = { scope: () => 'true', today: '2027-02-01' };
    for (const sort of ['ref', 'entries', ...linkMarks] as const) {
      const all = await findAuditedLinks(pool, { ...query, sort, limit: 10 });
      const paged = [];
      for (let after: { ref: string; count: number } | undefined; ;) {
        const [row] = await findAuditedLinks(pool, { ...query, sort, limit: 1, ...(after && { after }) });
        if (row === undefined) break;
        paged.push(row);
        after = { ref: row.link.ref, count: sort === 'ref' ? 0 : row.counts[sort] };
      }
      expect(paged).toEqual(all);
      expect(all.map(({ link }) => link.ref).toSorted()).toHaveLength(3);
    }
  });

  it('sees entries and mails of one link in order, and each kind alone with its number', async () => {
    const browser = await visited.world.browser('alun@linking.example');
    const lines = async (address: string) =>
      [...(await browser.get(address)).body.matchAll(/<li id="entry-[^"]*" class="([^"]*)"/g)].map(
        ([, kind]) => kind,
      );
    const all = await lines(`/audit/links/${ref}`);
    const mails = all.filter((kind) => kind?.includes('--mail'));
    expect([all.length - mails.length, mails.length > 0]).toEqual([18, true]);
    const { body } = await browser.get(`/audit/links/${ref}`);
    const chips = [
      ...body.matchAll(/<a href="([^"]*)" class="stage-counts__stage"[^>]*><strong[^>]*>(\d+)</g),
    ];
    expect(chips).toHaveLength(9);
    for (const [, href = '', count] of chips) {
      expect([href, (await lines(href.replaceAll('&amp;', '&'))).length]).toEqual([href, Number(count)]);
    }
    const happened = wordsOf((await browser.get(`/audit/links/${ref}?clock=known-now`)).body);
    const recorded = wordsOf(body);
    const [work, met] = ['Elm Academy sent work to Ash Primary', 'First meeting held'];
    expect(happened.indexOf(work)).toBeLessThan(happened.indexOf(met));
    expect(recorded.indexOf(work)).toBeGreaterThan(recorded.indexOf(met));
  });

  it('draws a sample that another one draws again, by hand if need be', async () => {
    const visit = await alun();
    await readyToBeLookedAt(visit);
    const { page } = visit;
    await page.goto('/audit/sample');
    await page.getByLabel('How many links').fill('2');
    await page.getByLabel('Programme').selectOption('Bradford');
    await page.getByRole('button', { name: 'Draw' }).click();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('seed')).toMatch(/^[0-9a-f]{12}$/);
    expect(await stumblingBlocks(visit)).toEqual([]);
    const drawn = () => page.locator('tbody .link--ref').allInnerTexts();
    const first = await drawn();
    const nadia = await visited.world.browser('nadia@linking.example');
    const list = `/audit/sample/links.txt?${searchParams.toString()}`;
    const byHand = (await nadia.get(list)).body
      .trim()
      .split('\n')
      .map(
        (one) =>
          `${createHash('sha256')
            .update(`${searchParams.get('seed')}${one}`)
            .digest('hex')} ${one}`,
      );
    expect(byHand).toHaveLength(3);
    expect(first).toEqual(
      byHand
        .toSorted()
        .slice(0, 2)
        .map((line) => line.split(' ')[1]),
    );
    const again = wordsOf((await nadia.get(page.url().replace(/^.*(?=\/audit)/, ''))).body);
    for (const one of first) expect(again).toContain(one);
    await page.getByLabel('Seed').fill('no “marks”');
    await page.getByRole('button', { name: 'Draw this one' }).click();
    expect(await page.innerText('[role=alert]')).toContain('letters, figures');
    const { rows } = await visited.world.pool.query(
      `select detail->'refs' as refs, detail->>'seed' as seed from access_log where action = 'draw' order by id`,
    );
    expect(rows).toEqual([1, 2].map(() => ({ refs: first, seed: searchParams.get('seed') })));
  });

  it('prints a history without names', async () => {
    const visit = await alun();
    await readyToBeLookedAt(visit);
    const { page } = visit;
    await page.goto(`/audit/links/${ref}`);
    await page.getByRole('link', { name: 'Print without names' }).click();
    expect(await stumblingBlocks(visit)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const words = wordsOf(await page.innerText('body'));
    const { rows } = await visited.world.pool.query<{ word: string }>(
      `select distinct word from people cross join lateral (values (name), (email), (phone)) words (word) where word <> ''
       union select text from notes`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ word }) => words.includes(word))).toEqual([]);
    expect(words).not.toContain('Waiting list');
    expect(words).toContain('headteacher of Elm Academy (2)');
    expect(words).toContain('by Alun Price, auditor');
    expect(words).toMatch(/\d+ events, root [\w+/]{43}=/);
  });

  it('finds again what she looked at, by day and kind, and nobody else’s reads', async () => {
    const browser = await visited.world.browser('alun@linking.example');
    const page = await browser.get('/audit/reads?kind=print');
    const table = wordsOf(page.body.slice(page.body.indexOf('<table')));
    expect(table).toContain(`Opened to print Page /audit/links/${ref}/print`);
    expect(table).not.toContain('Looked at Page');
    expect(formFields(page.body, '/audit/reads')['kind']).toBe('print');
    const on = 'on-day=1&on-month=2&on-year=2020';
    expect(wordsOf((await browser.get(`/audit/reads?${on}`)).body)).toContain('Nothing of this kind');
    expect((await browser.get('/audit/reads?on-day=31&on-month=2&on-year=2020')).statusCode).toBe(422);
    const nadia = await visited.world.browser('nadia@linking.example');
    expect((await nadia.get('/audit/reads')).body).not.toContain(`/audit/links/${ref}/print`);
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
    for (const address of [`/links/${ref}/evidence`, `/audit/links/${ref}/events/2`]) {
      await page.goto(address);
      expect(wordsOf(await page.innerHTML('main'))).toContain('Something was altered');
    }
    await page.goto(`/audit/links/${ref}/events/3`);
    expect(wordsOf(await page.innerHTML('main'))).toContain('In the signed log, as it was recorded');
  });
});

describe('a coordinator', () => {
  it('checks her own links, and not the whole log', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    expect((await rosa.get(`/links/${ref}/evidence`)).statusCode).toBe(200);
    const pages = ['', '/links', `/links/${ref}`, `/links/${ref}/events/1`, `/links/${ref}/print`];
    for (const page of [...pages, '/sample', '/sample/links.txt', '/reads']) {
      expect([page, (await rosa.get(`/audit${page}`)).statusCode]).toEqual([page, 403]);
    }
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get(`/links/${ref}/evidence`)).statusCode).toBe(404);
    expect((await ines.get(`/links/${ref}/evidence.json`)).statusCode).toBe(404);
  });
});
