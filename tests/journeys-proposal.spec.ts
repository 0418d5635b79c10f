import type { Page } from 'playwright-core';
import { readInterest } from '@linking/application/interests/read-interest.js';
import { readLink } from '@linking/application/links/link-history.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { interestStatus } from '@linking/domain/interest/interest.js';
import { wordsOf, type Browser } from './support/browser.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { whatIsKept } from './support/teacher-year.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let rosa: Browser;

// The demonstration's outbox shows mails with addresses that work, as they arrive.
beforeAll(async () => {
  visited = await openVisitedWorld({ demo: true });
  rosa = await visited.world.browser('rosa@bradford.example');
  await visited.world.use('e-mailed-proposals');
}, 60_000);

afterAll(() => visited?.close());

/** The mail of a step, as it arrived, and where its page is in the outbox. */
async function mailArrived(
  ref: string,
  step: RegExp,
): Promise<{ readonly html: string; readonly href: string }> {
  let id = '';
  await until(`the mail ${step} arrived`, async () => {
    const query = { programmes: 'all', subject: ref, status: 'sent', limit: 20 } as const;
    id = (await listMails(visited.world.pool, query)).find((mail) => step.test(mail.step))?.id ?? '';
    return id !== '';
  });
  const href = `/outbox/${encodeURIComponent(id)}`;
  return { html: (await rosa.get(`${href}/html`)).body, href };
}

const addressIn = (mail: string) => /\/proposal\/[\w-]{43}/.exec(mail)?.[0] ?? 'no address in the mail';
const sides = async (ref: string) => (await readLink(visited.world.store, ref)).link.sides;
const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A link whose two heads are asked by mail, as the coordinator does it on her page. */
async function sentToBoth(): Promise<string> {
  const ref = await visited.world.propose();
  const form = `/links/${ref}/record/send-proposal`;
  const sent = await rosa.fill(form, form, {});
  expect(sent.statusCode).toBe(303);
  return ref;
}

test('a proposal goes by mail: one headteacher says yes on her phone, the other no, and both classes wait again', async () => {
  const { world } = visited;
  const ref = await sentToBoth();
  const toA = await mailArrived(ref, /^proposal-a$/);
  const toB = await mailArrived(ref, /^proposal-b$/);

  const atPhone = await visited.visit({ viewport: PHONE });
  const { page } = atPhone;
  await readyToBeLookedAt(atPhone);
  await page.setContent(toA.html);
  expect(wordsOf(await page.content())).toMatch(/partner for 4 Oak.*4 Fir of Elm Academy.*Read and answer/);
  expect(await sideways(page)).toBe(0);
  await page.goto(addressIn(toA.html));
  expect(await words(page)).toMatch(/4 Oak Ash Primary.*4 Fir Elm Academy.*Why this partner.*similar age/);
  expect(await sideways(page)).toBe(0);
  expect(await stumblingBlocks(atPhone)).toEqual([]);
  await page.goto(`${addressIn(toA.html)}/no`);
  expect(await stumblingBlocks(atPhone)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the partner' }).click();
  await page.getByRole('button', { name: 'Yes, we would like to link' }).click();
  await page.waitForSelector('text=Thank you for your yes');
  expect(await stumblingBlocks(atPhone)).toEqual([]);
  expect(await words(page)).toContain('We wait for Elm Academy to answer as well.');
  await page.goto(addressIn(toA.html));
  expect(await words(page)).toContain('Your school said yes on 14 September.');
  const { facts } = await readLink(world.store, ref);
  const { a } = await sides(ref);
  expect(facts.find(({ type }) => type === 'ProposalAccepted')).toMatchObject({
    actor: `person:${a.headId}`,
    data: { side: 'a', means: 'page' },
  });

  const other = await visited.visit({ viewport: PHONE, script: false });
  await other.page.goto(addressIn(toB.html));
  await other.page.getByRole('link', { name: 'No, we would rather not' }).click();
  await other.page.getByRole('button', { name: 'Say no to this partner' }).click();
  expect(await words(other.page)).toContain('Choose whether we look for another partner');
  await other.page.getByLabel('We do not have the staff for it').check();
  await other.page.getByLabel('Yes, please').check();
  await other.page.getByRole('textbox').fill('Two of us leave at Christmas.');
  await other.page.getByRole('button', { name: 'Say no to this partner' }).click();
  expect(await words(other.page)).toContain('Elm Academy said no on 14 September');
  expect(await sideways(other.page)).toBe(0);

  expect(wordsOf((await rosa.get(`/links/${ref}`)).body)).toContain(
    'On the page that was mailed. Head of 900001, on the page of the proposal',
  );

  const told = await mailArrived(ref, /^declined-b/);
  const read = wordsOf(told.html);
  expect(read).toContain('Elm Academy declined: next steps');
  expect(read).toContain('“Two of us leave at Christmas.”');
  expect(read).toContain('Ring Ash Primary: it had said yes');
  const outbox = wordsOf((await rosa.get(told.href)).body);
  expect(outbox).toContain('A headteacher said no on the page of the mail.');
  expect(outbox).toContain('bradford@linking.example');
  const { link } = await readLink(world.store, ref);
  expect(link.outcome).toBe('not-formed');
  await until('both classes wait again', async () => {
    const both = Object.values(link.sides).map(({ interestId }) => readInterest(world.store, interestId));
    return (await Promise.all(both)).every(({ interest }) => interestStatus(interest) === 'waiting');
  });
  expect(wordsOf((await rosa.get(`/links/${ref}`)).body)).toContain('Open the choice of partners');
  await page.goto(addressIn(toA.html));
  expect(await words(page)).toContain('This link does not go on.');
  const planned = await listMails(world.pool, {
    programmes: 'all',
    subject: ref,
    status: 'planned',
    limit: 20,
  });
  expect(planned).toEqual([]);
});

test('what a mail scanner opens changes nothing; an address that expired brings a new one', async () => {
  const { world } = visited;
  const ref = await sentToBoth();
  const address = addressIn((await mailArrived(ref, /^proposal-a$/)).html);
  await mailArrived(ref, /^proposal-b$/);
  const head = await world.browser();
  const before = await whatIsKept(world);
  for (const page of [address, `${address}/no`]) {
    for (const method of ['GET', 'HEAD'] as const)
      expect((await head.get(page, method)).statusCode).toBe(200);
  }
  expect(await whatIsKept(world)).toEqual(before);
  expect((await head.get('/proposal/abcdefgh')).statusCode).toBe(404);

  await world.pool.query('update tokens set expires_at = issued_at where ref = $1', [ref]);
  expect((await head.post(`${address}/yes`, {})).headers.location).toBe(address);
  expect((await sides(ref)).a.acceptedOn).toBeUndefined();
  const again = await head.fill(address, `${address}/send-again`, {});
  expect(wordsOf(again.body)).toContain('A new link is on its way');
  const fresh = addressIn((await mailArrived(ref, /^proposal-a-again-1$/)).html);
  expect(fresh).not.toBe(address);
  await head.fill(fresh, `${fresh}/yes`, {});
  await head.post(`${fresh}/yes`, {});
  expect((await sides(ref)).a.acceptedOn).toBe('2026-09-14');

  // The other school said yes on the phone meanwhile: her page says so, and next comes the agreement.
  await world.change(ref, { type: 'AcceptProposal', side: 'b', means: 'phone' });
  expect(wordsOf((await head.get(fresh)).body)).toContain('Both have said yes.');
  const late = await mailArrived(ref, /^proposal-b$/);
  expect(wordsOf((await head.get(addressIn(late.html))).body)).toContain(
    'Your school said yes on 14 September.',
  );
});
