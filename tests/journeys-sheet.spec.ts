import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readLink } from '@linking/application/links/link-history.js';
import { revisionOnBoard } from '@linking/projections/link-board/link-board-queries.js';
import { formFields, wordsOf } from './support/browser.js';
import type { PageWorld } from './support/page-world.js';
import { until } from './support/until.js';
import { unzip } from './support/unzip.js';
import { openVisitedWorld, PHONE, type Visit, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let world: PageWorld;
/** Three links: one proposed, one proposed, one signed by both schools. */
let refs: readonly [string, string, string];

beforeAll(async () => {
  visited = await openVisitedWorld();
  world = visited.world;
  refs = [await world.propose(), await world.propose(), await world.propose()];
  await world.change(refs[2], { type: 'Broker' });
  await world.change(refs[2], { type: 'IssueAgreement' });
  for (const side of ['a', 'b'] as const) {
    await world.change(refs[2], {
      type: 'SignAgreement',
      side,
      signer: { name: 'Hilda Head', email: `hilda@${side}.example` },
      signerRole: 'headteacher',
      textVersion: '2026-1',
      agreed: true,
      means: 'paper',
    });
  }
  const rosa = await world.browser('rosa@bradford.example');
  await until('the board is written', async () =>
    (await rosa.get('/links?stage=signed')).body.includes(refs[2]),
  );
}, 120_000);

afterAll(() => visited?.close());

const facts = async (ref: string) =>
  (await readLink(world.store, ref)).facts.map(({ type, occurredOn }) => `${type} ${occurredOn}`);
const cell = (page: Page, ref: string, step: string) =>
  page.locator(`tr[data-ref="${ref}"] [data-step="${step}"]`);
const status = (page: Page) => page.locator('[data-sheet-status]');

const visits = new Map<string, Promise<Visit>>();

/** The sheet as it is now, in the browser in which this person is signed in. */
async function openSheet(email: string, script = true) {
  const key = `${email} ${script}`;
  const visit = await (visits.get(key) ?? visited.visit({ email, script }));
  visits.set(key, Promise.resolve(visit));
  for (const ref of refs) await until(`the sheet knows all of ${ref}`, () => isOnBoard(ref));
  await visit.page.goto('/sheet');
  if (script) await visit.page.waitForSelector('html[data-sheet-ready]');
  return visit;
}

/** Types a day in a cell and presses Enter. */
async function type(page: Page, ref: string, step: string, text: string) {
  await cell(page, ref, step).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe('all links as one sheet (J41)', () => {
  it('takes dates that are typed from cell to cell with the arrow keys', async () => {
    const { page, troubles } = await openSheet('rosa@bradford.example');
    await page.locator('[data-step][tabindex="0"]').focus();
    await page.keyboard.type('1/9');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`text=Saved: ${refs[0]}, Brokered, 1 September 2026.`);
    await page.keyboard.type('2 Sept');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`text=Saved: ${refs[1]}, Brokered, 2 September 2026.`);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('2 Sept');
    expect(await facts(refs[0])).toContain('LinkBrokered 2026-09-01');
    expect(await facts(refs[1])).toContain('LinkBrokered 2026-09-02');
    expect(troubles).toEqual([]);
  });

  it('keeps the text of a cell that is refused, and says why under the row', async () => {
    const { page } = await openSheet('rosa@bradford.example');
    await type(page, refs[0], 'goodbye', '5 July');
    await page.waitForSelector('text=5 July is in the future');
    const input = cell(page, refs[0], 'goodbye').locator('input');
    expect(await input.inputValue()).toBe('5 July');
    expect(await input.getAttribute('aria-invalid')).toBe('true');
    await input.focus();
    await page.keyboard.press('Escape');
    expect(await cell(page, refs[0], 'goodbye').innerText()).toBe('');
    expect((await facts(refs[0])).join()).not.toContain('goodbye');
  });

  it('asks for what a day does not say, and corrects with a reason', async () => {
    const { page, troubles } = await openSheet('rosa@bradford.example');
    await type(page, refs[2], 'meeting-1', '11/9');
    const dialog = page.locator('dialog');
    await dialog.getByRole('button', { name: 'Record the meeting' }).click();
    await dialog.getByText('Choose how they met').first().waitFor();
    await dialog.getByLabel('In person').check();
    for (const [box, number] of [
      ['pupilsA', '27'],
      ['pupilsB', '28'],
      ['adultsA', '3'],
      ['adultsB', '3'],
    ] as const)
      await dialog.locator(`[name=${box}]`).fill(number);
    await dialog.getByRole('button', { name: 'Record the meeting' }).click();
    await page.waitForSelector(`text=Saved: ${refs[2]}, First meeting, 11 September 2026.`);
    await type(page, refs[2], 'meeting-1', '10/9');
    await dialog.locator('select[name=reasonCode]').selectOption('typing-mistake');
    await dialog.getByRole('button', { name: 'Correct the entry' }).click();
    await page.waitForSelector(`text=Saved: ${refs[2]}, First meeting, 10 September 2026.`);
    expect(await cell(page, refs[2], 'meeting-1').innerText()).toContain('10 Sept');
    expect((await readLink(world.store, refs[2])).link.reached.met).toBe('2026-09-10');
    expect(troubles).toEqual([]);
  });

  it('fills one date into several rows, and each row says what became of it', async () => {
    const { page } = await openSheet('rosa@bradford.example');
    await page.check('#choose-all');
    await page.selectOption('#fill-step', 'training-a');
    await page.fill('#fill-typed', '10/9');
    await page.fill('#fill-minutes', '330');
    await page.getByRole('button', { name: 'Fill in' }).click();
    await page.waitForSelector('text=3 of 3 saved.');
    for (const ref of refs) expect(await facts(ref)).toContain('TrainingAttended 2026-09-10');
    await page.selectOption('#fill-step', 'agreement-b');
    await page.fill('#fill-typed', '10/9');
    await page.getByRole('button', { name: 'Fill in' }).click();
    await page.waitForSelector('text=0 of 3 saved.');
    expect(await page.locator('.sheet__message').count()).toBe(3);
    expect(await cell(page, refs[0], 'agreement-b').locator('input').inputValue()).toBe('10/9');
  });

  it('works without JavaScript as a form a row', async () => {
    const { page } = await openSheet('rosa@bradford.example', false);
    await page.click(`a[aria-label="Fill in the row ${refs[1]}"]`);
    await page.fill('[name="cell.exchange-a"]', '8/9');
    await page.fill('[name="cell.exchange-b"]', '8/30');
    await page.click('main form button[type=submit]');
    expect(await page.innerText('main')).toContain('Exchange of Ash Primary, 8 September 2026.');
    expect(await page.innerText('.govuk-error-summary')).toContain('There is no such day as 8/30.');
    expect(await page.inputValue('[name="cell.exchange-b"]')).toBe('8/30');
    await page.fill('[name="cell.exchange-b"]', '9/9');
    await page.fill('[name="cell.meeting-2"]', '11 March');
    await page.click('main form button[type=submit]');
    await page.click('text=First visit: 11 March');
    await page.fill('[name=startsAt]', '10:00');
    await page.fill('[name=endsAt]', '14:00');
    await page.selectOption('[name=place]', 'a');
    await page.click('main form button[type=submit]');
    expect(await page.innerText('main')).toContain('First visit planned for 11 March 2027.');
    expect(await facts(refs[1])).toEqual(
      expect.arrayContaining(['WorkExchanged 2026-09-08', 'WorkExchanged 2026-09-09']),
    );
    expect((await readLink(world.store, refs[1])).link.meetings).toMatchObject([
      { number: 2, on: '2027-03-11' },
    ]);
  });

  it('fills several rows without JavaScript too', async () => {
    const { page } = await openSheet('rosa@bradford.example', false);
    await page.check(`#choose-${refs[0]}`);
    await page.check(`#choose-${refs[2]}`);
    await page.selectOption('#fill-step', 'exchange-a');
    await page.fill('#fill-typed', '9 Sept');
    await page.getByRole('button', { name: 'Fill in' }).click();
    expect(await page.innerText('main')).toContain('2 of 2 rows saved.');
  });

  it('takes a cell that is sent twice, because its answer was lost, once', async () => {
    const ref = await freshLink();
    const rosa = await world.browser('rosa@bradford.example');
    const _csrf = /data-csrf="([^"]*)"/.exec((await rosa.get('/sheet')).body)?.[1] ?? '';
    const cellSent = { _csrf, idempotencyKey: `one ${ref}`, expectedRevision: '3', typed: '1/9' };
    for (const _time of ['first', 'again']) {
      const { statusCode } = await rosa.post(`/sheet/${ref}/brokered`, cellSent);
      expect(statusCode).toBe(303);
    }
    expect((await facts(ref)).filter((fact) => fact.startsWith('LinkBrokered'))).toHaveLength(1);
  });

  it('can be copied out as XLSX, read back by another program, and that is kept', async () => {
    const rosa = await world.browser('rosa@bradford.example');
    await world.pool.query(`update schools set name = '=Ash "Primary"' where urn = '900001'`);
    const { headers, rawPayload } = await rosa.get('/sheet.xlsx');
    await world.pool.query(`update schools set name = 'Ash Primary' where urn = '900001'`);
    expect(headers['content-disposition']).toBe(
      'attachment; filename="links-2026-27-copied-2026-09-14.xlsx"',
    );
    const parts = unzip(rawPayload);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pane[^>]*state="frozen"/);
    // 46275 days after 30 December 1899 is 10 September 2026.
    expect(sheet).toContain('<v>46275</v>');
    expect(parts.get('xl/sharedStrings.xml')).toContain(`<t>'=Ash "Primary"</t>`);
    if (hasReader) {
      const book = await readBack(rawPayload);
      expect(book['sheets']).toEqual(['Links', 'What it means']);
      expect(book['freeze']).toBe('B2');
      const row = (book['rows'] as unknown[][]).find(([ref]) => ref === refs[2]);
      expect(row?.slice(0, 5)).toEqual([refs[2], `'=Ash "Primary"`, '4 Oak', 'Elm Academy', '4 Fir']);
      expect(row).toContain('day 2026-09-10');
      expect(JSON.stringify(book['meaning'])).toContain('Monday 14 September 2026');
    }
    const { rows } = await world.pool.query(
      `select subject, detail->>'links' as links from access_log where action = 'export'`,
    );
    expect(rows).toEqual([{ subject: '/sheet.xlsx', links: '4' }]);
  });

  it('is only read by an auditor, and fits a phone', async () => {
    const { page } = await visited.visit({ email: 'alun@linking.example', viewport: PHONE });
    await page.goto('/sheet');
    expect(await page.locator('form[method=post]:not([action="/sign-out"])').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const alun = await world.browser('alun@linking.example');
    expect((await alun.get(`/sheet/${refs[0]}`)).statusCode).toBe(403);
  });
});

