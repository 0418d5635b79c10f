import tls from 'node:tls';
import { inspect } from 'node:util';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { smtpMailer, type SmtpMail, type SmtpMailer } from '@linking/platform/mail/smtp-mailer.js';
import { readSmtpUrl } from '@linking/platform/mail/smtp-url.js';
import {
  openMailServer,
  serverCertificate,
  type MailServerBehaviour,
  type TestMailServer,
} from './support/mail-server.js';

const patience = { connection: 2_000, greeting: 2_000, silence: 1_000, whole: 4_000 };
const mail: SmtpMail = {
  messageId: '<5a8b7c1e-0000-5000-8000-000000000001@linking.example>',
  from: '"Schools Linking Bradford" <links@linking.example>',
  replyTo: '"Bradford" <bradford@linking.example>',
  to: '"Zoë O’Neill, Head" <head@ash.example>',
  subject: 'Grüße aus Haworth: your link',
  html: '<p>Hello &amp; welcome</p>\n',
  text: 'Hello & welcome\n.\nFrom here on, a line that is quite a lot longer than the seventy-six octets of a line\n',
  headers: { 'Auto-Submitted': 'auto-generated' },
};
const calendar = { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } as const;

let server: TestMailServer | undefined;
let mailer: SmtpMailer | undefined;
const trusted = tls.getCACertificates();

beforeEach(() => {
  [server, mailer] = [undefined, undefined];
});
afterEach(async () => {
  tls.setDefaultCACertificates(trusted);
  mailer?.close();
  await server?.close();
});

async function open(
  behaviour: MailServerBehaviour = {},
  address = (port: number) => `smtp://127.0.0.1:${port}`,
) {
  server = await openMailServer(behaviour);
  const where = readSmtpUrl(address(server.port));
  if (where === undefined) throw new Error('not an address');
  mailer = smtpMailer(where, patience);
  return { server, mailer };
}
const failureOf = async (sending: Promise<void>): Promise<MailFailure> =>
  sending.then(
    () => {
      throw new Error('It was sent');
    },
    (error: unknown) => {
      if (error instanceof MailFailure) return error;
      throw error;
    },
  );
const became = async (sending: Promise<void>) => {
  const { kind, reasonCode } = await failureOf(sending);
  return [kind, reasonCode];
};

describe('what arrives', () => {
  test('is what was written: sender, reply address, subject, both texts, and the given Message-ID', async () => {
    const opened = await open();
    await opened.mailer.send(mail);
    const [arrived] = opened.server.arrived;
    expect(arrived?.to).toBe('head@ash.example');
    const email = arrived?.email;
    expect(email).toMatchObject({
      from: { name: 'Schools Linking Bradford', address: 'links@linking.example' },
      replyTo: [{ name: 'Bradford', address: 'bradford@linking.example' }],
      to: [{ name: 'Zoë O’Neill, Head', address: 'head@ash.example' }],
      subject: mail.subject,
      messageId: mail.messageId,
      html: `${mail.html}\n`,
      text: `${mail.text}\n`,
      attachments: [],
    });
    expect(email?.headers.map(({ key }) => key).toSorted()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ]);
    expect(email?.headers.find(({ key }) => key === 'content-type')?.value).toMatch(
      /^multipart\/alternative/,
    );
  });

  test('holds the calendar object byte for byte, and no other file', async () => {
    const opened = await open();
    await opened.mailer.send({ ...mail, calendar });
    const [arrived] = opened.server.arrived;
    const [, encoded = ''] = /encoding: base64\r\n\r\n([\w+/=\r\n]+)\r\n--/i.exec(arrived?.raw ?? '') ?? [];
    expect(Buffer.from(encoded, 'base64').toString()).toBe(calendar.content);
    const files = arrived?.email.attachments ?? [];
    expect(files.map(({ mimeType, method }) => [mimeType, method])).toEqual([
      ['text/calendar', 'REQUEST'],
      ['application/ics', undefined],
    ]);
    expect(arrived?.email.text?.trimEnd()).toBe(mail.text.trimEnd());
    expect(arrived?.email.html?.trimEnd()).toBe(mail.html.trimEnd());
  });

  test('comes over one connection after the other, and over a new one when the server ended it', async () => {
    const opened = await open();
    await opened.mailer.send(mail);
    await opened.server.close();
    server = await openMailServer({ port: opened.server.port });
    await opened.mailer.send(mail);
    expect([opened.server.arrived.length, server.arrived.length]).toEqual([1, 1]);
  });
});

