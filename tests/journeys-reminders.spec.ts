import { addressKey } from '@linking/application/mails/bounces/address-key.js';
import { testSettings } from './support/gateway.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let refs: readonly string[];

/** Six links with visits on days that follow each other, and one whose agreement nobody has signed. */
beforeAll(async () => {
  visited = await openVisitedWorld();
  const { world } = visited;
  world.clock.set('2026-11-20T09:00:00.000Z');
  const made: string[] = [];
  for (const on of ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2027-01-18', '2027-02-22']) {
    const ref = await world.propose();
    made.push(ref);
    await world.change(ref, { type: 'Broker' });
    await world.change(ref, {
      type: 'PlanMeeting',
      number: 2,
      mode: 'in-person',
      on,
      startsAt: '10:00',
      endsAt: '14:00',
      hostSide: 'a',
      pupilsExpected: 56,
    });
  }
  const unsigned = await world.propose();
  await world.change(unsigned, { type: 'Broker' });
  await world.change(unsigned, { type: 'IssueAgreement' });
  refs = [...made, unsigned];
  world.clock.set('2026-11-24T08:45:00.000Z');
  await until('all mails are planned', async () => {
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*)::int as n from mails where rule in ('N17', 'N08') and status = 'planned'`,
    );
    return rows[0]?.n === 16;
  });
}, 120_000);

afterAll(() => visited?.close());

describe('the rehearsal of a term', () => {
  it('shows every mail by day without JavaScript, says why each is sent, and lets it be read', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await page.goto('/today');
    await page.click('nav[aria-label=Places] >> text=Reminders');
    expect(await page.innerText('.lead')).toMatch(
      /^If nothing changes, \d+ mails go out before the Christmas/,
    );
    const counts = await page.$$eval('.rehearsal__count', (all) => all.map((one) => Number(one.textContent)));
    const [said] = /\d+/.exec(await page.innerText('.lead')) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(said));
    expect(await page.locator('.rehearsal__day--past a').count()).toBe(0);
    expect(await page.innerText('.rehearsal__day--closed >> nth=0')).toContain('Christmas holidays');

    await page.click('a.rehearsal__inner:has-text("1 Dec")');
    expect(await page.innerText('#day-title')).toBe('Tuesday 1 December 2026');
    const mail = page.locator('.rehearsed__mail', { hasText: 'Ready for the day?' }).first();
    expect(await mail.innerText()).toContain(refs[0]);
    await mail.locator('summary').click();
    expect(await mail.locator('details').innerText()).toContain(
      'on Tuesday 8 December 2026: 7 days before is Tuesday 1 December 2026.',
    );
    await mail.locator('text=Read it').click();
    expect(new URL(page.url()).pathname).toMatch(/^\/outbox\//);
    expect(await page.locator('iframe[sandbox=""]').count()).toBe(1);
    expect(troubles).toEqual([]);
  }, 60_000);

  it('fits a phone, and is not there for another programme', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example', viewport: PHONE });
    await page.goto('/reminders');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get('/reminders?programme=bradford')).statusCode).toBe(404);
    expect((await ines.get('/api/v1/programmes/bradford/mails/rehearsal')).statusCode).toBe(404);
    const alun = await visited.world.browser('alun@linking.example');
    expect((await alun.get('/reminders?programme=bradford')).statusCode).toBe(200);
  }, 60_000);

  it('is the same for programs, and can be downloaded', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const answer = (await rosa.get('/api/v1/programmes/bradford/mails/rehearsal?to=2026-12-18')).json<{
      mails: number;
      days: { day: string; mails: number; items: { rule: string; subject: string }[] }[];
      people: { overBudget: boolean }[];
    }>();
    const { rows } = await visited.world.pool.query<{ n: number }>(
      `select count(*)::int as n from mails where status = 'planned' and due_at < '2026-12-19'`,
    );
    expect(answer.days.flatMap(({ items }) => items)).toHaveLength(rows[0]?.n ?? -1);
    expect(answer.people.some(({ overBudget }) => overBudget)).toBe(true);
    const file = await rosa.get('/reminders/list.csv?programme=bradford');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body.split('\r\n').filter((line) => line.includes(',N17,')).length).toBe(8);
    const past = await rosa.get('/api/v1/programmes/bradford/mails/rehearsal?from=2026-09-01');
    expect([past.statusCode, past.body.includes('Ask from today on')]).toEqual([400, true]);
  }, 60_000);
});

describe('what is known beforehand', () => {
  interface Answer {
    readonly days: readonly { readonly items: readonly { readonly id: string }[] }[];
    readonly notSent: readonly { readonly id: string; readonly reason: string; readonly because: string }[];
    readonly lists: readonly { readonly rule: string; readonly day: string; readonly time: string }[];
  }
  const rehearsed = async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const asked = await rosa.get('/api/v1/programmes/bradford/mails/rehearsal?to=2026-12-18');
    return { answer: asked.json<Answer>(), page: (await rosa.get('/reminders')).body, rosa };
  };

  it('an address that bounced holds its mails back before they are tried, and leads to where it is mended', async () => {
    const { pool } = visited.world;
    const { rows } = await pool.query<{ id: string; person: string; email: string }>(
      `select m.id, p.id as person, p.email from mails m join people p on p.id = m.person_id
       where m.rule = 'N17' and m.status = 'planned' order by m.due_at, m.id limit 1`,
    );
    const [{ id, person, email }] = rows as [(typeof rows)[0]];
    await pool.query(
      `insert into bounced_addresses (person_id, address_key, mail_id, subject, status_code, on_day)
       values ($1, $2, $3, $4, '5.1.1', '2026-11-23')`,
      [person, addressKey(testSettings, person, email), id, refs[0]],
    );
    const { answer, page, rosa } = await rehearsed();
    expect(answer.notSent.find((one) => one.id === id)).toMatchObject({
      status: 'expected',
      reason: 'bounced',
      because: 'the address bounced',
    });
    expect(answer.days.flatMap(({ items }) => items).map((one) => one.id)).not.toContain(id);
    expect(page).toContain('Held back, because the address bounced');
    expect(page).toContain(`href="/people/${person}/address"`);
    expect((await rosa.get(`/people/${person}/address`)).statusCode).toBe(200);
    const alun = await visited.world.browser('alun@linking.example');
    expect((await alun.get('/reminders?programme=bradford')).body).not.toContain(`/people/${person}/address`);
    await pool.query('delete from bounced_addresses');
    expect((await rehearsed()).answer.days.flatMap(({ items }) => items).map((one) => one.id)).toContain(id);
  }, 60_000);

  it('lists by mail stand on the days on which they may go, and are not counted', async () => {
    const { answer, page, rosa } = await rehearsed();
    expect(
      answer.lists.filter(({ rule }) => rule === 'N27').map(({ day, time }) => `${day} ${time}`),
    ).toEqual(['2026-11-30 07:30', '2026-12-07 07:30', '2026-12-14 07:30']);
    expect(answer.lists.filter(({ rule }) => rule === 'N28').map(({ day }) => day)).toContain('2026-12-01');
    expect(answer.lists.some(({ rule }) => rule === 'N29')).toBe(false);
    expect(page).toContain('Weekly list');
    expect((await rosa.get('/reminders?day=2026-12-01')).body).toContain('List by mail, not counted');
    const file = await rosa.get('/reminders/list.csv?programme=bradford');
    expect(file.body).toContain('2026-11-30,07:30,N27,Weekly list');
    const nadia = await visited.world.browser('nadia@linking.example');
    expect((await nadia.get('/reminders?programme=bradford')).body).toContain('Figures by programme');
  }, 60_000);
});

describe('the days of a rule', () => {
  it('are tried before they are saved, and an earlier version is tried again', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await page.goto('/reminders');
    await page.click('li:has-text("Ready for the day?") >> text=Try a change');
    await page.fill('[name=days1]', '12');
    await page.click('text=Try it');
    expect(await page.innerText('.govuk-error-summary')).toContain('Enter a number from 3 to 9');
    await page.fill('[name=days1]', '5');
    await page.click('text=Try it');
    expect(await page.innerText('main')).toMatch(/8 mails move\. 7 links looked at\./);
    expect(await page.innerText('.data-table')).toContain('1 December 2026 → 3 December 2026');
    await page.click('text=Save this change');
    expect(await page.innerText('.flash--green')).toContain('5 days before the meeting');
    const rule = page.locator('.rule-line', { hasText: 'Ready for the day?' });
    expect(await rule.innerText()).toContain('version 2');

    await rule.locator('a').click();
    await page.click('text=Try it again');
    expect(await page.innerText('main')).toMatch(/8 mails move/);
    await page.click('text=Save this change');
    expect(await rule.innerText()).toContain('version 3');
    expect(troubles).toEqual([]);
  }, 60_000);

  it('are tried by programs too: a rule that is off sends nothing', async () => {
    const rosa = await visited.world.browser('rosa@bradford.example');
    const tried = (query: string) => rosa.get(`/api/v1/programmes/bradford/mails/try-rule?${query}`);
    const off = (await tried('rule=N17&days=7&on=no')).json<{ changes: { kind: string }[] }>();
    expect(off.changes.map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => 'vanishes'));
    expect((await tried('rule=N17&days=2')).statusCode).toBe(422);
    expect((await tried('rule=N17&days=soon')).statusCode).toBe(400);
  }, 60_000);
});

describe('mails that are held', () => {
  const statusOf = async (ref: string, rule: string) => {
    const { rows } = await visited.world.pool.query<{ line: string }>(
      `select distinct concat_ws(' ', status, reason) as line from mails where subject = $1 and rule = $2 order by line`,
      [ref, rule],
    );
    return rows.map(({ line }) => line);
  };

  it('wait while those that cancel go, and go when they are released', async () => {
    const { page } = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await page.goto('/reminders?day=2026-12-01');
    await page.click('text=Hold these mails');
    expect(await page.innerText('.flash--red')).toContain('Tick the mails');
    await page.goto('/reminders?day=2026-12-01');
    await page.locator('.rehearsed__tick label').first().click();
    await page.selectOption('#hold-reason', 'date-not-certain');
    await page.click('text=Hold these mails');
    expect(await page.innerText('.flash--green')).toContain('are held until they are released');
    expect(await page.innerText('main')).toMatch(
      /Held by Rosa Hartley on 24 November 2026 until they are released/,
    );
    expect(await statusOf(refs[0] ?? '', 'N17')).toEqual(['planned held']);

    await page.goto(`/links/${refs[0]}`);
    expect(await page.locator('.card', { hasText: 'What will be sent next' }).innerText()).toContain('Held');
    expect(await page.innerText('.history')).toContain('Some mails are held until they are released');

    const { world } = visited;
    world.clock.set('2026-12-02T09:00:00.000Z');
    await world.change(refs[1] ?? '', { type: 'CancelMeeting', number: 2, reasonCode: 'illness' });
    await until('the mail of the other link that was due', async () => {
      const others = await statusOf(refs[2] ?? '', 'N21');
      return others.join() === 'sent' && (await statusOf(refs[1] ?? '', 'N20')).includes('sent');
    });
    expect(await statusOf(refs[0] ?? '', 'N17')).toEqual(['planned held']);

    await page.goto('/reminders');
    await page.click('.card:has-text("Held now") button');
    expect(await page.innerText('.flash--green')).toContain('are released');
    // Her mails of that day have left: what is released waits for the next morning.
    world.clock.set('2026-12-03T09:00:00.000Z');
    world.wake();
    await until(
      'the released mail goes',
      async () => (await statusOf(refs[0] ?? '', 'N17')).join() === 'sent',
    );
    world.clock.set('2026-12-02T09:00:00.000Z');
  }, 90_000);

  it('all wait until a day of this year, and what cancels goes all the same', async () => {
    const { world } = visited;
    const { page } = await visited.visit({ email: 'rosa@bradford.example', script: false });
    await page.goto('/reminders');
    await page.click('text=Hold all mails');
    const fill = async (day: string, month: string, year: string) => {
      for (const [part, value] of Object.entries({ day, month, year })) {
        await page.fill(`[name=until-${part}]`, value);
      }
      await page.check('[value=other]');
      await page.click('text=Hold them');
    };
    await fill('1', '9', '2027');
    expect(await page.innerText('.govuk-error-summary')).toContain('until 31 July at most');
    const rosa = await world.browser('rosa@bradford.example');
    const sooner = (await rosa.get('/api/v1/programmes/bradford/mails/rehearsal?to=2026-12-07')).json<{
      mails: number;
    }>();
    expect(sooner.mails).toBeGreaterThan(0);
    await fill('8', '12', '2026');
    // Those of January and February go when they would have gone.
    expect(await page.innerText('.card:has-text("Held now")')).toMatch(
      new RegExp(`All mails: ${sooner.mails} waits?\\b.* until 8 December 2026`, 's'),
    );
    const file = (await rosa.get('/reminders/list.csv?programme=bradford')).body;
    expect(file).toContain('2026 and is held until Tuesday 8 December 2026.');
    expect(file).not.toContain('goes when mails go next');

    world.clock.set('2026-12-04T09:00:00.000Z');
    await world.change(refs[2] ?? '', { type: 'CancelMeeting', number: 2, reasonCode: 'illness' });
    await until('the cancellation goes', async () =>
      (await statusOf(refs[2] ?? '', 'N20')).join().includes('sent'),
    );
    expect(await statusOf(refs[3] ?? '', 'N17')).toEqual(['planned held']);
    world.clock.set('2026-12-08T09:00:00.000Z');
    await world.change(refs[5] ?? '', { type: 'CancelMeeting', number: 2, reasonCode: 'illness' });
    await until('what waited goes on the day', async () => {
      return (await statusOf(refs[3] ?? '', 'N17')).join() === 'sent';
    });
  }, 90_000);
});
