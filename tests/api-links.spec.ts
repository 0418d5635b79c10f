import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import { linkCommands } from '../apps/gateway/src/links/link-commands.js';
import { TestApi } from './support/api.js';

interface Changed {
  readonly link: LinkDetails;
  readonly events: readonly { readonly id: string; readonly type: string; readonly revision: number }[];
  readonly warnings: readonly { readonly code: string }[];
}

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

/** Sends a command with the revision as it stands, and checks that it writes only what the table says. */
async function change(ref: string, name: string, body: object = {}): Promise<Changed> {
  const { revision } = (await api.get(`/links/${ref}`)).json<LinkDetails>();
  const answer = await api.post(`/links/${ref}/${name}`, body, { ifMatch: revision });
  if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`);
  const changed = answer.json<Changed>();
  expect(answer.headers['etag']).toBe(`"${changed.link.revision}"`);
  const allowed = [
    ...(linkCommands.find((command) => command.name === name)?.events ?? []),
    'GuardOverridden',
  ];
  for (const { type } of changed.events) expect(allowed).toContain(type);
  return changed;
}

const typesOf = ({ events }: Changed) => events.map(({ type }) => type);

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
    await change(ref, 'send-proposal');
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
    expect(await change(ref, 'broker')).toMatchObject({
      events: [],
      link: { revision: 7, stage: 'brokered' },
    });
  });
});

describe('a new link', () => {
  it('is made once for one key, even when its answer was lost', async () => {
    const offers = await Promise.all(['900001', '900003'].map((urn) => api.interest(urn, `5 ${urn}`)));
    const [a, b] = offers.map(({ id, classes }) => ({ interestId: id, classId: classes[0]?.classId }));
    const overrides = [{ rule: 'linked-before', reasonCode: 'both-heads-asked' }];
    const body = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b, overrides };
    const first = await api.post('/links', body, { key: 'propose-1' });
    expect(first.statusCode).toBe(201);
    const { ref } = first.json<LinkDetails>();
    expect(first.headers).toMatchObject({ location: `/api/v1/links/${ref}`, etag: '"3"' });

    const again = await api.post('/links', body, { key: 'propose-1' });
    expect(again.body).toBe(first.body);
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: `/api/v1/links/${ref}` });

    await api.pool.query("delete from answers where key = 'propose-1'");
    const lost = await api.post('/links', body, { key: 'propose-1' });
    expect([lost.statusCode, lost.json<LinkDetails>().ref]).toEqual([201, ref]);
    expect(lost.headers['idempotency-replayed']).toBeUndefined();
    expect((await api.get(`/links/${ref}/events`)).json<{ items: unknown[] }>().items).toHaveLength(3);
  });

  it('cannot be made in another programme, and a wrong year is refused by the rules', async () => {
    const offer = {
      interestId: '5d4a8f0e-93a1-4c1b-8f0e-2b7c1f434b0e',
      classId: '0b6a3f5e-6d1f-4a77-9c43-8c2e1d9f7a10',
    };
    const body = { programme: 'kent', year: '2026-27', kind: 'between-schools', a: offer, b: offer };
    expect((await api.post('/links', body)).statusCode).toBe(404);
    const { id, classes } = await api.interest('900002', '6 Ash');
    const own = { interestId: id, classId: classes[0]?.classId };
    const wrong = await api.post('/links', {
      ...body,
      programme: 'bradford',
      year: '2026-29',
      a: own,
      b: own,
    });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([422, 'YEAR_NOT_VALID']);
    expect((await api.post('/links', { ...body, programme: 'bradford', year: '2026/27' })).statusCode).toBe(
      400,
    );
  });

  it('marks what the national office does for a programme', async () => {
    const { ref, revision } = await api.link('900002', '900003');
    await api.post(`/links/${ref}/broker`, {}, { as: api.people.national, ifMatch: revision });
    const { items } = (await api.get(`/links/${ref}/events`)).json<{
      items: { type: string; onBehalfOf?: string }[];
    }>();
    expect(items.find(({ type }) => type === 'LinkBrokered.v1')?.onBehalfOf).toBe('bradford');
  });
});

describe('the year of a link', () => {
  let ref: string;
  const at = (instant: string) => api.clock.set(instant);

  beforeAll(async () => {
    ({ ref } = await api.link('900003', '900001'));
  });

  it('goes from the agreement to the goodbye', async () => {
    expect(typesOf(await change(ref, 'broker'))).toContain('LinkBrokered');
    expect(typesOf(await change(ref, 'issue-agreement'))).toEqual(['AgreementIssued', 'AgreementIssued']);
    for (const side of ['a', 'b']) {
      const signer = { name: `Head ${side}`, email: `head-${side}@school.example` };
      const said = {
        side,
        signer,
        signerRole: 'headteacher',
        textVersion: '2026-1',
        agreed: true,
        means: 'paper',
      };
      await change(ref, 'sign-agreement', { ...said, heldAt: 'Office' });
    }
    at('2026-09-10T09:00:00.000Z');
    for (const side of ['a', 'b']) {
      const teachers = [
        { name: `Saira ${side}`, email: `saira-${side}@school.example`, linkedBefore: side === 'b' },
      ];
      await change(ref, 'confirm-class', {
        side,
        name: `4 Oak ${side}`,
        yearGroups: [4],
        pupilCount: 27,
        teachers,
      });
    }
    at('2026-11-23T09:00:00.000Z');
    const { link } = await change(ref, 'record-exchange', {
      fromSide: 'a',
      kind: 'photographs',
      mode: 'post',
    });
    expect(link).toMatchObject({ stage: 'signed', flags: ['overdue'] });
    expect(link.agreement.a).toMatchObject({ status: 'signed', signer: 'Head a', signedOn: '2026-06-15' });
    expect(link.sides.b).toMatchObject({
      className: '4 Oak b',
      teachers: [{ name: 'Saira b', email: 'saira-b@school.example', lead: true, needs: 'initial-half' }],
    });
  });

  it('says in a sentence what is missing once the classes have met', async () => {
    const met = {
      number: 1,
      mode: 'in-person',
      on: '2026-11-20',
      hostSide: 'a',
      pupilsA: 25,
      pupilsB: 26,
      adultsA: 3,
      adultsB: 3,
      riskAssessment: { a: 'confirmed', b: 'not-known' },
      collaborative: true,
    };
    const tooMany = await api.post(
      `/links/${ref}/record-meeting-held`,
      { ...met, pupilsA: 252 },
      {
        ifMatch: (await api.get(`/links/${ref}`)).json<LinkDetails>().revision,
      },
    );
    expect([tooMany.statusCode, tooMany.json<{ code: string }>().code]).toEqual([422, 'PUPIL_NUMBERS']);
    const overrides = [{ rule: 'neutral-venue-first', reasonCode: 'venue-closed' }];
    const changed = await change(ref, 'record-meeting-held', { ...met, overrides });
    expect(changed.link.stage).toBe('met');
    expect(changed.link.gaps).toMatchObject([
      { stage: 'trained', step: 'training', side: 'a', sentence: 'Training: nothing recorded for Saira a' },
      { stage: 'trained', step: 'training', side: 'b', sentence: 'Training: nothing recorded for Saira b' },
    ]);
    expect(changed.warnings.map(({ code }) => code)).toEqual([
      'RISK_ASSESSMENT_NOT_CONFIRMED',
      'BEFORE_TRAINING',
    ]);
    expect(changed.link.next[0]).toEqual({ command: 'record-training-attended', by: 'teacher-a' });
  });

  it('closes a gap with training of a past day, and a correction keeps the old value readable', async () => {
    const { sides } = (await api.get(`/links/${ref}`)).json<LinkDetails>();
    for (const [side, kind] of [
      ['a', 'initial-full'],
      ['b', 'initial-half'],
    ] as const) {
      const [teacher] = sides[side].teachers;
      const said = { side, teacherId: teacher?.personId, kind, minutes: 180, occurredOn: '2026-10-01' };
      await change(ref, 'record-training-attended', said);
    }
    const { items } = (await api.get(`/links/${ref}/events`)).json<{
      items: { id: string; type: string }[];
    }>();
    const held = items.find(({ type }) => type === 'MeetingHeld.v1');
    const correction = { eventId: held?.id, field: 'pupilsA', was: 25, now: 27, reasonCode: 'typing-error' };
    const { link } = await change(ref, 'correct-entry', correction);
    expect(link).toMatchObject({ gaps: [], reached: { trained: '2026-10-01' }, meetings: [{ pupilsA: 27 }] });
  });

  it('is read as it stood after each of its events', async () => {
    const now = (await api.get(`/links/${ref}`)).json<LinkDetails>();
    const stages = [];
    for (let revision = 1; revision <= now.revision; revision++) {
      const answer = await api.get(`/links/${ref}?revision=${revision}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['etag']).toBeUndefined();
      const then = answer.json<LinkDetails>();
      expect(then).toMatchObject({ ref, programme: 'bradford', revision });
      stages.push(then.stage);
    }
    expect([...new Set(stages)]).toEqual(['interest', 'brokered', 'signed', 'met']);
    expect((await api.get(`/links/${ref}?revision=${now.revision}`)).json()).toEqual(now);
    expect((await api.get(`/links/${ref}?revision=${now.revision + 1}`)).statusCode).toBe(404);
    expect((await api.get(`/links/${ref}?revision=0`)).statusCode).toBe(400);
  });

  it('is read as it was known then, and as we know now that it was', async () => {
    const asAt = async (query: string) => (await api.get(`/links/${ref}?${query}`)).json<LinkDetails>();
    const inOctober = 'asAt=2026-10-15';
    expect((await asAt(`${inOctober}&clock=known-then`)).stage).toBe('signed');
    expect((await asAt(`${inOctober}&clock=known-now`)).stage).toBe('trained');
    expect(await asAt('asAt=2026-11-20&clock=known-now')).toMatchObject({
      stage: 'met',
      meetings: [{ pupilsA: 27 }],
    });
    expect((await asAt('asAt=2026-06-15T09:00:00Z')).stage).toBe('signed');
    expect((await asAt('asAt=2026-09-10T09:59:59%2B01:00')).sides.a.className).not.toBe('4 Oak a');
    for (const clock of ['known-then', 'known-now']) {
      expect((await api.get(`/links/${ref}?asAt=2026-05-31&clock=${clock}`)).statusCode).toBe(404);
    }
  });

  it('is not read at two moments at once, nor at one that does not exist', async () => {
    for (const query of [
      'asAt=2026-10-15&revision=4',
      'asAt=2026-02-30',
      'asAt=yesterday',
      'asAt=2026-10-15T25:00Z',
      'clock=mine',
      'revision=two',
      'nonsense=1',
    ]) {
      expect([query, (await api.get(`/links/${ref}?${query}`)).statusCode]).toEqual([query, 400]);
    }
  });

  it('is told event by event, a page at a time', async () => {
    const path = `/links/${ref}/events`;
    const all = (await api.get(path)).json<{ items: { revision: number }[]; next: string | null }>();
    expect(all.next).toBeNull();
    expect(all.items[0]).toMatchObject({
      stream: `link-${ref}`,
      type: 'InterestRecorded.v1',
      schema: 1,
      channel: 'api',
    });
    const paged: unknown[] = [];
    for (let after = ''; ;) {
      const page = (await api.get(`${path}?limit=4${after}`)).json<{
        items: unknown[];
        next: string | null;
      }>();
      paged.push(...page.items);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(paged).toEqual(all.items);
    expect((await api.get(`${path}?after=nonsense`)).statusCode).toBe(400);
  });
});

