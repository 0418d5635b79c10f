import ICAL from 'ical.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import { entriesBetween } from '@linking/application/calendar/calendar-entries.js';
import {
  coordinatorFeedAddress,
  renewFeedAddress,
  schoolFeedAddress,
  teacherFeedAddress,
} from '@linking/application/calendar/feed-address.js';
import type { SessionDetails } from '@linking/application/training/session-details.js';
import { TestApi } from './support/api.js';
import { testSettings } from './support/gateway.js';

let api: TestApi;
let ref: string;
let sessionId: string;
let teacher: string;

const desk = () => ({ pool: api.pool, clock: api.clock, settings: testSettings });
const pathOf = (address: string) => new URL(address).pathname;
const read = (
  address: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' | 'POST' = 'GET',
) => api.app.inject({ method, url: pathOf(address), headers });
const eventsOf = (content: string) =>
  new ICAL.Component(ICAL.parse(content) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const status = String(component.getFirstPropertyValue('status'));
    const { summary, location, sequence } = event;
    return [String(event.startDate), summary, location, sequence, status] as const;
  });
const feedOfRosa = async () => (await api.get('/me')).json<{ calendarFeed: string }>().calendarFeed;

const first = {
  number: 1,
  mode: 'in-person',
  on: '2026-11-26',
  startsAt: '10:00',
  endsAt: '14:00',
  pupilsExpected: 56,
  activities: [],
};
const visit = { ...first, number: 2, on: '2027-03-09', hostSide: 'b' };
const meeting = [
  '2026-11-26T10:00:00',
  "First meeting: St Mary's Primary School and Hillside Primary School",
];
const visiting = [
  '2027-03-09T10:00:00',
  "Linking visit: St Mary's Primary School at Hillside Primary School",
];

beforeAll(async () => {
  api = await TestApi.open('2026-10-05T09:00:00.000Z');
  const venue = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 2 };
  const venueId = (await api.post('/venues', venue)).json<{ id: string }>().id;
  const link = await api.link();
  ref = link.ref;
  teacher = link.sides.a.teachers[0]?.personId ?? '';
  const session = {
    programme: 'bradford',
    kind: 'planning-half',
    on: '2027-01-26',
    startsAt: '13:00',
    endsAt: '16:00',
    venueId,
    capacity: 20,
  };
  sessionId = (await api.post('/training-sessions', session)).json<SessionDetails>().id;
  await api.post(`/training-sessions/${sessionId}/enrol`, { linkRef: ref, side: 'a', teacherId: teacher });
  await api.change(ref, 'plan-meeting', { ...first, venueId });
  await api.change(ref, 'plan-meeting', visit);
  await api.catchUp();
}, 60_000);

afterAll(() => api.end());

test('a coordinator subscribes to the meetings and the training of her programme', async () => {
  const answer = await read(await feedOfRosa());
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private',
  });
  expect(answer.body).toContain('\r\nMETHOD:PUBLISH\r\n');
  expect(answer.body).toContain('\r\nX-WR-CALNAME:Schools Linking Bradford\r\n');
  expect(answer.body).toContain(`UID:meeting-${ref}-1@localhost`);
  expect(eventsOf(answer.body)).toEqual([
    [...meeting, 'Cartwright Hall, BD9 4NS', 0, 'CONFIRMED'],
    ['2027-01-26T13:00:00', 'Linking: planning half-day', 'Cartwright Hall, BD9 4NS', 0, 'CONFIRMED'],
    [...visiting, 'Hillside Primary School', 0, 'CONFIRMED'],
  ]);
});

test('a calendar names no person and no telephone', async () => {
  await api.pool.query(`update people set phone = '01274 496 0001'`);
  const people = await api.pool.query<{ name: string; email: string }>('select name, email from people');
  const feeds = [
    await feedOfRosa(),
    await teacherFeedAddress(desk(), teacher, '2026-27'),
    await schoolFeedAddress(desk(), '900001', '2026-27'),
  ];
  expect(people.rows.length).toBe(4);
  for (const address of feeds) {
    const { body } = await read(address);
    expect(eventsOf(body).length).toBeGreaterThan(1);
    expect(body).not.toContain('ATTENDEE');
    expect(body.replaceAll('\r\n ', '')).not.toMatch(/01274|Rosa|Class 9/);
    for (const { name, email } of people.rows) {
      expect(body).not.toContain(name);
      expect(body).not.toContain(email);
    }
  }
});

