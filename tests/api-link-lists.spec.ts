import type { LinkDetails } from '@linking/application/links/link-details.js';
import { TestApi } from './support/api.js';

const PAIRS = [
  ['900001', '900002'],
  ['900002', '900003'],
  ['900003', '900001'],
  ['900001', '900003'],
  ['900002', '900001'],
] as const;

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

describe('lists of links', () => {
  const refs = async (query: string, as = api.rosa) => {
    const answer = await api.get(`/links${query}`, { as });
    expect([query, answer.statusCode]).toEqual([query, 200]);
    return answer.json<{ items: LinkDetails[]; next: string | null }>().items.map(({ ref }) => ref);
  };

  beforeAll(async () => {
    for (const [a, b] of PAIRS) await api.link(a, b);
    await api.change('BRD-2026-002', 'broker');
    await api.change('BRD-2026-003', 'pause', { reasonCode: 'inspection' });
    await api.change('BRD-2026-004', 'decline-proposal', {
      side: 'a',
      reasonCode: 'staff-changes',
      wantsOtherPartner: false,
    });
    api.clock.set('2026-11-23T09:00:00.000Z');
    await api.catchUp();
  });

  it('show each link once, page by page', async () => {
    const all = await refs('');
    expect(all).toHaveLength(PAIRS.length);
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: LinkDetails[]; next: string | null } = (
        await api.get(`/links?limit=2${next && `&after=${next}`}`)
      ).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items.map(({ ref }) => ref));
      next = page.next;
    }
    expect(paged).toEqual(all);
    expect(all).toEqual([...new Set(all)].toSorted());
  });

  it('are filtered by stage, year, flag, outcome, programme and words', async () => {
    const all = await refs('');
    expect(await refs('?stage=brokered')).toEqual(['BRD-2026-002']);
    expect(await refs('?flag=paused')).toEqual(['BRD-2026-003']);
    const listed = (await api.get('/links')).json<{ items: LinkDetails[] }>().items;
    const overdue = listed.filter(({ flags }) => flags.includes('overdue')).map(({ ref }) => ref);
    expect(overdue).not.toEqual([]);
    expect(await refs('?flag=overdue')).toEqual(overdue);
    expect(await refs('?outcome=not-formed')).toEqual(['BRD-2026-004']);
    expect(await refs('?year=2026-27&programme=bradford')).toEqual(all);
    expect(await refs('?year=2025-26')).toEqual([]);
    expect(await refs('?outcome=completed')).toEqual([]);
    expect(await refs('?q=hillside')).toEqual(
      listed.filter(({ sides }) => [sides.a.urn, sides.b.urn].includes('900002')).map(({ ref }) => ref),
    );
    expect(await refs(`?q=${all[0]}`)).toEqual([all[0]]);
  });

  it('show a coordinator the links of her programmes alone', async () => {
    expect(await refs('', api.people.kent)).toEqual([]);
    expect(await refs('?programme=bradford', api.people.kent)).toEqual([]);
    expect(await refs('', api.people.national)).toEqual(await refs(''));
  });

  it('refuse what they do not know', async () => {
    for (const query of ['?limit=201', '?limit=0', '?stage=finished', '?after=x', '?flag=late', '?page=2']) {
      expect([query, (await api.get(`/links${query}`)).statusCode]).toEqual([query, 400]);
    }
  });
});
