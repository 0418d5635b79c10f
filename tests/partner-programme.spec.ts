import { planning } from '@linking/application/mails/planning.js';
import { wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import { TestApi, type InterestAnswered } from './support/api.js';
import { Browser, wordsOf } from './support/browser.js';

let api: TestApi;
let ref: string;

const linkAs = async (as: string) => (await api.get(`/links/${ref}`, { as })).json<LinkDetails>();
const send = async (as: string, name: string, body: object) => {
  const { revision } = await linkAs(as);
  return api.post(`/links/${ref}/${name}`, body, { as, ifMatch: revision });
};

beforeAll(async () => {
  api = await TestApi.open('2026-09-14T09:00:00.000Z');
  const a = await api.interest('900001', '4 Oak');
  const { kent, national } = api.people;
  const received = await api.post(
    '/interests',
    {
      programme: 'kent',
      year: '2026-27',
      urn: '900004',
      channel: 'phone',
      head: { name: 'Head of 900004', email: 'head@900004.example' },
      classes: [{ name: '4 Elm', yearGroups: [4], pupilCount: 28 }],
    },
    { as: kent },
  );
  const b = received.json<InterestAnswered>();
  const made = await api.post(
    '/links',
    {
      programme: 'bradford',
      year: '2026-27',
      kind: 'between-schools',
      a: { interestId: a.id, classId: a.classes[0]?.classId },
      b: { interestId: b.id, classId: b.classes[0]?.classId },
      overrides: [{ rule: 'distance-limit', reasonCode: 'both-heads-asked' }],
    },
    { as: national },
  );
  expect(made.statusCode).toBe(201);
  ref = made.json().ref;
  await api.catchUp();
}, 60_000);

afterAll(() => api?.end());

describe('a link across two programmes', () => {
  it('is read by both coordinators, and by no third', async () => {
    expect(await linkAs(api.rosa)).toMatchObject({ programme: 'bradford', partnerProgramme: 'kent' });
    expect(await linkAs(api.people.kent)).toMatchObject({ ref });
  });

  it('takes from the partner the facts of her side and what both do together, and nothing else', async () => {
    const { kent } = api.people;
    const status = async (name: string, body: object) => (await send(kent, name, body)).statusCode;
    expect(await status('accept-proposal', { side: 'b', means: 'phone' })).toBe(200);
    expect(await status('accept-proposal', { side: 'a', means: 'phone' })).toBe(403);
    expect(await status('record-exchange', { fromSide: 'b', kind: 'photographs', mode: 'post' })).toBe(200);
    expect(await status('record-exchange', { fromSide: 'a', kind: 'photographs', mode: 'post' })).toBe(403);
    expect(await status('broker', {})).toBe(403);
    expect(await status('pause', { reasonCode: 'staffing' })).toBe(403);
    expect(await status('complete', {})).toBe(403);
    expect(await status('record-discussion', { note: 'Both coordinators met.' })).toBe(200);
    const events = (await api.get(`/links/${ref}/events`, { as: kent })).json<{
      items: readonly { type: string; onBehalfOf?: string }[];
    }>().items;
    expect(events.at(-1)).toMatchObject({ type: 'DiscussionRecorded.v1' });
    expect(events.at(-1)?.onBehalfOf).toBeUndefined();
  });

  it('stands in the list of both, and is counted once nationally', async () => {
    await api.catchUp();
    const refs = async (query: string, as: string) =>
      (await api.get(`/links${query}`, { as }))
        .json<{ items: readonly { ref: string }[] }>()
        .items.map((it) => it.ref);
    expect(await refs('', api.rosa)).toEqual([ref]);
    expect(await refs('', api.people.kent)).toEqual([ref]);
    expect(await refs('?programme=kent', api.people.kent)).toEqual([ref]);
    expect(await refs('', api.people.national)).toEqual([ref]);
    const office = await new Browser(api.app).signIn('national@linking.example');
    expect(wordsOf((await office.get('/links')).body)).toContain('1 link');
    const today = wordsOf((await office.get('/today')).body);
    expect(today).not.toContain('2 links');
  });

  it('opens its pages to the partner, with the steps that are hers', async () => {
    const hers = await new Browser(api.app).signIn('ken@kent.example');
    const page = await hers.get(`/links/${ref}`);
    expect(page.statusCode).toBe(200);
    expect((await hers.get(`/links/${ref}/record`)).statusCode).toBe(200);
    expect((await hers.get(`/links/${ref}/record/confirm-class?side=b`)).statusCode).toBe(200);
    const list = wordsOf((await hers.get(`/links/${ref}/record`)).body);
    expect(list).not.toContain('Both headteachers said yes');
    expect(list).toContain('A class sent work');
    const office = await hers.get(`/links/${ref}/record/broker`);
    expect(office.statusCode).toBe(403);
  });

  it('stands in the form for several links, as far as the partner may record it', async () => {
    const hers = await new Browser(api.app).signIn('ken@kent.example');
    const form = await hers.get('/links/together/exchange');
    expect(wordsOf(form.body)).toMatch(new RegExp(`${ref}[^:]*: only what .* sent`));
    const exchanges = async () =>
      (await linkAs(api.rosa)).exchanges.map(({ fromSide, kind }) => [fromSide, kind]);
    const before = await exchanges();
    const page = '/links/together/exchange';
    const posted = await hers.fill(page, page, {
      kind: 'digital',
      mode: 'digital',
      'occurredOn-day': '14',
      'occurredOn-month': '9',
      'occurredOn-year': '2026',
      ticked: ref,
    });
    expect(posted.statusCode).toBe(303);
    expect(await exchanges()).toEqual([...before, ['b', 'digital']]);
    const training = wordsOf((await hers.get('/links/together/training')).body);
    expect(training).not.toContain('Teacher of 900001');
    const own = await new Browser(api.app).signIn('rosa@bradford.example');
    expect(wordsOf((await own.get('/links/together/training')).body)).toContain(`, ${ref}`);
  });

  it('writes to each school on its own school days, and anew when those change', async () => {
    await api.change(ref, 'broker');
    await api.change(ref, 'issue-agreement');
    const { pool, store, clock } = api;
    const wantedMails = wantedMailsOf(store);
    const asked = async () => {
      await catchUp({ pool, store }, planning({ wantedMails, store, clock, mailDomain: 'linking.example' }));
      const { rows } = await pool.query<{ side: string; due: Date; school_days_of: string | null }>(
        `select content ->> 'side' as side, due_at as due, school_days_of from mails
         where subject = $1 and rule = 'N08' and step like '%-asking-1' and status = 'planned' order by side`,
        [ref],
      );
      return rows.map((row) => [row.side, row.due.toISOString().slice(0, 10), row.school_days_of]);
    };
    expect(await asked()).toEqual([
      ['a', '2026-09-21', null],
      ['b', '2026-09-21', 'kent'],
    ]);
    const storm = { from: '2026-09-17', to: '2026-09-18', reasonCode: 'storm' };
    const as = api.people.kent;
    const { revision } = (await api.get('/programmes/kent', { as })).json<{ revision: number }>();
    const declared = await api.post('/programmes/kent/declare-disruption', storm, { as, ifMatch: revision });
    expect(declared.statusCode).toBe(200);
    expect(await asked()).toEqual([
      ['a', '2026-09-21', null],
      ['b', '2026-09-23', 'kent'],
    ]);
  });
});
