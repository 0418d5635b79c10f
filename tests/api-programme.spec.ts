import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import type { SessionDetails } from '@linking/application/training/session-details.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import { createPool } from '@linking/platform/database/pool.js';
import { freshDatabase } from './support/database.js';
import { testGateway, testSettings } from './support/gateway.js';
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

describe('training sessions and venues', () => {
  it('a session gives places, keeps a waiting list and takes attendance from its day on', async () => {
    const { ref, sides } = await api.link();
    const planned = await api.post(
      '/training-sessions',
      {
        programme: 'bradford',
        kind: 'initial-full',
        on: '2026-10-01',
        startsAt: '09:30',
        endsAt: '15:30',
        capacity: 1,
      },
      { key: 'session-1' },
    );
    expect(planned.statusCode).toBe(201);
    const { id } = planned.json<SessionDetails>();
    const place = (side: 'a' | 'b') => ({ linkRef: ref, side, teacherId: sides[side].teachers[0]?.personId });
    await api.post(`/training-sessions/${id}/enrol`, place('a'));
    const full = (await api.post(`/training-sessions/${id}/enrol`, place('b'))).json<SessionDetails>();
    expect(full.places.map(({ teacher, status }) => [teacher, status])).toEqual([
      ['Teacher of 900001', 'taken'],
      ['Teacher of 900002', 'waiting'],
    ]);
    const stranger = await api.post(`/training-sessions/${id}/enrol`, {
      ...place('a'),
      teacherId: randomUUID(),
    });
    expect([stranger.statusCode, codeOf(stranger)]).toEqual([422, 'TEACHER_NOT_IN_LINK']);

    const entries = [{ teacherId: place('b').teacherId, attended: true }];
    const early = await api.post(`/training-sessions/${id}/record-attendance`, { entries });
    expect([early.statusCode, codeOf(early)]).toEqual([422, 'SESSION_NOT_HELD_YET']);
    const freed = (
      await api.post(`/training-sessions/${id}/give-up-place`, place('a'))
    ).json<SessionDetails>();
    expect(freed.places).toMatchObject([{ teacher: 'Teacher of 900002', status: 'taken' }]);

    api.clock.set('2026-10-01T16:00:00.000Z');
    const stale = await api.post(`/training-sessions/${id}/record-attendance`, { entries }, { ifMatch: 1 });
    expect(stale.statusCode).toBe(412);
    const came = await api.post(`/training-sessions/${id}/record-attendance`, { entries });
    expect(came.json()).toMatchObject({ places: [{ attended: true, minutes: 360 }] });
    expect((await api.get(`/training-sessions/${id}`)).json()).toEqual(came.json());
    expect((await api.get(`/training-sessions/${id}`, { as: api.people.kent })).statusCode).toBe(404);
    await api.catchUp();
    const list = (await api.get('/training-sessions?from=2026-09-01')).json<{ items: SessionDetails[] }>();
    expect(list.items).toEqual([came.json()]);
  });

  it('a venue is added with its contact, and a meeting planned there names it', async () => {
    const body = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 2 };
    const added = await api.post('/venues', {
      ...body,
      contact: 'Desk, 01274 496 0000',
      activities: ['art'],
    });
    expect(added.statusCode).toBe(201);
    const { id } = added.json<{ id: string }>();
    expect((await api.get(added.headers.location?.toString().replace('/api/v1', '') ?? '')).json()).toEqual(
      added.json(),
    );
    await api.catchUp();
    expect((await api.get('/venues')).json()).toEqual({ items: [added.json()], next: null });
    expect((await api.get('/venues', { as: api.people.kent })).json()).toMatchObject({ items: [] });
    expect((await api.post('/venues', { ...body, programme: 'kent' })).statusCode).toBe(404);
    expect((await api.post('/venues', { ...body, activities: ['bowling'] })).statusCode).toBe(400);

    const { ref, revision } = await api.link('900002', '900003');
    const plan = {
      number: 1,
      mode: 'in-person',
      on: '2027-01-14',
      startsAt: '10:00',
      endsAt: '14:00',
      pupilsExpected: 55,
    };
    const planned = await api.post(
      `/links/${ref}/plan-meeting`,
      { ...plan, venueId: id },
      { ifMatch: revision },
    );
    expect(planned.json<{ link: LinkDetails }>().link.meetings).toMatchObject([
      { venueId: id, venue: 'Cartwright Hall' },
    ]);
  });
});

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

describe('the clock of the demonstration', () => {
  it('is not there outside the demonstration', async () => {
    expect((await api.post('/demo/clock', { to: '2027-01-01' })).statusCode).toBe(404);
  });

  it('moves forward for everybody, and never back', async () => {
    const database = await freshDatabase();
    const pool = createPool({ url: database.url, name: 'demo-clock' });
    const clock = await DatabaseClock.open(pool);
    const gateway = await testGateway({
      settings: { ...testSettings, demo: true },
      world: { clock },
    });
    try {
      await clock.beginAt('2026-11-23T09:00:00.000Z');
      const { authorization } = await gateway.signedIn({
        email: 'auditor@linking.example',
        roles: ['auditor'],
      });
      const move = (to: unknown) =>
        gateway.app.inject({
          method: 'POST',
          url: '/api/v1/demo/clock',
          payload: { to },
          headers: { authorization },
        });
      const moved = await move('2027-01-14');
      expect([moved.statusCode, moved.json<{ now: string }>().now.slice(0, 16)]).toEqual([
        200,
        '2027-01-14T09:00',
      ]);
      expect((await move('2027-01-14T10:30:00Z')).json<{ now: string }>().now.slice(0, 16)).toBe(
        '2027-01-14T10:30',
      );
      const back = await move('2026-11-23T09:00:00Z');
      expect([back.statusCode, codeOf(back)]).toEqual([422, 'CLOCK_ONLY_FORWARD']);
      for (const to of ['tomorrow', '2027-02-30', '2027-03-01T25:00:00Z', 5]) {
        expect([to, (await move(to)).statusCode]).toEqual([to, 400]);
      }
    } finally {
      await gateway.close();
      await clock.close();
      await pool.end();
      await database.drop();
    }
  });
});
