import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { readLink } from '@linking/application/links/link-history.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { wordsOf } from './support/browser.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let refs: readonly [string, string];

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}

beforeAll(async () => {
  visited = await openVisitedWorld();
  const { world } = visited;
  refs = [await world.propose(), await world.propose()];
  const venue = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 1 };
  const { venueId } = await world.send(new AddVenue(venue, sender()));
  for (const ref of refs) {
    await world.change(ref, {
      type: 'PlanMeeting',
      number: 1,
      mode: 'in-person',
      on: '2026-11-26',
      startsAt: '10:00',
      endsAt: '14:00',
      venueId,
      pupilsExpected: 56,
    });
  }
  await until('both meetings are on the board', async () => {
    const { rowCount } = await world.pool.query('select from link_meetings');
    return rowCount === 2;
  });
}, 120_000);

afterAll(() => visited?.close());

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const linkOf = async (ref: string) => (await readLink(visited.world.store, ref)).link;

describe('one form for many links', () => {
  it('records what both classes of the ticked links sent, once however often it is sent', async () => {
    const rosa = await visited.visit({ email: 'rosa@bradford.example', viewport: PHONE, script: false });
    const { page } = rosa;
    await page.goto('/links');
    await page.getByRole('link', { name: 'Record for several' }).click();
    await page.getByRole('link', { name: 'Both classes of several links sent work' }).click();
    await page.getByRole('button', { name: 'Record it for the ticked links' }).click();
    expect(await words(page)).toContain('Tick at least one');
    for (const ref of refs) await page.getByRole('checkbox', { name: ref }).check();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(PHONE.width);
    await page.getByRole('button', { name: 'Record it for the ticked links' }).click();
    expect(await page.locator('.flash').first().innerText()).toContain('done for 2 links');
    await page.goto('/links/together/exchange');
    for (const ref of refs) await page.getByRole('checkbox', { name: ref }).check();
    await page.getByRole('button', { name: 'Record it for the ticked links' }).click();
    expect(await page.locator('.flash').first().innerText()).toContain(`${refs[0]}: recorded already`);
    for (const ref of refs) expect((await linkOf(ref)).exchanges).toHaveLength(2);
    expect(rosa.troubles).toEqual([]);
  }, 60_000);

  it('records several meetings of a day at one venue, and says which could not be', async () => {
    visited.world.clock.set('2026-11-27T09:00:00.000Z');
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/links/together/meeting');
    await page.getByLabel('Adults of the first school, each time').fill('3');
    await page.getByLabel('Adults of the second school, each time').fill('4');
    await page.getByLabel('Pupils of Ash Primary').first().fill('26');
    // Meanwhile somebody else records one of them.
    await visited.world.change(refs[1], {
      type: 'RecordMeetingHeld',
      number: 1,
      mode: 'in-person',
      on: '2026-11-26',
      pupilsA: 20,
      pupilsB: 21,
      adultsA: 2,
      adultsB: 2,
      riskAssessment: { a: 'confirmed', b: 'confirmed' },
      collaborative: true,
    });
    await until('the board knows', async () => {
      const { rowCount } = await visited.world.pool.query(`select from link_meetings where status = 'held'`);
      return rowCount === 1;
    });
    await page.getByRole('button', { name: 'Record the ticked meetings' }).click();
    expect(await words(page)).toContain(`${refs[1]}: it changed meanwhile.`);
    expect((await linkOf(refs[0])).meetings).toMatchObject([{ status: 'planned' }]);
    await page.getByRole('button', { name: 'Record the ticked meetings' }).click();
    expect(await page.locator('.flash').first().innerText()).toContain('done for 1 link.');
    expect((await linkOf(refs[1])).meetings).toMatchObject([{ pupilsA: 20 }]);
    const [first] = (await linkOf(refs[0])).meetings;
    expect(first).toMatchObject({ status: 'held', on: '2026-11-26', pupilsA: 26, pupilsB: 28, adultsB: 4 });
  }, 60_000);

  it('records training elsewhere for several teachers and a round of calls', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/links/together/training');
    await page.getByRole('checkbox', { name: `Teacher of 900001, ${refs[0]}` }).check();
    await page.getByRole('button', { name: 'Record it for the ticked teachers' }).click();
    expect((await linkOf(refs[0])).training).toMatchObject([{ status: 'attended', minutes: 330 }]);
    await page.goto('/links/together/discussion');
    await page.getByLabel('What was said?').fill('All of them want to come in March.');
    await page.getByRole('checkbox', { name: refs[0] }).check();
    await page.getByRole('button', { name: 'Record it for the ticked links' }).click();
    expect(await page.locator('.flash').first().innerText()).toContain(`${refs[0]}: recorded`);
  }, 60_000);

  it('offers nobody the links of another programme', async () => {
    const ines = await visited.world.browser('ines@kent.example');
    const { body } = await ines.get('/links/together/exchange');
    expect(wordsOf(body)).toContain('No open link this year');
    expect(body).not.toContain('Record it for the ticked links');
    const alun = await visited.world.browser('alun@linking.example');
    expect((await alun.get('/links/together')).statusCode).toBe(403);
  });
});

describe('a meeting that is moved to a day on which its venue is full', () => {
  it('is moved with a warning', async () => {
    const { world } = visited;
    const ref = await world.propose();
    const other = await world.propose();
    const { venueId } = await world.send(
      new AddVenue(
        { programme: 'bradford', name: 'Lister Hall', postcode: 'BD9 4NS', linksAtOnce: 1 },
        sender(),
      ),
    );
    const plan = (on: string) =>
      ({
        type: 'PlanMeeting',
        number: 1,
        mode: 'in-person',
        on,
        startsAt: '10:00',
        endsAt: '14:00',
        venueId,
        pupilsExpected: 56,
      }) as const;
    await world.change(ref, plan('2026-12-03'));
    await world.change(other, plan('2026-12-04'));
    await until('both are on the board', async () => {
      const { rowCount } = await world.pool.query('select from link_meetings where venue_id = $1', [venueId]);
      return rowCount === 2;
    });
    const day = { on: '2026-12-03', startsAt: '10:00', endsAt: '14:00', reasonCode: 'coach' };
    const moved = (await world.change(other, { type: 'RescheduleMeeting', number: 1, ...day })) as {
      readonly warnings: readonly { readonly sentence: string }[];
    };
    expect(moved.warnings.map(({ sentence }) => sentence)).toContain(
      'Lister Hall has one link that morning and room for one.',
    );
  });
});
