import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { teacherTokenId } from '@linking/application/tokens/teacher-address.js';
import { formFields, wordsOf, type Browser } from './support/browser.js';
import { pageOf, trainedLink, whatIsKept, YEAR, type LinkOfTeachers } from './support/teacher-year.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let link: LinkOfTeachers;
let address: string;
let phone: Page;
let troubles: readonly string[];
let reader: Browser;

beforeAll(async () => {
  visited = await openVisitedWorld();
  const { world } = visited;
  link = await trainedLink(world);
  world.clock.set('2026-11-23T09:00:00.000Z');
  address = await pageOf(world, link.teachers.a);
  ({ page: phone, troubles } = await visited.visit({ viewport: PHONE }));
  reader = await world.browser();
}, 120_000);

afterAll(() => visited?.close());

const linkNow = async () => (await readLink(visited.world.store, link.ref)).link;
const factsOf = async (ref = link.ref) => (await readLink(visited.world.store, ref)).facts;
const words = async () => wordsOf(await phone.innerHTML('main'));
const plan = (number: 1 | 2 | 3, on: string): LinkRequest => ({
  type: 'PlanMeeting',
  number,
  mode: 'in-person',
  on,
  startsAt: '10:00',
  endsAt: '14:00',
  hostSide: 'b',
  pupilsExpected: 56,
});
const neutralVenue = {
  overrides: [{ rule: 'neutral-venue-first', reasonCode: 'no-venue-free' }],
} as const;
const planFirst = (on: string) => {
  const commandId = randomUUID();
  const sender = { actor: 'worker:spec', channel: 'api', commandId, correlationId: commandId } as const;
  return visited.world.send(new ChangeLink(link.ref, plan(1, on), neutralVenue, sender));
};

describe('a teacher on her phone', () => {
  it('sees what is next, whom with, and the year', async () => {
    await phone.goto(address);
    const seen = await words();
    expect(seen).toContain('Send your first work to Elm Academy');
    expect(seen).toContain('Teacher of 900002 teacher@900002.example');
    expect(seen).toContain('Initial training , done 14 September 2026');
    expect(seen).toContain('First meeting , still to come No date yet: by 29 January 2027');
    expect(seen).toContain('Tell the safeguarding lead of your school at once');
    expect(await phone.getByRole('link', { name: 'bradford@linking.example' }).count()).toBe(1);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(troubles).toEqual([]);
  });

  it('says in one tap that the work was sent, and the coordinator sees who said so', async () => {
    await phone.goto(address);
    await phone.getByRole('button', { name: 'Yes, we sent identity work' }).click();
    await phone.waitForSelector('text=It is recorded that you sent work to Elm Academy.');
    expect((await linkNow()).exchanges).toMatchObject([
      { fromSide: 'a', kind: 'identity-work', on: '2026-11-23' },
    ]);
    const sent = (await factsOf()).at(-1);
    expect(sent?.actor).toBe(`person:${link.teachers.a}`);
    expect(await words()).toContain('23 Nov Ash Primary sent identity work to Elm Academy recorded by you');
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto(`/links/${link.ref}`);
    const entry = page.locator('.history__entry', { hasText: 'sent identity work' });
    expect(await entry.locator('.history__who').innerText()).toContain(
      'Teacher of 900001, on the teacher’s own page',
    );
  });

  it('gets ready for the day', async () => {
    await planFirst('2026-11-26');
    await phone.goto(address);
    expect(await words()).toContain('The first meeting is on Thursday 26 November 2026. Are you ready');
    await phone.getByRole('link', { name: 'Get ready for the day' }).first().click();
    await phone.getByLabel('Yes').check();
    await phone.getByLabel('It is booked').check();
    await phone.getByRole('button', { name: 'Save' }).click();
    await phone.waitForSelector('text=Thank you.');
    expect((await linkNow()).meetings[0]?.ready).toEqual({
      a: { riskAssessment: 'confirmed', transport: 'booked' },
    });
    expect(await words()).toContain('You: risk assessment confirmed, transport booked.');
  });

  it('records the meeting within a minute of typing', async () => {
    visited.world.clock.set('2026-11-26T16:00:00.000Z');
    await phone.goto(address);
    await phone.getByRole('link', { name: 'Record the meeting' }).click();
    const day = (part: string) => phone.getByLabel(part, { exact: true }).inputValue();
    expect([await day('Day'), await day('Month'), await day('Year')]).toEqual(['26', '11', '2026']);
    expect(await words()).toContain('Of 28 in the class');
    const started = performance.now();
    for (const [box, count] of [
      ['Your pupils', '27'],
      ['Their pupils', '26'],
      ['Your adults', '3'],
      ['Their adults', '4'],
    ] as const) {
      await phone.getByLabel(box).fill(count);
    }
    expect(await phone.getByRole('group', { name: 'risk assessment' }).getByLabel('Yes').isChecked()).toBe(
      true,
    );
    await phone.getByRole('group', { name: 'mixed groups' }).getByLabel('Yes').check();
    expect(await words()).toContain('No children’s names.');
    await phone.getByLabel('Anything to add?').fill('The shields were a hit.');
    await phone.getByRole('button', { name: 'Record the meeting' }).click();
    await phone.waitForSelector('text=Thank you. The meeting is recorded.');
    expect(performance.now() - started).toBeLessThan(60_000);
    expect((await linkNow()).meetings[0]).toMatchObject({
      status: 'held',
      on: '2026-11-26',
      hostSide: 'b',
      pupilsA: 27,
      pupilsB: 26,
      adultsA: 3,
      adultsB: 4,
      riskAssessment: { a: 'confirmed', b: 'not-known' },
      collaborative: true,
    });
    const seen = await words();
    expect(seen).toContain('27 pupils of yours and 26 of Elm Academy.');
    expect(seen).toContain('“The shields were a hit.”');
    expect(seen).toContain('Was something recorded wrongly?');
    const wrong = await phone.getByRole('link', { name: 'Something is wrong here' }).getAttribute('href');
    expect(wrong).toBe(`mailto:bradford@linking.example?subject=${link.ref}%3A%20something%20is%20wrong`);
    expect(troubles).toEqual([]);
  });

  it('does the same without JavaScript, and reads what is missing', async () => {
    const { page } = await visited.visit({ viewport: PHONE, script: false });
    await page.goto(await pageOf(visited.world, link.teachers.b));
    await page.getByRole('link', { name: 'Record that you met' }).click();
    await page.getByRole('button', { name: 'Record the meeting' }).click();
    const errors = await page.locator('.govuk-error-summary').innerText();
    expect(errors).toContain('Enter how many of your pupils came');
    expect(errors).toContain('Choose where you met');
    await page.getByRole('link', { name: 'Back to your page' }).click();
    await page.getByRole('button', { name: 'Yes, we sent it' }).click();
    await page.waitForSelector('text=It is recorded that you sent work to Ash Primary.');
    expect((await linkNow()).exchanges.at(-1)).toMatchObject({ fromSide: 'b', kind: 'curiosity-questions' });
  });
});

