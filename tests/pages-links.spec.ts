import { programmeSwitches } from '@linking/events/programme/codes.js';
import { readLink } from '@linking/application/links/link-history.js';
import { commandForms } from '../apps/gateway/src/links/forms/command-forms.js';
import { formFields, wordsOf, type Browser } from './support/browser.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';

let world: PageWorld;
let rosa: Browser;

beforeAll(async () => {
  world = await openPageWorld();
  rosa = await world.browser('rosa@bradford.example');
}, 60_000);

afterAll(() => world.close());

const typesOf = async (ref: string) => (await readLink(world.store, ref)).facts.map(({ type }) => type);
const page = async (url: string, browser = rosa) => wordsOf((await browser.get(url)).body);

describe('the list of links', () => {
  it('keeps its filters in the address and counts the stages', async () => {
    const ref = await world.propose();
    await until('the list knows the link', async () => (await page('/links')).includes(ref));
    const found = await rosa.get('/links?stage=interest&q=ash');
    expect(wordsOf(found.body)).toContain(`${ref}`);
    expect(found.body).toContain('value="ash"');
    expect(wordsOf(found.body)).toMatch(/[1-9] Interest 0 Brokered/);
    expect(await page('/links?stage=met')).toContain('No link matches');
  });

  it('shows another programme nothing', async () => {
    const ines = await world.browser('ines@kent.example');
    expect(await page('/links', ines)).toContain('No links yet');
  });
});