describe('what does not go', () => {
  test('an address the server does not know is refused, and the words with the address stay out of the code', async () => {
    const opened = await open({
      recipient: (address) => ({ code: 550, words: `5.1.1 <${address}> no such mailbox` }),
    });
    const failure = await failureOf(opened.mailer.send(mail));
    expect([failure.kind, failure.reasonCode]).toEqual(['refused', 'refused-550']);
    expect(failure.message).not.toContain('head@ash.example');
  });

  test('a mail that the server does not like is refused', async () => {
    const opened = await open({ mail: async () => ({ code: 554, words: '5.7.1 looks like spam' }) });
    expect(await became(opened.mailer.send(mail))).toEqual(['refused', 'refused-554']);
  });

  test('a server that is busy takes nothing for now, whenever it says so', async () => {
    const busy = { code: 450, words: '4.2.1 later please' };
    const first = await open({ recipient: () => busy });
    expect(await became(first.mailer.send(mail))).toEqual(['postponed', 'mail-server-said-450']);
    await first.server.close();
    const second = await open({ mail: async () => ({ ...busy, code: 421 }) });
    expect(await became(second.mailer.send(mail))).toEqual(['postponed', 'mail-server-said-421']);
  });

  test('a server that is not there, or has no such name, took nothing', async () => {
    const opened = await open();
    await opened.server.close();
    expect(await became(opened.mailer.send(mail))).toEqual(['postponed', 'mail-server-not-reachable']);
    const nowhere = readSmtpUrl('smtp://mail.invalid:25');
    if (nowhere === undefined) throw new Error('not an address');
    mailer = smtpMailer(nowhere, patience);
    expect(await became(mailer.send(mail))).toEqual(['postponed', 'mail-server-not-found']);
  });

  test('a server that hangs up instead of answering may have kept the mail', async () => {
    const opened = await open({ mail: async () => 'hang-up' });
    expect(await became(opened.mailer.send(mail))).toEqual(['unanswered', 'mail-server-went-silent']);
    expect(opened.server.arrived).toHaveLength(1);
  });

  test('a slow server is waited for, an endlessly slow one is not', async () => {
    let slowness = 200;
    const opened = await open({
      mail: () => new Promise((resolve) => setTimeout(resolve, slowness, undefined)),
    });
    await opened.mailer.send(mail);
    slowness = 1_000;
    expect(await became(opened.mailer.send(mail))).toEqual(['unanswered', 'mail-server-went-silent']);
  });

  test('a wrong password loses no mail, and is never shown', async () => {
    const opened = await open(
      { signIn: { user: 'me', pass: 'right' } },
      (port) => `smtp://me:hush-hush@127.0.0.1:${port}`,
    );
    const failure = await failureOf(opened.mailer.send(mail));
    expect([failure.kind, failure.reasonCode]).toEqual(['postponed', 'mail-server-sign-in-refused']);
    expect(inspect(failure, { depth: 10 })).not.toMatch(/hush-hush|aHVzaC1odXNo/);
    expect(opened.server.arrived).toEqual([]);
  });

  test('with the right password it goes', async () => {
    const opened = await open(
      { signIn: { user: 'me@x.example', pass: 'r/i@g:ht' } },
      (port) => `smtp://me%40x.example:r%2Fi%40g%3Aht@127.0.0.1:${port}`,
    );
    await opened.mailer.send(mail);
    expect(opened.server.arrived).toHaveLength(1);
  });
});

describe('encryption', () => {
  const required = (port: number) => `smtp://localhost:${port}?tls=required`;

  test('nothing goes in the clear to a server that offers no encryption', async () => {
    const opened = await open({}, required);
    expect(await became(opened.mailer.send(mail))).toEqual(['postponed', 'no-secure-connection']);
    expect(opened.server.arrived).toEqual([]);
  });

  test('nor to a server whose certificate nobody vouches for', async () => {
    const opened = await open({ tls: true }, required);
    expect(await became(opened.mailer.send(mail))).toEqual(['postponed', 'no-secure-connection']);
    expect(opened.server.arrived).toEqual([]);
  });

  test('it goes when the certificate is trusted', async () => {
    tls.setDefaultCACertificates([serverCertificate]);
    const opened = await open({ tls: true }, required);
    await opened.mailer.send(mail);
    expect(opened.server.arrived).toHaveLength(1);
  });
});
