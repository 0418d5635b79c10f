import type { Page } from 'playwright-core';
import { readLink } from '@linking/application/links/link-history.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { wordsOf, type Browser } from './support/browser.js';
import { whatIsKept } from './support/teacher-year.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let rosa: Browser;

// The demonstration's outbox shows mails with addresses that work, as they arrive.
beforeAll(async () => {
  visited = await openVisitedWorld({ demo: true });
  rosa = await visited.world.browser('rosa@bradford.example');
}, 60_000);

afterAll(() => visited?.close());

/** A link whose agreement went to both heads. */
async function askedToSign(): Promise<string> {
  const { world } = visited;
  const ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  return ref;
}

/** The newest mail to the head of the first school, as it arrived. */
async function mailArrived(ref: string, step = 'agreement-a'): Promise<string> {
  let id = '';
  await until(`the mail ${step} arrived`, async () => {
    const mails = await listMails(visited.world.pool, {
      programmes: 'all',
      subject: ref,
      status: 'sent',
      limit: 10,
    });
    id = mails.find((mail) => mail.step === step)?.id ?? '';
    return id !== '';
  });
  return (await rosa.get(`/outbox/${encodeURIComponent(id)}/html`)).body;
}

const addressIn = (mail: string) => /\/sign\/[\w-]{43}/.exec(mail)?.[0] ?? 'no address in the mail';
const agreementOf = async (ref: string) => (await readLink(visited.world.store, ref)).link.agreement.a;
const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const onPhone = async (script = true) => (await visited.visit({ viewport: PHONE, script })).page;
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('a headteacher on a phone', () => {
  it('reads in the mail who the partner is and what is asked, and the same on the page', async () => {
    const page = await onPhone();
    const mail = await mailArrived(await askedToSign());
    await page.setContent(mail);
    const seen = wordsOf(await page.content());
    for (const said of ['Elm Academy', 'two training sessions', 'transport', 'host a visit']) {
      expect(seen).toContain(said);
    }
    expect(await sideways(page)).toBe(0);
    await page.goto(addressIn(mail));
    expect(await words(page)).toMatch(/4 Oak.*Ash Primary.*4 Fir.*Elm Academy/);
    expect(await page.locator('.commitments li').count()).toBe(4);
    expect(await page.getByRole('checkbox').count()).toBe(1);
    expect(await sideways(page)).toBe(0);
  });

  it('ticks once, signs and has a copy; a second visit says it is signed', async () => {
    const page = await onPhone();
    const ref = await askedToSign();
    const address = addressIn(await mailArrived(ref));
    await page.goto(address);
    await page.getByLabel('Your full name').fill('Hilda Ash');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign the agreement' }).click();
    await page.waitForSelector('text=Thank you: the agreement is signed');
    expect(await agreementOf(ref)).toMatchObject({ status: 'signed', means: 'mailed-page' });
    const copy = await words(page);
    expect(copy).toContain('by Hilda Ash, headteacher, on 14 September 2026');
    expect(copy).toContain('What your school agreed to');
    expect(copy).toContain(`Agreement ${ref}, text 2026-1.`);
    expect(await page.locator('.commitments li').count()).toBe(4);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.commitments li').last().isVisible()).toBe(true);
    expect(await page.locator('.site-footer').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(address);
    const again = await words(page);
    expect(again).toContain('This agreement was already signed by the headteacher on 14 September.');
    expect(again).toContain('This page is your copy.');
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  it('with an expired address gets a new one at once, and signs with that', async () => {
    const { world } = visited;
    const page = await onPhone();
    const ref = await askedToSign();
    const address = addressIn(await mailArrived(ref));
    await mailArrived(ref, 'agreement-b');
    await world.pool.query('update tokens set expires_at = issued_at where ref = $1', [ref]);
    const before = await whatIsKept(world);
    const scanner = await world.browser();
    for (let times = 0; times < 100; times += 1) {
      const answer = await scanner.get(address, times % 2 === 0 ? 'GET' : 'HEAD');
      expect(answer.statusCode).toBe(200);
    }
    expect(await whatIsKept(world)).toEqual(before);
    await page.goto(address);
    expect(await words(page)).toContain('This link has expired');
    await page.getByRole('button', { name: 'Send me a new one' }).click();
    await page.waitForSelector('text=A new link is on its way');
    const fresh = addressIn(await mailArrived(ref, 'agreement-a-again-1'));
    expect(fresh).not.toBe(address);
    await page.goto(fresh);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign the agreement' }).click();
    await page.waitForSelector('text=Thank you: the agreement is signed');
    expect((await agreementOf(ref)).status).toBe('signed');
  });

  it('signs without JavaScript, after a tick that was forgotten', async () => {
    const page = await onPhone(false);
    const ref = await askedToSign();
    const address = addressIn(await mailArrived(ref));
    await page.goto(address);
    await page.getByRole('button', { name: 'Sign the agreement' }).click();
    const summary = page.locator('.govuk-error-summary');
    expect(await summary.innerText()).toContain('Tick the box to agree to the points above.');
    await summary.getByRole('link').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('agreed');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign the agreement' }).click();
    expect(await words(page)).toContain('Thank you: the agreement is signed');
    await page.goto(address);
    expect(await words(page)).toContain('This agreement was already signed');
    expect((await agreementOf(ref)).status).toBe('signed');
  });
});

describe('a headteacher without a mouse', () => {
  it('signs with Tab, Space, letters and Enter, and always sees where she is', async () => {
    const { page } = await visited.visit();
    const ref = await askedToSign();
    await page.goto(addressIn(await mailArrived(ref)));
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return {
          name: element.getAttribute('name') ?? element.innerText,
          isSeen: outlineStyle !== 'none' || boxShadow !== 'none',
        };
      });
    const tabTo = async (name: string) => {
      for (let steps = 0; steps < 30; steps += 1) {
        await page.keyboard.press('Tab');
        const now = await focused();
        expect(now).toMatchObject({ isSeen: true });
        if (now.name === name) return;
      }
      throw new Error(`${name} cannot be reached by Tab`);
    };
    await tabTo('Skip to main content');
    await page.keyboard.press('Enter');
    await tabTo('signerName');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Hilda Ash');
    await tabTo('signerRole');
    await page.keyboard.press('ArrowDown');
    await tabTo('agreed');
    await page.keyboard.press('Space');
    await tabTo('Sign the agreement');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Thank you: the agreement is signed');
    expect(await words(page)).toContain('by Hilda Ash, job share headteacher');
    expect(await agreementOf(ref)).toMatchObject({
      status: 'signed',
      signerRole: 'job-share-headteacher',
    });
  });
});
