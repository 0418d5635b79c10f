import { randomUUID } from 'node:crypto';
import { takeDueMails } from '@linking/application/mails/due-mails.js';
import { sendMails, type SendingDependencies } from '@linking/application/mails/send-mail.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { openMailHouse, readyMail, signMail, type MailHouse } from './support/mail-house.js';

let house: MailHouse;
let arrived: string[];

beforeAll(async () => {
  // Nothing is sent over SMTP here: the mailers of this spec know what they do with a mail.
  house = await openMailHouse(1);
});
afterAll(async () => house.close());
beforeEach(async () => {
  arrived = [];
  house.clock.set('2026-11-23T08:00:00.000Z');
  await house.db.pool.query('delete from mails');
});

const sending = (
  send: (mail: OutgoingMail) => Promise<void>,
  more: Partial<SendingDependencies> = {},
): SendingDependencies => ({
  ...house.dependencies,
  mailer: {
    atOnce: 2,
    send: async (mail) => {
      await send(mail);
      arrived.push(mail.mailId);
    },
  },
  ...more,
});

/** Each to somebody else. */
const mailsTo = (people: number): readonly WantedMail[] => {
  const school = randomUUID().slice(0, 3);
  return Array.from({ length: people }, (_, n) =>
    signMail(`BRD-${school}-00${n}`, { personId: randomUUID() }),
  );
};

const statusOf = async (mail: WantedMail | undefined) => (await house.mail(mail?.subject ?? '')).status;

test('one that the mail server is slow with, and one that it refuses, hold up no other', async () => {
  const mails = mailsTo(6);
  await house.want(mails);
  const [slow = '', refused = ''] = mails.map(mailId);
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const sent = sendMails(
    sending(async (mail) => {
      if (mail.mailId === slow) await answered;
      if (mail.mailId === refused) throw new MailFailure('refused', 'refused-550', 550, '5.1.1');
    }),
    mails.map(mailId),
  );
  for (const mail of mails.slice(2)) await house.becomes(mail.subject, 'sent');
  await house.becomes(mails[1]?.subject ?? '', 'failed');
  expect(await statusOf(mails[0])).toBe('sending');
  answer();
  expect((await sent).endings.toSorted()).toEqual(['failed', 'sent', 'sent', 'sent', 'sent', 'sent']);
  expect(arrived.at(-1)).toBe(slow);
});

test('one that cannot be made ready or is not taken is given back, and the others go', async () => {
  const mails = mailsTo(4);
  await house.want(mails);
  const wantedMails = async (subject: string) => {
    if (subject === mails[0]?.subject) throw new Error('its stream cannot be read');
    return house.dependencies.wantedMails(subject);
  };
  const busy = async (mail: OutgoingMail) => {
    if (mail.mailId === mailId(mails[1] ?? mails[0]!))
      throw new MailFailure('postponed', 'mail-server-said-450');
  };
  const { endings, failures } = await sendMails(sending(busy, { wantedMails }), mails.map(mailId));
  expect(endings).toEqual(['sent', 'sent']);
  expect(failures.map(String)).toEqual([
    'Error: its stream cannot be read',
    expect.stringContaining('mail-server-said-450'),
  ]);
  expect(await house.mail(mails[0]?.subject ?? '')).toMatchObject({ status: 'queued', attempt: 0 });
  expect(await house.mail(mails[1]?.subject ?? '')).toMatchObject({
    status: 'queued',
    attempt: 0,
    reason: 'mail-server-said-450',
  });
});

test('what waited for its turn until another worker took it is not sent by the first', async () => {
  const mails = mailsTo(2);
  await house.want(mails);
  const ids = mails.map(mailId);
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const slowly = sending(() => answered, { lease: 50 });
  const first = sendMails({ ...slowly, mailer: { ...slowly.mailer, atOnce: 1 } }, ids);
  await house.becomes(mails[1]?.subject ?? '', 'sending');
  await house.db.pool.query(`update mails set lease_until = now() - interval '1 second'`);
  // Which of the two is in its hands and which waits is not said: both are taken, and the one in its hands may arrive twice.
  await sendMails(
    sending(async () => undefined),
    ids,
  );
  answer();
  await first;
  expect(new Set(arrived)).toEqual(new Set(ids));
  expect(arrived).toHaveLength(3);
  for (const { subject } of mails) {
    expect(await house.mail(subject)).toMatchObject({ status: 'sent', attempt: 2 });
    expect(await house.correspondence(subject)).toMatchObject([{ type: 'ReminderSent.v1' }]);
  }
});

test('what moves or cancels something is put on the queue before all that waits, however much that is', async () => {
  const { content, ...mail } = readyMail('BRD-2026-990', '2026-12-10', {
    personId: randomUUID(),
    kind: 'immediate',
  });
  if (content.rule !== 'N17') throw new Error('another mail');
  const cancelled = {
    ...mail,
    step: 'meeting-1-v1',
    content: { ...content, rule: 'N15' as const, change: 'cancelled' as const, sequence: 1 },
  };
  await house.want(mailsTo(5));
  house.clock.set('2026-11-23T08:05:00.000Z');
  await house.want([cancelled]);
  const take = async (taking: Parameters<typeof takeDueMails>[2]) =>
    takeDueMails(house.db, house.clock.now(), taking);
  expect(await take({ kind: 'immediate', limit: 2, onlyUrgent: true })).toEqual([
    { id: mailId(cancelled), urgent: true },
  ]);
  const [first, ...others] = await take({ kind: 'immediate', limit: 3 });
  expect(first?.id).toBe(mailId(cancelled));
  expect(others.map(({ urgent }) => urgent)).toEqual([false, false]);
  expect(await take({ onlyNew: true })).toHaveLength(3);
  expect(await take({ onlyNew: true })).toEqual([]);
});
