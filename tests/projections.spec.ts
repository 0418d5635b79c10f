import { randomUUID } from 'node:crypto';
import { catchUp, catchUpAll, waitForReadModels } from '@linking/projections/checkpoints/catch-up.js';
import { readCheckpoint, readConsumers } from '@linking/projections/checkpoints/checkpoints-table.js';
import { findProgramme, listProgrammes, programmes } from '@linking/projections/programmes/programmes.js';
import type { Projection } from '@linking/projections/projection.js';
import {
  listTrainingSessions,
  trainingDiary,
} from '@linking/projections/training-diary/training-diary-table.js';
import { listVenues, venues } from '@linking/projections/venues/venues.js';
import { listWaitingClasses, waitingList } from '@linking/projections/waiting-list/waiting-list.js';
import { logEvent } from './support/log-events.js';
import { openWorkerDatabase } from './support/worker-database.js';
import type { WorkerDatabase } from './support/worker-database.js';

let db: WorkerDatabase;

beforeEach(async () => {
  db = await openWorkerDatabase();
  await db.pool.query('create table seen (event_id uuid, programme text)');
});

afterEach(async () => db.close());

/** Counts every event it is given; `fail` breaks it after its rows are written. */
function counting(fail: () => void = () => undefined): Projection {
  return {
    name: 'counting',
    prefixes: ['person-'],
    migrations: [],
    async apply(transaction, events) {
      for (const { envelope } of events) {
        await transaction.query('insert into seen (event_id) values ($1)', [envelope.id]);
      }
      fail();
    },
  };
}

async function registerPeople(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const personId = randomUUID();
    await db.store.append(`person-${personId}`, 'no-stream', [logEvent('PersonRegistered', { personId })]);
  }
}

const seen = async () => (await db.pool.query('select event_id from seen')).rows.length;

test('rows and checkpoint move together: a page that fails halfway leaves neither, and is applied in full later', async () => {
  await registerPeople(3);
  let broken = true;
  const projection = counting(() => {
    if (broken) throw new Error('the disk is full');
  });

  await expect(catchUp(db, projection)).rejects.toThrow('the disk is full');
  expect(await seen()).toBe(0);
  expect(await readConsumers(db.pool)).toMatchObject([{ position: null, problem: 'the disk is full' }]);

  broken = false;
  expect(await catchUp(db, projection)).toBe(3);
  expect(await seen()).toBe(3);
  const [consumer] = await readConsumers(db.pool);
  expect(consumer?.position).toBe(await db.store.head());
  expect(consumer?.problem).toBeUndefined();
});

test('a connection that is cut in the middle of a page leaves neither rows nor checkpoint', async () => {
  await registerPeople(2);
  const projection = counting();
  const cut: Projection = {
    ...projection,
    async apply(transaction, events) {
      await projection.apply(transaction, events);
      await transaction.query('select pg_terminate_backend(pg_backend_pid())');
    },
  };

  await expect(catchUp(db, cut)).rejects.toThrow();
  expect(await seen()).toBe(0);
  expect(await readCheckpoint(db.pool, 'counting')).toBeNull();
  await catchUp(db, projection);
  expect(await seen()).toBe(2);
});

test('four processes that catch up at the same time lose and double nothing', async () => {
  for (const first of [0, 400, 800]) {
    await db.store.append(
      'person-busy',
      first === 0 ? 'no-stream' : first,
      Array.from({ length: 400 }, () => logEvent('PersonDetailsChanged', { fields: ['phone'] })),
    );
  }
  await Promise.all([1, 2, 3, 4].map(() => catchUp(db, counting())));
  const { rows } = await db.pool.query<{ all: number; different: number }>(
    'select count(*) as all, count(distinct event_id) as different from seen',
  );
  expect(rows).toEqual([{ all: 1_200, different: 1_200 }]);
});

test('an event of an unknown type stops a read model loudly, and nothing after it is applied', async () => {
  await registerPeople(1);
  await catchUp(db, counting());
  const before = await readCheckpoint(db.pool, 'counting');
  await db.store.append('person-strange', 'no-stream', [logEvent('PersonTeleported', {})]);
  await registerPeople(1);

  const sentence =
    'Event 1 of person-strange has the type PersonTeleported.v1, which this version does not know';
  await expect(catchUp(db, counting())).rejects.toThrow(sentence);
  await expect(catchUp(db, counting())).rejects.toThrow(sentence);
  expect(await seen()).toBe(1);
  expect(await readConsumers(db.pool)).toMatchObject([{ position: before, problem: sentence }]);
});

test('waiting for the read models ends when they have passed the position, and names those that have not', async () => {
  await registerPeople(1);
  const position = (await db.store.head()) ?? '';
  await expect(waitForReadModels(db, [counting()], position, 60)).rejects.toThrow('counting');
  const waiting = waitForReadModels(db, [counting()], position);
  await catchUp(db, counting());
  await waiting;
});