test('an answer that is known already is not sent again, and HEAD says as much as GET', async () => {
  const address = await feedOfRosa();
  const etag = String((await read(address)).headers.etag);
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const known = await read(address, { 'if-none-match': `"other", W/${etag}` });
  expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', etag]);
  expect((await read(address, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  const head = await read(address, {}, 'HEAD');
  expect([head.statusCode, head.headers.etag, head.body]).toEqual([200, etag, '']);
  expect((await read(address, {}, 'POST')).statusCode).toBe(404);
});

test('a teacher’s calendar has her links and the sessions she has a place in, a school’s all of its links', async () => {
  const summaries = async (address: string) =>
    eventsOf((await read(address)).body).map(([, summary]) => summary);
  expect(await summaries(await teacherFeedAddress(desk(), teacher, '2026-27'))).toEqual([
    meeting[1],
    'Linking: planning half-day',
    visiting[1],
  ]);
  expect(await summaries(await schoolFeedAddress(desk(), '900002', '2026-27'))).toEqual([
    meeting[1],
    visiting[1],
  ]);
  expect(await summaries(await schoolFeedAddress(desk(), '900003', '2026-27'))).toEqual([]);
  expect(await summaries(await teacherFeedAddress(desk(), teacher, '2025-26'))).toEqual([]);
});

test('what was moved or called off stays the same entry, one version on', async () => {
  const moved = { number: 1, on: '2026-12-03', startsAt: '10:00', endsAt: '14:00', reasonCode: 'weather' };
  const etag = (await read(await feedOfRosa())).headers.etag;
  await api.change(ref, 'reschedule-meeting', moved);
  await api.change(ref, 'cancel-meeting', { number: 2, reasonCode: 'weather' });
  await api.catchUp();
  const after = await read(await feedOfRosa(), { 'if-none-match': String(etag) });
  expect(after.statusCode).toBe(200);
  const events = eventsOf(after.body);
  expect(events.map(([start, , , sequence, status]) => [start, sequence, status])).toEqual([
    ['2026-12-03T10:00:00', 1, 'CONFIRMED'],
    ['2027-01-26T13:00:00', 0, 'CONFIRMED'],
    ['2027-03-09T10:00:00', 1, 'CANCELLED'],
  ]);
});

test('a teacher who gave up her place has the session no more, and one version on when she comes again', async () => {
  const place = { linkRef: ref, side: 'a', teacherId: teacher };
  const sessionsIn = async (address: string) =>
    eventsOf((await read(address)).body)
      .filter(([, summary]) => summary === 'Linking: planning half-day')
      .map(([, , , sequence]) => sequence);
  const address = await teacherFeedAddress(desk(), teacher, '2026-27');
  await api.post(`/training-sessions/${sessionId}/give-up-place`, place);
  await api.catchUp();
  expect([await sessionsIn(address), await sessionsIn(await feedOfRosa())]).toEqual([[], [0]]);
  await api.post(`/training-sessions/${sessionId}/enrol`, place);
  await api.catchUp();
  expect([await sessionsIn(address), await sessionsIn(await feedOfRosa())]).toEqual([[2], [0]]);
});

test('a school that was added by hand has a calendar, too', async () => {
  const { body, statusCode } = await read(await schoolFeedAddress(desk(), 'N00001', '2026-27'));
  expect(statusCode).toBe(200);
  expect(body).toContain('school N00001 2026–27');
});

test('an address that was renewed, or never made, opens nothing', async () => {
  const before = await feedOfRosa();
  expect(await feedOfRosa()).toBe(before);
  const answer = await api.post('/me/calendar-feed', {});
  const { calendarFeed } = answer.json<{ calendarFeed: string }>();
  expect(answer.statusCode).toBe(200);
  expect(calendarFeed).not.toBe(before);
  expect(await feedOfRosa()).toBe(calendarFeed);
  expect((await read(before)).statusCode).toBe(404);
  expect((await read(calendarFeed)).statusCode).toBe(200);
  expect((await read(`http://x/calendar/${'x'.repeat(43)}.ics`)).statusCode).toBe(404);
  expect((await read('http://x/calendar/.ics')).statusCode).toBe(404);
  const kept = await api.pool.query<{ kept: string }>(`select string_agg(t::text, '') as kept from tokens t`);
  expect(kept.rows[0]?.kept).not.toContain(calendarFeed.slice(-47, -4));
  await expect(
    renewFeedAddress(desk(), { kind: 'school', urn: '900001', year: '2026-27' }),
  ).resolves.not.toBe(await schoolFeedAddress(desk(), '900002', '2026-27'));
});

test('only a coordinator has a calendar, and only of her own programmes, while her account is open', async () => {
  const of = async (as: string) =>
    (await api.get('/me', { as })).json<{ id: string; calendarFeed: string | null }>();
  for (const as of [api.people.national, api.people.auditor, api.people.admin]) {
    expect((await of(as)).calendarFeed).toBeNull();
    expect((await api.post('/me/calendar-feed', {}, { as })).statusCode).toBe(403);
  }
  const { id, calendarFeed } = await of(api.people.kent);
  expect(eventsOf((await read(calendarFeed ?? '')).body)).toEqual([]);
  await api.pool.query('update users set disabled_at = now() where id = $1', [id]);
  expect((await read(await coordinatorFeedAddress(desk(), id))).statusCode).toBe(404);
});

test('a calendar ends with the year: on 31 July', async () => {
  const late = { ...first, number: 4, on: '2027-08-02' };
  await api.change(ref, 'plan-meeting', { ...late, hostSide: 'a' });
  await api.catchUp();
  const days = async (address: string) =>
    eventsOf((await read(address)).body).map(([start]) => start.slice(0, 10));
  const school = await schoolFeedAddress(desk(), '900001', '2026-27');
  expect(await days(school)).toEqual(['2026-12-03', '2027-03-09']);
  api.clock.set('2027-08-01T09:00:00.000Z');
  expect(
    await days(await coordinatorFeedAddress(desk(), (await api.get('/me')).json<{ id: string }>().id)),
  ).toEqual([]);
  expect(await days(school)).toEqual(['2026-12-03', '2027-03-09']);
  api.clock.set('2027-11-01T09:00:00.000Z');
  expect((await read(school)).statusCode).toBe(404);
});

test('what lies between two days is told to those who may see it', async () => {
  const scope = (programmes: string[]) => scopeOf({ roles: ['coordinator'], programmes });
  const days = { from: '2026-12-03', to: '2027-03-09' };
  const items = await entriesBetween(api.pool, { scope: scope(['bradford']), ...days });
  expect(items).toMatchObject([
    {
      kind: 'meeting',
      ref,
      number: 1,
      on: '2026-12-03',
      venueName: 'Cartwright Hall',
      schools: ["St Mary's Primary School", 'Hillside Primary School'],
      pupils: 56,
      status: 'planned',
    },
    {
      kind: 'training',
      sessionId,
      kindOfTraining: 'planning-half',
      places: 1,
      capacity: 20,
      status: 'planned',
    },
    { kind: 'meeting', number: 2, hostSide: 'b', status: 'cancelled' },
  ]);
  expect(await entriesBetween(api.pool, { scope: scope(['kent']), ...days })).toEqual([]);
  const all = scopeOf({ roles: ['national'], programmes: [] });
  expect(await entriesBetween(api.pool, { scope: all, programme: 'kent', ...days })).toEqual([]);
  expect(await entriesBetween(api.pool, { scope: all, programme: 'bradford', ...days })).toEqual(items);
});
