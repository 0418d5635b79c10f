import { randomUUID } from 'node:crypto';
import { AddGrant } from '@linking/application/grants/grant-commands.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { readModels } from '@linking/application/read-models.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import { inPresentLanguage, type PresentEvent } from '@linking/events/upcasting/present-language.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import { logEvent } from './support/log-events.js';
import { interestOf, issuedLink, offer, programme, signed } from './support/linked-schools.js';
import { anybody, openTwoDoors, type Doors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;
let one: Doors;

beforeAll(async () => {
  doors = await openTwoDoors();
  one = doors.one;
  await one.bus.execute(programme('bradford', 'BRD'));
  await someYear();
});

afterAll(() => doors.close());

async function someYear(): Promise<void> {
  const venue = { programme: 'bradford', name: 'The Hall', postcode: 'BD99 1AA', linksAtOnce: 2 };
  const { venueId } = await one.bus.execute(new AddVenue(venue, anybody('venue')));
  const period = { from: '2026-09-01', until: '2027-08-31' };
  const grant = {
    funder: 'A trust',
    kind: 'national',
    ...period,
    programmes: 'all',
    pays: [],
    reportsDue: [],
  } as const;
  await one.bus.execute(new AddGrant(grant, anybody('grant')));
  const times = { startsAt: '10:00', endsAt: '14:00' };
  const { session } = await one.bus.execute(
    new PlanSession(
      { programme: 'bradford', kind: 'initial-full', on: '2026-10-01', ...times, venueId, capacity: 9 },
      anybody('session'),
    ),
  );
  for (const [index, urns] of (
    [
      ['900001', '900002'],
      ['900003', '900004'],
      ['900005', '900006'],
    ] as const
  ).entries()) {
    const ref = await issuedLink(one, `link ${index}`, urns);
    const text = currentAgreementText.version;
    const change = (name: string, request: ChangeLink['request']) =>
      one.bus.execute(new ChangeLink(ref, request, {}, anybody(`${name} ${index}`)));
    await change('sign', signed('a', `Head ${index}`, text));
    const meeting = { number: 1, mode: 'in-person', on: '2026-11-12', venueId, pupilsExpected: 50 } as const;
    await change('meet', { type: 'PlanMeeting', ...meeting, ...times });
    const named = { type: 'ConfirmClass', name: `Class ${index}`, yearGroups: [4], pupilCount: 27 } as const;
    const teachers = [{ name: `Teacher ${index}`, email: `teacher.${index}@school.example` }];
    const teacherId = (await change('class', { ...named, side: 'a', teachers })).link.sides.a.teachers[0]
      ?.teacherId;
    await one.bus.execute(
      new ChangeTraining(
        session.id,
        { type: 'Enrol', linkRef: ref, side: 'a', teacherId: teacherId ?? '' },
        anybody(`enrol ${index}`),
      ),
    );
    const exchange = { type: 'RecordExchange', kind: 'photographs', mode: 'post' } as const;
    const { events } = await change('send', { ...exchange, fromSide: 'a' });
    if (index === 1) {
      await change('void', { type: 'VoidEntry', eventId: events[0]?.id ?? '', reasonCode: 'wrong-link' });
      await change('withdraw', { type: 'Withdraw', side: 'b', reasonCode: 'staffing' });
    }
    if (index === 2) await change('pause', { type: 'Pause', reasonCode: 'building-work' });
  }
  const bounce = { rule: 'N07', personId: randomUUID(), statusCode: '5.1.1', told: 'at-once' };
  await one.store.append('correspondence-BRD-2026-001', 'no-stream', [
    logEvent('MessageBounced', { ...bounce, mailId: 'BRD-2026-001.N07', addressKey: 'a key' }),
  ]);
}

/** Every table that the migrations of the read models make. */
const tables = readModels.flatMap(({ migrations }) =>
  migrations.flatMap(({ sql }) => [...sql.matchAll(/create table (\w+)/g)].map(([, name]) => name ?? '')),
);

async function rows(): Promise<Readonly<Record<string, unknown[]>>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) {
    all[table] = (await one.pool.query(`select to_jsonb(t) as row from ${table} t order by t::text`)).rows;
  }
  return all;
}