describe('one link', () => {
  it('is brought on by its next form, and says so once', async () => {
    const ref = await world.propose();
    const saved = await rosa.fill(`/links/${ref}`, `/links/${ref}/record/broker`, { note: 'Both by phone.' });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `/links/${ref}`]);
    const after = await page(`/links/${ref}`);
    expect(after).toContain('Recorded: both headteachers said yes.');
    expect(after).toContain('“Both by phone.”');
    expect(after).toContain('Next: agreement to be sent');
    await world.change(ref, { type: 'IssueAgreement' });
    expect(await page(`/links/${ref}`)).not.toContain('Which school?');
    expect(await page(`/links/${ref}/record/sign-agreement`)).toContain('Which school?');
    expect(await page(`/links/${ref}`)).not.toContain('Recorded: both headteachers said yes.');
  });

  it('names the school in a warning', async () => {
    const [a, b] = [await world.offer('900001'), await world.offer('900002', '4 Yew')];
    const [keyA, keyB] = [`${a.interestId}.${a.classId}`, `${b.interestId}.${b.classId}`];
    await until('both wait', async () => (await page('/waiting')).includes('4 Yew'));
    const made = await rosa.fill(`/links/propose?a=${keyA}&b=${keyB}`, '/links/propose', {});
    const url = made.headers.location ?? '';
    await rosa.fill(url, `${url}/record/broker`, {});
    await rosa.fill(url, `${url}/record/issue-agreement`, {});
    expect(await page(url)).toContain('The class of Ash Primary is not named yet');
  });

  it('takes a form that is sent twice once', async () => {
    const ref = await world.propose();
    const fields = formFields((await rosa.get(`/links/${ref}`)).body, `/links/${ref}/record/broker`);
    await rosa.post(`/links/${ref}/record/broker`, fields);
    const again = await rosa.post(`/links/${ref}/record/broker`, fields);
    expect(again.statusCode).toBe(303);
    expect((await typesOf(ref)).filter((type) => type === 'LinkBrokered')).toHaveLength(1);
  });

  it('keeps what was typed and says what to do when something is missing', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/plan-meeting`;
    const back = await rosa.fill(`${url}?number=1`, url, {
      startsAt: '10:00',
      'on-day': '31',
      'on-month': '2',
      'on-year': '2027',
    });
    expect(back.statusCode).toBe(422);
    expect(wordsOf(back.body)).toContain(
      'There is a problem Enter a day that exists, such as 26 11 2026 Enter when it ends',
    );
    expect(formFields(back.body, url)).toMatchObject({ startsAt: '10:00', 'on-day': '31', number: '1' });
  });

  it('asks a reason where a rule wants one, and takes it', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/plan-meeting`;
    const plan = {
      'on-day': '3',
      'on-month': '12',
      'on-year': '2026',
      startsAt: '10:00',
      endsAt: '14:00',
      place: 'a',
    };
    const asked = await rosa.fill(`${url}?number=1`, url, plan);
    expect(asked.statusCode).toBe(422);
    expect(wordsOf(asked.body)).toContain('The first meeting is normally at a neutral venue.');
    const fields = formFields(asked.body, url);
    expect(fields).toHaveProperty(['override.neutral-venue-first.reasonCode']);
    const saved = await rosa.post(url, {
      ...fields,
      'override.neutral-venue-first.reasonCode': 'access-needs',
    });
    expect(saved.statusCode).toBe(303);
    expect(await typesOf(ref)).toEqual(expect.arrayContaining(['MeetingPlanned', 'GuardOverridden']));
  });

  it('shows what changed meanwhile and keeps what was typed', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/record-discussion`;
    const fields = formFields((await rosa.get(url)).body, url);
    await world.change(ref, { type: 'Broker' });
    const back = await rosa.post(url, { ...fields, note: 'They would like a Friday.' });
    expect(back.statusCode).toBe(412);
    expect(wordsOf(back.body)).toContain('Both headteachers said yes');
    expect(back.body).toContain('They would like a Friday.');
    const second = await rosa.post(url, { ...formFields(back.body, url), note: 'They would like a Friday.' });
    expect(second.statusCode).toBe(303);
  });

  it('is seen as it was, without forms, and nothing is changed by it', async () => {
    const ref = await world.propose();
    await world.change(ref, { type: 'Broker' });
    const before = await typesOf(ref);
    const past = await rosa.get(`/links/${ref}?revision=3`);
    expect(wordsOf(past.body)).toContain('after event 3 of 6');
    expect(wordsOf(past.body)).toContain('What happened after this');
    expect(past.body).not.toContain(`action="/links/${ref}/record`);
    expect(past.body).not.toContain('/record/');
    expect((await rosa.get(`/links/${ref}?revision=7`)).statusCode).toBe(404);
    expect(await typesOf(ref)).toEqual(before);
  });

  it('shows the corrected value struck through, and a voided entry', async () => {
    const ref = await world.propose();
    await world.change(ref, { type: 'RecordExchange', fromSide: 'a', kind: 'work', mode: 'post' });
    const { facts } = await readLink(world.store, ref);
    const sent = facts.find(({ type }) => type === 'WorkExchanged')?.id ?? '';
    const correct = `/links/${ref}/record/correct-entry`;
    expect(await page(`${correct}?event=${sent}`)).toContain('What is wrong in it?');
    const saved = await rosa.fill(`${correct}?event=${sent}&field=%2Fmode`, correct, {
      now: 'hand',
      reasonCode: 'typing-mistake',
    });
    expect(saved.statusCode).toBe(303);
    expect((await rosa.get(`/links/${ref}`)).body).toMatch(/<del>post<\/del>.*<ins>hand<\/ins>/s);
    const voiding = `/links/${ref}/record/void-entry`;
    await rosa.fill(`${voiding}?event=${sent}`, voiding, { reasonCode: 'wrong-link' });
    expect((await rosa.get(`/links/${ref}`)).body).toContain('<s>Ash Primary sent work to Elm Academy</s>');
  });

  it('marks what was recorded late', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/record-exchange`;
    await rosa.fill(`${url}?fromSide=a`, url, {
      'occurredOn-day': '20',
      'occurredOn-month': '8',
      'occurredOn-year': '2026',
    });
    const history = await page(`/links/${ref}`);
    expect(history).toContain('Entered late');
    expect(history).toContain('recorded 14 September 2026');
  });
});

describe('every form of a command', () => {
  beforeAll(() => world.use(...programmeSwitches));

  it.each(commandForms.map(({ command }) => command))(
    '%s can be opened and refuses nothing by crashing',
    async (command) => {
      const ref = await world.propose();
      const { facts } = await readLink(world.store, ref);
      const preset =
        command === 'correct-entry' ? `?event=${facts[0]?.id}&field=%2FpupilCount` : `?event=${facts[0]?.id}`;
      const url = `/links/${ref}/record/${command}`;
      expect((await rosa.get(`${url}${preset}`)).statusCode).toBe(200);
      const sent = await rosa.fill(`${url}${preset}`, url, {});
      expect([303, 422]).toContain(sent.statusCode);
    },
  );
});

describe('who may do what', () => {
  it('lets auditors and administrators read a link without any form', async () => {
    const ref = await world.propose();
    for (const email of ['alun@linking.example', 'ada@linking.example']) {
      const reader = await world.browser(email);
      const seen = await reader.get(`/links/${ref}`);
      expect(seen.statusCode).toBe(200);
      expect(seen.body).not.toContain('/record');
      expect((await reader.get(`/links/${ref}/record`)).statusCode).toBe(403);
      expect((await reader.get('/waiting/add')).statusCode).toBe(403);
    }
  });

  it('names the programme to the national office, which may act for it', async () => {
    const ref = await world.propose();
    const nadia = await world.browser('nadia@linking.example');
    expect(await page(`/links/${ref}`, nadia)).toContain(`Bradford · ${ref}`);
    const saved = await nadia.fill(`/links/${ref}`, `/links/${ref}/record/broker`, {});
    expect(saved.statusCode).toBe(303);
  });

  it('answers another programme as if there were no such link', async () => {
    const ref = await world.propose();
    const ines = await world.browser('ines@kent.example');
    const other = await ines.get(`/links/${ref}`);
    const unknown = await ines.get('/links/BRD-2026-999');
    expect([other.statusCode, unknown.statusCode]).toEqual([404, 404]);
    expect(wordsOf(other.body)).toBe(wordsOf(unknown.body));
    expect((await ines.get(`/links/${ref}/record/broker`)).statusCode).toBe(404);
  });
});
