import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { PlanSession } from '@linking/application/training/training-commands.js';
import { wordsOf } from './support/browser.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;

beforeAll(async () => {
  visited = await openVisitedWorld();
  const { world } = visited;
  const ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  for (const side of ['a', 'b'] as const) {
    await world.change(ref, {
      type: 'SignAgreement',
      side,
      signer: { name: 'Hilda Head', email: `hilda@${side}.example` },
      signerRole: 'headteacher',
      textVersion: '2026-1',
      agreed: true,
      means: 'paper',
    });
  }
  const session = {
    programme: 'bradford',
    kind: 'initial-full',
    startsAt: '09:30',
    endsAt: '15:00',
  } as const;
  await world.send(new PlanSession({ ...session, on: '2026-10-01', capacity: 24 }, sender()));
  await until('link and session are known', async () => {
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*)::int as n from link_board cross join training_sessions where stage = 'signed'`,
    );
    return rows[0]?.n === 1;
  });
  world.clock.set('2027-06-01T09:00:00.000Z');
}, 120_000);

afterAll(() => visited?.close());

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const flash = (page: Page) => page.locator('.flash').first().innerText();
const countOf = async (sql: string) => {
  const { rows } = await visited.world.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`);
  return rows[0]?.n;
};
/** Mails about the year to come. */
/** All that was asked for; N03 asks once more later, if nobody has answered. */
const mailsOfNewYear = () =>
  countOf(`mails where content->>'year' = '2027-28' and status <> 'cancelled' and rule <> 'N03'`);

describe('a year is opened (J42)', () => {
  it('with what the year before had, and nobody is written to', async () => {
    const { page, troubles } = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    await page.goto('/programmes/bradford');
    await page.getByRole('link', { name: 'Open 2027–28' }).click();
    const before = await words(page);
    expect(before).toContain('Opening the year mails nothing');
    expect(before).toContain('The national steps');
    expect(before).toContain('Still to enter: until then the national defaults hold');
    expect(before).toContain('Full day, Thursday 30 September 2027');
    expect(before).toContain('Ash Primary Year 4, about 28 pupils with Teacher of 900001');
    await page.getByRole('button', { name: 'Open 2027–28' }).click();
    expect(await flash(page)).toBe('2027–28 is opened. Nobody has been written to.');
    expect(await words(page)).toContain('0 of 2 recorded.');
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(PHONE.width);
    expect([await mailsOfNewYear(), await countOf('training_sessions')]).toEqual([0, 1]);
    expect(troubles).toEqual([]);
  }, 60_000);

  it('and its sessions are planned when she confirms their days', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford/years/2027-28');
    await page.getByLabel('Day', { exact: true }).fill('1');
    await page.getByLabel('Month', { exact: true }).fill('10');
    await page.getByLabel('Year', { exact: true }).fill('2026');
    await page.getByRole('button', { name: 'Plan the ticked sessions' }).click();
    expect(await words(page)).toContain('1 October 2026 is not in 2027–28.');
    await page.getByLabel('Year', { exact: true }).fill('2027');
    await page.getByRole('button', { name: 'Plan the ticked sessions' }).click();
    expect(await flash(page)).toBe('1 session is planned. Nobody has been invited yet.');
    expect(await words(page)).toContain('Friday 1 October 2027 Planned Last time 1 October 2026');
    expect([await mailsOfNewYear(), await countOf('training_sessions')]).toEqual([0, 2]);
  }, 60_000);

  it('and its schools become interests one by one; only then their heads are written to', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford/years/2027-28');
    expect(await page.getByRole('checkbox', { name: 'Elm Academy' }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: 'Elm Academy' }).uncheck();
    await page.getByRole('button', { name: 'Record the ticked schools' }).click();
    expect(await flash(page)).toBe('1 school is recorded. Each headteacher gets a mail that says so.');
    expect(await words(page)).toContain('1 of 2 recorded.');
    await until('N01 and N02 have gone', async () => (await mailsOfNewYear()) === 2);

    // A break: she comes back another day and goes on where she was.
    visited.world.clock.set('2027-06-08T09:00:00.000Z');
    await page.goto('/programmes/bradford/years/2027-28');
    expect(await page.getByRole('checkbox', { name: 'Ash Primary' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Record the ticked schools' }).click();
    expect(await words(page)).toContain('2 of 2 recorded.');
    await page.getByRole('link', { name: 'Open the interest' }).first().click();
    expect(await words(page)).toContain('asked again after linking the year before');
    expect(await countOf(`waiting_interests where state->>'year' = '2027-28'`)).toBe(2);
    const { rows } = await visited.world.pool.query<{ before: boolean; placeholder: boolean }>(
      `select (state->'classes'->0->'teachers'->0->>'linkedBefore')::boolean as before,
              (state->'classes'->0->>'placeholder')::boolean as placeholder
       from waiting_interests where state->>'year' = '2027-28'`,
    );
    expect(rows).toEqual([
      { before: true, placeholder: true },
      { before: true, placeholder: true },
    ]);
  }, 60_000);

  it('twice at once, and from another form that was left open, doubles nothing', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const kept = await rosa.get('/programmes/bradford/years/2027-28');
    expect(kept.statusCode).toBe(200);
    const form = await rosa.get('/programmes/bradford/change/recruitment?year=2027-28');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    const sent = { _csrf: csrf, idempotencyKey: randomUUID(), urns: '900001' };
    await Promise.all([1, 2].map(() => rosa.post('/programmes/bradford/years/2027-28/interests', sent)));
    expect(await countOf(`waiting_interests where state->>'year' = '2027-28'`)).toBe(2);
  });
});

describe('whether schools are taken (R01)', () => {
  it('stands on the form of an interest, which is recorded with a warning all the same', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford/change/recruitment?year=2027-28');
    await page.getByRole('radio', { name: 'Closed' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await words(page)).toContain('Bradford takes no more schools for 2027–28.');
    await until(
      'the list of programmes knows',
      async () =>
        (await visited.world.pool.query(`select from programmes where programme::text like '%closed%'`))
          .rowCount === 1,
    );
    await page.goto('/waiting/add?urn=900001');
    expect(await words(page)).toContain('You can record this school all the same.');
    await page.getByLabel('For which year?').selectOption('2027-28');
    await page.getByLabel('Name of the headteacher').fill('Nora Hill');
    await page.getByLabel('E-mail address of the headteacher').fill('nora@ash.example');
    await page.getByLabel('Class 1: year group').selectOption('5');
    await page.getByLabel('Pupils').first().fill('30');
    await page.getByRole('button', { name: 'Record the interest' }).click();
    expect(await flash(page)).toBe(
      'The interest of Ash Primary is recorded. Bradford takes no more schools for 2027–28.',
    );
  }, 60_000);
});
