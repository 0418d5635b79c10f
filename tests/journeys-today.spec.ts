import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { keepRefusal } from '@linking/application/carrying/carrying-refusals.js';
import { readLink } from '@linking/application/links/link-history.js';
import { wordsOf } from './support/browser.js';
import { PASSWORD } from './support/gateway.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';
import { writeYearSoFar } from './support/year-so-far.js';

let visited: VisitedWorld;
let links: readonly string[];
let met: string;

beforeAll(async () => {
  visited = await openVisitedWorld();
  links = await writeYearSoFar(visited.world);
  met = links.at(-1) ?? '';
  await visited.world.pool.query(`update schools set telephone = '01274555000' where urn = '900001'`);
  visited.world.clock.set('2026-12-02T08:30:00.000Z');
}, 120_000);

afterAll(() => visited?.close());

const itemAbout = (page: Page, ref: string, title: string) =>
  page.locator('.needs__item', { hasText: ref }).filter({ hasText: title });

describe('Monday morning', () => {
  it('every count opens its list, and the list has that many rows', async () => {
    const { page, troubles } = await visited.visit();
    await page.goto('/');
    await page.fill('[name=email]', 'rosa@bradford.example');
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/today');
    const counts = await page.$$eval('.stage-bars a', (all) =>
      all.map((a) => ({ href: a.getAttribute('href') ?? '', count: parseInt(a.textContent ?? '', 10) })),
    );
    expect(counts.filter(({ href }) => href.includes('flag=overdue')).length).toBeGreaterThan(1);
    const listed: typeof counts = [];
    for (const { href } of counts) {
      await page.goto(href);
      listed.push({ href, count: await page.locator('tbody tr').count() });
    }
    expect(listed).toEqual(counts);

    await page.goto('/today');
    const lead = await page.innerText('.page-heading .lead');
    expect(lead).toBe(
      '1 link and 3 proposals in Bradford. 0 are on track, 3 need you today and 1 is paused.',
    );
    await page.click('text=All links');
    await page.waitForURL('**/links?outcome=open');
    expect(await page.locator('tbody tr').count()).toBe(links.length);
    expect(troubles).toEqual([]);
  }, 60_000);

  it('a link is found by its number, by a school and by a teacher', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    const search = async (words: string) => {
      await page.goto('/today');
      await page.fill('#search', words);
      await page.press('#search', 'Enter');
      await page.waitForURL((url) => url.pathname !== '/today');
      return new URL(page.url());
    };
    expect((await search(` ${met.toLowerCase()} `)).pathname).toBe(`/links/${met}`);
    for (const words of ['Elm Academy', 'Teacher of 900001']) {
      expect((await search(words)).searchParams.get('q')).toBe(words);
      expect(await page.locator('tbody tr').count()).toBe(links.length);
    }
  }, 60_000);
});

