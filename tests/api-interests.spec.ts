import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApi } from './support/api.js';
import type { InterestAnswered } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code;

describe('interests', () => {
  it('are received once for one key, even when the answer was lost', async () => {
    const body = {
      year: '2026-27',
      urn: '900001',
      channel: 'phone',
      head: { name: ' Helen Marsh ', email: 'Head@St-Marys.example' },
      priorities: ['faith'],
      classes: [
        { name: '4 Oak', yearGroups: [4], pupilCount: 28 },
        { yearGroups: [3, 4], pupilCount: 30 },
      ],
    };
    const first = await api.post('/interests', body, { key: 'interest-1' });
    expect(first.statusCode).toBe(201);
    const received = first.json<InterestAnswered>();
    expect(first.headers).toMatchObject({ location: `/api/v1/interests/${received.id}`, etag: '"1"' });
    expect(received).toMatchObject({
      revision: 1,
      programme: 'bradford',
      status: 'waiting',
      school: "St Mary's Primary School",
      expressedOn: '2026-06-15',
      head: { name: 'Helen Marsh', email: 'head@st-marys.example' },
      classes: [
        { name: '4 Oak', status: 'waiting', placeholder: false },
        { name: 'Year 3/4 class', status: 'waiting', placeholder: true },
      ],
    });
    await api.pool.query("delete from answers where key = 'interest-1'");
    const again = await api.post('/interests', body, { key: 'interest-1' });
    expect(again.json<InterestAnswered>().id).toBe(received.id);
    expect((await api.get(`/interests/${received.id}`)).json()).toEqual(received);
  });

  it('are refused for a school that is not there, or lies outside every area', async () => {
    const refused = async (urn: string) => {
      const answer = await api.post('/interests', {
        year: '2026-27',
        urn,
        channel: 'phone',
        head: { name: 'Helen Marsh', email: 'h@school.example' },
        classes: [{ yearGroups: [4], pupilCount: 28 }],
      });
      return [answer.statusCode, codeOf(answer)];
    };
    expect(await refused('123456')).toEqual([422, 'SCHOOL_UNKNOWN']);
    expect(await refused('900005')).toEqual([422, 'OUTSIDE_EVERY_AREA']);
    expect(await refused('12345')).toEqual([400, 'INVALID_BODY']);
    // The area of another programme: to this coordinator it is not there.
    expect((await refused('900004'))[0]).toBe(404);
  });

  it('are withdrawn with a reason, and the revision that was seen is honoured when given', async () => {
    const { id } = await api.interest('900002', '5 Elm');
    const body = { reasonCode: 'staff-changes' };
    expect((await api.post(`/interests/${id}/withdraw`, body, { as: api.people.kent })).statusCode).toBe(404);
    expect((await api.post(`/interests/${id}/withdraw`, body, { ifMatch: 7 })).statusCode).toBe(412);
    const done = await api.post(`/interests/${id}/withdraw`, body, { ifMatch: 1 });
    expect(done.statusCode).toBe(200);
    expect(done.headers['etag']).toBe('"2"');
    expect(done.json()).toMatchObject({ status: 'withdrawn', revision: 2 });
    expect((await api.post(`/interests/${id}/withdraw`, {})).statusCode).toBe(400);
  });

  it('are listed page by page, by status, each programme its own', async () => {
    await api.interest('900003', '4 Ash', { expressedOn: '2026-05-20' });
    await api.catchUp();
    const list = async (query: string, as = api.rosa) =>
      (await api.get(`/interests${query}`, { as })).json<{
        items: InterestAnswered[];
        next: string | null;
      }>();
    const all = await list('');
    expect(all.items.length).toBeGreaterThanOrEqual(3);
    const first = await list('?limit=1');
    expect(first.items).toEqual(all.items.slice(0, 1));
    expect((await list(`?limit=200&after=${first.next}`)).items).toEqual(all.items.slice(1));
    expect((await list('?status=withdrawn')).items.map(({ status }) => status)).toEqual(['withdrawn']);
    expect((await list('?programme=kent')).items).toEqual([]);
    expect((await list('', api.people.kent)).items).toEqual([]);
    const forged = Buffer.from(JSON.stringify(['2026-06-01', 'no uuid'])).toString('base64url');
    expect((await api.get(`/interests?after=${forged}`)).statusCode).toBe(400);
  });
});