async function empty(): Promise<void> {
  await one.pool.query(`truncate ${tables.join(', ')}`);
  await one.pool.query('delete from checkpoints');
}

async function wholeLog(): Promise<readonly PresentEvent[]> {
  return (await one.store.readAll({ after: null, limit: 5_000 })).events.map(inPresentLanguage);
}

async function applyInPagesOf(size: number): Promise<void> {
  const log = await wholeLog();
  const client = await one.pool.connect();
  try {
    for (const model of readModels) {
      const events = log.filter(({ envelope }) =>
        model.prefixes.some((it) => envelope.stream.startsWith(it)),
      );
      for (let at = 0; at < events.length; at += size) await model.apply(client, events.slice(at, at + size));
    }
  } finally {
    client.release();
  }
}

test('rebuilt from nothing, every read model is what it was', async () => {
  await one.catchUp();
  const before = await rows();
  expect(tables.filter((table) => before[table]?.length === 0)).toEqual([]);
  await empty();
  await one.catchUp();
  expect(await rows()).toEqual(before);
});

test.each([1, 2, 3, 7])('pages may end anywhere, even within one append: pages of %s', async (size) => {
  await empty();
  await one.catchUp();
  const before = await rows();
  await empty();
  await applyInPagesOf(size);
  expect(await rows()).toEqual(before);
});

test('a link of which only an interest was read yet is in no list', async () => {
  await empty();
  const log = await wholeLog();
  const first = log.find(({ envelope }) => envelope.stream.startsWith('link-'));
  const board = readModels.find(({ name }) => name === 'link-board');
  const client = await one.pool.connect();
  try {
    await board?.apply(client, first === undefined ? [] : [first]);
  } finally {
    client.release();
  }
  const query = { scope: () => 'true', limit: 10, today: '2026-09-14' };
  expect(await findLinks(one.pool, query)).toEqual([]);
  await empty();
  await one.catchUp();
});

describe('the list of links', () => {
  const find = async (more: object) => {
    const query = { scope: () => 'true', limit: 10, today: '2026-09-14', ...more };
    return (await findLinks(one.pool, query)).map(({ ref }) => ref);
  };

  test('finds by part of reference, URN, school or person, and takes signs of patterns as they are', async () => {
    expect(await find({ q: 'brd-2026-002' })).toEqual(['BRD-2026-002']);
    expect(await find({ q: '900005' })).toEqual(['BRD-2026-003']);
    expect(await find({ q: 'school 4' })).toEqual(['BRD-2026-002']);
    expect(await find({ q: 'head 900001' })).toEqual(['BRD-2026-001']);
    expect(await find({ q: '%' })).toEqual([]);
    expect(await find({ q: '_' })).toEqual([]);
    expect(await find({ q: 'school\\' })).toEqual([]);
  });

  test('goes on after the last link of the page before', async () => {
    expect(await find({ limit: 2 })).toEqual(['BRD-2026-001', 'BRD-2026-002']);
    expect(await find({ limit: 2, after: 'BRD-2026-002' })).toEqual(['BRD-2026-003']);
  });

  test('shows as overdue what is open, not paused, and past its target day', async () => {
    expect(await find({ flag: 'overdue', today: '2026-09-15' })).toEqual([]);
    expect(await find({ flag: 'overdue', today: '2026-09-16' })).toEqual(['BRD-2026-001']);
    expect(await find({ flag: 'paused' })).toEqual(['BRD-2026-003']);
  });
});

test('the tables of lists hold no name and no address', async () => {
  const people = await one.pool.query<{ name: string; email: string }>('select name, email from people');
  const text = JSON.stringify(await rows());
  const told = people.rows.flatMap(({ name, email }) => [name, email]).filter((word) => text.includes(word));
  expect(told).toEqual([]);
});

test('a proposal that nobody else saw yet is counted for its class', async () => {
  const a = await offer(one, 'class twice', interestOf('900007'));
  const b = await offer(one, 'class twice b', interestOf('900008'));
  const c = await offer(one, 'class twice c', interestOf('900009'));
  const propose = (name: string, other: typeof b) =>
    one.bus.execute(
      new ProposeLink(
        { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b: other },
        {},
        anybody(name),
      ),
    );
  await propose('first', b);
  await one.catchUp();
  await expect(propose('second', c)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
});
