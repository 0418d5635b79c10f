import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { claimMail } from '@linking/application/mails/claim.js';
import type { MailLookup } from '@linking/application/mails/mail-lookup.js';
import type { Mailer } from '@linking/application/mails/mailer.js';
import { takeDueMails } from '@linking/application/mails/due-mails.js';
import { listMails, showMail } from '@linking/application/mails/outbox.js';
import { outboxMailer } from '@linking/application/mails/outbox-mailer.js';
import { reissue } from '@linking/application/mails/reissue.js';
import { upsertPlanned } from '@linking/application/mails/upsert-planned.js';
import { listRefusals } from '@linking/application/carrying/carrying-refusals.js';
import type { CarriedEnvelope } from '@linking/application/carrying/carry-on.js';
import { findToken, tokenState } from '@linking/application/tokens/tokens.js';
import type { CarriedCommand } from '@linking/domain/carrying/carried-command.js';
import { Refusal } from '@linking/domain/refusal.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { openQueues } from '@linking/platform/queues/queues.js';
import { readConsumers } from '@linking/projections/checkpoints/checkpoints-table.js';
import { listWaitingClasses, waitingList } from '@linking/projections/waiting-list/waiting-list.js';
import { startWorkers } from '../apps/workers/src/start-workers.js';
import type { RunningWorkers, WorkerDependencies } from '../apps/workers/src/start-workers.js';
import { logEvent } from './support/log-events.js';
import { BACKENDS, openQueueHouse } from './support/queue-backends.js';
import type { Backend, QueueHouse } from './support/queue-backends.js';
import type { WorkerDatabase } from './support/worker-database.js';
import { noDigests } from './support/no-digests.js';
import { until as patiently } from './support/until.js';

