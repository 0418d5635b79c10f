import { readLink } from '@linking/application/links/link-history.js';
import { wordsOf, type Browser } from './support/browser.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

let world: PageWorld;
let rosa: Browser;
let ref: string;

beforeAll(async () => {
  world = await openPageWorld();
  rosa = await world.browser('rosa@bradford.example');
  ref = await world.propose();
}, 60_000);

afterAll(() => world.close());

const page = async (url: string) => wordsOf((await rosa.get(url)).body);
const record = (command: string, fields: Readonly<Record<string, string>>) =>
  rosa.fill(`/links/${ref}/record/${command}`, `/links/${ref}/record/${command}`, fields);
const facts = async () => (await readLink(world.store, ref)).facts;

const PARTS = ['record-reflection', 'record-survey', 'record-testimonial', 'send-proposal'];

describe('a programme that starts small', () => {
  it('has no form, no card and no choice for a part that it does not use', async () => {
    const everything = (await rosa.get(`/links/${ref}/record`)).body;
    for (const command of PARTS) {
      expect(everything).not.toContain(`record/${command}"`);
      expect((await rosa.get(`/links/${ref}/record/${command}`)).statusCode).toBe(404);
    }
    const link = await page(`/links/${ref}`);
    expect(link).toContain('What came of it Parents Nobody recorded yet');
    expect(link).not.toMatch(/Reflections|Surveys|Testimonials/);
    expect(await page(`/links/${ref}/record/sign-agreement`)).not.toContain('interest');
  });

  it('has venues without a diary', async () => {
    await rosa.fill('/venues/add', '/venues/add', { name: 'Hall', postcode: 'BD9 4NS', linksAtOnce: '2' });
    await until('the venue is listed', async () => (await page('/venues')).includes('Hall'));
    expect(await page('/venues')).not.toContain('Booked');
    const href = /\/venues\/[0-9a-f-]{36}/.exec((await rosa.get('/venues')).body)?.[0] ?? '';
    expect(await page(href)).not.toContain('What is planned there');
    await world.use('venue-diary');
    await until('the diary is kept', async () => (await page('/venues')).includes('Booked'));
    expect(await page(href)).toContain('What is planned there');
  });
});

