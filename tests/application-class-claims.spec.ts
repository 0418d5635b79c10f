import { ProposeLink, type LinkProposal } from '@linking/application/links/propose-link.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { interestOf, offer, programme } from './support/linked-schools.js';
import { anybody, openTwoDoors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;

beforeAll(async () => {
  doors = await openTwoDoors();
  await doors.one.bus.execute(programme('bradford', 'BRD'));
});

afterAll(() => doors.close());

const classes = async (name: string, urns: readonly string[]) => {
  const offers = [];
  for (const urn of urns) offers.push(await offer(doors.one, `${name} ${urn}`, interestOf(urn)));
  return offers as [LinkProposal['a'], LinkProposal['a'], LinkProposal['a']];
};
const proposal = (a: LinkProposal['a'], b: LinkProposal['a']): LinkProposal => ({
  programme: 'bradford',
  year: '2026-27',
  kind: 'between-schools',
  a,
  b,
});
const reason = [{ rule: 'class-in-two-links', reasonCode: 'three-classes' }] as const;

describe('a class that is proposed by several people at once', () => {
  test('gets one link; the others are asked why it should be in two', async () => {
    const [a, b, c] = await classes('at once', ['900001', '900002', '900003']);
    const tries = [
      doors.one.bus.execute(new ProposeLink(proposal(a, b), {}, anybody('first'))),
      doors.other.bus.execute(new ProposeLink(proposal(a, b), {}, anybody('second'))),
      doors.one.bus.execute(new ProposeLink(proposal(a, c), {}, anybody('third'))),
      doors.other.bus.execute(new ProposeLink(proposal(c, b), {}, anybody('fourth'))),
    ];
    const settled = await Promise.allSettled(tries);
    const refused = settled.filter((it) => it.status === 'rejected').map((it) => it.reason as unknown);
    expect(settled.length - refused.length).toBeGreaterThanOrEqual(1);
    for (const error of refused) {
      expect(error).toMatchObject({ code: 'REASON_REQUIRED', more: { rule: 'class-in-two-links' } });
    }
    await doors.one.catchUp();
    const { rows } = await doors.one.pool.query<{ links: number }>(
      `select count(*)::int as links from link_board, unnest(array[class_a, class_b]) as class
       group by class having count(*) > 1`,
    );
    expect(rows).toEqual([]);
    const { rows: held } = await doors.one.pool.query<{ ref: string }>(
      'select distinct ref from class_claims',
    );
    const made = settled.flatMap((it) => (it.status === 'fulfilled' ? [it.value.link.ref] : []));
    expect(held.map(({ ref }) => ref).toSorted()).toEqual(made.toSorted());
  });

  test('is in two links when a reason is given, and free again when its link is not formed', async () => {
    const [a, b, c] = await classes('in turn', ['900004', '900005', '900006']);
    const first = await doors.one.bus.execute(new ProposeLink(proposal(a, b), {}, anybody('in turn')));
    const again = new ProposeLink(proposal(a, c), {}, anybody('again'));
    await expect(doors.other.bus.execute(again)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    const second = new ProposeLink(proposal(a, c), { overrides: reason }, anybody('with a reason'));
    const { link } = await doors.other.bus.execute(second);
    expect(link.ref).not.toBe(first.link.ref);

    for (const ref of [first.link.ref, link.ref]) {
      const decline = {
        type: 'DeclineProposal',
        side: 'b',
        reasonCode: 'no-time',
        wantsOtherPartner: true,
      } as const;
      await doors.one.bus.execute(new ChangeLink(ref, decline, {}, anybody(`decline ${ref}`)));
    }
    await doors.one.catchUp();
    const free = new ProposeLink(proposal(a, b), {}, anybody('free again'));
    expect((await doors.one.bus.execute(free)).link.outcome).toBe('open');
  });

  test('is not held for ever by a proposal that died before it was written', async () => {
    const [a, b] = await classes('dead', ['900007', '900008', '900009']);
    await doors.one.pool.query(
      `insert into class_claims (class_id, ref, claimed_at) values ($1, 'BRD-2026-900', now() - interval '5 minutes')`,
      [a.classId],
    );
    const { link } = await doors.one.bus.execute(
      new ProposeLink(proposal(a, b), {}, anybody('after a death')),
    );
    expect(link.outcome).toBe('open');
  });
});
