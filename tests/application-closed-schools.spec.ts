import { ProposeLink } from '@linking/application/links/propose-link.js';
import { interestOf, offer, programme } from './support/linked-schools.js';
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
}, 30_000);

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
