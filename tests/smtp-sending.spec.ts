import { showMail } from '@linking/application/mails/outbox.js';
import { sendDueMails } from '@linking/application/mails/send-due.js';
import { openMailHouse, readyMail, signMail, type MailHouse } from './support/mail-house.js';
import { openMailServer, type MailServerBehaviour, type TestMailServer } from './support/mail-server.js';

let house: MailHouse | undefined;
let server: TestMailServer | undefined;

afterEach(async () => {
  await house?.close();
  await server?.close();
  [house, server] = [undefined, undefined];
});

async function open(behaviour: MailServerBehaviour = {}, people: Parameters<typeof openMailHouse>[1] = {}) {
  server = await openMailServer(behaviour);
  house = await openMailHouse(server.port, people);
  return { server, house };
}
const idsOf = ({ arrived }: TestMailServer) => arrived.map(({ email }) => email.messageId);
const REF = 'BRD-2026-014';

test('a mail that the server takes is sent once, with its Message-ID', async () => {
  const opened = await open();
  await opened.house.start();
  await opened.house.want([signMail(REF)]);
  const sent = await opened.house.becomes(REF, 'sent');
  expect(sent.attempt).toBe(1);
  expect(sent.reason).toBeUndefined();
  expect(idsOf(opened.server)).toEqual([sent.messageId]);
  expect(await opened.house.correspondence(REF)).toMatchObject([
    { type: 'ReminderSent.v1', data: { attempt: 1, messageId: sent.messageId } },
  ]);
});

test('a busy server is asked again, and what it did not take counts as no try', async () => {
  let busy = 2;
  const opened = await open({
    recipient: () => (busy-- > 0 ? { code: 450, words: '4.2.1 <head@ash.example> is busy' } : undefined),
  });
  await opened.house.start();
  await opened.house.want([signMail(REF)]);
  const sent = await opened.house.becomes(REF, 'sent');
  expect([sent.attempt, sent.reason]).toEqual([1, undefined]);
  expect(idsOf(opened.server)).toEqual([sent.messageId]);
  expect(opened.house.problems).toHaveLength(2);
});

test('a refused mail fails at once, visibly, and without an address in the log', async () => {
  const opened = await open({
    recipient: (address) => ({ code: 550, words: `5.7.1 <${address}> is not written to from here` }),
  });
  await opened.house.start();
  await opened.house.want([signMail(REF)]);
  expect(await opened.house.becomes(REF, 'failed')).toMatchObject({ reason: 'refused-550' });
  const events = await opened.house.correspondence(REF);
  expect(events).toMatchObject([{ type: 'ReminderFailed.v1', data: { reasonCode: 'refused-550' } }]);
  expect(JSON.stringify(events)).not.toContain('@ash.example');
  expect(opened.house.problems).toEqual([]);
});

test('a server that hangs up after the mail gets it again, and the double is on record with the same Message-ID', async () => {
  let hangUps = 1;
  const opened = await open({ mail: async () => (hangUps-- > 0 ? 'hang-up' : undefined) });
  await opened.house.start();
  await opened.house.want([signMail(REF)]);
  const sent = await opened.house.becomes(REF, 'sent');
  expect([sent.attempt, sent.reason]).toEqual([2, 'earlier-try-may-have-arrived']);
  expect(idsOf(opened.server)).toEqual([sent.messageId, sent.messageId]);
  expect(await opened.house.correspondence(REF)).toMatchObject([
    { type: 'ReminderSent.v1', data: { attempt: 2, messageId: sent.messageId } },
  ]);
});

test('what may have arrived goes again in the words it had, though others were chosen meanwhile', async () => {
  let [hangUps, version] = [1, 1];
  const opened = await open(
    {
      mail: async () => {
        version = 2;
        return hangUps-- > 0 ? 'hang-up' : undefined;
      },
    },
    {
      programme: async () => ({
        name: 'Bradford',
        mailbox: 'bradford@linking.example',
        contactName: 'Aisha Khan',
        wordingOf: () => ({ of: 'bradford', version, hash: `words ${version}` }),
      }),
      wordingText: async (hash) => ({ subject: hash, opening: 'Good morning.', closing: '' }),
    },
  );
  await opened.house.start();
  await opened.house.want([signMail(REF)]);
  await opened.house.becomes(REF, 'sent');
  expect(opened.server.arrived.map(({ email }) => email.subject)).toEqual(['words 1', 'words 1']);
  expect(await opened.house.correspondence(REF)).toMatchObject([
    { type: 'ReminderSent.v1', data: { attempt: 2, wording: { of: 'bradford', version: 1 } } },
  ]);
});

