import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { linkStream } from '@linking/events/streams.js';
import { examples } from '../apps/gateway/src/links/command-examples.js';
import { TestApi } from './support/api.js';
import type { Changed } from './support/api.js';

let api: TestApi;
let ref: string;
let teacherId: string;

beforeAll(async () => {
  api = await TestApi.open('2026-12-15T09:00:00.000Z');
  const link = await api.link();
  ref = link.ref;
  teacherId = link.sides.a.teachers[0]?.personId ?? '';
}, 60_000);

afterAll(() => api.end());

const typesOf = ({ events }: Changed) => events.map(({ type }) => type);
const link = async () => (await api.get(`/links/${ref}`)).json<LinkDetails>();

async function refused(command: string, body: object) {
  const { revision } = await link();
  const answer = await api.post(`/links/${ref}/${command}`, body, { ifMatch: revision });
  const { code, detail } = answer.json<{ code: string; detail: string }>();
  return [answer.statusCode, code, detail] as const;
}

const lastData = async () =>
  (await api.store.readStream(linkStream(ref))).at(-1)?.envelope.data as Readonly<Record<string, unknown>>;

const PARTS = [
  ['record-reflection', examples['record-reflection'], 'This programme does not use reflections.'],
  ['record-survey', examples['record-survey'], 'This programme does not use surveys.'],
  ['record-testimonial', examples['record-testimonial'], 'This programme does not use testimonials.'],
  ['send-proposal', examples['send-proposal'], 'This programme does not use e-mailed proposals.'],
] as const;

describe('a part that the programme does not use', () => {
  it.each(PARTS)('%s is refused and leaves nothing', async (command, body, sentence) => {
    const [status, code, detail] = await refused(command, body);
    expect([status, code]).toEqual([422, 'SWITCHED_OFF']);
    expect(detail).toContain(sentence);
    const { rows } = await api.pool.query('select id from consents');
    expect(rows).toEqual([]);
  });
});

describe('what came of a link', () => {
  beforeAll(() => api.use('surveys', 'reflection', 'testimonials', 'e-mailed-proposals'));

  /** Once, and once more: the second time nothing is written. */
  async function once(command: string, body: object, type: string): Promise<Changed> {
    const changed = await api.change(ref, command, body);
    expect(typesOf(changed)).toEqual([type]);
    expect(typesOf(await api.change(ref, command, body))).toEqual([]);
    return changed;
  }

  it('a teacher catches up, and counts as having attended', async () => {
    const caughtUp = { ...examples['record-catch-up'], teacherId };
    const changed = await once('record-catch-up', caughtUp, 'CatchUpCompleted');
    expect(changed.link.training).toMatchObject([
      { teacherId, status: 'attended', catchUp: true, minutes: 120, on: '2026-10-15' },
    ]);
    const [, code] = await refused('record-catch-up', { ...caughtUp, minutes: 90 });
    expect(code).toBe('TRAINING_RECORDED_DIFFERENTLY');
  });

  it('parents are counted, without names', async () => {
    const { link: after } = await once('record-parents', examples['record-parents'], 'ParentsInvolved');
    expect(after.impact.parents).toEqual([{ side: 'a', kind: 'came-along', count: 6, on: '2026-12-15' }]);
    const [, code] = await refused('record-parents', { ...examples['record-parents'], count: 7 });
    expect(code).toBe('RECORDED_DIFFERENTLY');
  });

  it('a class looks back; its words are kept apart from the log', async () => {
    const said = examples['record-reflection'];
    const { warnings, link: after } = await once('record-reflection', said, 'ReflectionRecorded');
    expect(warnings.map(({ code }) => code)).toEqual(['MEETING_NOT_HELD']);
    expect(after.impact.reflections).toEqual([{ side: 'a', meeting: 1, rating: 4, on: '2026-12-15' }]);
    const { noteId, ...facts } = await lastData();
    expect(facts).toEqual({ side: 'a', meeting: 1, rating: 4 });
    const { rows } = await api.pool.query<{ text: string }>('select text from notes where id = $1', [noteId]);
    expect(rows).toEqual([{ text: said.note }]);
    const [, code] = await refused('record-reflection', { ...said, note: 'Other words.' });
    expect(code).toBe('RECORDED_DIFFERENTLY');
  });

  it('a survey is kept as means of the class', async () => {
    const { link: after } = await once('record-survey', examples['record-survey'], 'SurveyResultRecorded');
    expect(after.impact.surveys).toMatchObject([{ side: 'a', round: 'post', n: 27, scores: { O5: 3.9 } }]);
  });

  it('of fewer than five answers no number reaches the log', async () => {
    const few = { ...examples['record-survey'], side: 'b', n: 4 };
    const { warnings } = await once('record-survey', few, 'SurveyResultRecorded');
    expect(warnings.map(({ code }) => code)).toEqual(['TOO_FEW_ANSWERS']);
    expect(await lastData()).toEqual({ side: 'b', round: 'post', instrument: 'class-survey' });
    const { rows } = await api.pool.query<{ body: string }>(
      `select body from events where stream = $1 and type = 'SurveyResultRecorded.v1' order by position desc limit 1`,
      [linkStream(ref)],
    );
    expect(rows[0]?.body).not.toMatch(/"n"|scores/);
  });

  it('scores that cannot be are refused with a sentence, in the body and by the rules', async () => {
    const survey = examples['record-survey'];
    for (const scores of [{ O1: 5.5 }, { O1: 3.456 }, { O6: 3 }, 'high', null]) {
      expect((await refused('record-survey', { ...survey, scores }))[0]).toBe(400);
    }
    const { n: _, ...unnumbered } = survey;
    const [status, code] = await refused('record-survey', { ...unnumbered, round: 'pre' });
    expect([status, code]).toEqual([422, 'SURVEY_NUMBERS']);
  });

  it('words are quoted only with consent, which lives where it can be erased', async () => {
    const { consent, ...unasked } = examples['record-testimonial'];
    const [status, code, detail] = await refused('record-testimonial', unasked);
    expect([status, code]).toEqual([422, 'CONSENT_MISSING']);
    expect(detail).toContain('Nobody has agreed yet that these words may be used.');
    const testimonial = { ...unasked, consent };
    const { link: after } = await once('record-testimonial', testimonial, 'TestimonialRecorded');
    expect(after.impact.testimonials).toEqual([{ role: 'teacher', side: 'b', on: '2026-12-15' }]);
    const { consentId, ...facts } = await lastData();
    expect(facts).toEqual({ role: 'teacher', side: 'b', noteId: expect.any(String) });
    const { rows } = await api.pool.query('select name, given_on::text from consents where id = $1', [
      consentId,
    ]);
    expect(rows).toEqual([{ name: 'Tom Reid', given_on: '2026-11-20' }]);
  });

  it('the proposal that was sent is recorded, and no mail is planned for it', async () => {
    await once('send-proposal', {}, 'ProposalSent');
    const { rows } = await api.pool.query('select from mails where subject = $1', [ref]);
    expect(rows).toEqual([]);
  });

  it('what was entered wrongly is mended like everything else', async () => {
    const { items } = (await api.get(`/links/${ref}/events`)).json<{
      items: readonly { id: string; type: string }[];
    }>();
    const idOf = (type: string) => items.findLast((it) => it.type === `${type}.v1`)?.id;
    await api.change(ref, 'correct-entry', {
      eventId: idOf('ParentsInvolved'),
      field: 'count',
      was: 6,
      now: 16,
      reasonCode: 'typing-error',
    });
    await api.change(ref, 'void-entry', { eventId: idOf('TestimonialRecorded'), reasonCode: 'wrong-link' });
    const { impact } = await link();
    expect(impact).toMatchObject({ parents: [{ count: 16 }], testimonials: [] });
  });
});

