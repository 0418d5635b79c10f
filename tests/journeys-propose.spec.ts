import { createReadStream } from 'node:fs';
import { EventWriter } from '@linking/application/commands/event-writer.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import { programmeStream } from '@linking/events/streams.js';
import { anybody } from './support/two-doors.js';
import { until } from './support/until.js';
import { DESK, openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

const REGISTER = new URL('data/schools-joined.csv', import.meta.url);
const [BOWLING, ADDINGHAM, SANDY, STEETON] = ['107234', '107286', '107219', '107275'] as const;

let visited: VisitedWorld;

beforeAll(async () => {
  visited = await openVisitedWorld();
  const { pool, store, clock, offer } = visited.world;
  await importSchools({ pool, store, clock }, createReadStream(REGISTER), { actor: 'cli', channel: 'cli' });
  await limitDistance();
  for (const urn of [BOWLING, ADDINGHAM, SANDY, STEETON]) await offer(urn);
  await until('four classes wait', async () => {
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from waiting_classes');
    const { rows: limits } = await pool.query(`select from programmes where distance_limit_km = 16`);
    return rows[0]?.n === 4 && limits.length === 1;
  });
}, 60_000);

afterAll(() => visited?.close());

/** Bradford as it joined, with a limit of ten miles. */
async function limitDistance(): Promise<void> {
  const { store, clock } = visited.world;
  const stream = programmeStream('bradford');
  const stored = await store.readStream(stream);
  const data = { ...(stored[0]?.envelope.data as object), distanceLimitKm: 16 };
  await new EventWriter(store, clock).append(
    stream,
    stored,
    [{ type: 'ProgrammeJoined', data }],
    anybody('limit of Bradford'),
  );
}

describe('a class of Bowling Park looks for a partner', () => {
  it('sees the free classes of its year with reasons in words, and narrows them by distance', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example', viewport: DESK });
    await page.goto('/waiting');
    await page.getByRole('link', { name: 'Find a partner for Bowling Park Primary School' }).click();
    await page.waitForURL('**/links/propose?a=*');
    const names = () => page.locator('.partners__item .link--strong').allInnerTexts();
    expect(await names()).toEqual([
      'Addingham Primary School',
      'Sandy Lane Primary School',
      'Steeton Primary School',
    ]);
    const best = page.locator('.partners__item').first();
    expect(await best.innerText()).toContain(
      '70 % of Bowling Park’s pupils speak English as another language, 3 % of Addingham’s.',
    );
    expect(await best.locator('.tag').allInnerTexts()).toEqual(['Great difference', 'Beyond your limit']);

    await page.selectOption('[name=miles]', '5');
    await page.click('.filter-bar button');
    await page.waitForURL('**miles=5*');
    expect(await names()).toEqual(['Sandy Lane Primary School']);
    expect(troubles).toEqual([]);
  });

  it('is proposed on a phone without JavaScript, with the reason in the same form', async () => {
    const { page, troubles } = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    await page.goto('/waiting');
    await page.getByRole('link', { name: 'Find a partner for Bowling Park Primary School' }).click();
    await page.click('.partners__item a:has-text("Addingham")');
    const words = await page.innerText('main');
    expect(words).toContain('Give a reason: the schools are 13 miles apart and your limit is 10 miles.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.selectOption('[name="override.distance-limit.reasonCode"]', 'heads-agreed');
    await page.click('main form[method=post] button[type=submit]');
    await page.waitForURL('**/links/BRD-2026-*');
    expect(await page.innerText('.flash')).toContain('The link is proposed.');
    expect(await page.innerText('.history')).toMatch(/heads agreed/i);
    expect(troubles).toEqual([]);
  });
});
