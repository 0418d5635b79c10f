import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { Command } from '@nestjs/cqrs';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { listMails, showMail } from '@linking/application/mails/outbox.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { readSession } from '@linking/application/training/read-session.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import type { World } from '@linking/application/world.module.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { listWaitingClasses } from '@linking/projections/waiting-list/waiting-list.js';
import { startWorkersOf } from '../apps/workers/src/workers-of-world.js';
import type { RunningWorkers } from '../apps/workers/src/start-workers.js';
import { WorkersModule } from '../apps/workers/src/workers.module.js';
import { until as patiently } from './support/until.js';
import { openWorkerDatabase } from './support/worker-database.js';
import type { WorkerDatabase } from './support/worker-database.js';

const settings = {
  port: 3000,
  dataDir: '/nowhere',
  databaseUrl: undefined,
  redisUrl: undefined,
  publicUrl: 'http://127.0.0.1:3000',
  sessionSecret: 'a secret of this spec, long enough for it',
  tokenSecret: 'another secret of this spec, long enough',
  ledgerKeyFile: path.join(tmpdir(), 'linking-spec-ledger-key'),
  mailFrom: 'links@linking.example',
  nationalOffice: 'office@linking.example',
  demo: false,
  logLevel: 'error' as const,
  production: false,
};

let db: WorkerDatabase;
let app: INestApplicationContext;
let workers: RunningWorkers;
let world: World;
const clock = new SetClock('2026-09-14T09:00:00.000Z');

beforeAll(async () => {
  db = await openWorkerDatabase();
  await db.pool.query(
    `insert into schools (urn, name, as_of, search)
     values ('900001', 'Ash Primary', '2026-09-01', 'ash'), ('900002', 'Elm Academy', '2026-09-01', 'elm')`,
  );
  world = { pool: db.pool, eventStore: db.store, clock, settings };
  app = await NestFactory.createApplicationContext(WorkersModule.with(world), { logger: ['error'] });
  await app.init();
  workers = await startWorkersOf(world, db.url, {
    commandBus: app.get(CommandBus),
    eventBus: app.get(EventBus),
  });
});

afterAll(async () => {
  await workers.close();
  await app.close();
  await db.close();
});

const sender = () => {
  const commandId = randomUUID();
  return { actor: 'worker:spec', channel: 'api' as const, commandId, correlationId: commandId };
};
const send = <Result>(command: Command<Result>): Promise<Result> => app.get(CommandBus).execute(command);
const change = (ref: string, request: LinkRequest) => send(new ChangeLink(ref, request, {}, sender()));

/** With what was sent so far. */
const until = (what: string, holds: () => Promise<boolean>) => patiently(what, holds, { soFar: sent });

const waitingStatuses = async () =>
  (await listWaitingClasses(db.pool, { programmes: 'all', limit: 10 })).map(({ status }) => status);
/** What was sent so far: `N07 2` for two of that rule. */
async function sent(): Promise<string> {
  const { rows } = await db.pool.query<{ said: string }>(
    `select string_agg(rule || ' ' || n, ', ' order by rule) as said
     from (select rule, count(*) as n from mails where status = 'sent' and programme = 'bradford' group by rule) as rules`,
  );
  return rows[0]?.said ?? '';
}

