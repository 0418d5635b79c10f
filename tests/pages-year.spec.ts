import { readSession } from '@linking/application/training/read-session.js';
import { school } from '@linking/application/schools/find-schools.js';
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

const page = async (url: string, browser = rosa) => wordsOf((await browser.get(url)).body);

describe('the waiting list', () => {
  it('takes an interest on the phone: the school is found by part of its name', async () => {
    const found = await rosa.get('/waiting/add?q=ash');
    expect(found.body).toContain('href="/waiting/add?urn=900001"');
    const url = '/waiting/add?urn=900001';
    const missing = await rosa.fill(url, url, { headName: 'Hilda Ash' });
    expect(missing.statusCode).toBe(422);
    expect(wordsOf(missing.body)).toContain('Enter the e-mail address of the headteacher');
    expect(missing.body).toContain('value="Hilda Ash"');
    const saved = await rosa.post(url, {
      ...formFields(missing.body, url),
      headEmail: 'head@ash.example',
      'class.1.yearGroup': '3',
      'class.1.pupilCount': '24',
    });
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/waiting']);
    expect(await page('/waiting')).toMatch(/Ash Primary Class Year 3, 24 pupils, name to follow/);
  });

  it('brings two waiting classes together', async () => {
    const a = await world.offer('900001', '5 Ash');
    const b = await world.offer('900002', '5 Elm');
    await until('both wait', async () => (await page('/waiting')).includes('5 Elm'));
    const [keyA, keyB] = [`${a.interestId}.${a.classId}`, `${b.interestId}.${b.classId}`];
    expect((await rosa.get(`/links/propose?a=${keyA}`)).body).toContain(`b=${keyB}`);
    const made = await rosa.fill(`/links/propose?a=${keyA}&b=${keyB}`, '/links/propose', {});
    expect(made.statusCode).toBe(303);
    expect(made.headers.location).toMatch(/^\/links\/BRD-2026-\d{3}$/);
    expect(await page(made.headers.location ?? '')).toContain('The link is proposed.');
  });
});

describe('training', () => {
  it('is planned, filled and its register carried', async () => {
    const ref = await world.propose();
    await world.change(ref, { type: 'Broker' });
    await until('the link is listed', async () => (await page('/links')).includes(ref));
    const plan = {
      'on-day': '14',
      'on-month': '9',
      'on-year': '2026',
      startsAt: '9:15',
      endsAt: '15.30',
      capacity: '20',
    };
    const planned = await rosa.fill('/training/plan', '/training/plan', plan);
    const url = planned.headers.location ?? '';
    expect(url).toMatch(/^\/training\/[0-9a-f-]{36}$/);
    const whom = (await rosa.get(`${url}/enrol`)).body;
    expect(wordsOf(whom)).toContain('Teacher of 900001, Ash Primary Full day: links for the first time.');
    const [, teacher = ''] = new RegExp(`value="([^"]*${ref}\\.a\\.[^"]*)"`).exec(whom) ?? [];
    const enrolled = await rosa.post(`${url}/enrol`, { ...formFields(whom, `${url}/enrol`), teacher });
    expect(enrolled.statusCode).toBe(303);
    const id = url.slice('/training/'.length);
    const teacherId = teacher.split('.').at(-1) ?? '';
    const why = await rosa.fill(url, `${url}/attendance`, { [`answer.${teacherId}`]: 'missed' });
    expect([why.statusCode, wordsOf(why.body)]).toEqual([
      422,
      expect.stringContaining('Choose why Teacher of 900001 missed it'),
    ]);
    const saved = await rosa.fill(url, `${url}/attendance`, { [`answer.${teacherId}`]: 'came' });
    expect(saved.statusCode).toBe(303);
    expect((await readSession(world.store, id)).session.attendance).toMatchObject([
      { teacherId, attended: true, minutes: 375 },
    ]);
    expect(await page(url)).toContain('Came, 375 minutes');
  });

  it('asks for a teacher, and for at least one answer', async () => {
    const plan = {
      'on-day': '14',
      'on-month': '9',
      'on-year': '2026',
      startsAt: '9:15',
      endsAt: '8:00',
      capacity: '20',
    };
    const refused = await rosa.fill('/training/plan', '/training/plan', plan);
    expect(refused.statusCode).toBe(422);
    expect(wordsOf(refused.body)).toContain('The session has to end after it starts.');
    const url =
      (await rosa.fill('/training/plan', '/training/plan', { ...plan, endsAt: '15:00' })).headers.location ??
      '';
    const { teacher: _, ...nobody } = formFields((await rosa.get(`${url}/enrol`)).body, `${url}/enrol`);
    const refusedToo = await rosa.post(`${url}/enrol`, nobody);
    expect(wordsOf(refusedToo.body)).toContain('Tick at least one teacher');
  });

  it('is moved to a day that is warned of, and cancelled', async () => {
    const day = { startsAt: '9:15', endsAt: '15:30', capacity: '20' };
    const planned = { 'on-day': '1', 'on-month': '10', 'on-year': '2026', ...day };
    const url = (await rosa.fill('/training/plan', '/training/plan', planned)).headers.location ?? '';
    const weekend = { ...planned, 'on-day': '3' };
    const saturday = await rosa.fill('/training/plan', '/training/plan', weekend);
    expect(await page(saturday.headers.location ?? '')).toContain('3 October 2026 is a Saturday.');
    const move = { 'on-day': '1', 'on-month': '9', reasonCode: 'venue-not-available' };
    const past = await rosa.fill(`${url}/move`, `${url}/move`, move);
    expect([past.statusCode, wordsOf(past.body)]).toEqual([
      422,
      expect.stringContaining('1 September is in the past.'),
    ]);
    const moved = await rosa.fill(`${url}/move`, `${url}/move`, {
      ...move,
      'on-day': '28',
      'on-month': '10',
    });
    expect(moved.statusCode).toBe(303);
    const now = await page(url);
    expect(now).toContain('28 October 2026 is a day on which schools are closed: Autumn half-term.');
    expect(now).toContain('Moved. It was on Thursday 1 October 2026.');
    const off = await rosa.fill(`${url}/cancel`, `${url}/cancel`, { reasonCode: 'too-few-teachers' });
    expect(off.statusCode).toBe(303);
    expect(await page(url)).toMatch(
      /Cancelled: too few teachers\..*Cancelled: too few teachers Rosa Hartley/,
    );
    const again = await rosa.fill(`${url}/move`, `${url}/move`, { 'on-month': '11', reasonCode: 'weather' });
    expect(wordsOf(again.body)).toContain('The session of 28 October is cancelled.');
  });
});