describe('what was there before an import', () => {
  const said = (channel: 'import' | 'api') => {
    const commandId = randomUUID();
    const sender = { actor: 'worker:spec', channel, commandId, correlationId: commandId } as const;
    const parents = { type: 'RecordParents', side: 'b', kind: 'helped', count: 3 } as const;
    const command = new ChangeLink(ref, parents, { occurredOn: 'before-import' }, sender);
    return api.app.get(CommandBus, { strict: false }).execute(command);
  };

  it('is dated so by the import alone, and is not late', async () => {
    await expect(said('api')).rejects.toMatchObject({ code: 'DATE_NOT_KNOWN' });
    const before = await link();
    const { events } = await said('import');
    expect(events.map(({ occurredOn }) => occurredOn)).toEqual(['before-import']);
    expect((await link()).enteredLate).toBe(before.enteredLate);
    const typed = { ...examples['record-parents'], occurredOn: 'before-import' };
    expect((await refused('record-parents', typed))[0]).toBe(400);
  });
});

describe('an entry that was recorded more than 14 days after it happened', () => {
  interface Written {
    readonly type: string;
    readonly late?: true;
  }

  it('says so among the events, and is counted', async () => {
    const parents = examples['record-parents'];
    await api.change(ref, 'record-parents', { ...parents, occurredOn: '2026-12-01' });
    const before = await link();
    await api.change(ref, 'record-parents', { ...parents, occurredOn: '2026-11-30' });
    await api.change(ref, 'record-parents', { ...parents, occurredOn: '2026-12' });
    await api.change(ref, 'record-parents', { ...parents, occurredOn: '2026-10' });
    expect((await link()).enteredLate).toBe(before.enteredLate + 2);
    const { items } = (await api.get(`/links/${ref}/events?limit=200`)).json<{ items: readonly Written[] }>();
    expect(items.slice(-4).map(({ late }) => late)).toEqual([undefined, true, undefined, true]);
  });
});
