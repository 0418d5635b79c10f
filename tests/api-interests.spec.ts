import { randomUUID } from 'node:crypto';
import { CommandBus } from '@nestjs/cqrs';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
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
      constraints: ['step-free-access'],
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
      constraints: ['step-free-access'],
      head: { name: 'Helen Marsh', email: 'head@st-marys.example' },
      classes: [
        { name: '4 Oak', status: 'waiting', placeholder: false },
        { name: 'Year 3/4 class', status: 'waiting', placeholder: true },
      ],
    });
    await api.pool.query("delete from answers where key = 'interest-1'");
    const again = await api.post('/interests', body, { key: 'interest-1' });
    expect(again.json<InterestAnswered>().id).toBe(received.id);
    const { warnings, ...interest } = received;
    expect(warnings).toEqual([]);
    expect((await api.get(`/interests/${received.id}`)).json()).toEqual(interest);
  });

  const received = (urn: string, more: object = {}) =>
    api.post('/interests', {
      year: '2026-27',
      urn,
      channel: 'phone',
      head: { name: 'Helen Marsh', email: 'h@school.example' },
      classes: [{ yearGroups: [4], pupilCount: 28 }],
      ...more,
    });

  it('are refused for a school that is not there', async () => {
    const unknown = await received('123456');
    expect([unknown.statusCode, codeOf(unknown)]).toEqual([422, 'SCHOOL_UNKNOWN']);
    const misread = await received('900001', { constraints: ['a child in a wheelchair'] });
    expect([misread.statusCode, codeOf(misread)]).toEqual([400, 'INVALID_BODY']);
    const misspelt = await received('12345');
    expect([misspelt.statusCode, codeOf(misspelt)]).toEqual([400, 'INVALID_BODY']);
  });

  it('go to the programme of their area, and whoever took the call still reads them', async () => {
    const handed = (await received('900004')).json<InterestAnswered>();
    expect(handed).toMatchObject({ programme: 'kent', status: 'waiting', revision: 2 });
    expect((await api.get(`/interests/${handed.id}`)).json()).toMatchObject({ programme: 'kent' });
    const change = { reasonCode: 'staff-changes' };
    expect((await api.post(`/interests/${handed.id}/withdraw`, change)).statusCode).toBe(404);
    const theirs = await api.post(`/interests/${handed.id}/withdraw`, change, { as: api.people.kent });
    expect(theirs.json()).toMatchObject({ status: 'withdrawn' });
    const kept = await received('900004', { programme: 'bradford', keptBecause: 'school-asked-for-us' });
    expect(kept.json()).toMatchObject({ programme: 'bradford', revision: 2 });
    await api.post(`/interests/${kept.json<InterestAnswered>().id}/withdraw`, change);
  });

  /** A programme that only wants to join. */
  const propose = (slug: string, code: string) => {
    const programme = { slug, code, name: 'Cumbria', laCodes: ['909'], districtCodes: [], year: '2026-27' };
    const sender = {
      actor: 'worker:spec',
      channel: 'cli',
      commandId: randomUUID(),
      correlationId: randomUUID(),
    } as const;
    return api.app.get(CommandBus, { strict: false }).execute(new JoinProgramme(programme, sender, true));
  };

  it('outside every area are placed, handed on, kept or declined by the national office', async () => {
    const as = api.people.national;
    const { id } = (await received('900005')).json<InterestAnswered>();
    const to = (command: string, body: object, who = as) =>
      api.post(`/interests/${id}/${command}`, body, { as: who });
    expect((await api.get(`/interests/${id}`)).json()).toMatchObject({
      programme: null,
      unplacedBecause: 'outside-every-area',
    });
    expect((await to('place', { programme: 'kent' }, api.rosa)).statusCode).toBe(404);
    expect((await to('keep', { reasonCode: 'programme-being-set-up' })).json()).toMatchObject({
      programme: null,
      revision: 3,
    });
    expect(codeOf(await to('place', { programme: 'atlantis' }))).toBe('PROGRAMME_UNKNOWN');
    await propose('cumbria', 'CUM');
    expect(codeOf(await to('place', { programme: 'cumbria' }))).toBe('PROGRAMME_NOT_JOINED');
    expect((await to('place', { programme: 'kent' })).json()).toMatchObject({ programme: 'kent' });
    expect(codeOf(await to('place', { programme: 'bradford' }))).toBe('INTEREST_ALREADY_PLACED');
    const handOver = { programme: 'bradford', reasonCode: 'nearer' };
    expect(codeOf(await to('hand-over', { ...handOver, programme: 'cumbria' }))).toBe('PROGRAMME_NOT_JOINED');
    expect((await to('hand-over', handOver)).json()).toMatchObject({ programme: 'bradford' });
    expect((await to('decline', { reasonCode: 'too-far' })).json()).toMatchObject({ status: 'declined' });
  });

  it('are changed class by class while they wait', async () => {
    const { id } = await api.interest('900002', '5 Yew');
    const to = async (command: string, body: object) =>
      (await api.post(`/interests/${id}/${command}`, body)).json<InterestAnswered>();
    const more = await to('offer-class', { yearGroups: [3], pupilCount: 30, placeholder: true });
    expect(more.classes).toMatchObject([{ name: '5 Yew' }, { name: 'Year 3 class', placeholder: true }]);
    const classId = more.classes[1]?.classId;
    const named = await to('change-class', { classId, name: '3 Ivy', pupilCount: 27 });
    expect(named.classes[1]).toMatchObject({ name: '3 Ivy', pupilCount: 27, placeholder: false });
    expect((await to('change-class', { classId, name: '3 Ivy' })).revision).toBe(named.revision);
    const dropped = await to('withdraw-class', { classId, reasonCode: 'no-teacher' });
    expect(dropped.classes.map(({ status }) => status)).toEqual(['waiting', 'withdrawn']);
    const head = await to('change-head', { head: { name: 'Nora Hill', email: 'nora@elm.example' } });
    expect(head.head).toMatchObject({ name: 'Nora Hill' });
    await to('withdraw', { reasonCode: 'staff-changes' });
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
    const withdrawn = (await list('?status=withdrawn')).items;
    expect(withdrawn.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect((await list('?status=declined')).items).toMatchObject([{ programme: 'bradford' }]);
    expect((await list('?programme=kent')).items).toEqual([]);
    expect((await list('', api.people.kent)).items).toMatchObject([{ programme: 'kent' }]);
    const forged = Buffer.from(JSON.stringify(['2026-06-01', 'no uuid'])).toString('base64url');
    expect((await api.get(`/interests?after=${forged}`)).statusCode).toBe(400);
  });
});
