import { SendMailAgain } from '@linking/application/mails/again/send-again.js';
import { openMailServer, type TestMailServer } from './support/mail-server.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';
import type { Browser } from './support/browser.js';

let world: PageWorld;
let server: TestMailServer;
let rosa: Browser;
let ref: string;
const commandId = '00000000-0000-4000-8000-0000000000aa';
const sender = { actor: 'user:rosa', channel: 'page', commandId, correlationId: commandId } as const;
const refused = new Set<string>();

beforeAll(async () => {
  server = await openMailServer({
    recipient: (address) =>
      refused.has(address) ? { code: 550, words: '5.1.1 no such mailbox' } : undefined,
  });
  world = await openPageWorld({ smtpUrl: `smtp://127.0.0.1:${server.port}` });
  ref = await world.propose();
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  rosa = await world.browser('rosa@bradford.example');
  await until('both heads are asked to sign', async () => (await sentMails('N07')).length === 2);
}, 60_000);

afterAll(async () => {
  await world.close();
  await server.close();
});

interface SentMail {
  readonly id: string;
  readonly person_id: string;
}

async function sentMails(rule: string): Promise<readonly SentMail[]> {
  const { rows } = await world.pool.query<SentMail>(
    `select m.id, m.person_id from mails m join people p on p.id = m.person_id
     where m.rule = $1 and m.status = 'sent' and m.asked_by = 'plan' order by p.email`,
    [rule],
  );
  return rows;
}
async function sentAgain(): Promise<number> {
  const { rowCount } = await world.pool.query(
    `select from mails where asked_by = 'person' and status = 'sent'`,
  );
  return rowCount ?? 0;
}
const at = (id: string) => `/outbox/${encodeURIComponent(id)}`;
const signLinks = (to: string) =>
  server.arrived
    .filter((mail) => mail.to === to)
    .flatMap(({ email }) => email.text?.match(/\/sign\/\S+/) ?? []);
const head = 'head@900001.example';

test('a mail is sent again with a new personal link, says so before, and the old link ends', async () => {
  const [first] = await sentMails('N07');
  if (first === undefined) throw new Error('No mail');
  expect((await rosa.get(at(first.id))).body).toContain('Send it again');
  const form = `${at(first.id)}/again`;
  expect((await rosa.get(form)).body).toContain(
    'A new personal link is made; the old one stops working. It goes to Head of 900001 now.',
  );
  const answer = await rosa.fill(form, form, { reasonCode: 'not-arrived' });
  expect(answer.statusCode).toBe(303);
  await until('it arrived again', () => signLinks(head).length === 2);
  const [old = '', fresh = ''] = signLinks(head);
  expect(old).not.toBe(fresh);
  const visitor = await world.browser();
  expect((await visitor.get(old)).body).toContain('expired');
  expect((await visitor.get(fresh)).body).toContain('Sign the agreement');
  const events = await world.store.readStream(`correspondence-${ref}`);
  const asked = events.filter(({ envelope }) => envelope.type === 'MailAskedAgain.v1');
  expect(asked.map(({ envelope }) => [envelope.channel, envelope.data])).toEqual([
    ['page', expect.objectContaining({ againOf: first.id, reasonCode: 'not-arrived' })],
  ]);
});

test('two coordinators who ask at once send one mail', async () => {
  const [, second] = await sentMails('N07');
  if (second === undefined) throw new Error('No mail');
  const before = server.arrived.length;
  const asking = (n: number) => {
    const own = `00000000-0000-4000-8000-00000000000${n}`;
    return world.send(new SendMailAgain(second.id, 'deleted', { ...sender, commandId: own }));
  };
  const answers = await Promise.all([asking(1), asking(2), asking(3)]);
  expect(new Set(answers.map(({ mailId }) => mailId)).size).toBe(1);
  await until('it has gone', async () => (await sentAgain()) === 2);
  expect(server.arrived.length).toBe(before + 1);
});

test('an address that came back asks the coordinator; another address lets what waited go', async () => {
  const [mail] = await sentMails('N07');
  const personId = mail?.person_id ?? '';
  refused.add('head@900001.example');
  const { mailId } = await world.send(new SendMailAgain(mail?.id ?? '', 'not-arrived', sender));
  await until('it came back', async () => (await rosa.get('/today/attention')).body.includes('came back'));
  expect((await rosa.get('/today/attention')).body).toContain(
    'Mail to Head of 900001 at Ash Primary came back',
  );
  const page = await rosa.get(`${at(mailId)}/again`);
  expect([page.statusCode, page.body.includes('Enter another address')]).toEqual([200, true]);

  const form = `/people/${personId}/address`;
  expect((await rosa.get(form)).body).toContain('This address is right: try again');
  const wrong = await rosa.fill(form, form, { found: 'another', email: 'not an address' });
  expect(wrong.statusCode).toBe(422);
  const saved = await rosa.fill(form, form, { found: 'another', email: 'h.marsh@900001.example' });
  expect(saved.statusCode).toBe(303);
  await until(
    'it left the list',
    async () => !(await rosa.get('/today/attention')).body.includes('came back'),
  );
  const ines = await world.browser('ines@kent.example');
  expect((await ines.get(`/people/${personId}/address`)).statusCode).toBe(404);
});
