import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  accountMailsOf,
  sendAccountMails,
  showAccountMail,
} from '@linking/application/accounts/account-mails.js';
import { wantCheckpointMails } from '@linking/application/audit/checkpoint-mails.js';
import { followLog, type LedgerDependencies } from '@linking/application/audit/follow-log.js';
import { newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { tidied } from '@linking/events/ledger/malformed-checkpoint.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { smtpMailer } from '@linking/platform/mail/smtp-mailer.js';
import { readSmtpUrl } from '@linking/platform/mail/smtp-url.js';
import { testSettings as settings } from './support/gateway.js';
import { logEvent } from './support/log-events.js';
import { openMailServer } from './support/mail-server.js';
import { openWorkerDatabase, type WorkerDatabase } from './support/worker-database.js';

let db: WorkerDatabase;
let ledger: LedgerDependencies;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-checkpoint-mails-'));
  db = await openWorkerDatabase();
  ledger = { pool: db.pool, store: db.store, secrets: new LedgerSecrets(path.join(folder, 'key')) };
  await db.pool.query(
    `insert into users (id, email, name, roles, disabled_at) values
       ($1, 'alun@linking.example', 'Alun Price', '{auditor}', null),
       (gen_random_uuid(), 'nadia@linking.example', 'Nadia Shah', '{national,admin}', null),
       (gen_random_uuid(), 'rosa@bradford.example', 'Rosa Hartley', '{coordinator}', null),
       (gen_random_uuid(), 'ada@linking.example', 'Ada Admin', '{admin}', null),
       (gen_random_uuid(), 'gone@linking.example', 'Gone Already', '{auditor}', now())`,
    [ALUN],
  );
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const ALUN = '5b1e7a52-7f2b-4c7a-9a59-53f0c2b4a0aa';

async function sign(): Promise<void> {
  await db.store.append(`person-${crypto.randomUUID()}`, 'no-stream', [logEvent('PersonDetailsChanged', {})]);
  await followLog(ledger);
}

/** One run of the sweep, as every worker makes it. */
async function sweep(now: string): Promise<readonly OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const mailer = { send: (mail: OutgoingMail) => Promise.resolve(void sent.push(mail)) };
  const work = { pool: db.pool, clock: { now: () => now }, settings, mailer };
  await wantCheckpointMails(work);
  await sendAccountMails(work);
  return sent.toSorted((a, b) => a.to.localeCompare(b.to));
}

it('the checkpoint of a month goes once, on its first working day, to auditors and the national office', async () => {
  await sign();
  expect(await sweep('2026-11-30T12:00:00Z')).toEqual([]);
  expect(await sweep('2026-12-01T07:00:00Z')).toEqual([]);
  const mails = (await Promise.all([1, 2].map(() => sweep('2026-12-01T07:30:00Z')))).flat();
  expect(mails.map(({ to }) => to).toSorted()).toEqual([
    '"Alun Price" <alun@linking.example>',
    '"Nadia Shah" <nadia@linking.example>',
  ]);
  const { note } = (await newestCheckpoint(db.pool))!;
  for (const { subject, text, attachment, messageId } of mails) {
    expect(subject).toBe('Keep this: the checkpoint of December 2026');
    expect(text).toContain(note);
    expect(attachment).toEqual({ filename: 'checkpoint-2026-12.txt', content: note });
    expect(messageId).toMatch(/^<checkpoint\.2026-12\.[\da-f-]{36}@localhost>$/);
  }
  await sign();
  expect(await sweep('2026-12-02T09:00:00Z')).toEqual([]);
  const next = await sweep('2027-01-04T09:00:00Z');
  expect(next).toHaveLength(2);
  expect(next[0]?.attachment?.content).toContain('\n2\n');
});

it('nothing is sent when nothing was signed, at all or since the month before', async () => {
  expect(await sweep('2026-12-01T09:00:00Z')).toEqual([]);
  await sign();
  expect(await sweep('2026-12-01T09:00:00Z')).toHaveLength(2);
  expect(await sweep('2027-01-04T09:00:00Z')).toEqual([]);
});

it('whoever left or changed her work meanwhile gets none, and her mail says why', async () => {
  await sign();
  const clock = { now: () => '2026-12-01T09:00:00.000Z' };
  await wantCheckpointMails({ pool: db.pool, clock, settings });
  await db.pool.query(`update users set disabled_at = now() where id = $1`, [ALUN]);
  await db.pool.query(`update users set roles = '{admin}' where name = 'Nadia Shah'`);
  expect(await sweep('2026-12-01T09:00:00Z')).toEqual([]);
  const { rows } = await db.pool.query('select status, reason from account_mails order by reason');
  expect(rows).toEqual([
    { status: 'skipped', reason: 'account-closed' },
    { status: 'skipped', reason: 'role-ended' },
  ]);
});

it('arrives with a file that is a checkpoint, and is shown with the mails of the account', async () => {
  await sign();
  const server = await openMailServer();
  const mailer = smtpMailer(readSmtpUrl(`smtp://127.0.0.1:${server.port}`)!);
  const clock = { now: () => '2026-12-01T09:00:00.000Z' };
  await wantCheckpointMails({ pool: db.pool, clock, settings });
  await sendAccountMails({ pool: db.pool, clock, settings, mailer });
  mailer.close();
  await server.close();
  const { note } = (await newestCheckpoint(db.pool))!;
  expect(server.arrived).toHaveLength(2);
  for (const { email } of server.arrived) {
    const [file] = email.attachments;
    expect([file?.filename, email.attachments.length]).toEqual(['checkpoint-2026-12.txt', 1]);
    const content = file?.content;
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    expect(tidied(text)).toBe(note);
    expect(tidied(email.text ?? '')).toContain(note);
  }
  const [mail] = await accountMailsOf(db.pool, ALUN);
  expect(mail).toMatchObject({ status: 'sent', kept: { month: '2026-12' } });
  const shown = await showAccountMail(
    db.pool,
    settings,
    { userId: ALUN, id: mail!.id },
    { workingAddresses: true },
  );
  expect(shown?.rendered.text).toContain(note);
  expect(shown?.token).toBeUndefined();
});
