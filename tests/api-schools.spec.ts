import { readFileSync } from 'node:fs';
import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code;

describe('programmes and schools', () => {
  it('a coordinator sees her programme, the national office all', async () => {
    const slugs = async (as: string) =>
      (await api.get('/programmes', { as }))
        .json<{ items: { slug: string }[] }>()
        .items.map(({ slug }) => slug);
    expect(await slugs(api.rosa)).toEqual(['bradford']);
    expect(await slugs(api.people.national)).toEqual(['bradford', 'kent']);
    expect((await api.get('/programmes/bradford')).json()).toMatchObject({ code: 'BRD', laCodes: ['380'] });
    expect((await api.get('/programmes/kent')).statusCode).toBe(404);
  });

  it('a school is found by part of its name and by area, page by page', async () => {
    const find = async (query: string) =>
      (await api.get(`/schools${query}`)).json<{ items: { urn: string }[]; next: string | null }>();
    expect((await find('?q=hill')).items.map(({ urn }) => urn)).toEqual(['900002']);
    const area = await find('?programme=bradford&limit=2');
    expect(area.items).toHaveLength(2);
    expect((await find(`?programme=bradford&limit=2&after=${area.next}`)).items).toHaveLength(1);
    expect((await api.get('/schools/900001')).json()).toMatchObject({ name: "St Mary's Primary School" });
    expect((await api.get('/schools/123456')).statusCode).toBe(404);
    expect((await api.get('/schools?programme=kent')).statusCode).toBe(404);
    expect((await api.get('/schools?after=x')).statusCode).toBe(400);
  });
});

describe('importing schools', () => {
  const send = (query: string, payload: string | Buffer, as = api.people.admin, type = 'text/csv') =>
    api.app.inject({
      method: 'POST',
      url: `/api/v1/imports/schools${query}`,
      headers: { authorization: as, 'content-type': type },
      payload,
    });

  it('is for administrators and the national office', async () => {
    for (const as of [api.rosa, api.people.auditor]) expect((await send('', 'URN', as)).statusCode).toBe(403);
    expect((await send('', 'URN', 'Bearer nobody')).statusCode).toBe(401);
  });

  it('tries a file out, takes it, and finds nothing new the second time', async () => {
    const file = readFileSync('tests/data/schools-joined.csv');
    const dry = await send('?dryRun=true', file, api.people.national);
    expect(dry.statusCode).toBe(200);
    const { added } = dry.json<{ added: number }>();
    expect(added).toBeGreaterThan(1_000);
    expect((await api.get('/schools/100882')).statusCode).toBe(404);
    expect((await send('', file)).json()).toMatchObject({ added });
    expect((await api.get('/schools/100882')).json()).toMatchObject({
      name: 'Childrens House Nursery School',
    });
    expect((await send('', file)).json()).toMatchObject({ added: 0, changed: 0, closed: 0 });
  }, 60_000);

  it('lists what cannot be read, and with strict refuses the whole file', async () => {
    const rows =
      'URN,LA (code),EstablishmentName,Town,Postcode\n900010,380,New School,Bradford,BD1 1AA\nNAT,380,Total,,\n';
    const strict = await send('?strict=true', rows);
    expect([strict.statusCode, codeOf(strict)]).toEqual([422, 'IMPORT_HAS_ERRORS']);
    expect((await api.get('/schools/900010')).statusCode).toBe(404);
    const taken = await send('', rows);
    expect(taken.json()).toMatchObject({ added: 1, errors: [{ line: 3 }] });
  });

  it('imports nothing of a file that cannot be read, or of another type', async () => {
    const unknown = await send('', 'colour,shape\nred,round\n');
    expect([unknown.statusCode, codeOf(unknown)]).toEqual([400, 'IMPORT_HEADER_UNKNOWN']);
    expect((await send('', '{}', api.people.admin, 'application/json')).statusCode).toBe(415);
    expect((await send('?dryRun=perhaps', 'URN')).statusCode).toBe(400);
  });
});
