import { CommandBus } from '@nestjs/cqrs';
import { Readable } from 'node:stream';
import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import { passSuccessions } from '@linking/application/carrying/successions.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import { TestApi, type InterestAnswered } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code;
const brook = { name: 'Brook Free School', town: 'Bradford', postcode: 'BD1 4QT', laCode: '380' };
const importing = (rows: string) =>
  importSchools(
    api,
    Readable.from([Buffer.from(`URN,LA (code),EstablishmentName,EstablishmentStatus (name)\n${rows}`)]),
    {
      actor: 'worker:spec',
      channel: 'cli',
    },
  );
const join = (key: string, urn: string, as = api.rosa) => api.post(`/schools/${key}/join`, { urn }, { as });

describe('a school that is not in the register', () => {
  it('is added once, in the area of whoever adds it', async () => {
    const added = await api.post('/schools', brook, { key: 'brook' });
    expect(added.statusCode).toBe(201);
    expect(added.headers).toMatchObject({ location: '/api/v1/schools/N00001', etag: '"1"' });
    expect(added.json()).toMatchObject({
      urn: 'N00001',
      name: 'Brook Free School',
      laName: 'Bradford',
      byHand: true,
    });
    expect((await api.post('/schools', brook, { key: 'brook' })).json()).toMatchObject({ urn: 'N00001' });
    await api.pool.query("delete from answers where key = 'brook'");
    expect((await api.post('/schools', brook, { key: 'brook' })).json()).toMatchObject({ urn: 'N00001' });
    expect((await api.get('/schools?q=brook')).json()).toMatchObject({ items: [{ urn: 'N00001' }] });
    const elsewhere = { ...brook, name: 'Far School', postcode: 'ME1 1AA', laCode: '886' };
    expect((await api.post('/schools', elsewhere)).statusCode).toBe(403);
    expect((await api.post('/schools', elsewhere, { as: api.people.auditor })).statusCode).toBe(403);
    const national = await api.post('/schools', elsewhere, { as: api.people.national });
    expect(national.json()).toMatchObject({ urn: 'N00002' });
  });

  it('is looked for first, and the sentences say what to do', async () => {
    const again = await api.post('/schools', { ...brook, postcode: 'BD1 5AA' });
    expect([again.statusCode, codeOf(again)]).toEqual([422, 'SCHOOL_MAY_BE_KNOWN']);
    expect(again.body).toContain('Brook Free School, Bradford, BD1 4QT (N00001)');
    const other = await api.post('/schools', { ...brook, postcode: 'BD1 5AA', noneOf: ['N00001'] });
    expect(other.json()).toMatchObject({ urn: 'N00003' });
    expect(codeOf(await api.post('/schools', { ...brook, laCode: '999' }))).toBe('AUTHORITY_UNKNOWN');
    expect((await api.post('/schools', { ...brook, laCode: 'Bradford' })).statusCode).toBe(400);
    expect((await api.post('/schools', { ...brook, postcode: 'nowhere' })).statusCode).toBe(400);
  });

  it('takes part like every other one, and no file of the register changes it', async () => {
    const interest = await api.interest('N00001', '4 Brook');
    expect(interest).toMatchObject({ programme: 'bradford', school: 'Brook Free School' });
    const before = (await api.get('/schools/N00001')).json();
    const result = await importing(
      'N00001,886,Another name,Closed\n149300,380,Brook Academy,Open\n149301,380,Old Brook,Closed\n',
    );
    expect(result).toMatchObject({ added: 2, errors: [{ line: 2 }] });
    expect((await api.get('/schools/N00001')).json()).toEqual(before);
  });

  it('is joined to no unknown, closed or foreign school', async () => {
    expect(codeOf(await join('N00001', '111111'))).toBe('SCHOOL_UNKNOWN');
    expect(codeOf(await join('N00001', '149301'))).toBe('SCHOOL_CLOSED');
    expect((await join('N00001', 'N00003')).statusCode).toBe(400);
    expect((await join('N00001', '149300', api.people.kent)).statusCode).toBe(403);
    expect((await join('N00009', '149300')).statusCode).toBe(404);
  });

  it('goes on as the one of the register once it is joined: links, interests, people, history', async () => {
    const link = await api.link('N00001', '900002');
    const waiting = await api.interest('N00001', '5 Brook');
    await api.catchUp();
    const joined = await join('N00001', '149300');
    expect([joined.statusCode, joined.json()]).toMatchObject([200, { urn: '149300', byHand: false }]);
    expect((await join('N00001', '149300')).statusCode).toBe(200);
    const revisions = await api.store.readStream('school-N00001');
    expect(revisions.map(({ envelope }) => envelope.type)).toEqual([
      'SchoolAddedByHand.v1',
      'SchoolJoined.v1',
    ]);
    expect((await api.get('/schools/N00001')).json()).toMatchObject({
      closed: 'Brook Free School was added by hand and is in the register now: Brook Academy (149300).',
      successors: [{ urn: '149300' }],
    });
    const passing = {
      pool: api.pool,
      store: api.store,
      dispatch: dispatchOver(api.app.get(CommandBus, { strict: false })),
    };
    await passSuccessions(passing, '2026-06-15');
    expect((await api.get(`/links/${link.ref}`)).json()).toMatchObject({
      sides: { a: { urn: '149300', school: 'Brook Academy' } },
    });
    expect((await api.get(`/interests/${waiting.id}`)).json<InterestAnswered>()).toMatchObject({
      urn: '149300',
    });
    const head = { name: 'Head of N00001', email: 'head@n00001.example' };
    const more = await api.interest('149300', '6 Brook', { head });
    const people = await api.pool.query(
      "select count(*)::int as n from people where name = 'Head of N00001'",
    );
    expect([more.head.name, people.rows]).toEqual(['Head of N00001', [{ n: 1 }]]);
    await api.catchUp();
    await passSuccessions(passing, '2026-06-15');
    const events = (await api.store.readStream(`link-${link.ref}`)).map(({ envelope }) => envelope.type);
    expect(events.filter((type) => type === 'SchoolSucceeded.v1')).toHaveLength(1);
  });

  it('that is another one is not joined to the same URN, even at the same moment', async () => {
    expect(codeOf(await join('N00003', '149300'))).toBe('SCHOOL_ALREADY_JOINED');
    expect(codeOf(await join('N00001', '900003'))).toBe('SCHOOL_ALREADY_JOINED');
    const { urn } = (
      await api.post('/schools', { ...brook, name: 'Dale School', postcode: 'BD3 3AA' })
    ).json<{ urn: string }>();
    const both = await Promise.all([join('N00003', '900003'), join(urn, '900003')]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 422]);
    const refused = await api.post('/interests', {
      year: '2026-27',
      urn: 'N00001',
      channel: 'phone',
      head: { name: 'Helen Marsh', email: 'h@school.example' },
      classes: [{ yearGroups: [4], pupilCount: 28 }],
    });
    expect(codeOf(refused)).toBe('SCHOOL_CLOSED');
  });
});