describe('venues', () => {
  it('are added and listed', async () => {
    const venue = { name: 'Cliffe Castle', postcode: 'bd20 6lh', linksAtOnce: '2' };
    const added = await rosa.fill('/venues/add', '/venues/add', venue);
    expect(added.statusCode).toBe(303);
    expect(await page('/venues')).toMatch(/Cliffe Castle.*BD20 6LH.*2 links/);
  });
});

describe('the register of schools', () => {
  const csv =
    'URN,EstablishmentName,EstablishmentStatus (name),Postcode\n900003,Oak School,Open,BD9 1AC\nNAT,Total,Open,\n';
  const upload = (token: string, file = csv) =>
    [
      '--edge',
      'Content-Disposition: form-data; name="_csrf"',
      '',
      token,
      '--edge',
      'Content-Disposition: form-data; name="file"; filename="register.csv"',
      'Content-Type: text/csv',
      '',
      file,
      '--edge--',
      '',
    ].join('\r\n');
  const type = 'multipart/form-data; boundary=edge';

  it('is read first, and imported when the person says so', async () => {
    const ada = await world.browser('ada@linking.example');
    const { _csrf = '' } = formFields((await ada.get('/schools/import')).body, '/schools/import');
    const dry = await ada.send('/schools/import', upload(_csrf), type);
    expect(dry.statusCode).toBe(200);
    expect(wordsOf(dry.body)).toMatch(/Dry run of register.csv: nothing was changed .*New 1 .*With errors 1/);
    expect(await school(world.pool, '900003')).toBeUndefined();
    const [, accept = ''] = /action="(\/schools\/import\/[^"]+)"/.exec(dry.body) ?? [];
    const nadia = await world.browser('nadia@linking.example');
    const foreign = formFields((await nadia.get('/schools/import')).body, '/schools/import');
    expect((await nadia.post(accept, foreign)).statusCode).toBe(404);
    expect((await ada.post(accept, formFields(dry.body, accept))).statusCode).toBe(303);
    expect((await school(world.pool, '900003'))?.name).toBe('Oak School');
    expect(await page('/schools?q=oak', ada)).toContain('Oak School');
    expect((await ada.post(accept, formFields(dry.body, accept))).statusCode).toBe(404);
    const again = await ada.send('/schools/import', upload(_csrf), type);
    expect(wordsOf(again.body)).toMatch(/Dry run of register.csv: nothing in it is new .*New 0 .*Changed 0/);
    expect(again.body).not.toMatch(/action="\/schools\/import\//);
  });

  it('says why a file cannot be read', async () => {
    const ada = await world.browser('ada@linking.example');
    const { _csrf = '' } = formFields((await ada.get('/schools/import')).body, '/schools/import');
    const answer = await ada.send('/schools/import', upload(_csrf, 'a,b\n1,2\n'), type);
    expect(answer.statusCode).toBe(422);
    expect(wordsOf(answer.body)).toContain('There is a problem');
  });

  it('takes no file from another site, nor from who may not import', async () => {
    const ada = await world.browser('ada@linking.example');
    expect((await ada.send('/schools/import', upload('not the token'), type)).statusCode).toBe(403);
    expect((await rosa.send('/schools/import', upload('any'), type)).statusCode).toBe(403);
  });

  it('shows one school with its links', async () => {
    const ref = await world.propose();
    await until('its link is listed', async () => (await page('/schools/900001')).includes(ref));
    expect(await page('/schools/900001')).toContain('Ash Primary');
    expect((await rosa.get('/schools/123456')).statusCode).toBe(404);
  });
});

describe('the clock of the demonstration', () => {
  it('has no address elsewhere', async () => {
    const { _csrf = '' } = formFields((await rosa.get('/links')).body, '/sign-out');
    expect((await rosa.post('/demonstration/clock', { _csrf, by: 'day', backTo: '/links' })).statusCode).toBe(
      404,
    );
  });
});

describe('every place in the header', () => {
  it.each(['rosa@bradford.example', 'nadia@linking.example', 'alun@linking.example', 'ada@linking.example'])(
    'opens for %s, with no link that leads nowhere',
    async (email) => {
      const reader = await world.browser(email);
      const seen = new Set<string>();
      const open = [...(await reader.get('/links')).body.matchAll(/href="(\/[^"#]*)/g)].map(
        (match) => match[1] ?? '',
      );
      while (open.length > 0 && seen.size < 120) {
        const url = (open.pop() ?? '').replaceAll('&amp;', '&');
        if (seen.has(url) || /^\/(?:assets|api)\//.test(url)) continue;
        seen.add(url);
        const answer = await reader.get(url);
        expect([url, answer.statusCode]).toEqual([url, url === '/' ? 303 : 200]);
        open.push(...[...answer.body.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1] ?? ''));
      }
      expect(seen.size).toBeGreaterThan(6);
    },
    30_000,
  );
});
