import { randomUUID } from 'node:crypto';
import type { Browser as Chromium, Page } from 'playwright-core';
import { readLink } from '@linking/application/links/link-history.js';
import { WriteToPeople } from '@linking/application/mails/written/write-to-people.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import { launchChromium } from './support/chromium.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

let world: PageWorld;
let server: TestMailServer;
let chromium: Chromium;
let page: Page;
let address: string;
let refs: readonly string[];

beforeAll(async () => {
  server = await openMailServer();
  world = await openPageWorld({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
  refs = [await world.propose(), await world.propose()];
  for (const ref of refs) {
    await world.change(ref, { type: 'Broker' });
    await world.change(ref, { type: 'IssueAgreement' });
  }
  await world.app.listen(0, '127.0.0.1');
  address = await world.app.getUrl();
  chromium = await launchChromium();
  page = await chromium.newPage();
  const rosa = await world.browser('rosa@bradford.example');
  await page.context().addCookies(rosa.cookiesFor(address));
}, 300_000);

afterAll(async () => {
  await chromium.close();
  await world.close();
  await server.close();
});

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const COACH = 'Coach times for the first meeting';
const arrived = (subject: string) => server.arrived.filter(({ email }) => email.subject === subject);

/** At both widths; for whoever wants to look at them too. */
async function looked(name: string) {
  const folder = process.env['SCREENSHOTS'];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await wider()).toBeLessThanOrEqual(0);
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a coordinator sends a mail again and is told before what will happen', async () => {
  await until('the heads are asked', async () => {
    const { rows } = await world.pool.query(`select id from mails where rule = 'N07' and status = 'sent'`);
    return rows.length === 4;
  });
  await page.goto(`${address}/outbox?q=${refs[0]}`);
  await page.getByRole('link', { name: 'Please sign your Schools Linking agreement' }).first().click();
  await looked('mail');
  await page.getByRole('link', { name: 'Send it again' }).click();
  expect(await heading()).toBe('Send this mail again?');
  expect(await page.locator('main').innerText()).toContain(
    'A new personal link is made; the old one stops working. It goes to Head of 90000',
  );
  await looked('send-again');
  const before = server.arrived.length;
  await page.getByLabel('It did not arrive').check();
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByText('It goes now.').waitFor();
  await until('it arrived', () => server.arrived.length === before + 1);
});

test('a coordinator writes to the people of two links: each gets one mail, and it stands with both links', async () => {
  await until('both links are listed', async () => {
    await page.goto(`${address}/write`);
    return (await page.getByRole('checkbox').count()) === 2;
  });
  await page.getByLabel('Subject').fill(COACH);
  await page.getByLabel('Text').fill('Please tell the boy called Amir.');
  await page.getByLabel('Both').check();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await looked('write');
  await page.getByRole('button', { name: 'See who gets it' }).click();
  expect(await page.locator('main').innerText()).toContain('looks like a child’s name or a phone number');
  await page
    .getByLabel('Text')
    .fill('The coach leaves ten minutes earlier.\n\nPlease be at the gate at 09:20.');
  await page.getByRole('button', { name: 'See who gets it' }).click();
  expect(await heading()).toBe('Check the mail');
  const main = await page.locator('main').innerText();
  expect(main).toContain('4 people get it');
  expect(main).toContain(refs.join(', '));
  expect(main).toContain('Please be at the gate at 09:20.');
  expect(arrived(COACH)).toEqual([]);
  await looked('write-preview');
  await page.getByRole('button', { name: 'Change it' }).click();
  expect(await page.getByLabel('Subject').inputValue()).toBe(COACH);
  await page.getByRole('button', { name: 'See who gets it' }).click();
  await page.getByRole('button', { name: 'Send to 4 people' }).click();
  await page.getByText('Written: it goes to 4 people now.').waitFor();
  await until('all four have it', () => arrived(COACH).length === 4);
  expect(new Set(arrived(COACH).map(({ to }) => to)).size).toBe(4);
  expect(arrived(COACH)[0]?.email.replyTo?.[0]).toMatchObject({ address: 'bradford@linking.example' });
  for (const ref of refs) {
    await until(`it stands with ${ref}`, async () => {
      await page.goto(`${address}/links/${ref}`);
      return (await page.locator('main').innerText()).includes('A mail from the local facilitator');
    });
  }
  await looked('link-with-written-mail');
  await page.goto(`${address}/outbox?q=${encodeURIComponent('coach times')}`);
  expect(await page.getByRole('link', { name: COACH }).count()).toBe(4);
  await looked('outbox-written');
  await page.getByRole('link', { name: COACH }).first().click();
  const headers = await page.locator('.card', { hasText: 'Message-ID' }).innerText();
  expect(headers).toContain('Schools Linking Bradford <linking@localhost>');
  expect(headers).toContain('Bradford <bradford@linking.example>');
});

