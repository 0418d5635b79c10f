import { TestApi } from './support/api.js';

let api: TestApi;
const grant = {
  funder: 'Stockport Homes',
  kind: 'local',
  from: '2026-09-01',
  until: '2027-08-31',
  programmes: ['bradford'],
  pays: ['coach'],
  reportsDue: ['2027-09-30', '2027-01-31'],
};

beforeAll(async () => {
  api = await TestApi.open('2026-09-14T09:00:00.000Z');
}, 60_000);

afterAll(() => api?.end());

describe('grants over the API', () => {
  it('are refused to a programme that keeps no register of funders', async () => {
    const early = await api.post('/grants', grant);
    expect([early.statusCode, early.json()]).toMatchObject([
      422,
      { code: 'SWITCHED_OFF', detail: expect.stringContaining('Bradford keeps no register of funders.') },
    ]);
    expect((await api.get('/grants')).json()).toEqual({ items: [], next: null });
  });

  it('are added, changed and ended, twice being once', async () => {
    const { revision } = (await api.get('/programmes/bradford')).json();
    await api.post(
      '/programmes/bradford/turn-switch',
      { switch: 'funders', on: true },
      { ifMatch: revision },
    );
    await api.catchUp();
    const made = await api.post('/grants', grant, { key: 'one' });
    expect([made.statusCode, made.json()]).toMatchObject([
      201,
      { funder: 'Stockport Homes', reportsDue: ['2027-01-31', '2027-09-30'], revision: 1 },
    ]);
    const { id } = made.json();
    expect((await api.post('/grants', grant, { key: 'one' })).json()).toMatchObject({ id });
    expect((await api.post(`/grants/${id}/change`, grant)).statusCode).toBe(428);
    const same = await api.post(`/grants/${id}/change`, grant, { ifMatch: 1 });
    expect(same.json()).toMatchObject({ revision: 1 });
    const ended = await api.post(
      `/grants/${id}/end`,
      { on: '2027-03-31', reasonCode: 'funder-withdrew' },
      { ifMatch: 1 },
    );
    expect(ended.json()).toMatchObject({ revision: 2, ended: { on: '2027-03-31' } });
    const late = await api.post(`/grants/${id}/change`, { ...grant, pays: [] }, { ifMatch: 2 });
    expect([late.statusCode, late.json()]).toMatchObject([422, { code: 'GRANT_ENDED' }]);
    await api.catchUp();
    expect((await api.get('/grants?programme=bradford')).json()).toMatchObject({
      items: [{ id }],
      next: null,
    });
  });

  it('are seen by the programmes they pay for, and a national one is the office’s', async () => {
    const national = { ...grant, kind: 'national', funder: 'Pears Foundation', programmes: undefined };
    expect((await api.post('/grants', national)).statusCode).toBe(403);
    const made = await api.post('/grants', national, { as: api.people.national });
    expect([made.statusCode, made.json().programmes]).toEqual([201, undefined]);
    await api.catchUp();
    const names = async (as?: string) =>
      (await api.get('/grants', as === undefined ? {} : { as }))
        .json<{ items: readonly { funder: string }[] }>()
        .items.map(({ funder }) => funder);
    expect(await names()).toEqual(['Pears Foundation', 'Stockport Homes']);
    expect(await names(api.people.kent)).toEqual([]);
    expect((await api.get(`/grants/${made.json().id}`, { as: api.people.kent })).statusCode).toBe(404);
    expect((await api.post('/grants', { ...grant, programmes: ['kent'] })).statusCode).toBe(404);
    const wrong = await api.post('/grants', { ...grant, reportsDue: ['2027-02-30'] });
    expect([wrong.statusCode, wrong.body]).toEqual([400, expect.stringContaining('a day that exists')]);
  });
});
