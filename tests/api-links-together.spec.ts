import type { LinkDetails } from '@linking/application/links/link-details.js';
import type { TogetherAnswer } from '../apps/gateway/src/links/together.dto.js';
import { TestApi } from './support/api.js';

let api: TestApi;
let refs: readonly [string, string];

beforeAll(async () => {
  api = await TestApi.open('2026-11-23T09:00:00.000Z');
  refs = [(await api.link()).ref, (await api.link('900002', '900003')).ref];
}, 60_000);
afterAll(() => api?.end());

const together = (body: object, asked: Parameters<TestApi['post']>[2] = {}) =>
  api.post('/links/together', body, asked);
const resultsOf = (answer: Awaited<ReturnType<typeof together>>) =>
  answer.json<TogetherAnswer>().entries.map(({ ref, result, code }) => [ref, code ?? result]);
const link = async (ref: string) => (await api.get(`/links/${ref}`)).json<LinkDetails>();
const same = { kind: 'identity-work', mode: 'post', occurredOn: '2026-11-20' };
const exchanges = () => ({
  command: 'record-exchange',
  same,
  entries: refs.flatMap((ref) => ['a', 'b'].map((fromSide) => ({ ref, body: { fromSide } }))),
});

describe('one request for many links', () => {
  it('records the same step for each, and the same again is nothing new', async () => {
    const first = await together(exchanges());
    expect(first.statusCode).toBe(200);
    expect(resultsOf(first)).toEqual(refs.flatMap((ref) => [ref, ref]).map((ref) => [ref, 'recorded']));
    const [entry] = first.json<TogetherAnswer>().entries;
    expect(entry?.events).toMatchObject([{ type: 'WorkExchanged', revision: entry?.revision }]);
    expect((await link(refs[0])).exchanges).toMatchObject([
      { fromSide: 'a', on: '2026-11-20' },
      { fromSide: 'b', on: '2026-11-20' },
    ]);
    const again = await together(exchanges());
    expect(new Set(resultsOf(again).map(([, result]) => result))).toEqual(new Set(['unchanged']));
  });

  it('sent again with its key is answered the same', async () => {
    const body = {
      command: 'record-discussion',
      same: { note: 'A round of calls.' },
      entries: [{ ref: refs[0] }],
    };
    const [first, second] = [await together(body, { key: 'calls' }), await together(body, { key: 'calls' })];
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.json()).toEqual(first.json());
  });

  it('lets each link take or refuse it by itself', async () => {
    const meeting = {
      number: 1,
      mode: 'in-person',
      on: '2026-11-19',
      adultsA: 3,
      adultsB: 3,
      pupilsA: 26,
      pupilsB: 27,
      riskAssessment: { a: 'confirmed', b: 'confirmed' },
      collaborative: true,
      keyQuestions: [],
    };
    await api.change(refs[1], 'record-meeting-held', meeting);
    const entries = [
      { ref: refs[1], body: { pupilsA: 20 } },
      { ref: 'BRD-2026-999' },
      { ref: refs[0], body: { pupilsA: 25 } },
    ];
    const answer = await together({ command: 'record-meeting-held', same: meeting, entries });
    expect([answer.statusCode, ...resultsOf(answer)]).toEqual([
      200,
      [refs[1], 'MEETING_ALREADY_HELD'],
      ['BRD-2026-999', 'NOT_FOUND'],
      [refs[0], 'recorded'],
    ]);
    expect((await link(refs[0])).meetings).toMatchObject([{ pupilsA: 25, pupilsB: 27 }]);
    expect((await link(refs[1])).meetings).toMatchObject([{ pupilsA: 26 }]);
  });

  it('records nothing while one entry cannot be read, and says which', async () => {
    const before = await link(refs[0]);
    const entries = [
      { ref: refs[0], body: { fromSide: 'a' } },
      { ref: refs[1], body: { from: 'b' } },
    ];
    const answer = await together({
      command: 'record-exchange',
      same: { kind: 'work', mode: 'post' },
      entries,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'entries.1.body.from',
      'entries.1.body.fromSide',
    ]);
    expect(await link(refs[0])).toEqual(before);
    const signing = await together({ command: 'sign-agreement', entries: [{ ref: refs[0] }] });
    expect(signing.statusCode).toBe(400);
  });

  it('finds no link of another programme, and is closed to who only reads', async () => {
    const hers = await together(exchanges(), { as: api.people.kent });
    expect(new Set(resultsOf(hers).map(([, result]) => result))).toEqual(new Set(['NOT_FOUND']));
    expect((await together(exchanges(), { as: api.people.auditor })).statusCode).toBe(403);
  });
});
