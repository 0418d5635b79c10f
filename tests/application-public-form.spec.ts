import { readInterest } from '@linking/application/interests/read-interest.js';
import { askForInterest } from '@linking/application/public-form/ask-for-interest.js';
import { confirmInterest } from '@linking/application/public-form/confirm-interest.js';
import { findRequest, type SaidInterest } from '@linking/application/public-form/interest-request.js';
import { sendRequestMails } from '@linking/application/public-form/request-mails.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { openTwoDoors, type Doors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;

beforeAll(async () => {
  doors = await openTwoDoors();
});

afterAll(() => doors.close());

const settings = {
  publicUrl: 'https://linking.example',
  mailFrom: 'links@linking.example',
  nationalOffice: 'office@linking.example',
  tokenSecret: 't'.repeat(40),
};
const said = (email: string, more: Partial<SaidInterest> = {}): SaidInterest => ({
  head: { name: 'Helen Marsh', email, role: 'headteacher' },
  classes: [{ yearGroups: [4], pupilCount: 28, placeholder: true }],
  linkedBefore: false,
  ...more,
});

async function asked({ pool, clock }: Doors, urn: string, words: SaidInterest) {
  const request = { urn, year: '2026-27', said: words, address: '203.0.113.7' };
  const { requestId } = await askForInterest({ pool, clock, settings }, request);
  const found = await findRequest(pool, requestId);
  if (found === undefined) throw new Error('The request was not kept');
  return found;
}

const confirming = ({ pool, store, bus }: Doors) => ({ pool, store, commandBus: bus });
const count = async (what: string) =>
  (await doors.one.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n;
const received = () => count(`events where type = 'InterestReceived.v1'`);

test('the same school, year and address is one request and one mail, in which the newest words count', async () => {
  const first = await asked(doors.one, '900001', said('Head@One.example'));
  const again = await asked(doors.other, '900001', said('head@one.example', { linkedBefore: true }));
  expect(again).toMatchObject({ id: first.id, version: 2, said: { linkedBefore: true } });
  await Promise.all([1, 2, 3].map(() => asked(doors.one, '900002', said('head@two.example'))));
  expect(await count('interest_requests')).toBe(2);
  expect(await count('interest_request_mails')).toBe(2);
});

test('one address gets at most five mails a day, whatever schools are typed', async () => {
  for (const urn of ['900003', '900004', '900005', '900006', '900007', '900008']) {
    await asked(doors.one, urn, said('somebody@else.example'));
  }
  const mails = `interest_request_mails m join interest_requests r on r.id = m.request_id where r.email = 'somebody@else.example'`;
  expect(await count(mails)).toBe(5);
  await expect(asked(doors.one, '900009', said('somebody@else.example'))).rejects.toThrow('Too many tries.');
});

test('a mail that the server postpones is tried again, and one that it refuses is not', async () => {
  const sent: OutgoingMail[] = [];
  const send = async (mail: OutgoingMail) => {
    if (mail.attempt === 1 && mail.to.startsWith('head@one'))
      throw new MailFailure('postponed', 'postponed-451');
    if (mail.to.startsWith('head@two')) throw new MailFailure('refused', 'refused-550');
    sent.push(mail);
  };
  const work = { pool: doors.one.pool, clock: doors.one.clock, settings, mailer: { send } };
  await sendRequestMails(work);
  await doors.one.pool.query(`update interest_request_mails set free_at = now() where status = 'planned'`);
  await sendRequestMails(work);
  const toHead = { attempt: 2, replyTo: '"Schools Linking" <office@linking.example>' };
  expect(sent.filter(({ to }) => to === 'head@one.example')).toMatchObject([toHead]);
  expect(await count(`interest_request_mails where status = 'failed' and reason = 'refused-550'`)).toBe(1);
  const jobs = await doors.one.pool.query<{ text: string }>(
    'select string_agg(m::text, $1) as text from interest_request_mails m',
    [' '],
  );
  expect(jobs.rows[0]?.text).not.toContain('@one.example');
});

test('confirmed twice, or again after a crash, it is one interest, and what was typed is erased', async () => {
  const request = await asked(doors.one, '900001', said('head@one.example'));
  const both = await Promise.all([
    confirmInterest(confirming(doors.one), request),
    confirmInterest(confirming(doors.other), request),
  ]);
  expect(new Set(both.map(({ interest }) => interest.id)).size).toBe(1);
  expect(await received()).toBe(1);
  const [{ interest }] = both;
  expect(interest).toMatchObject({ channel: 'form', emailVerified: true, linkedBefore: false });
  const { facts } = await readInterest(doors.one.store, interest.id);
  expect(facts[0]?.actor).toBe(`person:${interest.headId}`);
  // A crash between the log and the table.
  await doors.one.pool.query(
    `update interest_requests set interest_id = null, said = '{}', email = 'head@one.example' where id = $1`,
    [request.id],
  );
  expect(await confirmInterest(confirming(doors.one), request)).toMatchObject({ state: 'recorded' });
  expect(await received()).toBe(1);
  expect(await findRequest(doors.one.pool, request.id)).toMatchObject({ interestId: interest.id });
  expect(
    await count(`interest_requests where id = '${request.id}' and (said is not null or email is not null)`),
  ).toBe(0);
});

test('two people of one school who confirm at the same moment make one interest', async () => {
  const head = await asked(doors.one, '900002', said('head@two.example'));
  const deputy = await asked(doors.other, '900002', said('deputy@two.example'));
  const before = (await received()) ?? 0;
  const both = await Promise.allSettled([
    confirmInterest(confirming(doors.one), head),
    confirmInterest(confirming(doors.other), deputy),
  ]);
  const states = both.map((one) => (one.status === 'fulfilled' ? one.value.state : 'told to try again'));
  expect(states.filter((state) => state === 'recorded')).toHaveLength(1);
  expect(await received()).toBe(before + 1);
  const later = await confirmInterest(confirming(doors.one), states[0] === 'recorded' ? deputy : head);
  expect(later.state).toBe('known');
  expect(await received()).toBe(before + 1);
});