describe('an overdue exchange', () => {
  it('is phoned about without JavaScript: it leaves the list, stands in the history, and comes back', async () => {
    const { page, troubles } = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    await page.goto('/today');
    const item = itemAbout(page, met, 'First exchange not sent');
    expect(await item.innerText()).toContain('2 days overdue');
    expect(await item.locator('a[href="tel:01274555000"]').innerText()).toBe('01274 555000');
    await item.locator('.button').click();
    expect(await page.innerText('main')).toContain('asked for by 30 November 2026');

    await page.click('main button[type=submit]');
    expect(await page.innerText('.govuk-error-summary')).toContain(
      'Write what was said, or enter the new date',
    );
    await page.fill('[name=note]', 'The parcel is packed.');
    for (const [part, value] of [
      ['day', '4'],
      ['month', '12'],
      ['year', '2026'],
    ]) {
      await page.fill(`[name="newTarget-${part}"]`, value ?? '');
    }
    await page.click('main button[type=submit]');
    expect(new URL(page.url()).pathname).toBe('/today');
    expect(await page.innerText('.flash')).toContain('The call is recorded.');
    expect(await item.count()).toBe(0);

    await page.goto(`/links/${met}`);
    const entry = page.locator('.history__entry', { hasText: 'Phoned about the first exchange' });
    expect(await entry.innerText()).toMatch(/new date 4 December 2026[^]*“The parcel is packed.”/);

    visited.world.clock.set('2026-12-05T08:30:00.000Z');
    await page.goto('/today');
    expect(await item.innerText()).toMatch(/1 day overdue[^]*Agreed by phone for Fri 4 Dec/);
    expect(troubles).toEqual([]);
  }, 60_000);

  it('grows more urgent while nobody is spoken to, until a call stops it', async () => {
    const { world } = visited;
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example' });
    const item = itemAbout(page, met, 'First exchange not sent');
    world.clock.set('2027-01-18T08:30:00.000Z');
    await page.goto('/today/attention');
    expect(await item.innerText()).toMatch(
      /Letter ready · 45 days overdue[^]*A letter to the headteacher is ready to print/,
    );
    await item.locator('text=Letter to the head of Ash Primary').click();
    expect(await page.innerText('.letter')).toMatch(
      /Dear Head of 900001,[^]*sent its first work to the other one by Friday 4 December 2026/,
    );
    await until('each level stands in the correspondence', async () => {
      const { rowCount } = await world.pool.query(
        `select from link_history where ref = $1 and type = 'CoordinatorEscalated' and data ->> 'step' = 'exchange'`,
        [met],
      );
      return rowCount === 3;
    });
    await page.goto(`/links/${met}`);
    expect(await page.innerText('main')).toContain('First exchange: phone the school');

    await page.goto(`/links/${met}/record/record-discussion?step=exchange&from=today`);
    await page.fill('[name=note]', 'The teacher was ill. It goes out this week.');
    await page.click('main button[type=submit]');
    await page.goto('/today/attention');
    expect(await item.innerText()).not.toMatch(/Letter|Phone the school/);
    expect((await page.goto(`/links/${met}/letters/exchange/a`))?.status()).toBe(404);
    expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
    world.clock.set('2026-12-05T08:30:00.000Z');
  }, 60_000);
});

