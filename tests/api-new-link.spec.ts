import type { LinkDetails } from '@linking/application/links/link-details.js';
import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

describe('a new link', () => {
  it('is made once for one key, even when its answer was lost', async () => {
    const offers = await Promise.all(['900001', '900003'].map((urn) => api.interest(urn, `5 ${urn}`)));
    const [a, b] = offers.map(({ id, classes }) => ({ interestId: id, classId: classes[0]?.classId }));
    const overrides = [{ rule: 'linked-before', reasonCode: 'both-heads-asked' }];
    const body = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b, overrides };
    const first = await api.post('/links', body, { key: 'propose-1' });
    expect(first.statusCode).toBe(201);
    const { ref } = first.json<LinkDetails>();
    expect(first.headers).toMatchObject({ location: `/api/v1/links/${ref}`, etag: '"3"' });

    const again = await api.post('/links', body, { key: 'propose-1' });
    expect(again.body).toBe(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: `/api/v1/links/${ref}` });

    await api.pool.query("delete from answers where key = 'propose-1'");
    const lost = await api.post('/links', body, { key: 'propose-1' });
    expect([lost.statusCode, lost.json<LinkDetails>().ref]).toEqual([201, ref]);
    expect(lost.headers['idempotency-replayed']).toBeUndefined();
    expect((await api.get(`/links/${ref}/events`)).json<{ items: unknown[] }>().items).toHaveLength(3);
  });

  it('cannot be made in another programme, and a wrong year is refused by the rules', async () => {
    const offer = {
      interestId: '5d4a8f0e-93a1-4c1b-8f0e-2b7c1f434b0e',
      classId: '0b6a3f5e-6d1f-4a77-9c43-8c2e1d9f7a10',
    };
    const body = { programme: 'kent', year: '2026-27', kind: 'between-schools', a: offer, b: offer };
    expect((await api.post('/links', body)).statusCode).toBe(404);
    const { id, classes } = await api.interest('900002', '6 Ash');
    const own = { interestId: id, classId: classes[0]?.classId };
    const wrong = await api.post('/links', {
      ...body,
      programme: 'bradford',
      year: '2026-29',
      a: own,
      b: own,
    });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([422, 'YEAR_NOT_VALID']);
    expect((await api.post('/links', { ...body, programme: 'bradford', year: '2026/27' })).statusCode).toBe(
      400,
    );
  });

  it('marks what the national office does for a programme', async () => {
    const { ref, revision } = await api.link('900002', '900003');
    await api.post(`/links/${ref}/broker`, {}, { as: api.people.national, ifMatch: revision });
    const { items } = (await api.get(`/links/${ref}/events`)).json<{
      items: { type: string; onBehalfOf?: string }[];
    }>();
    expect(items.find(({ type }) => type === 'LinkBrokered.v1')?.onBehalfOf).toBe('bradford');
  });
});
