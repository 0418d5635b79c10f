import { randomUUID } from 'node:crypto';
import { findMails } from '@linking/application/mails/find-mails.js';
import { neverSent } from '@linking/application/mails/never-sent.js';
import { listMails, showMail } from '@linking/application/mails/outbox.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { planWrittenMails } from '@linking/domain/reminders/written-mails.js';
import { HELEN, openMailHouse, readyMail, signMail, type MailHouse } from './support/mail-house.js';

let house: MailHouse;

beforeAll(async () => {
  // Nothing is sent here.
  house = await openMailHouse(1);
  house.clock.set('2026-12-10T09:00:00.000Z');
});
afterAll(async () => house.close());

const all = { programmes: 'all', limit: 50 } as const;
const found = async (more: object) =>
  (await findMails(house.db.pool, { ...all, ...more })).map(({ mail, at }) => [mail.subject, at]);

test('what is held stands where it goes, not where it was due', async () => {
  await house.want([
    readyMail('BRD-2026-001', '2026-12-21', { heldUntil: '2027-01-04' }),
    readyMail('BRD-2026-002', '2026-12-22', { heldUntil: WITHOUT_END }),
    readyMail('BRD-2026-003', '2026-12-23', { heldUntil: '2026-12-15' }),
    readyMail('BRD-2026-004', '2026-12-08'),
  ]);
  expect(await found({ standing: 'planned' })).toEqual([
    ['BRD-2026-004', '2026-12-01T08:00:00.000Z'],
    ['BRD-2026-003', '2026-12-16T08:00:00.000Z'],
    ['BRD-2026-001', '2027-01-04T00:00:00.000Z'],
    ['BRD-2026-002', '9999-12-31T00:00:00.000Z'],
  ]);
  expect(await found({ day: '2027-01-04' })).toEqual([['BRD-2026-001', '2027-01-04T00:00:00.000Z']]);
  expect(await found({ until: '2026-12-20T09:00:00.000Z' })).toEqual([
    ['BRD-2026-003', '2026-12-16T08:00:00.000Z'],
    ['BRD-2026-004', '2026-12-01T08:00:00.000Z'],
  ]);
});

test('what waits is known to come too late when it would', async () => {
  const mails = await listMails(house.db.pool, all);
  const never = await neverSent(house.db.pool, mails, { now: house.clock.now(), schoolYears: new Map() });
  const reasons = mails.map(({ id, subject }) => [subject, never.get(id)] as const);
  expect(Object.fromEntries(reasons)).toEqual({
    // Held beyond its meeting.
    'BRD-2026-001': 'too-late',
    // Somebody may release it in time.
    'BRD-2026-002': undefined,
    'BRD-2026-003': undefined,
    // Its meeting has been.
    'BRD-2026-004': 'too-late',
  });
});

test('what a person wrote is found by its subject until that is erased', async () => {
  const [writtenId, subjectId, textId] = [randomUUID(), randomUUID(), randomUUID()];
  const { pool } = house.db;
  await pool.query(
    `insert into notes (id, kind, text) values ($1, 'note', 'Coach times for Elm'), ($2, 'note', 'At ten.')`,
    [subjectId, textId],
  );
  const recipients = [{ personId: HELEN, role: 'headteacher', linkRefs: ['BRD-2026-001'] }] as const;
  const written = { writtenId, programme: 'bradford', subjectId, textId, year: '2026-27', recipients };
  await house.want(planWrittenMails(written, '2026-12-10'));
  const subjects = async (text: string) =>
    (await findMails(pool, { ...all, text })).map((one) => one.written);
  expect(await subjects('coach TIMES')).toEqual(['Coach times for Elm']);
  expect(await subjects('local facilitator')).toEqual(['Coach times for Elm']);
  expect(await subjects('at ten')).toEqual([]);
  await pool.query('update notes set erased_at = now() where id = $1', [subjectId]);
  expect(await subjects('coach times')).toEqual([]);
  expect(await subjects('local facilitator')).toEqual([undefined]);
});

test('a mail is shown as from its programme, and answered there', async () => {
  await house.want([signMail('BRD-2026-005')]);
  const [mail] = await listMails(house.db.pool, { ...all, subject: 'BRD-2026-005' });
  const showing = { ...house.dependencies, pool: house.db.pool };
  const shown = await showMail(showing, mail?.id ?? '', { programmes: 'all', workingAddresses: false });
  expect([shown?.from, shown?.replyTo]).toEqual([
    { name: 'Schools Linking Bradford', email: 'links@linking.example' },
    { name: 'Bradford', email: 'bradford@linking.example' },
  ]);
});
