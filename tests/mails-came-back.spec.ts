import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { bouncedPeople } from '@linking/application/mails/bounces/bounced-people.js';
import { readNotifications } from '@linking/application/mails/bounces/read-notifications.js';
import { outboxMailer } from '@linking/application/mails/outbox-mailer.js';
import { sendDueMails } from '@linking/application/mails/send-due.js';
import { readImapUrl } from '@linking/platform/mail/imap-url.js';
import { openNotificationMailbox } from '@linking/platform/mail/notification-mailbox.js';
import { bouncedAddresses } from '@linking/projections/bounces/bounced-addresses.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { startBounceWork } from '../apps/workers/src/bounces/bounce-work.js';
import { openDesk } from '../apps/workers/src/work-desk.js';
import { startImap, IMAP_USER, type ImapServer } from './support/imap-server.js';
import { openMailHouse, signMail, type MailHouse } from './support/mail-house.js';
import { serverCertificate } from './support/mail-server.js';
import { until } from './support/until.js';

let folder: string;
let imap: ImapServer;
let house: MailHouse;
const trusted = tls.getCACertificates();

beforeAll(async () => {
  tls.setDefaultCACertificates([...trusted, serverCertificate]);
  folder = mkdtempSync(path.join(tmpdir(), 'linking-imap-'));
  imap = await startImap(folder);
}, 300_000);

afterAll(async () => {
  await imap.stop();
  rmSync(folder, { recursive: true, force: true });
  tls.setDefaultCACertificates(trusted);
});

beforeEach(async () => {
  await imap.emptyAnew();
  house = await openMailHouse(1);
});
afterEach(() => house.close());

const REF = 'BRD-2026-014';
const samples = path.resolve(import.meta.dirname, '../libs/platform/samples/notifications');
const sample = (name: string, messageId: string) =>
  readFileSync(path.join(samples, `${name}.eml`), 'utf8').replaceAll(
    'MESSAGE-ID@linking.example',
    messageId.slice(1, -1),
  );
const work = () => ({ ...house.dependencies, pool: house.db.pool });

/** A mail that went out, without a mail server. */
async function sent(ref = REF) {
  await house.want([signMail(ref)]);
  await sendDueMails({ ...house.dependencies, mailer: outboxMailer(house.db.pool) });
  return house.mail(ref);
}

async function look(mailboxOf = openNotificationMailbox) {
  const address = readImapUrl(imap.url);
  if (address === undefined) throw new Error('not an address');
  const mailbox = await mailboxOf(address);
  try {
    return await readNotifications(work(), mailbox, `${IMAP_USER}@localhost`);
  } finally {
    await mailbox.close();
  }
}

async function bounced() {
  await catchUp({ pool: house.db.pool, store: house.db.store }, bouncedAddresses);
  return bouncedPeople(work(), 'all');
}
const bounces = async (ref = REF) =>
  (await house.correspondence(ref))
    .filter(({ type }) => type === 'MessageBounced.v1')
    .map(({ data }) => data);

test.each([
  ['postfix', '5.1.1'],
  ['exchange', '5.1.10'],
  ['gmail', '5.1.1'],
  ['qualified-envelope', '5.2.1'],
])('a notification as %s writes it stops the address, and is marked as read', async (name, statusCode) => {
  const mail = await sent();
  await imap.deliver(sample(name, mail.messageId));
  expect(await look()).toEqual({ bounced: 1, noted: 0, notOurs: 0, others: 0 });
  expect(await bounces()).toEqual([expect.objectContaining({ statusCode, told: 'by-notification' })]);
  expect(await house.mail(REF)).toMatchObject({ status: 'failed', reason: 'bounced' });
  expect(await bounced()).toHaveLength(1);
  expect(await imap.read()).toEqual([true]);
});

test('what is late, refused for its content or no notification stops nothing; strangers’ mails stay unread', async () => {
  const mail = await sent();
  const forged = '<5a8b7c1e-0000-5000-8000-000000000001@linking.example>';
  const huge = sample('postfix', mail.messageId).replace(
    'This is the mail system',
    `${'x'.repeat(70)}\n`.repeat(30_000),
  );
  for (const one of [
    sample('delayed', mail.messageId),
    sample('vacation', mail.messageId),
    sample('read-receipt', mail.messageId),
    sample('postfix', forged),
    sample('broken', mail.messageId),
    huge,
  ]) {
    await imap.deliver(one);
  }
  expect(await look()).toEqual({ bounced: 0, noted: 1, notOurs: 4, others: 1 });
  expect(await bounces()).toEqual([]);
  expect(await imap.read()).toEqual([true, false, false, false, false, false]);

  await imap.deliver(sample('policy', mail.messageId));
  expect(await look()).toEqual({ bounced: 1, noted: 0, notOurs: 0, others: 0 });
  expect(await house.mail(REF)).toMatchObject({ status: 'failed' });
  expect(await bounced()).toEqual([]);
});

test('killed between the log and the mark, it is read again and nothing is doubled', async () => {
  const mail = await sent();
  await imap.deliver(sample('postfix', mail.messageId));
  const dying: typeof openNotificationMailbox = async (address) => ({
    ...(await openNotificationMailbox(address)),
    markRead: () => Promise.reject(new Error('killed')),
  });
  await expect(look(dying)).rejects.toThrow('killed');
  expect(await bounces()).toHaveLength(1);
  expect(await look()).toMatchObject({ bounced: 1 });
  expect(await look()).toEqual({ bounced: 0, noted: 0, notOurs: 0, others: 0 });
  expect(await bounces()).toHaveLength(1);
  expect(await imap.read()).toEqual([true]);
  // Another UIDVALIDITY: the mailbox is read from its start.
  await imap.emptyAnew();
  await imap.deliver(sample('gmail', mail.messageId));
  expect(await look()).toMatchObject({ bounced: 1 });
  expect(await bounces()).toHaveLength(1);
});

test('a late notification about an old address leaves the new one alone', async () => {
  let email = 'head@ash.example';
  await house.close();
  house = await openMailHouse(1, { person: async () => ({ name: 'Helen Marsh', email }) });
  const mail = await sent();
  email = 'h.marsh@ash.example';
  await imap.deliver(sample('postfix', mail.messageId));
  expect(await look()).toMatchObject({ bounced: 1 });
  expect(await bounced()).toEqual([]);
});

test('a mailbox that is away, or not who it says, is looked at again', async () => {
  const mail = await sent();
  const { port } = imap;
  await imap.deliver(sample('postfix', mail.messageId));
  await imap.stop();
  const problems: string[] = [];
  const log = {
    info: () => undefined,
    error: (details: object, message: string) => void problems.push(`${message} ${JSON.stringify(details)}`),
  };
  const desk = openDesk({ pool: house.db.pool, clock: house.clock, log }).of('bounces');
  const part = startBounceWork(work(), imap.url, desk, 200);
  await until('it says that the mailbox is away', () => problems.length > 0);
  tls.setDefaultCACertificates(trusted);
  tls.setDefaultCACertificates([...trusted, serverCertificate]);
  imap = await startImap(folder, port);
  await until('it is read when it is back', async () => (await bounces()).length === 1);
  await part.close();
  expect(problems.join()).not.toContain('hush');

  tls.setDefaultCACertificates(trusted);
  await expect(look()).rejects.toThrow(/certificate|self/i);
  tls.setDefaultCACertificates([...trusted, serverCertificate]);
}, 60_000);