test('the waiting list shows who waits, who was paired and who was released', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  const [oak, elm, ash] = [randomUUID(), randomUUID(), randomUUID()];
  const offered = (classId: string) => ({
    classId,
    yearGroups: [3, 4],
    pupilCount: 28,
    placeholder: classId === ash,
    teachers: [],
  });
  const interest = (interestId: string, expressedOn: string, classIds: string[]) =>
    logEvent('InterestReceived', {
      interestId,
      programme: 'bradford',
      year: '2026-27',
      urn: '900001',
      headId: randomUUID(),
      channel: 'phone',
      expressedOn,
      priorities: [],
      classes: classIds.map(offered),
    });
  await db.store.append(`interest-${first}`, 'no-stream', [interest(first, '2026-05-04', [oak, elm])]);
  await db.store.append(`interest-${second}`, 'no-stream', [interest(second, '2026-05-02', [ash])]);
  await catchUp(db, waitingList);
  await db.store.append(`interest-${first}`, 1, [
    logEvent('ClassPaired', { classId: oak, linkRef: 'BRD-2026-001' }),
    logEvent('ClassPaired', { classId: elm, linkRef: 'BRD-2026-002' }),
    logEvent('ClassReleased', { classId: elm, linkRef: 'BRD-2026-002' }),
  ]);
  await catchUp(db, waitingList);

  const all = await listWaitingClasses(db.pool, { programmes: ['bradford'], limit: 10 });
  expect(all.map(({ classId }) => classId).indexOf(ash)).toBe(0);
  expect(
    Object.fromEntries(all.map(({ classId, status, linkRefs }) => [classId, [status, linkRefs]])),
  ).toEqual({
    [ash]: ['waiting', []],
    [elm]: ['waiting', []],
    [oak]: ['paired', ['BRD-2026-001']],
  });
  expect(all[0]).toMatchObject({ placeholder: true, yearGroups: [3, 4], pupilCount: 28 });

  const page = await listWaitingClasses(db.pool, { programmes: 'all', status: 'waiting', limit: 1 });
  expect(page.map(({ classId }) => classId)).toEqual([ash]);
  const after = { expressedOn: '2026-05-02', classId: ash };
  const next = await listWaitingClasses(db.pool, { programmes: 'all', status: 'waiting', after, limit: 5 });
  expect(next.map(({ classId }) => classId)).toEqual([elm]);
  expect(await listWaitingClasses(db.pool, { programmes: ['kent'], limit: 10 })).toEqual([]);
});

test('the training diary shows places, the waiting list and who came', async () => {
  const sessionId = randomUUID();
  const [amy, ben, cat] = [randomUUID(), randomUUID(), randomUUID()];
  const place = (teacherId: string, side: 'a' | 'b') => ({ teacherId, linkRef: 'BRD-2026-014', side });
  await db.store.append(`training-${sessionId}`, 'no-stream', [
    logEvent('SessionPlanned', {
      sessionId,
      programme: 'bradford',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:00',
      endsAt: '15:30',
      capacity: 2,
    }),
    logEvent('PlaceTaken', place(amy, 'a')),
    logEvent('PlaceTaken', place(ben, 'b')),
    logEvent('WaitingForPlace', place(cat, 'b')),
  ]);
  await catchUp(db, trainingDiary);
  await db.store.append(`training-${sessionId}`, 4, [
    logEvent('PlaceGivenUp', place(ben, 'b')),
    logEvent('PlaceTaken', place(cat, 'b')),
    logEvent('AttendanceRecorded', {
      entries: [
        { teacherId: amy, attended: true, minutes: 360 },
        { teacherId: cat, attended: false, minutes: 0, reasonCode: 'illness' },
      ],
    }),
  ]);
  await catchUp(db, trainingDiary);

  const [session] = await listTrainingSessions(db.pool, { programmes: ['bradford'], limit: 10 });
  expect(session).toMatchObject({ on: '2026-10-01', capacity: 2, revision: 7 });
  expect(session?.places).toEqual([
    { ...place(amy, 'a'), status: 'taken', attended: true, minutes: 360 },
    { ...place(cat, 'b'), status: 'taken', attended: false, minutes: 0, reasonCode: 'illness' },
  ]);
  const after = { on: '2026-10-01', sessionId };
  expect(await listTrainingSessions(db.pool, { programmes: 'all', after, limit: 10 })).toEqual([]);
});

test('programmes and venues are listed with their facts, and a rebuild makes the same rows', async () => {
  const venueId = randomUUID();
  const nameId = randomUUID();
  const [aisha, userId] = [randomUUID(), randomUUID()];
  await db.store.append('programme-bradford', 'no-stream', [
    logEvent('ProgrammeJoined', {
      slug: 'bradford',
      code: 'BRD',
      name: 'Bradford',
      laCodes: ['380'],
      districtCodes: ['E08000032'],
      year: '2026-27',
    }),
    logEvent('CoordinatorAppointed', { userId: aisha, from: '2025-09-01' }),
    logEvent('CoordinatorAppointed', { userId, from: '2026-09-01' }),
  ]);
  await db.store.append(`venue-${venueId}`, 'no-stream', [
    logEvent('VenueAdded', {
      venueId,
      programme: 'bradford',
      nameId,
      postcode: 'BD9 4NS',
      linksAtOnce: 2,
      activities: ['art'],
    }),
  ]);
  const rows = async () => ({
    programmes: await listProgrammes(db.pool, { programmes: 'all', limit: 10 }),
    venues: await listVenues(db.pool, { programmes: ['bradford'], limit: 10 }),
  });
  await catchUpAll(db, [programmes, venues]);
  const first = await rows();
  expect(first.programmes).toMatchObject([
    { slug: 'bradford', code: 'BRD', coordinators: [{ userId: aisha }, { userId }], revision: 3 },
  ]);
  expect(first.venues).toMatchObject([{ venueId, nameId, linksAtOnce: 2 }]);
  expect(await findProgramme(db.pool, 'kent')).toBeUndefined();

  await db.pool.query('truncate programmes, venues, checkpoints');
  await catchUpAll(db, [programmes, venues]);
  expect(await rows()).toEqual(first);
});