test('while the server is away a mail waits with its reason; it rests an hour and goes when the server is back', async () => {
  const opened = await open();
  const { port } = opened.server;
  await opened.server.close();
  await opened.house.start();
  await opened.house.want([signMail(REF)]);
  const deadline = performance.now() + 120_000;
  // A few quick tries within seconds, then only the sweep once an hour.
  while (opened.house.problems.length < 5 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(opened.house.problems).toHaveLength(5);
  expect(await opened.house.mail(REF)).toMatchObject({
    status: 'queued',
    attempt: 0,
    reason: 'mail-server-not-reachable',
  });
  const { rows } = await opened.house.db.pool.query<{ minutes: number }>(
    'select extract(epoch from rest_until - now())::float8 / 60 as minutes from mails',
  );
  expect(rows[0]?.minutes).toBeGreaterThan(55);
  expect(rows[0]?.minutes).toBeLessThanOrEqual(60);

  server = await openMailServer({ port });
  await opened.house.rested();
  const sent = await opened.house.becomes(REF, 'sent');
  expect(sent.attempt).toBe(1);
  expect(idsOf(server)).toEqual([sent.messageId]);
}, 60_000);

test('what could not go in time is not sent any more, with the reason', async () => {
  const opened = await open({ recipient: () => ({ code: 450, words: 'later' }) });
  const { house: its } = opened;
  await its.want([signMail('BRD-2026-001'), readyMail('BRD-2026-002', '2026-09-16')]);
  const tries = async () => sendDueMails(its.dependencies).catch(() => undefined);
  await tries();
  await tries();
  its.clock.set('2026-09-16T09:00:00.000Z');
  await its.rested();
  await tries();
  await tries();
  expect(await its.mail('BRD-2026-001')).toMatchObject({ status: 'queued', reason: 'mail-server-said-450' });
  expect(await its.mail('BRD-2026-002')).toMatchObject({ status: 'skipped', reason: 'too-late' });
  expect(await its.correspondence('BRD-2026-002')).toMatchObject([
    { type: 'ReminderSkipped.v1', data: { reasonCode: 'too-late' } },
  ]);
  its.clock.set('2026-09-22T09:00:00.000Z');
  await its.rested();
  await tries();
  expect(await its.mail('BRD-2026-001')).toMatchObject({ status: 'skipped', reason: 'too-late' });
  expect(opened.server.arrived).toEqual([]);
});

test('an address that mail cannot be sent to is not tried for ever', async () => {
  const opened = await open(
    {},
    { person: async () => ({ name: 'Helen', email: 'a@b.example, c@d.example' }) },
  );
  await opened.house.want([signMail(REF)]);
  await sendDueMails(opened.house.dependencies);
  expect(await opened.house.mail(REF)).toMatchObject({ status: 'skipped', reason: 'unusable-address' });
});

/** Half a character has no form in UTF-8; it arrives as the sign for one that is missing. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const LONG = 'Sister Mary-Catherine of the Holy Cross and Passion '.repeat(6).slice(0, 300);
const oddNames = [
  'Marsh\r\nBcc: everybody@example.org',
  'Marsh\nContent-Type: text/html\n\n<script>alert(1)</script>',
  'Marsh\u2028X-Odd: 1\u0000\u0085\u007f',
  LONG,
  'ü'.repeat(300),
  '🧑🏽‍🏫'.repeat(40),
  'Marsh; Helen, "Head" <boss@example.org>',
  'a@b.example, c@d.example',
  '<b>Helen</b> & "Sons" \'quoted\'',
  '=?utf-8?Q?Bcc=3A_everybody=40example=2Eorg?=',
  'ماجدة · 陳大文 · Łukasz · Zoë',
  'half a character \ud83d',
  '\\"\\',
  '%0d%0aBcc: x@y.example ${process.env} {{constructor}}',
];

test.each(oddNames.map((name) => [JSON.stringify(name).slice(0, 60), name]))(
  'a name such as %s reaches nobody else and changes no header',
  async (_, name) => {
    const opened = await open(
      {},
      {
        person: async () => ({ name, email: 'head@ash.example' }),
        school: async () => ({ name }),
        note: async () => name,
        programme: async () => ({ name, mailbox: 'bradford@linking.example', contactName: name }),
      },
    );
    const { db, dependencies } = opened.house;
    await opened.house.want([signMail(REF)]);
    await sendDueMails(dependencies);
    const sent = await opened.house.mail(REF);
    const [arrived, ...others] = opened.server.arrived;
    expect([sent.status, others]).toEqual(['sent', []]);
    expect(arrived?.to).toBe('head@ash.example');
    const { email } = arrived ?? {};
    expect(
      email?.headers
        .map(({ key }) => key)
        .toSorted()
        .join(' '),
    ).toBe('auto-submitted content-type date from message-id mime-version reply-to subject to');
    expect(email?.to?.map(({ address }) => address)).toEqual(['head@ash.example']);
    expect([email?.from?.address, email?.replyTo?.map(({ address }) => address)]).toEqual([
      'links@linking.example',
      ['bradford@linking.example'],
    ]);
    const shownName = wellFormed(name)
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replaceAll('=?', '= ?')
      .replace(/["\\]/g, '')
      .trim();
    expect(email?.to?.[0]?.name).toBe(shownName);
    expect(email?.from?.name).toBe(`Schools Linking ${shownName}`.trim());
    expect(email?.subject).toBe('Please sign your Schools Linking agreement');

    const showing = { pool: db.pool, lookup: dependencies.lookup, settings: dependencies.settings };
    const shown = await showMail(showing, sent.id, { programmes: 'all', workingAddresses: true });
    const asSent = (text = '') => wellFormed(text).replace(/\r\n?/g, '\n').trimEnd();
    expect(asSent(email?.text)).toBe(asSent(shown?.rendered.text));
    expect(asSent(email?.html)).toBe(asSent(shown?.rendered.html));
    expect(email?.html).not.toContain('<script');
    expect((arrived?.raw ?? '').split('\r\n').every((line) => line.length <= 998)).toBe(true);
  },
);
