import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { wordsOf } from './support/browser.js';
import { PASSWORD } from './support/gateway.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { until } from './support/until.js';
import { openVisitedWorld, PHONE, type VisitedWorld } from './support/visits.js';

const ROSA = 'rosa@bradford.example';
const N07 = '/programmes/bradford/wording/N07';

interface AnyAnswer {
  readonly token?: string;
  readonly code?: string;
}

let server: TestMailServer;
let visited: VisitedWorld;

beforeAll(async () => {
  server = await openMailServer();
  visited = await openVisitedWorld({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
}, 120_000);

afterAll(async () => {
  await visited?.close();
  await server?.close();
});

function sender() {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
}

const words = async (page: Page) => wordsOf(await page.innerHTML('main'));
const preview = (page: Page) => page.frameLocator('iframe[name=preview]').locator('body');
const inBox = (subject: string) => server.arrived.filter(({ email }) => email.subject === subject);

async function offerIn(programme: string, urn: string) {
  const head = { name: `Head of ${urn}`, email: `head@${urn}.${programme}.example` };
  const { interest } = await visited.world.send(
    new ReceiveInterest(
      {
        programme,
        year: '2026-27',
        urn,
        channel: 'phone',
        head,
        classes: [{ name: '4 Oak', yearGroups: [4], pupilCount: 28 }],
      },
      sender(),
    ),
  );
  return { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' };
}

/** A new link whose headteachers are asked to sign: N07 goes at once. Its reference and what arrived for it. */
async function issuedIn(programme: string) {
  const before = server.arrived.length;
  const [a, b] = [await offerIn(programme, '900001'), await offerIn(programme, '900002')];
  const proposal = { programme, year: '2026-27', kind: 'between-schools', a, b } as const;
  const { ref } = (await visited.world.send(new ProposeLink(proposal, {}, sender()))).link;
  await visited.world.change(ref, { type: 'Broker' });
  await visited.world.change(ref, { type: 'IssueAgreement' });
  const arrived = () =>
    server.arrived
      .slice(before)
      .flatMap(({ email }) => (email.text?.includes(`(link ${ref})`) === true ? [email] : []));
  await until('both headteachers have their mail', async () => arrived().length === 2);
  return { ref, mails: arrived() };
}

describe('the words of a mail (J39)', () => {
  it('are changed with a preview and a test to oneself, hold for the programme, and go back', async () => {
    const { page, troubles } = await visited.visit({ email: ROSA, script: false });
    await page.goto('/programmes/bradford');
    await page.getByRole('link', { name: 'Words of the mails' }).click();
    await page.getByRole('link', { name: 'Please sign your Schools Linking agreement' }).click();
    expect(await page.getByLabel('Opening').inputValue()).toBe(
      '{class} will link with {partner-class} in {year}.\n\nBefore the classes meet, each school signs one agreement.',
    );
    expect(await preview(page).innerText()).toContain('4 Oak of St Mary’s Primary School will link with');

    await page.getByLabel('Opening').fill('Good morning from {programme}.\n\n{parnter} waits for {school}.');
    await page.getByRole('button', { name: 'Preview' }).click();
    await preview(page).getByText('has {parnter}, which this mail does not know').waitFor();
    await page.getByLabel('Subject').fill('Your signature, please');
    await page
      .getByLabel('Opening')
      .fill('Good morning from {programme}.\n\n{partner} <b>waits</b> for {school}.');
    await page.getByRole('button', { name: 'Preview' }).click();
    await preview(page).getByText('Hill Top Academy <b>waits</b> for St Mary’s Primary School.').waitFor();
    expect(await preview(page).innerText()).toContain('host a visit of the other class');

    await page.getByRole('button', { name: 'Send me a test' }).click();
    expect(await words(page)).toContain(`A test is on its way to ${ROSA}.`);
    await until('the test has arrived', async () => inBox('Test: Your signature, please').length === 1);
    const [test] = inBox('Test: Your signature, please');
    expect(test?.to).toBe(ROSA);
    expect(test?.email.text).toContain('Good morning from Bradford.');
    expect(await page.getByLabel('Subject').inputValue()).toBe('Your signature, please');

    await page.getByLabel('Closing').fill('Ring 01274 496 0000.');
    await page.getByRole('button', { name: 'Save these words' }).click();
    expect(await words(page)).toContain('“01274 496 0000” looks like somebody’s telephone number.');
    await page.getByLabel('Closing').fill('');
    await page.getByRole('button', { name: 'Save these words' }).click();
    expect(await words(page)).toContain('Version 1 In use Rosa Hartley, Monday 14 September 2026');

    const own = await issuedIn('bradford');
    expect(own.mails.map(({ subject }) => subject)).toEqual(Array(2).fill('Your signature, please'));
    expect(own.mails.map(({ text }) => text).join()).toContain('Elm Academy <b>waits</b> for Ash Primary.');
    const kent = await issuedIn('kent');
    expect(kent.mails[0]?.subject).toBe('Please sign your Schools Linking agreement');

    await page.reload();
    await page.getByRole('button', { name: 'Use the national words' }).click();
    expect(await words(page)).toContain('The national words hold again.');
    const again = await issuedIn('bradford');
    expect(again.mails[0]?.subject).toBe('Please sign your Schools Linking agreement');
    await page.getByRole('button', { name: 'Use this version again' }).click();
    expect(await words(page)).toContain('Version 2 In use');
    const { rows } = await visited.world.pool.query<{ id: string; wording: unknown }>(
      `select id, wording from mails where subject = $1 and rule = 'N07'`,
      [own.ref],
    );
    const sent = await visited.world.store.readStream(`correspondence-${own.ref}`);
    expect(sent.map(({ envelope }) => envelope.data)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          wording: { of: 'bradford', version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        }),
      ]),
    );
    await page.goto(`/outbox/${encodeURIComponent(rows[0]?.id ?? '')}`);
    expect(await words(page)).toContain('Good morning from Bradford.');
    expect(troubles).toEqual([]);
  });

  it('are the national office’s for all who have none of their own, and read by auditors', async () => {
    const nadia = await visited.visit({ email: 'nadia@linking.example', viewport: PHONE });
    await nadia.page.goto('/wording/N07');
    await nadia.page.getByLabel('Subject').fill('One signature for {school}');
    await nadia.page.getByRole('button', { name: 'Save these words' }).click();
    expect(await words(nadia.page)).toContain('Changed, version 1');
    expect(await nadia.page.locator('html').evaluate((html) => html.scrollWidth)).toBe(PHONE.width);
    expect((await issuedIn('kent')).mails.map(({ subject }) => subject).toSorted()).toEqual([
      'One signature for Ash Primary',
      'One signature for Elm Academy',
    ]);
    expect((await issuedIn('bradford')).mails[0]?.subject).toBe('Your signature, please');

    const alun = await visited.world.browser('alun@linking.example');
    const read = await alun.get(N07);
    expect(wordsOf(read.body)).toContain('Your signature, please');
    expect(read.body).not.toContain('Save these words');
    const ines = await visited.world.browser('ines@kent.example');
    const statuses = [
      (await ines.get(N07)).statusCode,
      (await ines.get('/wording/N07')).statusCode,
      (await ines.get('/programmes/kent/wording/N99')).statusCode,
    ];
    expect(statuses).toEqual([404, 200, 404]);
    const form = { subject: 'x', opening: 'x', closing: '' };
    expect((await ines.fill('/programmes/kent/wording/N07', '/wording/N07', form)).statusCode).toBe(403);
    expect((await alun.post(N07, form)).statusCode).toBe(403);
  });

  it('are marked at their boxes when they cannot be sent, and the summary leads there', async () => {
    const rosa = await visited.world.browser(ROSA);
    const marked = async (typed: Record<string, string>, to = N07) => {
      const { statusCode, body } = await rosa.fill(N07, to, typed);
      const boxes = ['subject', 'opening', 'closing'].filter((box) => body.includes(`id="${box}-error"`));
      const links = [...body.matchAll(/<a href="#(\w+)">(.*?)<\/a>/g)].map(([, box]) => box);
      return [statusCode, boxes, links.filter((box) => boxes.includes(box ?? '')), wordsOf(body)] as const;
    };
    const tooLong = 'x'.repeat(5_001);
    const [status, boxes, links, said] = await marked({ subject: '', opening: tooLong, closing: tooLong });
    const all = ['subject', 'opening', 'closing'];
    expect([status, boxes, links]).toEqual([422, all, all]);
    expect(said).toContain('The closing text has 5001 characters; 1000 are possible.');
    expect(said).not.toContain('5,000 characters');
    const placed = { subject: 'x', opening: '{nobody}', closing: 'a } b' };
    expect((await marked(placed, `${N07}/test`)).slice(0, 2)).toEqual([422, ['opening', 'closing']]);
  });

  it('are read and changed by the API: scope, key, revision, body, rules', async () => {
    const app = visited.world.app;
    const call = async (method: 'GET' | 'PUT' | 'POST', url: string, more: object = {}) => {
      const { headers, statusCode, body } = await app.inject({ method, url: `/api/v1${url}`, ...more });
      return { status: statusCode, etag: String(headers['etag']), body: JSON.parse(body) as AnyAnswer };
    };
    const signedIn = async (email: string) =>
      `Bearer ${(await call('POST', '/sign-in', { payload: { email, password: PASSWORD } })).body.token}`;
    const at = '/programmes/bradford/wordings/N08-first';
    const authorization = await signedIn(ROSA);
    const read = await call('GET', at, { headers: { authorization } });
    expect(read.body).toMatchObject({
      wordsOf: 'product',
      subject: 'Agreement still to be signed',
      changes: [],
    });
    const put = (payload: object, headers: object = {}) =>
      call('PUT', at, { payload, headers: { authorization, ...headers } });
    const words = { subject: 'Once more, please', opening: 'Good morning, {school}.' };
    expect((await put(words)).status).toBe(428);
    expect((await put(words, { 'if-match': '"1"' })).status).toBe(412);
    const seen = { 'if-match': read.etag };
    expect((await put({ ...words, html: '<p>' }, seen)).status).toBe(400);
    expect(await put({ ...words, opening: '{where}' }, seen)).toMatchObject({
      status: 422,
      body: { code: 'PLACEHOLDER_UNKNOWN' },
    });
    const keyed = { ...seen, 'idempotency-key': 'words' };
    const changed = await put(words, keyed);
    expect(changed.body).toMatchObject({ wordsOf: 'own', version: 1, closing: '', subject: words.subject });
    expect((await put(words, keyed)).body).toEqual(changed.body);
    expect((await put(words, { 'if-match': changed.etag })).etag).toBe(changed.etag);
    const ines = { headers: { authorization: await signedIn('ines@kent.example') } };
    expect((await call('GET', at, ines)).status).toBe(404);
    expect((await call('PUT', '/wordings/N08-first', { ...ines, payload: words })).status).toBe(403);
  });

  it('call the coordinator as the programme does', async () => {
    const rosa = await visited.world.browser(ROSA);
    const change = '/programmes/bradford/change/details';
    const saved = await rosa.fill(change, change, { facilitatorTitle: 'your linking officer' });
    expect(saved.statusCode).toBe(303);
    const [mail] = (await issuedIn('bradford')).mails;
    expect(mail?.text).toContain('Questions? Ask your linking officer:');
    expect(wordsOf((await rosa.get('/programmes/bradford')).body)).toContain(
      'In letters your linking officer',
    );
  });
});