const settings = {
  publicUrl: 'http://127.0.0.1:3000',
  mailFrom: 'links@linking.example',
  nationalOffice: 'office@linking.example',
  tokenSecret: 'a secret of this spec, long enough for it',
};
const people: Readonly<Record<string, string>> = {
  '00000000-0000-4000-8000-00000000000a': 'Helen Marsh',
  '00000000-0000-4000-8000-00000000000b': 'Saira Malik',
};
const [helen = '', saira = ''] = Object.keys(people);
const lookup: MailLookup = {
  person: async (id) => {
    const name = people[id] ?? 'Head of many';
    return {
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@school.example`,
      phone: '01274 496 0001',
    };
  },
  school: async (urn) => ({ name: urn === '900001' ? "St Mary's <Primary>" : 'Ash Lane Academy' }),
  note: async () => '4 Oak',
  programme: async () => ({
    name: 'Bradford',
    mailbox: 'bradford@linking.example',
    contactName: 'Aisha Khan',
  }),
  venue: async () => undefined,
  wordingText: async () => undefined,
  user: async () => undefined,
  waitedForPlace: async () => false,
  digests: noDigests,
};

let house: QueueHouse;
let db: WorkerDatabase;
let clock: SetClock;
let wanted: WantedMail[];
let open: { close(): Promise<void> }[];
let problems: string[];

const openHouse = (backend: Backend) => async () => {
  house = await openQueueHouse(backend);
  db = house.db;
  clock = new SetClock('2026-09-14T09:00:00.000Z');
  wanted = [];
  open = [];
  problems = [];
};

const closeHouse = async () => {
  for (const one of open.toReversed()) await one.close();
  await house.close();
};

const note = (details: object, message: string) =>
  problems.push(`${message}: ${'err' in details ? String(details.err) : ''}`);

async function start(more: Partial<WorkerDependencies> = {}): Promise<RunningWorkers> {
  const workers = await startWorkers({
    ...house.at,
    pool: db.pool,
    store: db.store,
    clock,
    projections: [waitingList],
    dispatch: async () => undefined,
    wantedMails: async (ref) => wanted.filter(({ subject }) => subject === ref),
    lookup,
    mailer: outboxMailer(db.pool),
    settings,
    log: { info: () => undefined, error: note },
    ...more,
  });
  open.push(workers);
  return workers;
}

/** With the problems that were met so far. */
const until = (what: string, holds: () => Promise<boolean> | boolean) =>
  patiently(what, holds, { soFar: () => problems.join('; ') });

const signMail = (ref: string, personId = helen, anchorDate = '2026-09-14'): WantedMail => ({
  subject: ref,
  programme: 'bradford',
  step: 'agreement-a',
  anchorDate,
  personId,
  kind: 'immediate',
  dueOn: anchorDate,
  content: {
    rule: 'N07',
    linkRef: ref,
    side: 'a',
    ownUrn: '900001',
    partnerUrn: '900002',
    ownClassNameId: randomUUID(),
    year: '2026-27',
    textVersion: '2026-09',
  },
});

async function plan(mails: readonly WantedMail[]): Promise<void> {
  wanted = [...mails];
  const client = await db.pool.connect();
  for (const ref of new Set(mails.map(({ subject }) => subject))) {
    const its = mails.filter(({ subject }) => subject === ref);
    await upsertPlanned(client, ref, its, { now: clock.now(), mailDomain: 'linking.example' });
  }
  client.release();
}

const statuses = async (): Promise<Record<string, number>> => {
  const { rows } = await db.pool.query<{ status: string; n: number }>(
    'select status, count(*) as n from mails group by status',
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};
const correspondence = async (ref: string) =>
  (await db.store.readStream(`correspondence-${ref}`)).map(({ envelope }) => envelope);

const interest = (id: string, classId: string) =>
  logEvent('InterestReceived', {
    interestId: id,
    programme: 'bradford',
    year: '2026-27',
    urn: '900001',
    headId: helen,
    channel: 'phone',
    expressedOn: '2026-05-04',
    priorities: [],
    classes: [{ classId, yearGroups: [4], pupilCount: 28, placeholder: false, teachers: [] }],
  });

describe.each(BACKENDS)('workers with their queues on %s', (backend) => {
  beforeEach(openHouse(backend), 20_000);
  afterEach(closeHouse, 20_000);

  test('a mail whose worker died is sent once more after its lease, and says that it is the second try', async () => {
    await plan([signMail('BRD-2026-001')]);
    const [mail] = wanted;
    if (mail === undefined) throw new Error('nothing planned');
    const claiming = { lease: 1_500, now: clock.now() };
    const dead = await claimMail(db, mailId(mail), claiming);
    expect(dead?.attempt).toBe(1);
    expect(await claimMail(db, mailId(mail), claiming)).toBeUndefined();
    const lease = await db.pool.query<{ until: Date }>('select lease_until as until from mails');

    const workers = await start();
    await until('the mail is sent', async () => {
      workers.wake();
      return (await statuses())['sent'] === 1;
    });
    const delivered = await db.pool.query<{ at: Date }>('select delivered_at as at from outbox_deliveries');
    expect(delivered.rows[0]?.at.getTime()).toBeGreaterThan(lease.rows[0]?.until.getTime() ?? Infinity);

    const [sent] = await listMails(db.pool, { programmes: 'all', limit: 5 });
    expect(sent).toMatchObject({ status: 'sent', attempt: 2, reason: 'earlier-try-may-have-arrived' });
    const events = await correspondence('BRD-2026-001');
    expect(events.map(({ type, data }) => [type, (data as { attempt: number }).attempt])).toEqual([
      ['ReminderSent.v1', 2],
    ]);
    const { rows } = await db.pool.query<{ message_id: string }>('select message_id from outbox_deliveries');
    expect(rows).toEqual([{ message_id: dead?.messageId }]);
  });

  test('200 mails and two workers: each is sent once, with one event each', async () => {
    const mails = Array.from({ length: 200 }, (_, n) =>
      signMail(`BRD-2026-${String(n % 40).padStart(3, '0')}`, randomUUID()),
    );
    await plan(mails);
    await Promise.all([start(), start()]);
    await until('all are sent', async () => (await statuses())['sent'] === 200);

    const { rows } = await db.pool.query<{ all: number; different: number }>(
      'select count(*) as all, count(distinct mail_id) as different from outbox_deliveries',
    );
    expect(rows).toEqual([{ all: 200, different: 200 }]);
    const log = await db.store.readAll({ prefixes: ['correspondence-'], limit: 500 });
    const sent = log.events.map(({ envelope }) => (envelope.data as { mailId: string }).mailId);
    expect(sent.toSorted()).toEqual(mails.map(mailId).toSorted());
    expect(problems).toEqual([]);
  }, 60_000);

  test('an agreement that is issued makes a mail whose address opens, and a withdrawn link cancels what was planned', async () => {
    await start();
    wanted = [
      signMail('BRD-2026-014'),
      { ...signMail('BRD-2026-014', saira, '2026-09-20'), kind: 'scheduled' },
    ];
    await db.store.append('link-BRD-2026-014', 'no-stream', [
      logEvent('AgreementIssued', { side: 'a', textVersion: '2026-09', documentHash: 'ab' }),
    ]);
    await until('the first is sent', async () => (await statuses())['sent'] === 1);
    expect(await statuses()).toEqual({ sent: 1, planned: 1 });

    const sent = mailId(signMail('BRD-2026-014'));
    const showing = { pool: db.pool, lookup, settings };
    const hidden = await showMail(showing, sent, { programmes: ['bradford'], workingAddresses: false });
    expect(hidden?.rendered.text).toContain('[personal link]');
    expect(hidden?.rendered.html).toContain("St Mary's &lt;Primary>");
    expect(hidden?.rendered.html).not.toContain('/sign/');
    expect(await showMail(showing, sent, { programmes: ['kent'], workingAddresses: true })).toBeUndefined();

    const shown = await showMail(showing, sent, { programmes: 'all', workingAddresses: true });
    const address = /http:\/\/127\.0\.0\.1:3000\/sign\/([\w-]+)/.exec(shown?.rendered.text ?? '')?.[1] ?? '';
    const token = await findToken(db.pool, address);
    expect(token).toMatchObject({
      purpose: 'sign-agreement',
      ref: 'BRD-2026-014',
      side: 'a',
      personId: helen,
    });
    if (token === undefined) throw new Error('no token');
    expect(tokenState(token, clock.now())).toBe('valid');
    expect(tokenState(token, '2026-10-13T09:00:00.000Z')).toBe('expired');
    expect(await findToken(db.pool, `${address}x`)).toBeUndefined();

    wanted = [];
    await db.store.append('link-BRD-2026-014', 1, [
      logEvent('LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'brokered' }),
    ]);
    await until('the second is cancelled', async () => (await statuses())['cancelled'] === 1);
    expect(await statuses()).toEqual({ sent: 1, cancelled: 1 });
  });

  test('"Send me a new one" sends one new mail with another address to the same person', async () => {
    await plan([signMail('BRD-2026-014')]);
    const workers = await start();
    await until('the first is sent', async () => (await statuses())['sent'] === 1);
    clock.set('2026-11-02T10:00:00.000Z');
    const asked = { pool: db.pool, clock, settings };
    const first = mailId(signMail('BRD-2026-014'));
    const ids = await Promise.all([reissue(asked, { mailId: first }), reissue(asked, { mailId: first })]);
    expect(new Set(ids)).toEqual(new Set([`BRD-2026-014.N07.agreement-a-again-1.2026-11-02.${helen}`]));
    workers.wake();
    await until('the new one is sent', async () => (await statuses())['sent'] === 2);
    const { rows } = await db.pool.query<{ hash: string; expires_at: Date }>(
      'select * from tokens order by issued_at',
    );
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
    expect(rows[1]?.expires_at.toISOString()).toBe('2026-11-30T23:59:59.999Z');
    expect(await reissue(asked, {})).toBeUndefined();
  });

  test('a mail is due by the clock of the programme, and a failing mail server is tried again', async () => {
    await plan([{ ...signMail('BRD-2026-014', helen, '2026-09-21'), kind: 'scheduled' }]);
    let failures = 1;
    const flaky: Mailer = {
      send: async (mail) => {
        if (failures > 0) {
          failures -= 1;
          throw new Error('the mail server is not there');
        }
        await outboxMailer(db.pool).send(mail);
      },
    };
    const workers = await start({ mailer: flaky });
    await setTimeout(200);
    expect(await statuses()).toEqual({ planned: 1 });
    clock.set('2026-09-21T06:59:59.000Z');
    workers.wake();
    await setTimeout(200);
    expect(await statuses()).toEqual({ planned: 1 });
    clock.set('2026-09-21T07:00:00.000Z');
    workers.wake();
    await until('it is sent at the second try', async () => (await statuses())['sent'] === 1);
    expect(problems).toEqual([
      'A mail could not be sent and will be tried again: Error: the mail server is not there',
    ]);
  });

  test('a fact is carried with an id of its own, a refused one is kept, and a store that is away is tried again', async () => {
    const [interestA, interestB, classA, classB] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const recorded = (side: 'a' | 'b', interestId: string, classId: string) =>
      logEvent('InterestRecorded', { interestId, side, classId });
    const proposed = logEvent('LinkProposed', { ref: 'BRD-2026-014', programme: 'bradford' });
    await db.store.append('link-BRD-2026-014', 'no-stream', [
      recorded('a', interestA, classA),
      recorded('b', interestB, classB),
      proposed,
    ]);

    let away = true;
    const sent: { command: CarriedCommand; envelope: CarriedEnvelope }[] = [];
    const workers = await start({
      dispatch: async (command, envelope) => {
        if (away) throw new EventStoreUnavailableError('it restarts');
        sent.push({ command, envelope });
        if (command.id === interestB)
          throw new Refusal('CLASS_ALREADY_PAIRED', 'This class was paired twice.');
      },
    });
    const carrying = async () =>
      (await readConsumers(db.pool)).find(({ consumer }) => consumer === 'carrying');
    await until('carrying stands still and says why', async () => Boolean((await carrying())?.problem));
    expect(await carrying()).toMatchObject({
      position: null,
      problem: 'The event log is not available: it restarts',
    });
    away = false;
    workers.wake();
    await until('both are carried', () => sent.length === 2);
    expect(sent.map(({ command }) => [command.id, command.command])).toEqual([
      [interestA, { type: 'PairClass', classId: classA, linkRef: 'BRD-2026-014' }],
      [interestB, { type: 'PairClass', classId: classB, linkRef: 'BRD-2026-014' }],
    ]);
    expect(new Set(sent.map(({ envelope }) => envelope.commandId)).size).toBe(2);
    expect(sent[0]?.envelope).toMatchObject({ causationId: proposed.id, channel: 'worker' });
    await until('the refusal is kept', async () => (await listRefusals(db.pool, 5)).length === 1);
    expect(await listRefusals(db.pool, 5)).toMatchObject([
      {
        target: `interest-${interestB}`,
        code: 'CLASS_ALREADY_PAIRED',
        sentence: 'This class was paired twice.',
      },
    ]);
    const head = await db.store.head();
    await until('the checkpoint stands at the head', async () =>
      (await readConsumers(db.pool)).some(
        ({ consumer, position }) => consumer === 'carrying' && position === head,
      ),
    );
  });

  test('a queue that was wiped is filled again from the tables', async () => {
    await plan([signMail('BRD-2026-001')]);
    const queues = await openQueues({ ...house.at, onError: (error) => problems.push(error.message) });
    const due = await takeDueMails(db, clock.now(), { kind: 'immediate' });
    await queues.add(
      'mails-at-once',
      due.map(({ id }) => ({ name: 'send', data: { ids: id }, id })),
    );
    expect(await statuses()).toEqual({ queued: 1 });
    await house.wipe();
    expect(await queues.counts('mails-at-once')).toMatchObject({ waiting: 0 });
    await queues.close();
    await start();
    await until('it is sent', async () => (await statuses())['sent'] === 1);
    expect(problems).toEqual([]);
  });

  test('when every connection is cut, workers come back by themselves and lose nothing', async () => {
    // A job that was being taken just then waits for its lock to run out: in production 10 s, for mails 30 s.
    const workers = await start({ worker: { lockDuration: 2_000, stalledInterval: 500 } });
    await plan([signMail('BRD-2026-001')]);
    workers.wake();
    await until('the first mail is sent', async () => (await statuses())['sent'] === 1);

    const intruder = new pg.Client({ connectionString: db.superuserUrl });
    await intruder.connect();
    await intruder.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await intruder.end();

    const id = randomUUID();
    await db.store.append(`interest-${id}`, 'no-stream', [interest(id, randomUUID())]);
    await plan([signMail('BRD-2026-002')]);
    workers.wake();
    await until(
      'the list is complete',
      async () => (await listWaitingClasses(db.pool, { programmes: 'all', limit: 5 })).length === 1,
    );
    await until('the second mail is sent', async () => (await statuses())['sent'] === 2);
  }, 60_000);

  test('read models follow the log without waiting for the next sweep, and workers close without leaving a connection', async () => {
    const workers = await start();
    const ids = Array.from({ length: 40 }, () => randomUUID());
    await Promise.all(
      ids.map((id) => db.store.append(`interest-${id}`, 'no-stream', [interest(id, randomUUID())])),
    );
    const began = performance.now();
    await until(
      'the list is complete',
      async () => (await listWaitingClasses(db.pool, { programmes: 'all', limit: 100 })).length === 40,
    );
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await house.connections()).toBeGreaterThan(0);
    open = [];
    await workers.close();
    const left = async () =>
      (
        await db.pool.query<{ name: string }>(
          `select application_name as name from pg_stat_activity
           where datname = current_database() and application_name <> all($1)`,
          [['spec', 'event log listener']],
        )
      ).rows.map(({ name }) => name);
    await until('their connections are gone', async () => (await left()).length === 0);
    await until('the queue has no connection', async () => (await house.connections()) === 0);
    expect(problems).toEqual([]);
  });
});
