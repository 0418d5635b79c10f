import type { Opening } from '@linking/application/programmes/opening.js';
import type { TakenOver } from '@linking/application/programmes/take-over.js';
import { TestApi } from './support/api.js';

let api: TestApi;
const YEAR = '/programmes/bradford/years/2027-28';
const opening = async () => (await api.get(YEAR)).json<Opening>();

beforeAll(async () => {
  api = await TestApi.open('2026-09-14T09:00:00.000Z');
  const { ref } = await api.link();
  await api.change(ref, 'broker');
  await api.change(ref, 'issue-agreement');
  for (const side of ['a', 'b']) {
    const signer = { name: `Signer ${side}`, email: `${side}@school.example` };
    const signed = { side, signer, signerRole: 'headteacher', textVersion: '2026-1', agreed: true };
    await api.change(ref, 'sign-agreement', { ...signed, means: 'paper' });
  }
  await api.post('/training-sessions', {
    programme: 'bradford',
    kind: 'planning-half',
    on: '2027-01-28',
    startsAt: '13:00',
    endsAt: '16:00',
    capacity: 20,
  });
  await api.catchUp();
  api.clock.set('2027-06-01T09:00:00.000Z');
}, 60_000);

afterAll(() => api?.end());

const command = async (name: string, body: object, as?: string) => {
  const etag = (await api.get('/programmes/bradford')).json<{ revision: number }>().revision;
  const answer = await api.post(`/programmes/bradford/${name}`, body, {
    ifMatch: etag,
    ...(as ? { as } : {}),
  });
  await api.catchUp();
  return answer;
};
const results = (answer: { json<Body>(): Body }) => answer.json<{ results: readonly TakenOver[] }>().results;

describe('the opening of a year over the API', () => {
  it('takes nothing over before the year is opened', async () => {
    expect((await opening()).opened).toBe(false);
    const early = await api.post(`${YEAR}/record-interests`, { urns: ['900001'] });
    expect([early.statusCode, early.json()]).toMatchObject([422, { code: 'YEAR_NOT_OPENED' }]);
    expect((await command('open-year', { year: '2031-32' })).statusCode).toBe(422);
    expect((await command('open-year', { year: '2027-28' })).statusCode).toBe(200);
    expect(await opening()).toMatchObject({
      year: '2027-28',
      from: '2026-27',
      opened: true,
      sessions: [{ kind: 'planning-half', suggestedOn: '2028-01-27' }],
      schools: [
        { urn: '900001', withdrew: false, classes: [{ name: 'Class 900001', teachers: [{}] }] },
        { urn: '900002' },
      ],
    });
  });

  it('answers row by row, and what one row cannot do stops no other', async () => {
    const sent = await api.post(`${YEAR}/record-interests`, { urns: ['900003', '900001', '900001'] });
    expect(results(sent).map(({ what, status }) => [what, status])).toEqual([
      ['900003', 'refused'],
      ['900001', 'done'],
    ]);
    expect(results(sent)[0]).toMatchObject({
      code: 'NOT_OFFERED',
      sentence: 'School 900003 did not link in 2026–27. Choose from the list of the year before.',
    });
    const [session] = (await opening()).sessions;
    const body = { sessions: [{ sessionId: session?.sessionId, on: '2028-01-27' }] };
    expect(results(await api.post(`${YEAR}/plan-sessions`, body))).toMatchObject([{ status: 'done' }]);
  });

  it('doubles nothing when it is asked again, by somebody else or before the lists know', async () => {
    const again = await api.post(`${YEAR}/record-interests`, { urns: ['900001', '900002'] });
    expect(results(again).map(({ status }) => status)).toEqual(['already-there', 'done']);
    await api.catchUp();
    const national = await api.post(
      `${YEAR}/record-interests`,
      { urns: ['900001', '900002'] },
      { as: api.people.national },
    );
    expect(results(national).map(({ status }) => status)).toEqual(['already-there', 'already-there']);
    const [session] = (await opening()).sessions;
    expect(session?.planned).toMatchObject({ on: '2028-01-27', cancelled: false });
    const interests = (await api.get('/interests?year=2027-28')).json<{ items: readonly object[] }>().items;
    expect(interests).toMatchObject([
      {
        urn: '900001',
        channel: 'asked-again',
        classes: [{ placeholder: true, teachers: [{ linkedBefore: true }] }],
      },
      { urn: '900002' },
    ]);
  });

  it('is for those who may change the programme', async () => {
    const { kent, auditor } = api.people;
    expect((await api.get(YEAR, { as: kent })).statusCode).toBe(404);
    expect((await api.get(YEAR, { as: auditor })).statusCode).toBe(200);
    const urns = { urns: ['900001'] };
    expect((await api.post(`${YEAR}/record-interests`, urns, { as: auditor })).statusCode).toBe(403);
    expect((await api.post(`${YEAR}/record-interests`, urns, { as: kent })).statusCode).toBe(404);
    expect((await api.post(`${YEAR}/record-interests`, { urns: ['9'] })).statusCode).toBe(400);
    expect((await api.get('/programmes/bradford/years/2027-29')).statusCode).toBe(422);
  });
});

describe('whether schools are taken, and what the place asks for', () => {
  it('is said a year, and an interest that comes all the same brings a warning', async () => {
    const closed = { year: '2027-28', state: 'closed' };
    expect((await command('change-recruitment', closed)).json()).toMatchObject({ recruitment: [closed] });
    const twice = await command('change-recruitment', closed);
    expect(twice.json()).toMatchObject({
      revision: (await command('change-recruitment', closed)).json().revision,
    });
    const late = await api.interest('900003', '5 Elm', { year: '2027-28', expressedOn: '2027-06-01' });
    expect(late).toMatchObject({
      warnings: [{ code: 'RECRUITMENT_CLOSED', sentence: 'Bradford takes no more schools for 2027–28.' }],
    });
  });

  it('keeps the words of priorities outside the log', async () => {
    const body = { year: '2026-27', codes: ['belonging'], note: 'Two hotels house families.' };
    const first = (await command('set-priorities', body)).json();
    expect(first).toMatchObject({ priorities: [{ year: '2026-27', codes: ['belonging'] }] });
    expect((await command('set-priorities', body)).json()).toMatchObject({ revision: first.revision });
    const stored = await api.store.readStream('programme-bradford');
    expect(JSON.stringify(stored)).not.toContain('hotels');
  });
});