describe('lists of links', () => {
  const refs = async (query: string, as = api.rosa) => {
    const answer = await api.get(`/links${query}`, { as });
    expect([query, answer.statusCode]).toEqual([query, 200]);
    return answer.json<{ items: LinkDetails[]; next: string | null }>().items.map(({ ref }) => ref);
  };

  beforeAll(async () => {
    await api.link('900001', '900002');
    await api.catchUp();
  });

  it('show each link once, page by page', async () => {
    const all = await refs('');
    expect(all.length).toBeGreaterThanOrEqual(5);
    const paged: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: LinkDetails[]; next: string | null } = (
        await api.get(`/links?limit=2${next && `&after=${next}`}`)
      ).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      paged.push(...page.items.map(({ ref }) => ref));
      next = page.next;
    }
    expect(paged).toEqual(all);
    expect(all).toEqual([...new Set(all)].toSorted());
  });

  it('are filtered by stage, year, flag, outcome, programme and words', async () => {
    const all = await refs('');
    expect(await refs('?stage=met')).toHaveLength(1);
    const listed = (await api.get('/links')).json<{ items: LinkDetails[] }>().items;
    const overdue = listed.filter(({ flags }) => flags.includes('overdue')).map(({ ref }) => ref);
    expect(overdue).not.toEqual([]);
    expect(await refs('?flag=overdue')).toEqual(overdue);
    expect(await refs('?year=2026-27&outcome=open&programme=bradford')).toEqual(all);
    expect(await refs('?outcome=completed')).toEqual([]);
    expect(await refs('?q=hillside')).toEqual(
      listed.filter(({ sides }) => [sides.a.urn, sides.b.urn].includes('900002')).map(({ ref }) => ref),
    );
    expect(await refs(`?q=${all[0]}`)).toEqual([all[0]]);
  });

  it('show a coordinator the links of her programmes alone', async () => {
    expect(await refs('', api.people.kent)).toEqual([]);
    expect(await refs('?programme=bradford', api.people.kent)).toEqual([]);
    expect(await refs('', api.people.national)).toEqual(await refs(''));
  });

  it('refuse what they do not know', async () => {
    for (const query of ['?limit=201', '?limit=0', '?stage=finished', '?after=x', '?flag=late', '?page=2']) {
      expect([query, (await api.get(`/links${query}`)).statusCode]).toEqual([query, 400]);
    }
  });
});