describe('a visit on a day that does not suit her (J26)', () => {
  const visitNow = async () => (await linkNow()).meetings.find(({ number }) => number === 3);
  const mailsOfVisit = async (change: string) => {
    const { rows } = await visited.world.pool.query<{ n: number }>(
      `select count(*)::int as n from mails
       where rule = 'N20' and status = 'sent' and subject = $1 and content->>'change' = $2 and content->>'number' = '3'`,
      [link.ref, change],
    );
    return rows[0]?.n ?? 0;
  };
  const fillDay = async (page: Page, day: readonly [string, string, string]) => {
    for (const [index, part] of ['day', 'month', 'year'].entries()) {
      await page.fill(`[name="on-${part}"]`, day[index] ?? '');
    }
  };
  const looked = async (page: Page, name: string) => {
    const folder = process.env['SCREENSHOTS'];
    expect(await page.locator('html').evaluate((html) => html.scrollWidth - window.innerWidth)).toBe(0);
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  let coordinator: Page;

  beforeAll(async () => {
    await visited.world.change(link.ref, plan(3, '2027-03-09'));
    ({ page: coordinator } = await visited.visit({ email: 'rosa@bradford.example' }));
  });
  // Other tests know of no second visit.
  afterAll(() => visited.world.change(link.ref, { type: 'CancelMeeting', number: 3, reasonCode: 'other' }));

  const askFor = async (day: readonly [string, string, string]) => {
    await phone.goto(address);
    await phone.getByRole('link', { name: 'Ask for another date' }).click();
    await phone.getByLabel('Something else is on that day').check();
    await fillDay(phone, day);
    await phone.getByRole('button', { name: 'Ask for another date' }).click();
  };

  it('is asked about on her page; the coordinator moves it from Today, and both teachers are told', async () => {
    await askFor(['9', '3', '2027']);
    await phone.getByText('It is on that day already').first().waitFor();
    await looked(phone, 'another-date-form');
    await fillDay(phone, ['13', '3', '2027']);
    await phone.getByRole('button', { name: 'Ask for another date' }).click();
    await phone.getByText('13 March 2027 is a Saturday. Suggest a school day.').first().waitFor();
    await fillDay(phone, ['16', '3', '2027']);
    await phone.getByLabel('Anything to add?').fill('The hall is booked for the science fair.');
    await phone.getByRole('button', { name: 'Ask for another date' }).click();
    await phone.getByText('Until then the date stands.').waitFor();
    expect(await words()).toContain('You asked for another date on 26 November 2026.');
    await looked(phone, 'another-date-asked');
    expect((await visitNow())?.on).toBe('2027-03-09');

    const item = coordinator.locator('li', { hasText: 'Another date asked for the second visit' }).last();
    await until('it is on Today', async () => {
      await coordinator.goto('/today/attention');
      return (await item.count()) > 0;
    });
    expect(await item.innerText()).toContain('Tue 16 Mar would be better. Reason: clash.');
    await looked(coordinator, 'another-date-today');
    await coordinator.goto(`/links/${link.ref}`);
    expect(await coordinator.innerText('main')).toContain(
      'Ash Primary asked for another date, better 16 Mar: clash',
    );
    expect(await coordinator.innerText('main')).toContain('“The hall is booked for the science fair.”');
    await looked(coordinator, 'another-date-link');

    await coordinator.goto('/today/attention');
    await item.getByRole('link', { name: 'Move the meeting' }).click();
    expect(await coordinator.inputValue('[name="on-day"]')).toBe('16');
    await coordinator.getByRole('button', { name: 'Move the meeting' }).click();
    await coordinator.getByText('The meeting has its new date.').waitFor();
    expect(await visitNow()).toMatchObject({ on: '2027-03-16', status: 'planned' });
    await until('both teachers have the new date', async () => (await mailsOfVisit('moved')) === 2);
    await until('it is off Today', async () => {
      await coordinator.goto('/today/attention');
      return (await item.count()) === 0;
    });
    await phone.goto(address);
    expect(await words()).not.toContain('You asked for another date');
  });

  it('stands when the coordinator says why, and she reads it on her page', async () => {
    await askFor(['23', '3', '2027']);
    await phone.getByText('Until then the date stands.').waitFor();
    await coordinator.goto(`/links/${link.ref}/record/decline-another-date?number=3&side=a`);
    await coordinator.getByLabel('Why does it stand?').selectOption('partner-cannot');
    await coordinator.getByRole('button', { name: 'Say that the date stands' }).click();
    await coordinator.getByText('Recorded: the date stands.').waitFor();
    expect((await visitNow())?.on).toBe('2027-03-16');
    expect(await coordinator.innerText('main')).toContain('The date of the second visit stands');
    await phone.goto(address);
    expect(await words()).toContain('You asked for another date, and it cannot be moved: partner cannot.');
    expect(troubles).toEqual([]);
  });
});

describe('her calendar', () => {
  it('has an address of its own, the same each time she asks', async () => {
    await phone.goto(address);
    const ask = async () => {
      await phone.getByRole('button', { name: 'Add my dates to my calendar' }).click();
      const opens = await phone.getByRole('link', { name: 'Add to my calendar' }).getAttribute('href');
      const copied = await phone.locator('code').innerText();
      expect(opens).toBe(copied.replace(/^https?:/, 'webcal:'));
      return copied;
    };
    const first = await ask();
    expect(first).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
    await phone.getByRole('link', { name: 'Back to your page' }).click();
    expect(await ask()).toBe(first);
    const feed = await reader.get(new URL(first).pathname);
    expect([feed.statusCode, feed.body.slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
    expect(feed.body).toContain('Elm Academy');
  });
});

describe('the address of a teacher’s page', () => {
  it('changes nothing, however often it is opened', async () => {
    const before = await whatIsKept(visited.world);
    const steps = ['', `/${link.ref}/a/sent`, `/${link.ref}/a/met-2`];
    for (let times = 0; times < 100; times += 1) {
      const method = times % 2 === 0 ? 'GET' : 'HEAD';
      const answer = await reader.get(`${address}${steps[times % 3]}`, method);
      expect(answer.statusCode).toBe(200);
    }
    expect(await whatIsKept(visited.world)).toEqual(before);
  });

  it('takes a form that was sent twice once', async () => {
    const url = `${address}/${link.ref}/a/met-2`;
    const fields = {
      ...formFields((await reader.get(url)).body, url),
      place: 'partner',
      pupilsOwn: '28',
      pupilsPartner: '27',
      adultsOwn: '3',
      adultsPartner: '2',
      riskAssessment: 'no',
      collaborative: 'yes',
    };
    const first = await reader.post(url, fields);
    expect([first.statusCode, first.headers.location]).toEqual([303, address]);
    const after = (await factsOf()).length;
    expect((await reader.post(url, fields)).statusCode).toBe(303);
    expect(await factsOf()).toHaveLength(after);
    expect((await linkNow()).meetings[1]).toMatchObject({ status: 'held', hostSide: 'b' });
    expect((await reader.get(url)).headers.location).toBe(address);
  });

  it('reaches no other side, no other link and nothing else of her own', async () => {
    const other = await trainedLink(visited.world);
    await visited.world.change(other.ref, {
      type: 'ReplaceTeacher',
      side: 'a',
      from: other.teachers.a,
      to: { name: 'Nora New', email: 'nora@900001.example' },
      reasonCode: 'left-school',
    });
    const facts = async () => [await factsOf(), await factsOf(other.ref)];
    const before = await facts();
    const tap = { kind: 'work', tap: 'yes', idempotencyKey: 'k' };
    for (const place of [
      `${link.ref}/b/sent`,
      `${other.ref}/a/sent`,
      `${other.ref}/b/sent`,
      'BRD-2026-999/a/sent',
      `${link.ref}/a/withdraw`,
      `${link.ref}/a/ready-3`,
      `${link.ref}/a/met-5`,
    ]) {
      const answer = await reader.post(`${address}/${place}`, tap);
      expect([place, answer.statusCode]).toEqual([place, 404]);
    }
    expect(await facts()).toEqual(before);
    expect(wordsOf((await reader.get(address)).body)).toContain(
      'You are no longer named as the link teacher of Ash Primary. Questions? Ask your local facilitator.',
    );
  });

  it('asks nothing while the link is paused', async () => {
    const tap = { kind: 'work', tap: 'yes', idempotencyKey: 'p' };
    await visited.world.change(link.ref, { type: 'Pause', reasonCode: 'staffing' });
    const before = await factsOf();
    const page = await reader.get(address);
    expect(wordsOf(page.body)).toContain('This link is paused. Nothing is asked of you');
    expect(page.body).not.toContain('/sent"');
    const refused = await reader.post(`${address}/${link.ref}/a/sent`, tap);
    expect(refused.statusCode).toBe(422);
    expect(wordsOf(refused.body)).toContain('This link is paused. Tell your local facilitator what happened');
    expect(await factsOf()).toEqual(before);
    await visited.world.change(link.ref, { type: 'Resume' });
  });

  it('is unknown when it was never made or was taken back', async () => {
    const fresh = await pageOf(visited.world, link.teachers.a, '2025-26');
    const id = teacherTokenId({ personId: link.teachers.a, year: '2025-26' });
    await visited.world.pool.query('update tokens set revoked_at = issued_at where id = $1', [id]);
    for (const gone of ['/teacher/abcdefgh', fresh]) {
      const answer = await reader.get(gone);
      expect(answer.statusCode).toBe(404);
      expect(wordsOf(answer.body)).toContain('Open it again from the newest mail');
      expect((await reader.post(`${gone}/send-again`, {})).statusCode).toBe(404);
    }
  });

  it('that has expired sends a new one to the same person, and opening it changes nothing', async () => {
    const { pool } = visited.world;
    const id = teacherTokenId({ personId: link.teachers.a, year: YEAR });
    await pool.query('update tokens set expires_at = issued_at where id = $1', [id]);
    await until('both teachers and both heads were told that the link goes on', async () => {
      const { rowCount } = await pool.query(
        `select from mails where rule = 'N26' and content ->> 'became' = 'resumed' and status = 'sent'`,
      );
      return rowCount === 4;
    });
    const before = await whatIsKept(visited.world);
    for (let times = 0; times < 100; times += 1) {
      expect((await reader.get(address, times % 2 === 0 ? 'GET' : 'HEAD')).statusCode).toBe(200);
    }
    expect(await whatIsKept(visited.world)).toEqual(before);
    await phone.goto(address);
    await phone.getByRole('button', { name: 'Send me a new one' }).click();
    await phone.waitForSelector('text=A new link is on its way');
    expect(await words()).not.toContain('teacher@900001.example');
    await until('the mail went again', async () => {
      const { rowCount } = await pool.query(
        `select from mails where person_id = $1 and asked_by = 'person' and status = 'sent'`,
        [link.teachers.a],
      );
      return rowCount === 1;
    });
    const again = await pageOf(visited.world, link.teachers.a);
    expect(again).not.toBe(address);
    expect(wordsOf((await reader.get(again)).body)).toContain('Your linking year');
  });
});