describe('two coordinators who edit the same link (J17)', () => {
  it('on the sheet: the second keeps what she typed, sees what changed, and saves again', async () => {
    const ref = await freshLink();
    const [rosa, nadia] = [
      await openSheet('rosa@bradford.example'),
      await openSheet('nadia@linking.example'),
    ];
    await type(rosa.page, ref, 'brokered', '1/9');
    await status(rosa.page).getByText(`Saved: ${ref}`).waitFor();
    await type(nadia.page, ref, 'exchange-a', '7/9');
    await nadia.page.waitForSelector(
      'text=Changed by someone else. What you typed is still here. Rosa Hartley',
    );
    expect(await nadia.page.innerText('.sheet__message')).toContain('Both headteachers said yes');
    expect(await cell(nadia.page, ref, 'exchange-a').locator('input').inputValue()).toBe('7/9');
    expect(await cell(nadia.page, ref, 'brokered').innerText()).toContain('1 Sept');
    await nadia.page.getByRole('button', { name: 'Save again' }).click();
    await status(nadia.page).getByText(`Saved: ${ref}`).waitFor();
    expect(await facts(ref)).toContain('WorkExchanged 2026-09-07');
  });

  it('on a form of the link, as it has always been', async () => {
    const ref = await freshLink();
    const [rosa, nadia] = [
      await world.browser('rosa@bradford.example'),
      await world.browser('nadia@linking.example'),
    ];
    const url = `/links/${ref}/record/record-exchange`;
    const seen = formFields((await nadia.get(`${url}?fromSide=a`)).body, url);
    await rosa.fill(`/links/${ref}/record/broker`, `/links/${ref}/record/broker`, {});
    const back = await nadia.post(url, { ...seen, note: 'By bicycle.' });
    expect(back.statusCode).toBe(412);
    expect(wordsOf(back.body)).toContain('Changed by someone else while you were typing.');
    expect(wordsOf(back.body)).toContain('Rosa Hartley: Both headteachers said yes');
    expect(back.body).toContain('By bicycle.');
    const again = await nadia.post(url, { ...formFields(back.body, url), note: 'By bicycle.' });
    expect(again.statusCode).toBe(303);
  });
});

/** Lists come from tables, a moment after the log. */
async function isOnBoard(ref: string): Promise<boolean> {
  const { link } = await readLink(world.store, ref);
  return (await revisionOnBoard(world.pool, ref)) === link.revision;
}

async function freshLink(): Promise<string> {
  const ref = await world.propose();
  await until('the sheet has the row', () => isOnBoard(ref));
  return ref;
}

// Where Debian's python3-openpyxl is installed it reads the copy too; `apt-get install python3-openpyxl` brings it.
const hasReader = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;

async function readBack(workbook: Buffer): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linking-sheet-'));
  const file = path.join(folder, `${randomUUID()}.xlsx`);
  writeFileSync(file, workbook);
  try {
    const read = execFileSync('/usr/bin/python3', [
      '-W',
      'ignore',

      path.join(import.meta.dirname, 'support/read-workbook.py'),
      file,
    ]);
    return JSON.parse(read.toString()) as Record<string, unknown>;
  } finally {
    await rm(folder, { recursive: true });
  }
}
