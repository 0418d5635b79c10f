import { randomUUID } from 'node:crypto';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { BriefVenue } from '@linking/application/venues/brief-venue.js';
import { wordsOf } from './support/browser.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let venueId: string;

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}

beforeAll(async () => {
  visited = await openVisitedWorld();
  const hall = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 1 };
  venueId = (await visited.world.send(new AddVenue(hall, sender()))).venueId;
  for (const on of ['2026-06-01', '2026-06-02']) {
    await visited.world.send(new BriefVenue(venueId, on, sender()));
  }
}, 120_000);
afterAll(() => visited?.close(), 30_000);

describe('a briefing under a wrong day', () => {
  it('is taken out with a reason, and counts no more', async () => {
    const rosa = await visited.visit({ email: 'rosa@bradford.example', viewport: PHONE });
    await readyToBeLookedAt(rosa);
    const { page } = rosa;
    const words = async () => wordsOf(await page.innerHTML('main'));
    await page.goto(`/venues/${venueId}`);
    expect(await words()).toContain('On 2 June 2026');
    expect(await stumblingBlocks(rosa)).toEqual([]);
    await page.getByRole('link', { name: 'This briefing is wrong' }).click();
    await page.getByRole('button', { name: 'Take it out' }).click();
    expect(await words()).toContain('Choose a reason');
    expect(await stumblingBlocks(rosa)).toEqual([]);
    await page.getByLabel('Why does it not count?').selectOption('typing-error');
    await page.getByRole('button', { name: 'Take it out' }).click();
    expect(await page.locator('.flash').first().innerText()).toContain('counts no more');
    expect(await words()).toContain('On 1 June 2026');
  });

  it('is no business of another programme', async () => {
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get(`/venues/${venueId}/void-briefing`)).statusCode).toBe(404);
  });
});
