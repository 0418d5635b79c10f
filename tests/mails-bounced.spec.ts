import { bouncedPeople } from '@linking/application/mails/bounces/bounced-people.js';
import { releaseHeldMails } from '@linking/application/mails/bounces/held-mails.js';
import { recordAddressConfirmed } from '@linking/application/mails/correspondence.js';
import type { MailPerson } from '@linking/application/mails/mail-lookup.js';
import { HELEN, openMailHouse, readyMail, signMail, type MailHouse } from './support/mail-house.js';
import { openMailServer, type Answer, type TestMailServer } from './support/mail-server.js';
import { until } from './support/until.js';

let server: TestMailServer;
let house: MailHouse;
let answer: Answer | undefined;
let helen: MailPerson = { name: 'Helen Marsh', email: 'head@ash.example' };

beforeEach(async () => {
  answer = { code: 550, words: '5.1.1 <head@ash.example> is not known here' };
  helen = { name: 'Helen Marsh', email: 'head@ash.example' };
  server = await openMailServer({
    recipient: (address) => (address === 'head@ash.example' ? answer : undefined),
  });
  house = await openMailHouse(server.port, { person: async () => helen });
  await house.start();
});

afterEach(async () => {
  await house.close();
  await server.close();
});

const [FIRST, SECOND] = ['BRD-2026-014', 'BRD-2026-015'];
const bounced = () => bouncedPeople({ ...house.dependencies, pool: house.db.pool }, ['bradford']);
const stopped = () => until('the address has stopped', async () => (await bounced()).length === 1);

const waits = (ref: string) =>
  until(`${ref} waits`, async () => (await house.mail(ref)).reason === 'bounced');

async function firstBounces() {
  await house.want([signMail(FIRST)]);
  await house.becomes(FIRST, 'failed');
  await stopped();
}

test('an address that does not exist stops at once: the log holds codes, and neither words nor address', async () => {
  await firstBounces();
  const events = await house.correspondence(FIRST);
  expect(events).toMatchObject([
    { type: 'ReminderFailed.v1', data: { reasonCode: 'refused-550' } },
    { type: 'MessageBounced.v1', data: { statusCode: '5.1.1', told: 'at-once', personId: HELEN } },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/ash\.example|not known here/);
  expect(await bounced()).toMatchObject([{ personId: HELEN, programme: 'bradford', on: '2026-09-14' }]);
  expect(await bouncedPeople({ ...house.dependencies, pool: house.db.pool }, ['kent'])).toEqual([]);
});

test('later mails to it wait with the reason, immediate and scheduled ones, and go to another address', async () => {
  await firstBounces();
  await house.want([signMail(SECOND), readyMail('BRD-2026-016', '2026-09-18')]);
  await waits(SECOND);
  await waits('BRD-2026-016');
  expect(await house.mail(SECOND)).toMatchObject({ status: 'queued', attempt: 0 });
  expect(server.arrived).toEqual([]);

  helen = { name: 'Helen Marsh', email: 'h.marsh@ash.example' };
  expect(await bounced()).toEqual([]);
  expect(await releaseHeldMails(house.db.pool, HELEN)).toBe(2);
  await house.rested();
  await house.becomes(SECOND, 'sent');
  await house.becomes('BRD-2026-016', 'sent');
  expect(server.arrived.map(({ to }) => to)).toEqual(['h.marsh@ash.example', 'h.marsh@ash.example']);
});

test('an address that is right after all is tried again', async () => {
  await firstBounces();
  await house.want([signMail(SECOND)]);
  await waits(SECOND);
  answer = undefined;
  const [known] = await bounced();
  if (known === undefined) throw new Error('Nothing came back');
  const commandId = '00000000-0000-4000-8000-0000000000c1';
  const sender = { actor: 'user:rosa', channel: 'page', commandId, correlationId: commandId } as const;
  const confirm = () =>
    recordAddressConfirmed(
      { store: house.db.store, sender },
      known.mail,
      known.addressKey,
      house.clock.now(),
    );
  expect([await confirm(), await confirm()]).toEqual([true, false]);
  await until('the address is open', async () => (await bounced()).length === 0);
  await house.rested();
  await house.becomes(SECOND, 'sent');
  expect((await house.correspondence(FIRST)).at(-1)?.type).toBe('AddressConfirmed.v1');
});

test('what waits for an address too long is not sent any more, with that reason', async () => {
  await firstBounces();
  await house.want([signMail(SECOND)]);
  await waits(SECOND);
  house.clock.set('2026-09-22T09:00:00.000Z');
  await house.rested();
  expect(await house.becomes(SECOND, 'skipped')).toMatchObject({ reason: 'bounced' });
});

test.each([
  ['a policy', { code: 550, words: '5.7.1 message refused' }],
  ['no code of its own', { code: 550, words: 'no' }],
])('%s says nothing of the address: the mail fails, and the next one goes', async (_, words) => {
  answer = words;
  await house.want([signMail(FIRST)]);
  await house.becomes(FIRST, 'failed');
  expect(await house.correspondence(FIRST)).toMatchObject([{ type: 'ReminderFailed.v1' }]);
  answer = undefined;
  await house.want([signMail(SECOND)]);
  await house.becomes(SECOND, 'sent');
});