describe('what else needs attention', () => {
  const words = async (url = '/today/attention') =>
    wordsOf((await (await visited.world.browser('rosa@bradford.example')).get(url)).body);
  const listed = (title: string) => until(`listed: ${title}`, async () => (await words()).includes(title));

  it('more links at a venue at once than it has room for, until one of them moves', async () => {
    const { world } = visited;
    const venues = () => world.pool.query<{ venue_id: string }>('select venue_id from venues');
    await until('the venue is listed', async () => (await venues()).rows.length > 0);
    const { rows } = await venues();
    const day = { number: 1, mode: 'in-person', on: '2027-01-14', pupilsExpected: 56 } as const;
    const refs = [await world.propose(), await world.propose(), await world.propose()];
    for (const ref of refs) {
      const place = { venueId: rows[0]?.venue_id ?? '' };
      await world.change(ref, { type: 'PlanMeeting', ...day, ...place, startsAt: '10:00', endsAt: '14:00' });
    }
    await listed('3 links at once, room for 2');
    expect(await words()).toContain(
      `Cliffe Castle, Thu 14 Jan ${refs.slice(0, 2).join(', ')} and ${refs[2]}`,
    );
    const later = { on: '2027-01-15', startsAt: '10:00', endsAt: '14:00', reasonCode: 'venue' };
    await world.change(refs[1] ?? '', { type: 'RescheduleMeeting', number: 1, ...later });
    await until('the clash is gone', async () => !(await words()).includes('links at once'));
  });

  it('a session of which nobody has kept the register', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const on = { 'on-day': '7', 'on-month': '12', 'on-year': '2026' };
    const planned = await rosa.fill('/training/plan', '/training/plan', {
      ...on,
      startsAt: '9:15',
      endsAt: '15:30',
      capacity: '20',
    });
    const url = String(planned.headers.location);
    await until(
      'the session can be entered',
      async () => (await rosa.get(`${url}/enrol`)).statusCode === 200,
    );
    const [, teacher = ''] =
      /name="teacher"[^]*?value="([^"]+)"/.exec((await rosa.get(`${url}/enrol`)).body) ?? [];
    await rosa.fill(`${url}/enrol`, `${url}/enrol`, { teacher });
    expect(await words()).not.toContain('Register the training day');
    visited.world.clock.set('2026-12-09T08:30:00.000Z');
    await listed('Register the training day');
    expect(await words()).toMatch(
      /2 days ago Register the training day Full day, Mon 7 Dec 1 teacher was booked/,
    );
  });

  it('a mail that reached nobody, until a later one does or two weeks are over', async () => {
    const { pool } = visited.world;
    const failed = `update mails set status = 'failed', reason = 'refused-550', due_at = '2026-12-08T09:00:00Z'
      where id = (select id from mails where rule = 'N07' order by id limit 1) returning person_id`;
    const { rows } = await pool.query<{ person_id: string }>(failed);
    expect(await words()).toContain(
      '“Please sign your Schools Linking agreement” was due on Tue 8 Dec: refused 550.',
    );
    const reached = `update mails set sent_at = $2 where status = 'sent' and person_id = $1`;
    const { rowCount } = await pool.query(reached, [rows[0]?.person_id, '2026-12-08T10:00:00Z']);
    expect(rowCount).toBeGreaterThan(0);
    expect(await words()).not.toContain('refused 550');
  });

  it('a class that was paired twice, until its link has ended', async () => {
    const { world } = visited;
    const ref = await world.propose();
    const { facts } = await readLink(world.store, ref);
    await keepRefusal(world.pool, {
      commandId: randomUUID(),
      eventId: facts.at(-1)?.id ?? '',
      target: `interest-${randomUUID()}`,
      code: 'CLASS_ALREADY_PAIRED',
      sentence: 'A class of this interest is in BRD-2026-009.',
    });
    await listed('A class was paired twice at the same moment');
    const no = { side: 'a', reasonCode: 'other', wantsOtherPartner: true } as const;
    await world.change(ref, { type: 'DeclineProposal', ...no });
    await until('it is settled', async () => !(await words()).includes('paired twice'));
  });
});

describe('whose day it is', () => {
  const read = async (email: string, url = '/today') =>
    wordsOf((await (await visited.world.browser(email)).get(url)).body);

  it('two coordinators see nothing of each other, whatever the address asks for', async () => {
    expect(await read('rosa@bradford.example')).toContain(met);
    for (const url of ['/today', '/today?programme=bradford', '/today/attention?programme=bradford']) {
      const kent = await read('ines@kent.example', url);
      expect(kent).toContain('Nothing needs you today');
      expect(kent).not.toMatch(/BRD-|Ash Primary|Elm Academy|Bradford/);
    }
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get(`/today/search?q=${met}`)).headers.location).toBe(`/links?q=${met}`);
  });

  it('the national office sees all programmes, or the one it chooses', async () => {
    const all = await read('nadia@linking.example');
    expect(all).toMatch(/1 link and \d+ proposals in Bradford and Kent\./);
    expect(all).toContain(`Bradford · ${met}`);
    expect(await read('nadia@linking.example', '/today?programme=kent')).toContain('0 links in Kent.');
  });

  it('auditors and administrators begin with the list of links', async () => {
    for (const email of ['alun@linking.example', 'ada@linking.example']) {
      const reader = await visited.world.browser(email);
      expect((await reader.get('/')).headers.location).toBe('/links');
      expect((await reader.get('/today')).statusCode).toBe(403);
    }
  });

  it('what was just recorded is gone from the list to which one comes back', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const [proposed = ''] = links;
    expect(await read('rosa@bradford.example')).toContain('Neither head has answered');
    const form = `/links/${proposed}/record/broker`;
    const saved = await rosa.fill(`${form}?from=today`, form, {});
    const back = String(saved.headers.location);
    expect(back).toMatch(/^\/today\?after=BRD-/);
    expect(await read('rosa@bradford.example', back)).not.toContain('Neither head has answered');
  });
});
