import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { readLink } from '@linking/application/links/link-history.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { isSchoolDay } from '@linking/domain/calendar/school-days.js';
import { wordsOf } from './support/browser.js';
import { openMailServer, type ArrivedMail, type TestMailServer } from './support/mail-server.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let server: TestMailServer;
let refs: readonly [string, string];

beforeAll(async () => {
  server = await openMailServer();
  visited = await openVisitedWorld({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
  const { world } = visited;
  refs = [await world.propose(), await world.propose()];
  const venue = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 2 };
  const { venueId } = await world.send(new AddVenue(venue, sender()));
  for (const [index, ref] of refs.entries()) {
    await world.change(ref, {
      type: 'PlanMeeting',
      number: 1,
      mode: 'in-person',
      on: `2026-11-2${6 + index}`,
      startsAt: '10:00',
      endsAt: '14:00',
      venueId,
      pupilsExpected: 56,
      activities: [],
    });
  }
  await until('both meetings are on the board', async () => {
    const { rowCount } = await world.pool.query('select from link_meetings');
    return rowCount === 2;
  });
}, 120_000);

afterAll(async () => {
  await visited?.close();
  await server.close();
});

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const flash = (page: Page) => page.locator('.flash').first().innerText();
const meetingOf = async (ref: string) => (await readLink(visited.world.store, ref)).link.meetings[0];
const statusOf = async (email: string, address: string) =>
  (await (await visited.world.browser(email)).get(address)).statusCode;

async function fillDay(page: Page, group: string, [day, month, year]: readonly [string, string, string]) {
  const boxes = page.getByRole('group', { name: group });
  await boxes.getByLabel('Day', { exact: true }).fill(day);
  await boxes.getByLabel('Month', { exact: true }).fill(month);
  await boxes.getByLabel('Year', { exact: true }).fill(year);
}

/** The appointment of a mail that changes one, as a calendar program reads it. */
function changeIn({ to, email }: ArrivedMail) {
  const object = email.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (object === undefined) return [];
  const { content } = object;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
  if (component === null) return [];
  const { uid, sequence, startDate, location, organizer, attendees } = new ICAL.Event(component);
  if (sequence === 0) return [];
  const guests = attendees.map((one) => String(one.getFirstValue()));
  const start = String(startDate);
  return [{ to, from: email.from?.address, uid, start, location, organizer, attendees: guests }];
}

describe('a storm of two days (J11)', () => {
  it('is declared, and its meetings are moved or put online in one form, with mails at once', async () => {
    const rosa = await visited.visit({ email: 'rosa@bradford.example', viewport: PHONE, script: false });
    const { page } = rosa;
    await page.goto('/programmes/bradford');
    await page.getByRole('link', { name: 'Declare a disruption' }).click();
    await fillDay(page, 'First day', ['26', '11', '2026']);
    await fillDay(page, 'Last day', ['27', '11', '2026']);
    await page.getByLabel('What is it?').selectOption('storm');
    await page.getByRole('button', { name: 'Declare it' }).click();
    expect(await words(page)).toContain('Storm, 26 to 27 November 2026');
    const first = page.getByRole('group', { name: /^First meeting, Thursday 26 November 2026/ });
    const second = page.getByRole('group', { name: /^First meeting, Friday 27 November 2026/ });
    expect(await second.getByRole('radio', { name: 'Put it online' }).isChecked()).toBe(true);
    await first.getByRole('radio', { name: 'Move it to another day' }).check();
    await page.getByRole('button', { name: 'Save for all meetings' }).click();
    await page.getByRole('link', { name: `Enter the other day of ${refs[0]}` }).waitFor();
    await fillDay(page, `Other day of ${refs[0]} (optional)`, ['3', '12', '2026']);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(PHONE.width);
    await page.getByRole('button', { name: 'Save for all meetings' }).click();
    const after = await words(page);
    expect(after).toContain('2 meetings are changed.');
    expect(after).toContain('Please phone as well');
    expect(after).toContain('No meeting is affected');
    expect(await meetingOf(refs[0])).toMatchObject({
      on: '2026-12-03',
      mode: 'in-person',
      startsAt: '10:00',
    });
    expect(await meetingOf(refs[1])).toMatchObject({ on: '2026-11-27', mode: 'virtual' });
    const told = async () => {
      const { rows } = await visited.world.pool.query<{ subject: string }>(
        `select distinct subject from mails
         where status = 'sent' and rule = 'N15' and content->>'change' <> 'planned' order by subject`,
      );
      return rows.map(({ subject }) => subject);
    };
    await until('both links are told of the change', async () => (await told()).join() === refs.join());
    const changes = () => server.arrived.flatMap((mail) => changeIn(mail));
    // Both teachers of both links; the venue has no address.
    await until('the mails arrived', () => changes().length === 4);
    for (const ref of refs) {
      const [on, place] =
        ref === refs[0] ? ['2026-12-03', 'Cartwright Hall, BD9 4NS'] : ['2026-11-27', 'Online'];
      const its = changes().filter(({ uid }) => uid.startsWith(`meeting-${ref}-1@`));
      expect(its.map(({ to }) => to).toSorted()).toEqual([
        'teacher@900001.example',
        'teacher@900002.example',
      ]);
      for (const { to, attendees, start, location, organizer, from } of its) {
        expect([attendees, start.slice(0, 10), location]).toEqual([[`mailto:${to}`], on, place]);
        expect(organizer).toBe(`mailto:${from}`);
      }
    }
    expect(rosa.troubles).toEqual([]);
  }, 60_000);

  it('takes its days out of the school days by which the links are judged, until it is lifted', async () => {
    const calendar = async () => (await readLink(visited.world.store, refs[0])).link.programmeYear?.calendar;
    expect(isSchoolDay('2026-11-26', await calendar())).toBe(false);
    const { page } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford');
    await page.getByRole('link', { name: 'Meetings in these days' }).click();
    await page.getByRole('button', { name: 'Lift it' }).click();
    expect(await flash(page)).toContain('its days are school days again');
    expect(await calendar()).toBeUndefined();
  });
});

describe('the term dates of a programme', () => {
  it('are read from the calendar of the council, looked at, and saved', async () => {
    const { page, troubles } = await visited.visit({ email: 'rosa@bradford.example' });
    await page.goto('/programmes/bradford/term-dates/2026-27');
    const send = async (name: string, text: string) => {
      await page.getByLabel('Calendar or table').setInputFiles({
        name,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      });
      await page.getByRole('button', { name: 'Read the file' }).click();
    };
    await send('dates.csv', 'what,from,to\nINSET day,31/9/2026,');
    expect(await words(page)).toContain('dates.csv: Line 2: "31/9/2026" is not a day, such as 26/10/2026.');
    await send('dates.csv', 'what,from,to\nINSET day,13/11/2026,\nEid al-Fitr,10/3/2027,\nFair,1/6/2027,');
    expect(await words(page)).toContain('2 entries of the file fill the form. Nothing is saved yet');
    expect(await words(page)).toContain('Line 4: Fair');
    expect((await readLink(visited.world.store, refs[0])).link.programmeYear).toBeUndefined();
    await page.getByRole('button', { name: 'Save the term dates' }).click();
    expect(await flash(page)).toBe('The term dates of 2026–27 are saved.');
    expect(await words(page)).toContain('INSET day, 13 November 2026');
    const { programmeYear } = (await readLink(visited.world.store, refs[0])).link;
    expect(programmeYear?.daysToAvoid).toEqual([
      { from: '2027-03-10', to: '2027-03-10', name: 'Eid al-Fitr' },
    ]);
    await until('the board judges the links by them', async () => {
      const { rowCount } = await visited.world.pool.query(
        `select from link_board where link->'programmeYear'->'calendar'->'closedDays'->0->>'from' = '2026-11-13'`,
      );
      return rowCount === 2;
    });
    expect(troubles).toEqual([]);
  }, 60_000);
});

describe('a new programme (J33)', () => {
  it('is added by the national office, which appoints a coordinator with a hand-over date', async () => {
    const nadia = await visited.visit({ email: 'nadia@linking.example' });
    const { page } = nadia;
    await page.goto('/programmes');
    await page.getByRole('link', { name: 'Add a programme' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Walsall');
    await page.getByLabel('Code', { exact: true }).fill('wal');
    await page.getByLabel('Academic year of its first links').fill('2026-27');
    await page.getByLabel('Local authorities').fill('380');
    await page.getByRole('radio', { name: 'It joins the network' }).check();
    await page.getByRole('button', { name: 'Add the programme' }).click();
    await page.getByRole('link', { name: /Bradford belongs to Bradford already/ }).waitFor();
    await page.getByLabel('Local authorities').fill('335');
    await page.getByRole('button', { name: 'Add the programme' }).click();
    expect(await flash(page)).toBe('Walsall is added. Appoint its coordinator next.');
    await appoint(page, 'Ines Moore', ['21', '9', '2026']);
    expect(await flash(page)).toBe('The coordinator is appointed.');
    expect(await words(page)).toMatch(/Ines Moore To come From 21 September 2026/);
    expect(await statusOf('ines@kent.example', '/programmes/walsall')).toBe(404);
    expect(nadia.troubles).toEqual([]);
  }, 60_000);

  it('passes on from one coordinator to the next on that day', async () => {
    const { page } = await visited.visit({ email: 'nadia@linking.example' });
    await page.goto('/programmes/bradford');
    await appoint(page, 'Rosa Hartley', ['1', '9', '2026']);
    await appoint(page, 'Ines Moore', ['21', '9', '2026'], 'Rosa Hartley');
    await until('the hand-over is known', async () => {
      const { rows } = await visited.world.pool.query<{ n: number }>(
        `select jsonb_array_length(coordinators) as n from programmes where slug = 'bradford'`,
      );
      return rows[0]?.n === 2;
    });
    const link = `/links/${refs[0]}`;
    const seen = async () => [
      await statusOf('rosa@bradford.example', link),
      await statusOf('ines@kent.example', link),
    ];
    expect(await seen()).toEqual([200, 404]);
    visited.world.clock.set('2026-09-21T09:00:00.000Z');
    expect(await seen()).toEqual([404, 200]);
    expect(await statusOf('ines@kent.example', '/programmes/walsall')).toBe(200);
  }, 60_000);

  it('keeps to the national office what is hers alone', async () => {
    const ines = await visited.world.browser('ines@kent.example');
    expect((await ines.get('/programmes/kent')).body).not.toContain('Appoint a coordinator');
    const { page } = await visited.visit({ email: 'ines@kent.example' });
    await page.goto('/programmes/kent/change/leave');
    await page.getByLabel('Why?').selectOption('no-funding');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Let it leave' }).click();
    expect((await answer).status()).toBe(403);
  });
});

async function appoint(page: Page, who: string, day: readonly [string, string, string], insteadOf?: string) {
  await page.getByRole('link', { name: 'Appoint a coordinator' }).click();
  await page.getByLabel('Who?').selectOption({ label: who });
  await fillDay(page, 'From which day?', day);
  if (insteadOf !== undefined)
    await page.getByLabel('Who hands over to her?').selectOption({ label: insteadOf });
  await page.getByRole('button', { name: 'Appoint her' }).click();
}
