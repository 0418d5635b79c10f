import type { Page } from 'playwright-core';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { trainedLink, YEAR } from './support/teacher-year.js';
import { anybody } from './support/two-doors.js';
import { until } from './support/until.js';
import { DESK, openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let old: string;

beforeAll(async () => {
  visited = await openVisitedWorld();
  const { world } = visited;
  await world.pool.query(
    `insert into schools (urn, name, postcode, la_code, as_of, search)
     values ('900003', 'Oak Primary', 'BD9 1AC', '380', '2026-09-01', 'oak primary'),
            ('900004', 'Fir Infants', 'BD9 1AD', '380', '2026-09-01', 'fir infants')`,
  );
  ({ ref: old } = await trainedLink(world));
  await world.offer('900003', '4 Beech');
  await world.change(old, held(1, '2026-09-14'));
}, 120_000);

afterAll(() => visited?.close());

const held = (number: 1 | 2 | 3, on: string): LinkRequest => ({
  type: 'RecordMeetingHeld',
  number,
  mode: 'virtual',
  on,
  pupilsA: 27,
  pupilsB: 26,
  adultsA: 2,
  adultsB: 2,
  riskAssessment: { a: 'confirmed', b: 'confirmed' },
  collaborative: true,
});

const linkOf = async (ref: string) => (await readLink(visited.world.store, ref)).link;
const words = async (page: Page) => (await page.innerText('main')).replaceAll(/\s+/g, ' ');
const refOf = (page: Page) => /BRD-\d{4}-\d{3}/.exec(page.url())?.[0] ?? '';

async function onBoard(...refs: readonly string[]) {
  await until(`${refs.join(', ')} are listed as they are`, async () => {
    const links = await Promise.all(refs.map(linkOf));
    const { rows } = await visited.world.pool.query<{ ref: string; revision: number }>(
      'select ref, revision from link_board where ref = any($1)',
      [refs],
    );
    return links.every((link) => rows.some((row) => row.ref === link.ref && row.revision === link.revision));
  });
}

describe('a school withdraws in February (J13)', () => {
  let next: string;

  it('is recorded, and the class of the other school is offered to others in the same moment', async () => {
    visited.world.clock.set('2027-02-12T10:00:00.000Z');
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example', viewport: DESK });
    await page.goto(`/links/${old}/record`);
    await page.getByRole('link', { name: 'A school withdraws' }).click();
    await page.getByRole('radio', { name: 'Ash Primary' }).check();
    await page.getByLabel('Why?').selectOption('staffing');
    await page.getByRole('button', { name: 'Record the withdrawal' }).click();
    await page.waitForURL(`**/links/${old}`);
    expect(await words(page)).toContain('Elm Academy: 4 Fir, Year 4, 28 pupils waits again.');

    await page.getByRole('link', { name: 'See every class that waits' }).click();
    expect(await words(page)).toContain(
      `Continues from ${old}, which Ash Primary left on 12 February 2027. Both schools sign anew.`,
    );
    await page.getByRole('link', { name: 'Oak Primary' }).click();
    await page.getByRole('button', { name: 'Propose the link' }).click();
    await page.waitForURL('**/links/BRD-2026-*');
    next = refOf(page);
    expect(next).not.toBe(old);
    expect(await words(page)).toContain(`Continues from ${old}, which Ash Primary left on 12 February 2027.`);
    expect(troubles).toEqual([]);
  }, 60_000);

  it('the old link says where its class goes on, and its history too', async () => {
    await until('the old link is told', async () => (await linkOf(old)).outcome === 're-brokered');
    const { page, troubles } = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    await page.goto(`/links/${old}`);
    expect(await words(page)).toContain(`Goes on as ${next} with Oak Primary.`);
    expect(await page.innerText('#history')).toContain(`Elm Academy goes on in ${next}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('link', { name: next, exact: true }).click();
    expect(await page.innerText('#history')).toContain(`Continues from ${old}.`);
    expect(troubles).toEqual([]);
  });

  it('the training of the teacher who stayed is shown, and counts once somebody records it', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await page.goto(`/links/${next}`);
    expect(await words(page)).toContain('Teacher of 900002 attended the full day on 14 September 2026');
    expect((await linkOf(next)).training).toEqual([]);
    await page.getByRole('link', { name: /Record it here/ }).click();
    await page.getByRole('button', { name: 'Record the training' }).click();
    await page.waitForURL(`**/links/${next}`);
    expect(await words(page)).not.toContain('not recorded here');
    expect((await linkOf(next)).training).toMatchObject([
      { kind: 'initial-full', status: 'attended', on: '2026-09-14', minutes: 300 },
    ]);
    expect(troubles).toEqual([]);
  });

  it('when the new partner says no, the class waits again and may go on elsewhere', async () => {
    const { world } = visited;
    await world.change(next, {
      type: 'DeclineProposal',
      side: 'b',
      reasonCode: 'staff-changes',
      wantsOtherPartner: true,
    });
    await until('the class waits again', async () => {
      const { rows } = await world.pool.query(
        `select from waiting_classes where urn = '900002' and status = 'waiting'`,
      );
      return rows.length === 1;
    });
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto(`/links/${old}`);
    const text = await words(page);
    expect(text).toContain(`Goes on as ${next} with Oak Primary, which was not formed.`);
    expect(text).toContain('Elm Academy: 4 Fir, Year 4, 28 pupils waits again.');
  });
});

describe('a link at risk', () => {
  it('says why, and is found in the list', async () => {
    const { world } = visited;
    world.clock.set('2027-02-12T10:00:00.000Z');
    const [a, b] = [await world.offer('900004', '3 Yew'), await world.offer('900003', '5 Ivy')];
    const proposal = { programme: 'bradford', year: YEAR, kind: 'between-schools', a, b } as const;
    const { ref } = (await world.send(new ProposeLink(proposal, {}, anybody('at risk')))).link;
    await world.change(ref, { type: 'Pause', reasonCode: 'inspection', until: '2027-02-28' });
    world.clock.set('2027-03-02T10:00:00.000Z');
    await onBoard(ref);
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/links');
    await page.getByLabel('Flag').selectOption('at-risk');
    await page.click('.filter-bar button');
    await page.getByRole('link', { name: ref }).click();
    expect(await words(page)).toContain('At risk The pause was to end on 28 February 2027.');
    await page.getByRole('link', { name: /Go on/ }).first().click();
    await page.getByRole('button', { name: 'Go on with the link' }).click();
    await page.waitForURL(`**/links/${ref}`);
    await world.change(ref, { type: 'Withdraw', side: 'both', reasonCode: 'other' });
  }, 60_000);
});

describe('the end of the year (J16)', () => {
  let whole: string;
  let few: string;
  let unfinished: string;

  beforeAll(async () => {
    const { world } = visited;
    world.clock.set('2027-03-03T10:00:00.000Z');
    [whole, few, unfinished] = [
      await signedLink('4 Ash'),
      await signedLink('4 Bay'),
      await signedLink('4 Cob'),
    ];
    for (const number of [1, 2, 3] as const) await world.change(whole, held(number, '2027-03-03'));
    await world.change(few, held(1, '2027-03-03'));
    for (const ref of [whole, few]) await world.change(ref, { type: 'CompleteFinalExchange' });
    world.clock.set('2027-08-02T10:00:00.000Z');
    await onBoard(whole, few, unfinished);
  }, 60_000);

  async function signedLink(name: string): Promise<string> {
    const { world } = visited;
    const [a, b] = [await world.offer('900001', name), await world.offer('900003', `${name} too`)];
    const proposal = { programme: 'bradford', year: YEAR, kind: 'between-schools', a, b } as const;
    const { ref } = (await world.send(new ProposeLink(proposal, {}, anybody(name)))).link;
    await world.change(ref, { type: 'Broker' });
    await world.change(ref, { type: 'IssueAgreement' });
    for (const side of ['a', 'b'] as const) {
      await world.change(ref, {
        type: 'SignAgreement',
        side,
        signer: { name: `Head of ${name}`, email: `head-${side}@school.example` },
        signerRole: 'headteacher',
        textVersion: '2026-1',
        agreed: true,
        means: 'paper',
      });
    }
    return ref;
  }

  it('lists what each link lacks, closes nothing by itself, and refuses with a sentence where a reason is asked', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example', viewport: DESK });
    await page.goto('/programmes/bradford');
    await page.getByRole('link', { name: 'Close the year 2026–27' }).waitFor();
    await page.goto('/today/attention');
    expect(await words(page)).toContain('3 links still open');
    await page.getByRole('link', { name: 'Close the year 2026–27', exact: true }).click();
    const text = await words(page);
    expect(text).toContain('The year ended on 31 July 2027. 3 links still open. Nothing closes by itself');
    expect(text).toContain('Ready to complete: 1');
    expect(text).toContain('Something is missing: 2');
    const group = (ref: string) => page.locator('.year-end__link', { hasText: ref });
    expect(await group(unfinished).locator('.year-end__missing').innerText()).toContain(
      'First meeting: nothing recorded',
    );
    expect(await group(whole).getByRole('radio', { name: 'Complete', exact: true }).isChecked()).toBe(true);
    expect(await group(few).getByRole('radio', { name: 'Leave it open' }).isChecked()).toBe(true);
    expect(await group(unfinished).getByRole('radio', { name: 'Complete', exact: true }).count()).toBe(0);

    await group(few).getByRole('radio', { name: 'Complete', exact: true }).check();
    await page.getByRole('button', { name: 'Close these links' }).click();
    await page.getByText('Closed just now').waitFor();
    const after = await words(page);
    expect(after).toContain(`${whole}, Ash Primary and Oak Primary: completed, 3 of 3 meetings`);
    expect(after).toContain(`${few}: The classes met only once. Say why the link is complete all the same.`);
    expect((await linkOf(few)).outcome).toBe('open');
    await page.getByLabel('Why is it complete all the same?').selectOption('late-start');
    await page.getByRole('button', { name: 'Close these links' }).click();
    await page.getByText(`${few}, Ash Primary and Oak Primary: completed, 1 of 3 meetings`).waitFor();
    expect(troubles).toEqual([]);
  }, 60_000);

  it('does not close over what somebody else has just recorded', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await page.goto('/programmes/bradford/year-end/2026-27?others=close-incomplete');
    await visited.world.change(unfinished, {
      type: 'RecordExchange',
      fromSide: 'a',
      kind: 'photographs',
      mode: 'post',
    });
    await page.getByRole('button', { name: 'Close these links' }).click();
    expect(await words(page)).toContain(
      `${unfinished}: This was changed by someone else while you were working on it. Look at it and close it again.`,
    );
    expect((await linkOf(unfinished)).outcome).toBe('open');
  });

  it('closes the others incomplete on a phone without JavaScript, and shows how far the year is', async () => {
    await onBoard(unfinished);
    const { page, troubles } = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    await page.goto('/programmes/bradford/year-end/2026-27');
    await page.getByRole('link', { name: /Choose “Close incomplete”/ }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByLabel('Why is something missing?').selectOption('no-answer');
    await page.getByRole('button', { name: 'Close these links' }).click();
    const text = await words(page);
    expect(text).toContain(`${unfinished}, Ash Primary and Oak Primary: closed incomplete`);
    expect(text).toContain('Every link of this year has ended');
    expect(text).toContain('Completed, 3 of 3 meetings: 1');
    expect(text).toContain('Completed, 1 of 3 meetings: 1');
    expect((await linkOf(unfinished)).outcome).toBe('closed-incomplete');
    expect(troubles).toEqual([]);
  });

  it('late entries are offered until 31 October and may complete the link after all', async () => {
    const { world } = visited;
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto(`/links/${unfinished}`);
    expect(await words(page)).toContain(
      'Closed with something missing, late entries are taken until 31 October 2027',
    );
    world.clock.set('2027-11-01T10:00:00.000Z');
    const late = await visited.visit({ email: 'rosa@bradford.example' });
    await late.page.goto(`/links/${unfinished}/record/complete-final-exchange`);
    await late.page.locator('main form[method=post] button[type=submit]').click();
    expect(await words(late.page)).toContain('This link is closed and took late entries until 31 October.');
  });

  it('prints two certificates for each completed link, a page each, without a child’s name', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford/certificates/2026-27');
    const certificates = page.locator('.certificate');
    expect(await certificates.count()).toBe(4);
    const first = (await certificates.first().innerText()).replaceAll(/\s+/g, ' ');
    expect(first).toContain('4 Ash Ash Primary was linked with 4 Ash too of Oak Primary');
    expect(first).toContain('in the school year 2026–27.');
    expect(first).toContain('The two classes met: 3 of 3 meetings. First meeting, online, 3 March 2027');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.site-header').isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(4);
    await page.goto('/links?year=2026-27&outcome=completed');
    expect(await words(page)).toContain('2 links: 1 with 3 of 3 meetings and 1 with 1 of 3 meetings.');
    await page.goto(`/links/${few}/certificates`);
    expect(await certificates.count()).toBe(2);
    expect(troubles).toEqual([]);
  });

  it('belongs to the programme: others do not learn of it', async () => {
    const ines = await visited.world.browser('ines@kent.example');
    for (const place of ['year-end', 'certificates']) {
      expect((await ines.get(`/programmes/bradford/${place}/2026-27`)).statusCode).toBe(404);
    }
    const alun = await visited.world.browser('alun@linking.example');
    const seen = await alun.get('/programmes/bradford/year-end/2026-27');
    expect([seen.statusCode, seen.body.includes('Close these links')]).toEqual([200, false]);
    expect((await alun.get('/programmes/bradford/year-end/next-year')).statusCode).toBe(404);
  });
});
