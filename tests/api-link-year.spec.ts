import type { LinkDetails } from '@linking/application/links/link-details.js';
import { TestApi } from './support/api.js';
import type { Changed } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const typesOf = ({ events }: Changed) => events.map(({ type }) => type);

describe('the year of a link', () => {
  let ref: string;
  const at = (instant: string) => api.clock.set(instant);

  beforeAll(async () => {
    ({ ref } = await api.link('900003', '900001'));
  });

  it('goes from the agreement to the goodbye', async () => {
    expect(typesOf(await api.change(ref, 'broker'))).toContain('LinkBrokered');
    expect(typesOf(await api.change(ref, 'issue-agreement'))).toEqual(['AgreementIssued', 'AgreementIssued']);
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
      await api.change(ref, 'sign-agreement', { ...said, heldAt: 'Office' });
    }
    at('2026-09-10T09:00:00.000Z');
    for (const side of ['a', 'b']) {
      const teachers = [
        { name: `Saira ${side}`, email: `saira-${side}@school.example`, linkedBefore: side === 'b' },
      ];
      await api.change(ref, 'confirm-class', {
        side,
        name: `4 Oak ${side}`,
        yearGroups: [4],
        pupilCount: 27,
        teachers,
      });
    }
    at('2026-11-23T09:00:00.000Z');
    const { link } = await api.change(ref, 'record-exchange', {
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
    const changed = await api.change(ref, 'record-meeting-held', { ...met, overrides });
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
      await api.change(ref, 'record-training-attended', said);
    }
    const { items } = (await api.get(`/links/${ref}/events`)).json<{
      items: { id: string; type: string }[];
    }>();
    const held = items.find(({ type }) => type === 'MeetingHeld.v1');
    const correction = { eventId: held?.id, field: 'pupilsA', was: 25, now: 27, reasonCode: 'typing-error' };
    const { link } = await api.change(ref, 'correct-entry', correction);
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
