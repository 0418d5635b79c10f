import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import { passSuccessions, successionsDue } from '@linking/application/carrying/successions.js';
import { readInterest } from '@linking/application/interests/read-interest.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import { linkedBefore } from '@linking/application/links/linked-before.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { lineageOf } from '@linking/application/schools/lineage.js';
import { interestOf, issuedLink, offer, programme, signed } from './support/linked-schools.js';
import { anybody, openTwoDoors, type Doors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;
let one: Doors;

/** 1 became 2 and 2 is open; 3 became 4 and 4 closed too; 5 closed and nobody followed. */
async function closeSomeSchools(): Promise<void> {
  await one.pool.query(
    `update schools set status = 'Closed', closed_on = '2026-08-31' where urn in ('900001', '900003', '900004', '900005')`,
  );
  await one.pool.query(
    `insert into school_links (from_urn, to_urn, link_type)
     values ('900001', '900002', 'Successor'), ('900003', '900004', 'Successor')`,
  );
}

beforeAll(async () => {
  doors = await openTwoDoors();
  one = doors.one;
  await one.bus.execute(programme('bradford', 'BRD'));
});

afterAll(() => doors.close());

test('a school that closed is told with its successor, if that one is open', async () => {
  const urns = ['900001', '900003', '900005', '900006'];
  const offers: Awaited<ReturnType<typeof offer>>[] = [];
  for (const urn of urns) offers.push(await offer(one, `before ${urn}`, interestOf(urn)));
  await closeSomeSchools();

  const again = (urn: string) => offer(one, `after ${urn}`, interestOf(urn));
  await expect(again('900001')).rejects.toMatchObject({
    code: 'SCHOOL_CLOSED',
    sentence: 'School 1 closed on 31 August 2026. Its successor is School 2 (900002).',
  });
  for (const urn of ['900003', '900005']) {
    await expect(again(urn)).rejects.toMatchObject({
      code: 'SCHOOL_CLOSED',
      sentence: `School ${urn.at(-1)} closed on 31 August 2026 and has no successor on record.`,
    });
  }

  const [converted, gone, closed, open] = offers;
  const propose = (a: typeof open, name: string) =>
    one.bus.execute(
      new ProposeLink(
        { programme: 'bradford', year: '2026-27', kind: 'between-schools', a: a!, b: open! },
        { overrides: [{ rule: 'class-in-two-links', reasonCode: 'unequal-forms' }] },
        anybody(name),
      ),
    );
  for (const it of [gone, closed]) {
    await expect(propose(it, `propose ${it?.classId}`)).rejects.toMatchObject({
      code: 'SCHOOL_CLOSED',
      sentence: expect.stringContaining('has no successor on record'),
    });
  }
  expect((await propose(converted, 'propose converted')).link.sides.a.urn).toBe('900001');
});

test('an open link and an interest that waits pass from a closed school to the one that goes on, once', async () => {
  const ref = await issuedLink(one, 'converting', ['900006', '900007']);
  const sign = (name: string, side: 'a' | 'b') =>
    one.bus.execute(
      new ChangeLink(ref, signed(side, `Head of ${name}`, '2026-1'), {}, anybody(`sign ${name}`)),
    );
  await sign('900007', 'b');
  const waiting = await offer(one, 'waits at 7', interestOf('900007'));
  const before = (await readLink(one.store, ref)).link;
  await one.pool.query(
    `update schools set status = 'Closed', closed_on = '2026-08-31' where urn in ('900007', '900008')`,
  );
  await one.pool.query(
    `insert into school_links (from_urn, to_urn, link_type, established_on)
     values ('900007', '900008', 'Successor', '2026-09-01'), ('900008', '900009', 'Successor', '2026-09-02')`,
  );
  await one.catchUp();
  const passing = { pool: one.pool, store: one.store, dispatch: dispatchOver(one.bus) };
  await passSuccessions(passing, '2026-09-14');
  // The lists have not read it yet, so it is asked for again.
  await passSuccessions(passing, '2026-09-14');

  const { link, facts } = await readLink(one.store, ref);
  expect(facts.filter(({ type }) => type === 'SchoolSucceeded').map(({ data }) => data)).toEqual([
    { side: 'b', from: '900007', to: '900009', on: '2026-09-02' },
  ]);
  expect(link.sides.b).toEqual({ ...before.sides.b, urn: '900009' });
  expect([link.agreement, link.differenceProfile]).toEqual([before.agreement, before.differenceProfile]);
  expect((await readInterest(one.store, waiting.interestId)).interest.urn).toBe('900009');

  await one.catchUp();
  expect(await successionsDue(one.pool, '2026-09-14')).toEqual([]);
  const known = { type: 'LoseContact', side: 'b', personId: link.sides.b.headId } as const;
  expect((await one.bus.execute(new ChangeLink(ref, known, {}, anybody('her head')))).events).toHaveLength(1);
  const earlier = await linkedBefore(one.pool, '900006', ['900007', '900005'], '2027-28');
  expect([...earlier.values()].map((it) => it.ref)).toEqual([ref]);
});

test('two schools that merge pass what they have to the one that goes on, and a link between them stays one link', async () => {
  await one.pool.query(
    `insert into schools (urn, name, as_of, search)
     select (900009 + n)::text, 'School ' || (9 + n), '2026-09-01', 'school' from generate_series(1, 3) n`,
  );
  const ref = await issuedLink(one, 'merging', ['900010', '900011']);
  await one.pool.query(
    `update schools set status = 'Closed', closed_on = '2026-08-31' where urn in ('900010', '900011')`,
  );
  await one.pool.query(
    `insert into school_links (from_urn, to_urn, link_type)
     values ('900010', '900012', 'Successor - amalgamated'), ('900011', '900012', 'Successor - amalgamated')`,
  );
  await one.catchUp();
  await passSuccessions({ pool: one.pool, store: one.store, dispatch: dispatchOver(one.bus) }, '2026-09-14');
  const { link } = await readLink(one.store, ref);
  expect([link.sides.a.urn, link.sides.b.urn, link.outcome]).toEqual(['900012', '900012', 'open']);
  const lines = await lineageOf(one.pool, ['900012']);
  expect([...(lines.get('900012') ?? [])].toSorted()).toEqual(['900010', '900011', '900012']);
});

test('after a split a person chooses where the class goes', async () => {
  const ref = await issuedLink(one, 'splitting', ['900006', '900002']);
  await one.pool.query(`update schools set status = 'Closed', closed_on = '2026-08-31' where urn = '900002'`);
  await one.pool.query(
    `insert into school_links (from_urn, to_urn, link_type)
     values ('900002', '900006', 'Successor'), ('900002', '900009', 'Successor - Split School')`,
  );
  await one.catchUp();
  const due = await successionsDue(one.pool, '2026-09-14');
  expect(due.filter(({ command }) => command.id === ref)).toEqual([]);
  const choose = (to: string) =>
    one.bus.execute(
      new ChangeLink(ref, { type: 'SucceedSchool', side: 'b', to }, {}, anybody(`choose ${to}`)),
    );
  await expect(choose('900005')).rejects.toMatchObject({ code: 'NOT_A_SUCCESSOR' });
  expect((await choose('900009')).link.sides.b.urn).toBe('900009');
});