test('sent twice it goes once, the log holds no words, and a phone number is questioned', async () => {
  const commandId = '00000000-0000-4000-8000-0000000000bb';
  const sender = { actor: 'user:rosa', channel: 'api', commandId, correlationId: commandId } as const;
  const said = { linkRefs: refs, to: 'heads', subject: 'Once', text: 'Only once.' } as const;
  const [one, other] = [
    await world.send(new WriteToPeople(said, sender)),
    await world.send(new WriteToPeople(said, sender)),
  ];
  expect(other).toEqual(one);
  await until('both heads have it', () => arrived('Once').length === 2);
  const events = await world.store.readStream(`correspondence-${refs[0]}`);
  const written = events.filter(
    ({ envelope }) => envelope.commandId !== '' && envelope.type === 'MailWritten.v1',
  );
  expect(written).toHaveLength(6);
  expect(JSON.stringify(events)).not.toContain('Only once');
  const [unknown, question] = [
    world.send(
      new WriteToPeople({ ...said, linkRefs: ['BRD-2026-999'] }, { ...sender, commandId: refs[0]! }),
    ),
    world.send(
      new WriteToPeople({ ...said, text: 'Ring 01274 555 000' }, { ...sender, commandId: one.writtenId }),
    ),
  ];
  await expect(unknown).rejects.toThrow();
  await expect(question).rejects.toMatchObject({ code: 'WORDS_TO_CHECK' });
});

test('the teachers of a training session are written to from its page, and words that are erased are gone', async () => {
  const sender = () => {
    const commandId = randomUUID();
    return { actor: 'worker:spec', channel: 'api', commandId, correlationId: commandId } as const;
  };
  const session = {
    programme: 'bradford',
    kind: 'initial-full',
    on: '2026-10-01',
    startsAt: '09:15',
    endsAt: '15:30',
    capacity: 20,
  } as const;
  const { id } = (await world.send(new PlanSession(session, sender()))).session;
  const [linkRef = ''] = refs;
  const { teachers } = (await readLink(world.store, linkRef)).link.sides.a;
  const place = { linkRef, side: 'a', teacherId: teachers[0]?.teacherId ?? '' } as const;
  await world.send(new ChangeTraining(id, { type: 'Enrol', ...place }, sender()));
  const PARKING = 'Where to park on Thursday';
  await page.goto(`${address}/write?session=${id}`);
  expect(await heading()).toBe('Write to the teachers of this session');
  await page.getByLabel('Subject').fill(PARKING);
  await page.getByLabel('Text').fill('Please park behind the hall.');
  await page.getByRole('button', { name: 'See who gets it' }).click();
  expect(await page.locator('main').innerText()).toContain('1 person gets it');
  await looked('write-session-preview');
  await page.getByRole('button', { name: 'Send to' }).click();
  await until('she has it', () => arrived(PARKING).length > 0);
  expect(arrived(PARKING).map(({ to }) => to)).toEqual(['teacher@900001.example']);

  const { rows } = await world.pool.query<{ id: string; text: string }>(
    `select id, content->>'textId' as text from mails where rule = 'written' order by created_at desc, id limit 50`,
  );
  const notes = await world.pool.query<{ id: string }>(`select id from notes where text like 'Please park%'`);
  const mail = rows.find(({ text }) => text === notes.rows[0]?.id);
  const shown = async () => {
    await page.goto(`${address}/outbox/${encodeURIComponent(mail?.id ?? '')}`);
    return page.locator('main').innerText();
  };
  expect(await shown()).toContain('Please park behind the hall.');
  await world.pool.query(`update notes set text = '', erased_at = now() where id = $1`, [notes.rows[0]?.id]);
  const after = await shown();
  expect(after).toContain('[These words were erased.]');
  expect(after).not.toContain('park behind');
});

test('the one click that a weekly list names stops it, and mails that must arrive name none', async () => {
  const weekly = () =>
    server.arrived.filter(({ email: { subject } }) => subject?.startsWith('Weekly list') === true);
  const before = weekly().length;
  world.clock.set('2026-09-21T07:31:00.000Z');
  world.wake();
  await until('the programme has its list', () => weekly().length > before);
  const { email, to } = weekly().at(-1)!;
  expect(to).toBe('bradford@linking.example');
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? '';
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const [, named = ''] = /^<(.+)>$/.exec(header('list-unsubscribe')) ?? [];
  const answer = await fetch(`${address}${new URL(named).pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(answer.status).toBe(200);
  const asked = server.arrived.filter(
    ({ email: { subject } }) => subject?.startsWith('Please sign') === true,
  );
  expect(asked.some(({ raw }) => /^List-Unsubscribe/im.test(raw))).toBe(false);

  const known = weekly().length;
  world.clock.set('2026-09-28T07:31:00.000Z');
  world.wake();
  await until('the next one is not sent, with the reason', async () => {
    const { rows } = await world.pool.query<{ status: string; reason: string }>(
      `select status, reason from mails where rule = 'N27' and programme = 'bradford' and anchor_date = '2026-09-28'`,
    );
    return rows.length === 1 && rows[0]?.status === 'skipped' && rows[0].reason === 'unsubscribed';
  });
  expect(weekly()).toHaveLength(known);
});
