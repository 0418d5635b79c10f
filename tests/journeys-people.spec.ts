import type { Page } from 'playwright-core';
import { readLink } from '@linking/application/links/link-history.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { wordsOf, type Browser } from './support/browser.js';
import { pageOf, trainedLink } from './support/teacher-year.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

let visited: VisitedWorld;
let rosa: Browser;

// The demonstration's outbox shows mails with addresses that work, as they arrive.
beforeAll(async () => {
  visited = await openVisitedWorld({ demo: true });
  rosa = await visited.world.browser('rosa@bradford.example');
}, 60_000);

afterAll(() => visited?.close());

const COORDINATOR = 'rosa@bradford.example';
const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const linkOf = async (ref: string) => (await readLink(visited.world.store, ref)).link;

async function mailsOf(ref: string, rule: string) {
  const query = { programmes: 'all', subject: ref, status: 'sent', limit: 50 } as const;
  return (await listMails(visited.world.pool, query)).filter(({ content }) => content.rule === rule);
}

/** A mail to this step, as it arrived. */
async function mailArrived(ref: string, rule: string, step: string): Promise<string> {
  let id: string | undefined;
  await until(`${rule} ${step} arrived`, async () => {
    id = (await mailsOf(ref, rule)).find((mail) => mail.step === step)?.id;
    return id !== undefined;
  });
  return (await rosa.get(`/outbox/${encodeURIComponent(id ?? '')}/html`)).body;
}

const visitOfMarch = (hostSide: 'a' | 'b') =>
  ({
    type: 'PlanMeeting',
    number: 2,
    mode: 'in-person',
    on: '2027-03-09',
    hostSide,
    startsAt: '10:00',
    endsAt: '14:00',
    pupilsExpected: 56,
  }) as const;

const addressIn = (mail: string) => /\/sign\/[\w-]{43}/.exec(mail)?.[0] ?? 'no address in the mail';

async function askedToSign(): Promise<string> {
  const { world } = visited;
  const ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  return ref;
}

async function onToday(page: Page, ref: string, said: string): Promise<string> {
  const item = page.locator('article, li', { hasText: ref }).filter({ hasText: said }).first();
  await until(`Today says: ${said}`, async () => {
    await page.goto('/today');
    return (await item.count()) > 0;
  });
  return wordsOf(await item.innerHTML());
}

describe('a headteacher who cannot sign', () => {
  it('declines with a reason; the coordinator sees it, sends it again, and then it is signed', async () => {
    const ref = await askedToSign();
    const address = addressIn(await mailArrived(ref, 'N07', 'agreement-a'));
    const { page, troubles } = await visited.visit({ viewport: PHONE });
    await page.goto(address);
    await page.getByRole('link', { name: 'We cannot sign this agreement' }).click();
    await page.getByRole('button', { name: 'Decline the agreement' }).click();
    expect(await words(page)).toContain('Choose the reason');
    await page.getByLabel('We cannot pay for the transport').check();
    await page.getByLabel('Anything your local facilitator should know').fill('The coach costs too much.');
    await page.getByRole('button', { name: 'Decline the agreement' }).click();
    await page.waitForSelector('text=Your school declined this agreement');
    expect(await words(page)).toContain(
      'Ash Primary declined on 14 September: we cannot pay for the transport.',
    );
    expect((await linkOf(ref)).agreement.a).toMatchObject({ status: 'declined' });

    const desk = await visited.visit({ email: COORDINATOR });
    expect(await onToday(desk.page, ref, 'Agreement declined')).toContain('transport costs');
    await desk.page.goto(`/links/${ref}`);
    expect(await words(desk.page)).toMatch(/declined the agreement.*The coach costs too much\./s);
    await desk.page.goto(`/links/${ref}/record/issue-agreement`);
    await desk.page.getByRole('button', { name: 'Send the agreement' }).click();
    await desk.page.waitForURL((url) => url.pathname === `/links/${ref}`);

    await page.goto(addressIn(await mailArrived(ref, 'N07', 'agreement-a-time-2')));
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign the agreement' }).click();
    await page.waitForSelector('text=Thank you: the agreement is signed');
    expect([...troubles, ...desk.troubles]).toEqual([]);
  });
});

