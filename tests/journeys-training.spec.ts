import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { readLink } from '@linking/application/links/link-history.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { readSession } from '@linking/application/training/read-session.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { wordsOf } from './support/browser.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type Visit, type VisitedWorld } from './support/visits.js';

const LINKS = 13;
let visited: VisitedWorld;
let server: TestMailServer;
let rosa: Visit;
let refs: readonly string[];
let session: string;

beforeAll(async () => {
  server = await openMailServer();
  visited = await openVisitedWorld({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
  await visited.world.use('venue-diary');
  refs = await Promise.all(Array.from({ length: LINKS }, (_, index) => newLink(index + 1)));
  rosa = await visited.visit({ email: 'rosa@bradford.example' });
  await until('all links are listed', async () => {
    const { body } = await (await visited.world.browser('rosa@bradford.example')).get('/links');
    return refs.every((ref) => body.includes(ref));
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

/** Two classes whose teachers link for the first time, and the link of them. */
async function newLink(number: number): Promise<string> {
  const [a, b] = await Promise.all([offer('900001', `A${number}`), offer('900002', `B${number}`)]);
  const proposal = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b } as const;
  return (await visited.world.send(new ProposeLink(proposal, {}, sender()))).link.ref;
}

async function offer(urn: string, name: string) {
  const teacher = {
    name: `Teacher ${name}`,
    email: `teacher-${name.toLowerCase()}@${urn}.example`,
    linkedBefore: false,
  };
  const { interest } = await visited.world.send(
    new ReceiveInterest(
      {
        programme: 'bradford',
        year: '2026-27',
        urn,
        channel: 'phone',
        head: { name: `Head of ${urn}`, email: `head@${urn}.example` },
        classes: [{ name: `Class ${name}`, yearGroups: [4], pupilCount: 28, teachers: [teacher] }],
      },
      sender(),
    ),
  );
  return { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' };
}

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const flash = (page: Page) => page.locator('.flash').first().innerText();
const sessionNow = async () => (await readSession(visited.world.store, session)).session;
const trainingOf = async (ref: string) => (await readLink(visited.world.store, ref)).link.training;
const training = async () => (await Promise.all(refs.map(trainingOf))).flat();

async function fillDay(page: Page, [day, month, year]: readonly [string, string, string]) {
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
}

describe('a session with 24 places for 26 teachers', () => {
  it('takes all who still need it in one form, and says that two wait', async () => {
    const { page } = rosa;
    await page.goto('/training/plan');
    await fillDay(page, ['1', '10', '2026']);
    await page.getByLabel('Begins').fill('9:15');
    await page.getByLabel('Ends').fill('15:30');
    await page.getByRole('textbox', { name: 'Places' }).fill('24');
    await page.getByRole('button', { name: 'Plan the session' }).click();
    await page.getByRole('link', { name: 'Enrol teachers: 26 still need it' }).click();
    session = new URL(page.url()).pathname.split('/')[2] ?? '';
    expect(await page.locator('input[type=checkbox]:checked').count()).toBe(26);
    expect(await words(page)).toContain('24 places are free; whoever comes later in the list waits.');
    await page.getByRole('button', { name: 'Enrol all who are ticked' }).click();
    expect(await flash(page)).toBe(
      '24 teachers are enrolled. All 24 places are taken: 2 teachers wait for one.',
    );
    expect(await words(page)).toMatch(/Waiting list.*1\. Teacher B8 .*2\. Teacher B9 /);
  });

  it('lets the first who waits in when a place is given up', async () => {
    const { page } = rosa;
    await page.getByRole('button', { name: /^Take off.*Teacher A2$/ }).click();
    expect(await flash(page)).toBe('Teacher A2 is off the list. Teacher B8 has the place now.');
    expect((await sessionNow()).waiting).toHaveLength(1);
  });

  it('moves to another day, and so does everyone’s row', async () => {
    const { page } = rosa;
    await until('all places are carried into the links', async () => (await training()).length === 24);
    await page.getByRole('link', { name: 'Move it' }).click();
    await fillDay(page, ['8', '10', '2026']);
    await page.getByLabel('Why does it move?').selectOption('venue-not-available');
    await page.getByRole('button', { name: 'Move the session' }).click();
    expect(await flash(page)).toContain(
      'Thursday 8 October 2026, 09:15 to 15:30. Every place moves with it.',
    );
    await until('the new day stands in every link', async () =>
      (await training()).every(({ on }) => on === '2026-10-08'),
    );
    expect((await training()).map(({ status }) => status)).toEqual(Array(24).fill('enrolled'));
    const { places, sequence } = await sessionNow();
    expect([places.length, sequence]).toEqual([24, 1]);
    await page.goto(`/links/${refs[0]}`);
    expect(await words(page)).toContain('Full day, was on Thursday 1 October 2026.');
  });

  it('has a register on a phone without JavaScript: a tap a teacher, a reason, one button', async () => {
    visited.world.clock.set('2026-10-08T15:45:00.000Z');
    const phone = await visited.visit({
      email: 'rosa@bradford.example',
      viewport: PHONE,
      script: false,
    });
    const { page } = phone;
    await page.goto(`/training/${session}`);
    const teacher = (name: string) => page.getByRole('group', { name: new RegExp(`Teacher ${name}\\b`) });
    expect(await page.locator('.register__who').count()).toBe(25);
    const came = ['A10', 'A3', 'B1', 'B8'];
    for (const name of came) await teacher(name).getByRole('radio', { name: 'Came' }).check();
    await teacher('B8').getByText('Only for part of it?').click();
    await teacher('B8').getByLabel('How many minutes?').fill('half');
    const absent = teacher('A1');
    expect(await absent.getByText('Only for part of it?').isVisible()).toBe(false);
    expect(await absent.getByLabel('Why?').isVisible()).toBe(false);
    await absent.getByRole('radio', { name: 'Missed it' }).check();
    await page.getByRole('button', { name: 'Save the register' }).click();
    await page.getByRole('link', { name: 'Choose why Teacher A1 missed it' }).waitFor();
    await page.getByRole('link', { name: 'Enter the minutes as a number, or leave it empty' }).waitFor();
    await teacher('A1').getByLabel('Why?').selectOption('no-cover');
    await teacher('B8').getByLabel('How many minutes?').fill('200');
    const target = await teacher('A1').getByRole('radio', { name: 'Missed it' }).boundingBox();
    expect(target?.height).toBeGreaterThanOrEqual(44);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(PHONE.width);
    await page.getByRole('button', { name: 'Save the register' }).click();
    expect(await flash(page)).toBe('The register is saved and carried into each open link.');
    expect(await words(page)).toContain('5 of 25 recorded.');
    const recorded = async () => (await training()).filter(({ status }) => status !== 'enrolled');
    await until('the register stands in the links', async () => (await recorded()).length === 5);
    const minutes = (await recorded()).flatMap((one) => (one.status === 'attended' ? [one.minutes] : []));
    expect(minutes).toHaveLength(came.length);
    expect([minutes.filter((one) => one === 200).length, new Set(minutes).size]).toEqual([1, 2]);
    expect(await teacher('B8').getByLabel('How many minutes?').inputValue()).toBe('200');
    expect((await recorded()).filter(({ status }) => status === 'missed')).toMatchObject([
      { on: '2026-10-08', reasonCode: 'no-cover' },
    ]);
    expect([...rosa.troubles, ...phone.troubles]).toEqual([]);
  });

  it('asks the teacher who missed it, and her alone, to choose another date the day after (N12)', async () => {
    const { world } = visited;
    const missed = () => server.arrived.filter(({ email }) => email.subject?.startsWith('We missed you'));
    const planned = `select from mails where rule = 'N12'`;
    await until('the mail is planned', async () => (await world.pool.query(planned)).rowCount === 1);
    expect(missed()).toEqual([]);
    world.clock.set('2026-10-09T09:00:00.000Z');
    world.wake();
    await until('it arrived', () => missed().length > 0);
    expect(missed().map(({ to }) => to)).toEqual(['teacher-a1@900001.example']);
    expect(missed()[0]?.email.text).toContain('8 October 2026');
    world.clock.set('2026-10-08T15:45:00.000Z');
  });
});

describe('a venue with room for two', () => {
  const plan = async (ref: string) => {
    const { page } = rosa;
    await page.goto(`/links/${ref}/record/plan-meeting?number=1`);
    const before = await words(page);
    await fillDay(page, ['3', '12', '2026']);
    await page.getByLabel('Begins').fill('10');
    await page.getByLabel('Ends').fill('14');
    await page.getByLabel('Where?').selectOption({ label: 'Cartwright Hall, room for 2 links' });
    await page.getByRole('button', { name: 'Plan the meeting' }).click();
    return { before, after: await flash(page) };
  };

  it('says how many links are there, before the meeting is planned and after', async () => {
    const { page } = rosa;
    const [first = '', second = '', third = ''] = refs;
    const hall = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 2 };
    const { venueId } = await visited.world.send(new AddVenue(hall, sender()));
    await until('the venue is listed', async () => {
      await page.goto('/venues');
      return (await words(page)).includes('Cartwright Hall');
    });
    const booked = async (count: number) => {
      await page.goto(`/venues/${venueId}`);
      return (await page.locator('.lines__item').count()) === count;
    };
    expect((await plan(first)).before).not.toContain('Cartwright Hall has');
    await until('the first meeting is in the diary', () => booked(1));
    const other = await plan(second);
    expect(other.before).toContain('Cartwright Hall has one link that morning and room for two.');
    expect(other.after).toBe('The meeting is planned.');
    await until('the second meeting is in the diary', () => booked(2));
    expect(await words(page)).toContain('2 links at that time, room for 2');
    const full = await plan(third);
    expect(full.after).toContain('Cartwright Hall has two links that morning and room for two.');
    await until('the third meeting is in the diary', () => booked(3));
    expect(await words(page)).toContain('3 links at that time, room for 2');
  });

  it('is in the calendar with its meetings, which lead to their links', async () => {
    const { page } = rosa;
    await page.goto('/calendar?month=2026-12');
    const day = page.locator('.calendar__day', { hasText: 'Thursday 3 December 2026' });
    expect(await day.locator('.calendar-entry--meeting').count()).toBe(3);
    await day.getByRole('link', { name: 'First meeting' }).first().click();
    expect(refs.slice(0, 3)).toContain(new URL(page.url()).pathname.slice('/links/'.length));
    await page.goto('/calendar');
    await page.getByRole('link', { name: 'Week by week' }).click();
    expect(await words(page)).toMatch(/Thursday 8 October 2026 Today .*09:15 Training, full day/);
    const before = await page.getByLabel('Address of your calendar').inputValue();
    await page.getByRole('button', { name: 'Give me a new address' }).click();
    expect(await flash(page)).toContain('Your calendar has a new address.');
    expect(await page.getByLabel('Address of your calendar').inputValue()).not.toBe(before);
    expect(rosa.troubles).toEqual([]);
  });
});
