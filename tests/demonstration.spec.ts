import { readLink } from '@linking/application/links/link-history.js';
import { takeDueMails } from '@linking/application/mails/due-mails.js';
import { planning } from '@linking/application/mails/planning.js';
import { rebuildMails } from '@linking/application/mails/rebuild-mails.js';
import { sessionsOfLinks, wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { namedProgramme } from '@linking/application/programmes/read-programme.js';
import { openWorld, type OpenWorld } from '@linking/application/open-world.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Link } from '@linking/domain/link/link.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { waitingByProgramme } from '@linking/projections/waiting-list/interests-query.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { DEMO_NOW } from '../apps/start/demonstration/demo-names.js';
import { prepareDemonstration } from '../apps/start/demonstration/demonstration.js';
import { tellDemonstration, type DemoSize } from '../apps/start/demonstration/told-demonstration.js';
import { freshDatabase, type TestDatabase } from './support/database.js';
import { testSettings } from './support/gateway.js';

/** `npm run check:demonstration` looks at the whole one. */
const SIZE: DemoSize = process.env['DEMO_SIZE'] === 'whole' ? 'whole' : 'small';

jest.setTimeout(SIZE === 'whole' ? 900_000 : 120_000);

/** How often in the small one, and at least in the whole one. */
const happenings: Readonly<Record<string, readonly [small: number, whole: number]>> = {
  LinkReBrokered: [1, 15],
  LinkClosedIncomplete: [1, 15],
  AgreementDeclined: [2, 20],
  HeadteacherChanged: [1, 20],
  ContactLost: [1, 15],
  ContactRestored: [0, 8],
  SurveyResultRecorded: [17, 500],
  TestimonialRecorded: [2, 15],
  VenueBriefed: [3, 168],
};

interface Opened extends OpenWorld {
  readonly database: TestDatabase;
}

async function open(): Promise<Opened> {
  const database = await freshDatabase();
  const opened = await openWorld({ ...testSettings, demo: true }, database.url, 'demonstration-spec');
  return { ...opened, database };
}

async function close({ close: closeWorld, database }: Opened): Promise<void> {
  await closeWorld();
  await database.drop();
}

async function write(
  { world, demoClock, database }: Opened,
  size: DemoSize,
  store?: EventStore,
): Promise<void> {
  if (demoClock === undefined) throw new Error('There is no clock to set');
  const past = { ...world, eventStore: store ?? world.eventStore };
  await prepareDemonstration(past, demoClock, { databaseUrl: database.url, size }, () => undefined);
}

describe('the demonstration as it is written', () => {
  let demo: Opened;

  beforeAll(async () => {
    demo = await open();
    await write(demo, SIZE);
  });

  afterAll(() => close(demo));

  test('stands at its day, and all that was carried from stream to stream was taken', async () => {
    expect(demo.world.clock.now().slice(0, 16)).toBe(DEMO_NOW.slice(0, 16));
    const { rowCount } = await demo.world.pool.query('select from carrying_refusals');
    expect(rowCount).toBe(0);
  });

  test('has as many links and classes as it tells of', async () => {
    const { rows } = await demo.world.pool.query(
      `select year, count(*)::int as links, count(distinct programme)::int as programmes,
              (select count(*)::int from waiting_classes w where w.year = b.year) as classes
       from link_board b group by year order by year`,
    );
    const small = [{ year: '2026-27', links: 46, programmes: 1, classes: 98 }];
    const whole = [
      { year: '2025-26', links: 531, programmes: 28, classes: 1063 },
      { year: '2026-27', links: 573, programmes: 28, classes: expect.any(Number) },
    ];
    expect(rows).toEqual(SIZE === 'whole' ? whole : small);
  });

  test('has what happens to a network: another partner, an end before its time, a no, somebody new', async () => {
    const { rows } = await demo.world.pool.query<{ type: string; count: number }>(
      `select split_part(type, '.', 1) as type, count(*)::int as count from events
       where split_part(type, '.', 1) = any($1) group by type`,
      [Object.keys(happenings)],
    );
    const counted = Object.fromEntries(rows.map(({ type, count }) => [type, count]));
    const wanted = Object.entries(happenings).map(([type, [small, whole]]) => [
      type,
      SIZE === 'whole' ? { atLeast: whole } : small,
    ]);
    const found = Object.entries(happenings).map(([type, [, whole]]) => {
      const count = counted[type] ?? 0;
      return [type, SIZE !== 'whole' ? count : count < whole ? count : { atLeast: whole }];
    });
    expect(found).toEqual(wanted);
  });

  test('lets a newcomer sign: agreements are out, in the whole one that of the link which README and the box name', async () => {
    const refs = Array.from({ length: 46 }, (_, index) => `BRD-2026-${String(index + 1).padStart(3, '0')}`);
    const links = await Promise.all(refs.map((ref) => readLink(demo.world.eventStore, ref)));
    const out = links.flatMap(({ link: { ref, outcome, agreement } }) =>
      outcome === 'open' && agreement.a.status === 'issued' && agreement.b.status === 'issued' ? [ref] : [],
    );
    expect(out).toEqual(expect.arrayContaining(SIZE === 'whole' ? ['BRD-2026-042'] : [expect.any(String)]));
  });

  test('lets the class of a school that went on be found from both of its links', async () => {
    const { rows } = await demo.world.pool.query<{ left: Link; goes_on: Link }>(
      `select one.link as left, other.link as goes_on from link_board one
       join link_board other on other.ref = one.link ->> 'continuedAs'`,
    );
    const told = tellDemonstration(SIZE).flatMap(({ years }) => years.flatMap(({ stories }) => stories));
    expect(rows.length).toBe(told.filter(({ twist }) => twist === 'continues').length);
    expect(rows.length).toBeGreaterThan(0);
    for (const { left, goes_on: goesOn } of rows) {
      expect(left).toMatchObject({ outcome: 're-brokered', withdrew: 'b' });
      expect(goesOn).toMatchObject({ continuesFrom: left.ref, year: left.year });
      expect(goesOn.sides.a).toMatchObject({ classId: left.sides.a.classId });
    }
  });

  test('has interests that came by the public form with a proven address, where it is in use', async () => {
    const { rows } = await demo.world.pool.query<{ programme: string; proven: boolean }>(
      `select distinct data ->> 'programme' as programme, (data ->> 'emailVerified')::boolean as proven
       from (select body::jsonb -> 'data' as data from events where type = 'InterestReceived.v1') as received
       where data ->> 'channel' = 'form' order by 1`,
    );
    const programmes =
      SIZE === 'whole' ? ['birmingham', 'bradford', 'kent', 'leeds', 'leicester'] : ['bradford'];
    if (SIZE === 'whole') programmes.push('tower-hamlets');
    expect(rows).toEqual(programmes.map((programme) => ({ programme, proven: true })));
  });

  test('has classes that wait for a partner this year, and none that still waits for one of another year', async () => {
    const { pool } = demo.world;
    const waiting = await waitingByProgramme(pool, { programmes: ['bradford'], fromYear: '2026-27' });
    const { rows } = await pool.query<{ classes: number }>(
      `select count(*)::int as classes from waiting_classes
       where programme = 'bradford' and year = '2026-27' and status = 'waiting'`,
    );
    expect(waiting).toMatchObject([{ programme: 'bradford', ...rows[0] }]);
    expect(waiting[0]?.classes).toBeGreaterThan(4);
    expect(await waitingByProgramme(pool, { programmes: ['bradford'], fromYear: '2027-28' })).toEqual([]);
  });

  test('knows a programme that wants to join, and lets it have nothing yet', async () => {
    const { pool, eventStore } = demo.world;
    expect(await findProgramme(pool, 'bristol')).toMatchObject({ name: 'Bristol', state: 'proposed' });
    await expect(namedProgramme(eventStore, 'bristol')).rejects.toMatchObject({
      code: 'PROGRAMME_NOT_JOINED',
    });
    expect(await namedProgramme(eventStore, 'bradford')).toMatchObject({ state: 'joined' });
  });

  test('shows every link as its own stream tells it', async () => {
    const { pool, eventStore } = demo.world;
    const { rows } = await pool.query<{ ref: string; link: Link }>('select ref, link from link_board');
    expect(rows.length).toBeGreaterThan(40);
    for (const { ref, link } of rows) {
      const told = (await readLink(eventStore, ref)).link;
      expect(link).toEqual(JSON.parse(JSON.stringify(told, withoutCommand)));
    }
  });

  test('has nothing old to send, but mails for the coming days, and one that was refused', async () => {
    const { pool } = demo.world;
    const { rows } = await pool.query<{ status: string; late: number; count: number }>(
      `select status, count(*)::int as count, count(*) filter (where due_at <= $1)::int as late
       from mails where status in ('planned', 'queued', 'sending', 'sent') group by status order by status`,
      [DEMO_NOW],
    );
    expect(rows).toMatchObject([{ status: 'planned', late: 0 }, { status: 'sent' }]);
    expect(rows.every(({ count }) => count > 50)).toBe(true);
    const failed = await pool.query(`select distinct person_id, reason from mails where status = 'failed'`);
    expect(failed.rows).toEqual([{ person_id: expect.any(String), reason: 'refused-550' }]);
    const unheard = await pool.query(
      `select from mails where status = 'sent' and not exists (
         select from link_history where source = 'correspondence' and data ->> 'mailId' = mails.id)`,
    );
    expect(unheard.rowCount).toBe(0);
  });

  test('leaves the workers nothing to plan: what they ask for is there already', async () => {
    const { pool, eventStore: store } = demo.world;
    const standing = async () =>
      (await pool.query(`select id, status, due_at, content from mails order by id`)).rows;
    const before = await standing();
    await pool.query(`delete from checkpoints where consumer = 'planning'`);
    const consumer = planning({
      wantedMails: wantedMailsOf(store),
      sessionsOf: sessionsOfLinks(store),
      clock: new SetClock(DEMO_NOW),
      mailDomain: 'localhost',
    });
    await catchUp({ pool, store, page: 10_000 }, consumer);
    expect(await standing()).toEqual(before);
    expect(await takeDueMails({ pool, store }, DEMO_NOW)).toEqual([]);
  });

  test('is written once: the next start leaves it alone', async () => {
    const head = await demo.world.eventStore.head();
    await write(demo, SIZE);
    expect(await demo.world.eventStore.head()).toBe(head);
  });

  test('has its mails made again from the log alone, all the same', async () => {
    const { pool, eventStore: store } = demo.world;
    const clock = new SetClock(DEMO_NOW);
    // At once means with the fact that asked for it; the past of the demonstration is planned once an evening.
    const mails = async () =>
      (
        await pool.query(
          `select id, subject, programme, step, anchor_date, person_id, mailbox, kind, status, content, message_id, attempt,
             merged_into, sent_at, reason, case kind when 'scheduled' then due_at end as due_at from mails order by id`,
        )
      ).rows;
    const before = await mails();
    await pool.query(
      'delete from outbox_deliveries; delete from mails where merged_into is not null; delete from mails',
    );
    const rebuilt = await rebuildMails({ pool, store, clock, mailDomain: 'localhost' });
    expect(rebuilt).toMatchObject({ added: before.length, mended: 0, unexplained: [], unheard: [] });
    expect(await mails()).toEqual(before);
    expect(await rebuildMails({ pool, store, clock, mailDomain: 'localhost' })).toMatchObject({
      added: 0,
      mended: 0,
    });
    expect(await takeDueMails({ pool, store }, DEMO_NOW)).toEqual([]);
  });

  test('that was killed is gone on with at the next start, and ends in the same history', async () => {
    const killed = await open();
    try {
      const log = killed.world.eventStore;
      await expect(write(killed, SIZE, dyingAfter(600, log))).rejects.toThrow('killed');
      await expect(write(killed, SIZE, dyingAfter(200, log))).rejects.toThrow('killed');
      await write(killed, SIZE);
      const [one, other] = [await events(demo), await events(killed)];
      expect(one.length).toBeGreaterThan(2000);
      expect(other).toEqual(one);
      expect(await mailsOf(killed)).toEqual(await mailsOf(demo));
    } finally {
      await close(killed);
    }
  });
});

/** The board knows of an event what the history shows. */
const withoutCommand = (key: string, value: unknown) => (key === 'commandId' ? undefined : value);

/** A log whose process dies when so many appends to it were made. */
function dyingAfter(appends: number, log: EventStore): EventStore {
  let left = appends;
  return {
    append: async (...append) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return log.append(...append);
    },
    readStream: (...read) => log.readStream(...read),
    readAll: (...read) => log.readAll(...read),
    subscribe: (...following) => log.subscribe(...following),
    head: () => log.head(),
    comparePositions: (a, b) => log.comparePositions(a, b),
    ping: () => log.ping(),
    close: () => log.close(),
  };
}

/** All but what holds chance: the ids of the log and of imports, and the salts of signatures in the bodies. */
async function events({ world }: Opened) {
  const { rows } = await world.pool.query(
    `select stream, revision, event_id, type, recorded_at, body::jsonb ->> 'occurredOn' as day
     from events where stream not like 'import-%' and stream <> 'log-identity' order by stream, revision`,
  );
  return rows;
}

async function mailsOf({ world }: Opened) {
  const { rows } = await world.pool.query(
    // Those made again from the log are due with the fact that asked for them.
    `select id, status, case kind when 'scheduled' then due_at end as due_at, sent_at, reason, merged_into, content
     from mails order by id`,
  );
  return rows;
}