describe('what came of a link', () => {
  beforeAll(() => world.use('reflection', 'surveys', 'testimonials', 'e-mailed-proposals'));

  it('is empty until somebody records it', async () => {
    expect(await page(`/links/${ref}`)).toMatch(
      /Reflections None recorded yet .*Surveys At the beginning: nothing recorded yet After-survey: nothing recorded yet .*Testimonials None recorded yet/,
    );
  });

  it('is recorded by parents, reflections, surveys and testimonials, and told in the history', async () => {
    const side = 'a';
    expect((await record('record-parents', { side, kind: 'came-along', count: '6' })).statusCode).toBe(303);
    const reflection = { side, meeting: 'whole', rating: '4', note: 'Shy at first.' };
    expect((await record('record-reflection', reflection)).statusCode).toBe(303);
    const survey = { side, round: 'pre', instrument: 'class-survey', n: '27', 'scores.O1': '3,4' };
    expect((await record('record-survey', survey)).statusCode).toBe(303);
    const words = { note: 'Nothing but excited.', role: 'teacher', side, consentName: 'Tom Reid' };
    expect((await record('record-testimonial', words)).statusCode).toBe(303);
    const link = await page(`/links/${ref}`);
    expect(link).toContain('Parents 6 parents, once');
    expect(link).toContain('Reflections 1 recorded, 4 of 5 on average');
    expect(link).toContain('At the beginning: Ash Primary After-survey: nothing recorded yet');
    expect(link).toContain('Testimonials 1 with consent');
    expect(link).toContain('6 parents of Ash Primary came along when the classes met');
    expect(link).toContain('Ash Primary looked back on the link');
    expect(link).toContain('Means from 1 to 5: Interest in other cultures 3.4.');
    expect(link).toContain('Tom Reid agreed on 14 September 2026.');
    expect((await facts()).slice(-4).map(({ type }) => type)).toEqual([
      'ParentsInvolved',
      'ReflectionRecorded',
      'SurveyResultRecorded',
      'TestimonialRecorded',
    ]);
  });

  it('is refused beside the box that is wrong', async () => {
    const survey = { side: 'b', round: 'pre', instrument: 'class-survey' };
    const wrong = await record('record-survey', { ...survey, n: '27', 'scores.O2': '6' });
    expect([wrong.statusCode, wordsOf(wrong.body)]).toEqual([
      422,
      expect.stringContaining('Enter a number from 1 to 5, such as 3.4'),
    ]);
    const uncounted = await record('record-survey', { ...survey, 'scores.O2': '3' });
    expect(wordsOf(uncounted.body)).toContain('Scores are kept only with the number of answers.');
    const unasked = await record('record-testimonial', { note: 'Lovely.', role: 'parent', side: 'none' });
    expect(wordsOf(unasked.body)).toContain('Enter who agreed; without consent the words cannot be kept');
  });

  it('of fewer than five answers is only known to be done', async () => {
    const few = { side: 'b', round: 'pre', instrument: 'show-of-hands', n: '4' };
    const saved = await record('record-survey', few);
    expect(saved.statusCode).toBe(303);
    expect(await page(`/links/${ref}`)).toContain('At the beginning: both classes');
    expect((await facts()).at(-1)?.data).toEqual({ side: 'b', round: 'pre', instrument: 'show-of-hands' });
  });

  it('is not shown any more in words when the consent is erased', async () => {
    await world.pool.query('update consents set erased_at = now()');
    const link = await page(`/links/${ref}`);
    expect(link).toContain('The consent is not there any more, so the words are not shown.');
    expect(link).not.toContain('Nothing but excited.');
  });

  it('says that a proposal was sent, which asks both headteachers by mail', async () => {
    expect(await page(`/links/${ref}/record/send-proposal`)).toContain('Ask both headteachers by e-mail');
    expect((await record('send-proposal', {})).statusCode).toBe(303);
    expect(await page(`/links/${ref}`)).toContain('Proposal sent to both schools');
    await until('both are written to', async () => {
      const { rowCount } = await world.pool.query(`select from mails where rule = 'N04'`);
      return rowCount === 2;
    });
  });

  it('a score that was typed wrongly is corrected like every other value', async () => {
    const id = (await facts()).find(({ type }) => type === 'SurveyResultRecorded')?.id;
    const url = `/links/${ref}/record/correct-entry`;
    const saved = await rosa.fill(`${url}?event=${id}&field=%2Fscores%2FO1`, url, {
      now: '4.3',
      reasonCode: 'typing-mistake',
    });
    expect(saved.statusCode).toBe(303);
    expect((await rosa.get(`/links/${ref}`)).body).toMatch(/<del>3.4<\/del>.*<ins>4.3<\/ins>/s);
  });
});

describe('a signature that comes with the interest', () => {
  it('is recorded before both headteachers said yes, where the programme takes them', async () => {
    await world.use('signature-with-interest');
    const signed = {
      side: 'a',
      means: 'with-interest',
      signerName: 'Head of 900001',
      signerRole: 'headteacher',
      heldAt: 'the office',
      agreed: 'yes',
    };
    const other = await world.propose();
    const url = `/links/${other}/record/sign-agreement`;
    expect((await rosa.fill(url, url, signed)).statusCode).toBe(303);
    const shown = await page(`/links/${other}`);
    expect(shown).toContain('Agreement of Ash Primary came with the interest');
    expect(shown).toContain('Together with the interest, kept at the office.');
    expect(shown).toContain('signed 14 Sept');
  });
});

describe('a teacher who caught up', () => {
  it('counts as trained', async () => {
    const { link } = await readLink(world.store, ref);
    const teacher = `a.${link.sides.a.teachers[0]?.teacherId}`;
    const said = { teacher, kind: 'initial-full', minutes: '120', note: 'An afternoon at the office.' };
    expect((await record('record-catch-up', said)).statusCode).toBe(303);
    const shown = await page(`/links/${ref}`);
    expect(shown).toContain('Full day, caught up 14 Sept');
    expect(shown).toContain('caught up on the full day of training');
  });
});

describe('the people at a venue', () => {
  it('are briefed on a day that their page shows', async () => {
    const href = /\/venues\/[0-9a-f-]{36}/.exec((await rosa.get('/venues')).body)?.[0] ?? '';
    expect(await page(href)).toContain('Briefed Nothing recorded yet');
    const brief = `${href}/brief`;
    const future = await rosa.fill(brief, brief, { 'on-month': '12' });
    expect(wordsOf(future.body)).toContain('14 December is in the future; record it from that day.');
    expect((await rosa.fill(brief, brief, { 'on-day': '10' })).statusCode).toBe(303);
    expect(await page(href)).toContain('Briefed On 10 September 2026');
    const ines = await world.browser('ines@kent.example');
    expect((await ines.get(brief)).statusCode).toBe(404);
  });
});
