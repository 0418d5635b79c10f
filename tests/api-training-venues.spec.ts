import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { carryOn } from '@linking/application/carrying/carry-on.js';
import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import type { SessionDetails } from '@linking/application/training/session-details.js';
import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const codeOf = (answer: { json<T>(): T }) => answer.json<{ code: string }>().code;

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

  it('a session moves with its enrolments, and cancelled it takes them back', async () => {
    api.clock.set('2026-10-02T09:00:00.000Z');
    const { ref, sides } = await api.link('900004', '900005');
    const day = { startsAt: '09:30', endsAt: '15:30' };
    const session = { programme: 'bradford', kind: 'initial-full', on: '2026-10-15', ...day, capacity: 24 };
    const { id } = (await api.post('/training-sessions', session)).json<SessionDetails>();
    const place = { linkRef: ref, side: 'a', teacherId: sides.a.teachers[0]?.personId };
    await api.post(`/training-sessions/${id}/enrol`, place);
    const training = async () => {
      const dispatch = dispatchOver(api.app.get(CommandBus, { strict: false }));
      await carryOn({ pool: api.pool, store: api.store, dispatch });
      return (await api.get(`/links/${ref}`)).json<LinkDetails>().training;
    };
    expect(await training()).toMatchObject([{ status: 'enrolled', on: '2026-10-15' }]);

    const move = { on: '2026-10-22', ...day, reasonCode: 'venue-not-available' };
    const past = await api.post(`/training-sessions/${id}/move`, { ...move, on: '2026-10-01' });
    expect([past.statusCode, codeOf(past)]).toEqual([422, 'NEW_DATE_PAST']);
    const moved = await api.post(`/training-sessions/${id}/move`, move, { ifMatch: 2 });
    expect([moved.headers.etag, moved.json()]).toEqual([
      '"3"',
      expect.objectContaining({ on: '2026-10-22' }),
    ]);
    expect((await api.post(`/training-sessions/${id}/move`, move)).headers.etag).toBe('"3"');
    expect(await training()).toMatchObject([{ status: 'enrolled', on: '2026-10-22' }]);

    const cancelled = await api.post(`/training-sessions/${id}/cancel`, { reasonCode: 'too-few-teachers' });
    expect(cancelled.json()).toMatchObject({
      cancelledFor: 'too-few-teachers',
      places: [{ status: 'taken' }],
    });
    const late = await api.post(`/training-sessions/${id}/move`, { ...move, on: '2026-10-23' });
    expect([late.statusCode, codeOf(late)]).toEqual([422, 'SESSION_CANCELLED']);
    expect(await training()).toEqual([]);
    await api.catchUp();
    const list = (await api.get('/training-sessions?from=2026-10-20')).json<{ items: SessionDetails[] }>();
    expect(list.items).toEqual([cancelled.json()]);
  });

  it('a venue is added with its contact, and a meeting planned there names it', async () => {
    const body = { programme: 'bradford', name: 'Cartwright Hall', postcode: 'BD9 4NS', linksAtOnce: 2 };
    const added = await api.post('/venues', {
      ...body,
      contact: 'Desk, 01274 496 0000',
      email: 'bookings@cartwright-hall.example',
      activities: ['art'],
    });
    expect(added.statusCode).toBe(201);
    expect(added.json()).toMatchObject({ email: 'bookings@cartwright-hall.example' });
    const { id } = added.json<{ id: string }>();
    expect((await api.get(added.headers.location?.toString().replace('/api/v1', '') ?? '')).json()).toEqual(
      added.json(),
    );
    await api.catchUp();
    expect((await api.get('/venues')).json()).toEqual({ items: [added.json()], next: null });
    expect((await api.get('/venues', { as: api.people.kent })).json()).toMatchObject({ items: [] });
    expect((await api.post('/venues', { ...body, programme: 'kent' })).statusCode).toBe(404);
    expect((await api.post('/venues', { ...body, activities: ['bowling'] })).statusCode).toBe(400);
    expect((await api.post('/venues', { ...body, email: 'a@b.example, c@d.example' })).statusCode).toBe(400);

    const brief = (payload: object, ifMatch = 1) =>
      api.post(`/venues/${id}/record-briefing`, payload, { ifMatch });
    expect((await brief({ on: '2027-12-01' })).json()).toMatchObject({ status: 422, code: 'DATE_IN_FUTURE' });
    const briefed = await brief({});
    const today = api.clock.now().slice(0, 10);
    expect(briefed.json()).toMatchObject({ revision: 2, briefedOn: today });
    expect((await brief({})).statusCode).toBe(412);
    expect((await brief({ on: today }, 2)).json()).toEqual(briefed.json());
    const others = await api.post(`/venues/${id}/record-briefing`, {}, { ifMatch: 2, as: api.people.kent });
    expect(others.statusCode).toBe(404);
    await api.catchUp();
    expect((await api.get('/venues')).json()).toMatchObject({ items: [{ briefedOn: today }] });
    const mistake = { on: today, reasonCode: 'typing-error' };
    const voided = await api.post(`/venues/${id}/void-briefing`, mistake, { ifMatch: 2 });
    expect(voided.json()).toMatchObject({ revision: 3 });
    expect(voided.json()).not.toHaveProperty('briefedOn');
    const again = await api.post(`/venues/${id}/void-briefing`, mistake, { ifMatch: 3 });
    expect(again.json()).toEqual(voided.json());
    const other = { ...mistake, on: '2026-01-07' };
    const unknown = await api.post(`/venues/${id}/void-briefing`, other, { ifMatch: 3 });
    expect(unknown.json()).toMatchObject({ status: 422, code: 'ENTRY_NOT_FOUND' });
    await api.catchUp();
    expect((await api.get('/venues')).json<{ items: object[] }>().items[0]).not.toHaveProperty('briefedOn');

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