describe('a new headteacher', () => {
  it('is asked in place of the one before, whose address opens no more', async () => {
    const ref = await askedToSign();
    const before = addressIn(await mailArrived(ref, 'N07', 'agreement-a'));
    await visited.world.change(ref, {
      type: 'ChangeHeadteacher',
      side: 'a',
      head: { name: 'Dorothy Finch', email: 'finch@900001.example' },
    });
    const { page } = await visited.visit({ viewport: PHONE, script: false });
    await page.goto(before);
    expect(await words(page)).toContain('Somebody else is asked to sign for Ash Primary now.');
    await page.goto(addressIn(await mailArrived(ref, 'N07', 'agreement-a-time-2')));
    expect(await page.getByLabel('Your full name').inputValue()).toBe('Dorothy Finch');
  });

  it('reads her copy of what was signed before her, and takes it back', async () => {
    const { ref } = await trainedLink(visited.world);
    const desk = await visited.visit({ email: COORDINATOR });
    await desk.page.goto(`/links/${ref}/record/change-headteacher`);
    await desk.page.getByLabel('Ash Primary').check();
    await desk.page.getByLabel('Name of the new headteacher').fill('Dorothy Finch');
    await desk.page.getByLabel('School e-mail address of the headteacher').fill('finch@900001.example');
    await desk.page.getByRole('button', { name: 'Record the new headteacher' }).click();
    await desk.page.waitForURL((url) => url.pathname === `/links/${ref}`);
    expect((await linkOf(ref)).agreement.a.status).toBe('signed');

    const { page, troubles } = await visited.visit({ viewport: PHONE });
    await page.goto(addressIn(await mailArrived(ref, 'N09', 'new-head-a')));
    expect(await words(page)).toContain('What your school agreed to');
    await page.getByRole('link', { name: 'Take the signature back' }).click();
    expect(await words(page)).toContain('Hilda Head signed the agreement on 14 September.');
    await page.getByLabel('Our staff is changing').check();
    await page.getByRole('button', { name: 'Take the signature back' }).click();
    await page.waitForSelector('text=This agreement is no longer asked for');
    expect(await words(page)).toContain('The agreement of Ash Primary was taken back on 14 September.');
    const link = await linkOf(ref);
    expect(link.agreement.a).toMatchObject({ status: 'revoked', reasonCode: 'staff-changes' });
    expect(link.reached.signed).toBe('2026-09-14');
    expect(await onToday(desk.page, ref, 'Agreement taken back')).toContain('staff changes');
    expect([...troubles, ...desk.troubles]).toEqual([]);
  });
});

describe('a teacher who leaves', () => {
  it('is replaced: the new one needs the half day, everybody hears of it, the link stays trained', async () => {
    const { world } = visited;
    const { ref, teachers } = await trainedLink(world);
    await world.change(ref, visitOfMarch('b'));
    const { page, troubles } = await visited.visit({ email: COORDINATOR });
    await page.goto(`/links/${ref}/record/replace-teacher`);
    await page.getByLabel('Who leaves?').selectOption(`a.${teachers.a}`);
    await page.getByLabel('Name of the link teacher').fill('Nadia Bell');
    await page.getByLabel('School e-mail address of the teacher').fill('bell@900001.example');
    await page.getByLabel('This teacher has linked before').check();
    await page.getByLabel('Why?').selectOption('left-the-school');
    await page.getByRole('button', { name: 'Record the change' }).click();
    await page.waitForURL((url) => url.pathname === `/links/${ref}`);
    expect(await words(page)).toContain('Nadia Bell takes over from Teacher of 900001');
    expect(await onToday(page, ref, 'Nadia Bell needs training')).toContain('Needs the half day');

    const link = await linkOf(ref);
    const newTeacher = link.sides.a.teachers[0]?.teacherId ?? '';
    expect(link.sides.a.teachers).toMatchObject([{ needs: 'initial-half', lead: true }]);
    expect(link.reached.trained).toBe('2026-09-14');
    await until('everybody was told', async () => (await mailsOf(ref, 'N25')).length === 4);
    const told = (await mailsOf(ref, 'N25')).map(({ mailbox, personId }) => mailbox ?? personId);
    expect(told).toEqual(expect.arrayContaining([newTeacher, teachers.a, teachers.b, 'programme']));
    await until('the new teacher is invited', async () =>
      (await mailsOf(ref, 'N20')).some(({ personId }) => personId === newTeacher),
    );

    const hers = await visited.visit({ viewport: PHONE });
    await hers.page.goto(await pageOf(world, newTeacher));
    expect(await words(hers.page)).toContain('Your initial training (half day) comes first');
    await hers.page.goto(await pageOf(world, teachers.a));
    expect(await words(hers.page)).not.toContain('Your initial training');
    expect([...troubles, ...hers.troubles]).toEqual([]);
  });

  it('and cannot be reached: her mails stop, and Today asks to phone the school', async () => {
    const { ref, teachers } = await trainedLink(visited.world);
    await visited.world.change(ref, { type: 'LoseContact', side: 'b', personId: teachers.b });
    const { page } = await visited.visit({ email: COORDINATOR });
    const item = await onToday(page, ref, 'cannot be reached');
    expect(item).toContain('School office of Elm Academy');
    await page.goto(`/links/${ref}`);
    expect(await words(page)).toContain('Contact lost');
    await visited.world.change(ref, visitOfMarch('a'));
    await until('the other teacher is told', async () =>
      (await mailsOf(ref, 'N20')).some(({ personId }) => personId === teachers.a),
    );
    expect((await mailsOf(ref, 'N20')).map(({ personId }) => personId)).not.toContain(teachers.b);
  });
});
