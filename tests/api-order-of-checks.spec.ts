import type { LinkDetails } from '@linking/application/links/link-details.js';
import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

describe('the order of checks of a command', () => {
  let ref: string;

  beforeAll(async () => {
    ({ ref } = await api.link());
  });

  it('begins with the sign-in', async () => {
    const answer = await api.post(`/links/${ref}/broker`, { nonsense: 1 }, { as: 'Bearer nobody' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'SIGN_IN_REQUIRED']);
  });

  it("hides another programme's link from reads and writes alike, whatever the body says", async () => {
    const as = api.people.kent;
    for (const path of ['', '/events', '/mails', '?revision=2']) {
      expect((await api.get(`/links/${ref}${path}`, { as })).statusCode).toBe(404);
    }
    for (const body of [{}, { nonsense: 1 }]) {
      expect((await api.post(`/links/${ref}/broker`, body, { as })).statusCode).toBe(404);
    }
    expect((await api.get('/links/BRD-2026-999')).statusCode).toBe(404);
  });

  it('lets auditors and administrators read and not write', async () => {
    for (const as of [api.people.auditor, api.people.admin]) {
      expect((await api.get(`/links/${ref}`, { as })).statusCode).toBe(200);
      expect((await api.post(`/links/${ref}/broker`, {}, { as, ifMatch: 3 })).statusCode).toBe(403);
    }
  });

  it('asks for the revision before it reads the body', async () => {
    const answer = await api.post(`/links/${ref}/broker`, { nonsense: 1 });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([428, 'IF_MATCH_REQUIRED']);
  });

  it('refuses unknown fields, wrong codes, days that do not exist and control characters', async () => {
    const bad: readonly (readonly [string, object, string])[] = [
      ['broker', { nonsense: 1 }, 'nonsense'],
      ['broker', { occurredOn: '2026-02-30' }, 'occurredOn'],
      ['broker', { note: null }, 'note'],
      ['broker', { overrides: [{ rule: 'no-such-rule', reasonCode: 'x' }] }, 'overrides.0.rule'],
      ['accept-proposal', { side: 'c', means: 'phone' }, 'side'],
      ['accept-proposal', { means: 'phone' }, 'side'],
      ['skip-step', { step: 'visit-2', reasonCode: 'Mrs Malik is ill' }, 'reasonCode'],
      [
        'confirm-class',
        { side: 'a', name: '4 Oak\r\nBcc: x', yearGroups: [4], pupilCount: 2, teachers: [] },
        'name',
      ],
      [
        'confirm-class',
        { side: 'a', name: '4 Oak', yearGroups: [4.5], pupilCount: 2, teachers: [] },
        'yearGroups',
      ],
      [
        'confirm-class',
        { side: 'a', name: '4 Oak', yearGroups: [4], pupilCount: 2, teachers: [{ personId: 'x' }] },
        'teachers.0.personId',
      ],
      ['assign-teacher', { side: 'a', teacher: 'Saira' }, 'teacher'],
      ['assign-teacher', { side: 'a', teacher: { name: 'Saira', email: 'nowhere' } }, 'teacher.email'],
      [
        'plan-meeting',
        {
          number: 1,
          mode: 'in-person',
          on: '2027-01-14',
          startsAt: '9:00',
          endsAt: '25:00',
          pupilsExpected: 50,
        },
        'startsAt',
      ],
    ];
    for (const [name, body, field] of bad) {
      const answer = await api.post(`/links/${ref}/${name}`, body, { ifMatch: 3 });
      expect([name, answer.statusCode]).toEqual([name, 400]);
      expect(answer.json<{ errors: { field: string }[] }>().errors.map((error) => error.field)).toContain(
        field,
      );
    }
    const broken = await api.app.inject({
      method: 'POST',
      url: `/api/v1/links/${ref}/broker`,
      headers: { authorization: api.rosa, 'content-type': 'application/json' },
      payload: '{"side":',
    });
    expect(broken.statusCode).toBe(400);
  });

  it('tells who changed it since, before it looks at the rules', async () => {
    await api.use('e-mailed-proposals');
    await api.change(ref, 'send-proposal');
    const answer = await api.post(`/links/${ref}/complete`, {}, { ifMatch: 3 });
    expect(answer.statusCode).toBe(412);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'CHANGED_BY_SOMEONE_ELSE',
      currentRevision: 4,
      changedBy: 'Rosa Hartley',
      changes: [{ revision: 4, type: 'ProposalSent' }],
    });
  });

  it('ends with the rules, which refuse with a code and a sentence', async () => {
    const answer = await api.post(`/links/${ref}/issue-agreement`, {}, { ifMatch: 4 });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'LINK_NOT_BROKERED',
      detail: 'Both headteachers have to say yes before the agreement is sent.',
    });
  });

  it('gives the stored answer to the same key before anything else', async () => {
    const first = await api.post(`/links/${ref}/broker`, {}, { key: 'broker-1', ifMatch: 4 });
    const again = await api.post(`/links/${ref}/broker`, {}, { key: 'broker-1', ifMatch: 4 });
    const bare = await api.post(`/links/${ref}/broker`, {}, { key: 'broker-1' });
    for (const answer of [again, bare]) {
      expect(answer.body).toBe(first.body);
      expect(answer.headers).toMatchObject({ etag: '"7"', 'idempotency-replayed': 'true' });
    }
    const other = await api.post(
      `/links/${ref}/broker`,
      { note: 'By phone.' },
      { key: 'broker-1', ifMatch: 4 },
    );
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await api.get(`/links/${ref}`)).json<LinkDetails>().revision).toBe(7);
  });

  it('answers a fact that stands already with no events', async () => {
    expect(await api.change(ref, 'broker')).toMatchObject({
      events: [],
      link: { revision: 7, stage: 'brokered' },
    });
  });
});