test('from two interests to the training: facts are carried, and each mail is sent once', async () => {
  await send(
    new JoinProgramme(
      {
        slug: 'bradford',
        code: 'BRD',
        name: 'Bradford',
        laCodes: ['380'],
        districtCodes: [],
        year: '2026-27',
        mailbox: 'bradford@linking.example',
      },
      sender(),
    ),
  );
  const [a, b] = [await offer('900001', 'Amy Ward'), await offer('900002', 'Ben Cole')];
  await until('both classes wait', async () => (await waitingStatuses()).join() === 'waiting,waiting');

  const { link } = await send(
    new ProposeLink(
      { programme: 'bradford', year: '2026-27', kind: 'between-schools', a: a.ids, b: b.ids },
      {},
      sender(),
    ),
  );
  await until('both classes are paired', async () => (await waitingStatuses()).join() === 'paired,paired');

  await change(link.ref, { type: 'Broker' });
  await change(link.ref, { type: 'IssueAgreement' });
  await until('both heads have their mail', async () => (await sent()) === 'N01 2, N02 2, N07 2');
  const [mail] = await listMails(db.pool, { programmes: 'all', subject: link.ref, status: 'sent', limit: 1 });
  const shown = await showMail(
    { pool: db.pool, lookup: tableLookup({ pool: db.pool, store: db.store, clock }, settings), settings },
    mail?.id ?? '',
    { programmes: 'all', workingAddresses: true },
  );
  expect(shown?.to.email).toMatch(/^head@90000[12]\.example$/);
  expect(shown?.rendered.text).toMatch(/Ash Primary|Elm Academy/);
  expect(shown?.rendered.text).toContain('bradford@linking.example');
  expect(shown?.rendered.text).toMatch(/127\.0\.0\.1:3000\/sign\/[\w-]{43}\n/);

  const issued = (await readLink(db.store, link.ref)).link;
  for (const side of ['a', 'b'] as const) {
    await change(link.ref, {
      type: 'SignAgreement',
      side,
      signer: { personId: issued.sides[side].headId },
      signerRole: 'headteacher',
      textVersion: issued.agreement[side].textVersion ?? '',
      agreed: true,
      means: 'mailed-page',
    });
  }
  await until('partners are brought together', async () => (await sent()) === 'N01 2, N02 2, N07 2, N09 4');

  const [teacherId = ''] = issued.sides.a.teachers.map((teacher) => teacher.teacherId);
  const planned = { programme: 'bradford', startsAt: '09:00', endsAt: '15:30', capacity: 10 };
  const place = { linkRef: link.ref, side: 'a', teacherId } as const;
  const { session } = await send(
    new PlanSession({ ...planned, kind: 'initial-full', on: '2026-10-01' }, sender()),
  );
  await send(new ChangeTraining(session.id, { type: 'Enrol', ...place }, sender()));
  const training = async () => (await readLink(db.store, link.ref)).link.training.map(({ status }) => status);
  await until('the place is in the link', async () => (await training()).join() === 'enrolled');
  await until('she knows of her place', async () => (await sent()).endsWith('N09 4, N10 1'));
  clock.set('2026-10-02T09:00:00.000Z');
  const entries = [{ teacherId, attended: true, minutes: 360 }];
  await send(new ChangeTraining(session.id, { type: 'RecordAttendance', entries }, sender()));
  await until('the attendance is in the link', async () => (await training()).join() === 'attended');

  const carried = (await readLink(db.store, link.ref)).stored.filter(
    ({ envelope }) => envelope.channel === 'worker',
  );
  expect(carried.map(({ envelope }) => [envelope.actor, envelope.causationId !== undefined])).toEqual([
    ['worker:carrying', true],
    ['worker:carrying', true],
  ]);

  const { session: later } = await send(
    new PlanSession({ ...planned, kind: 'planning-half', on: '2027-01-14' }, sender()),
  );
  await send(new ChangeTraining(later.id, { type: 'Enrol', ...place }, sender()));
  await until('she knows of the second', async () => (await sent()).includes('N19 1'));
  await change(link.ref, { type: 'Withdraw', side: 'a', reasonCode: 'staffing' });
  await until(
    'the other class waits again',
    async () => (await waitingStatuses()).toSorted().join() === 'paired,waiting',
  );
  await until('her place is free', async () => {
    return (await readSession(db.store, later.id)).session.places.length === 0;
  });
  await until('she knows that it is', async () => (await sent()).includes('N19 2'));
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*) as n from outbox_deliveries where mail_id not like 'programme-%'`,
  );
  // The link was withdrawn: both teachers and both heads were told.
  expect(await sent()).toContain('N13 1, N19 2, N26 4');
  expect(rows).toEqual([{ n: 18 }]);
}, 90_000);

async function offer(urn: string, teacher: string) {
  const { interest } = await send(
    new ReceiveInterest(
      {
        programme: 'bradford',
        year: '2026-27',
        urn,
        channel: 'phone',
        head: { name: `Head of ${urn}`, email: `head@${urn}.example` },
        classes: [
          {
            name: '4 Oak',
            yearGroups: [4],
            pupilCount: 28,
            teachers: [
              {
                name: teacher,
                email: `teacher@${urn}.example`,
                phone: '01274 496 0000',
                linkedBefore: false,
              },
            ],
          },
        ],
      },
      sender(),
    ),
  );
  return { ids: { interestId: interest.id, classId: interest.classes[0]?.classId ?? '' } };
}
