import { readLink } from '@linking/application/links/link-history.js';
import { programmeSwitches } from '@linking/events/programme/codes.js';
import { revisionOnBoard } from '@linking/projections/link-board/link-board-queries.js';
import { commandForms } from '../apps/gateway/src/links/forms/command-forms.js';
import { formFields, wordsOf, type Browser } from './support/browser.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';
import { unzip } from './support/unzip.js';

const HOSTILE = `=1+1; "a", 'b' <img src=x onerror=alert(1)><script>alert(2)</script>`;
const TURNED = 'Anna\r\nBcc: all@school.example \u202egnp.exe';
const FRIENDLY = '🧑🏽‍🏫 Zoë O’Neill-Łącka';
const LONGEST = 'x'.repeat(300);
const strange: readonly (readonly [string, string])[] = [
  ['marks of pages and formulas, an emoji and letters of other languages', `${HOSTILE} ${FRIENDLY}`],
  ['lines that end and writing that turns', TURNED],
  ['300 characters', LONGEST],
  ['301 characters', `${LONGEST}x`],
];

let world: PageWorld;
let rosa: Browser;

beforeAll(async () => {
  world = await openPageWorld();
  await world.use(...programmeSwitches);
  rosa = await world.browser('rosa@bradford.example');
}, 60_000);

afterAll(() => world.close());

/** Elements that no page of ours has: somebody's text became one of them. */
function foreign(html: string): readonly string[] {
  // What stands between quotation marks is no element.
  const bare = html.replace(/(?<! src)="[^"]*"/g, '=""');
  return bare.match(/<img[^>]*>|<script(?! type="" src="\/assets\/)[^>]*>|<[^<>]*\sonerror=/g) ?? [];
}

/** Everything that a save may leave behind. */
async function kept(ref: string): Promise<unknown> {
  const { rows } = await world.pool.query(
    'select (select count(*) from notes) as notes, (select count(*) from people) as people',
  );
  return { ...rows[0], facts: (await readLink(world.store, ref)).facts.length };
}

/** A form as it stands, with this text in every box in which people type. */
function filledWith(text: string, page: string, action: string): Record<string, string> {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const typed = [...form.matchAll(/<(?:input|textarea)[^>]*>/g)]
    .map(([box]) => box)
    .filter((box) => !/type="(?:hidden|radio|checkbox)"/.test(box))
    .flatMap((box) => /name="([^"]*)"/.exec(box)?.[1] ?? []);
  return { ...formFields(page, action), ...Object.fromEntries(typed.map((name) => [name, text])) };
}

describe.each(strange)('with %s in every box', (_what, text) => {
  it('each form of a link is saved whole or comes back as it was typed, and nothing half', async () => {
    const ref = await world.propose();
    for (const { command } of commandForms) {
      const { facts } = await readLink(world.store, ref);
      const url = `/links/${ref}/record/${command}`;
      const page = (await rosa.get(`${url}?event=${facts[0]?.id}&field=%2FpupilCount`)).body;
      const before = await kept(ref);
      const answer = await rosa.post(url, filledWith(text, page, url));
      expect([command, [303, 422].includes(answer.statusCode)]).toEqual([command, true]);
      expect([command, foreign(answer.body)]).toEqual([command, []]);
      if (answer.statusCode === 422) expect([command, await kept(ref)]).toEqual([command, before]);
    }
    expect(foreign((await rosa.get(`/links/${ref}`)).body)).toEqual([]);
  }, 60_000);

  it('so are the forms that begin something, and the row of the sheet', async () => {
    const ref = await world.propose();
    for (const url of ['/venues/add', '/training/plan', '/waiting/add?urn=900001', `/sheet/${ref}`]) {
      const action = url.split('?')[0] ?? '';
      const answer = await rosa.post(action, filledWith(text, (await rosa.get(url)).body, action));
      expect([url, answer.statusCode < 500, foreign(answer.body)]).toEqual([url, true, []]);
    }
    for (const url of ['/venues', '/training', '/waiting', '/links', '/sheet'])
      expect([url, foreign((await rosa.get(url)).body)]).toEqual([url, []]);
  }, 60_000);
});

describe('strange names that people have', () => {
  const confirm = (name: string) => ({
    type: 'ConfirmClass',
    side: 'a',
    name,
    yearGroups: [4],
    pupilCount: 28,
    teachers: [{ name, email: 'teacher@900001.example', linkedBefore: false }],
  });

  it('are shown as they were typed on the link, in its history, on the sheet and in its copy', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/confirm-class`;
    const saved = await rosa.fill(`${url}?side=a`, url, {
      name: HOSTILE,
      yearGroup: '4',
      pupilCount: '28',
      teacherName: HOSTILE,
      teacherEmail: 'zoe@900001.example',
      note: `${FRIENDLY}\n${HOSTILE}`,
    });
    expect(saved.statusCode).toBe(303);
    await until('the board is written', async () => {
      return (await revisionOnBoard(world.pool, ref)) === (await readLink(world.store, ref)).link.revision;
    });
    for (const page of [
      `/links/${ref}`,
      '/sheet',
      `/links/${ref}/record/assign-teacher`,
      `/sheet/${ref}/training-a?typed=today`,
    ]) {
      const { body } = await rosa.get(page);
      expect([page, foreign(body)]).toEqual([page, []]);
    }
    for (const page of [`/links/${ref}`, '/sheet'])
      expect(wordsOf((await rosa.get(page)).body)).toContain(HOSTILE);
    expect(wordsOf((await rosa.get(`/links/${ref}`)).body)).toContain(FRIENDLY);
    const words = unzip((await rosa.get('/sheet.xlsx')).rawPayload).get('xl/sharedStrings.xml') ?? '';
    expect(words).toContain(`'=1+1; "a", 'b' &lt;img src=x onerror=alert(1)&gt;`);
    expect(words).not.toMatch(/<img|<script/);
  });

  it('lose line ends and turned writing, which no name has, in a form', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/confirm-class`;
    await rosa.fill(`${url}?side=a`, url, {
      name: TURNED,
      yearGroup: '4',
      pupilCount: '28',
      teacherName: TURNED,
      teacherEmail: 'anna@900001.example',
    });
    const { rows } = await world.pool.query<{ text: string }>(
      `select text from notes where text ~ '[\\u202a-\\u202e\\r]' union all select name from people where name ~ '[\\u202a-\\u202e\\r\\n]'`,
    );
    expect(rows).toEqual([]);
  });

  it('are no excuse for an address with which a mail would go astray', async () => {
    const ref = await world.propose();
    const url = `/links/${ref}/record/assign-teacher`;
    const before = await kept(ref);
    for (const teacherEmail of [
      'x;y@school.example',
      'a,b@school.example',
      '<b>@school.example',
      'a@b.example\u202e',
    ]) {
      const back = await rosa.fill(`${url}?side=a`, url, { teacherName: 'Zoë', teacherEmail });
      expect([teacherEmail, back.statusCode]).toEqual([teacherEmail, 422]);
      expect(wordsOf(back.body)).toContain('Enter the school e-mail address of the teacher');
    }
    expect(await kept(ref)).toEqual(before);
  });

  it('are taken by the JSON API as they are, or refused with their field, and then nothing is kept', async () => {
    const ref = await world.propose();
    const signedIn = await world.app.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: { email: 'rosa@bradford.example', password: 'three linked rings' },
    });
    const authorization = `Bearer ${signedIn.json<{ token: string }>().token}`;
    const send = async (name: string) => {
      const { type: _, ...payload } = confirm(name);
      const revision = (await readLink(world.store, ref)).link.revision;
      return world.app.inject({
        method: 'POST',
        url: `/api/v1/links/${ref}/confirm-class`,
        headers: { authorization, 'if-match': `"${revision}"` },
        payload,
      });
    };
    for (const name of [TURNED, 'one\ntwo', 'a\u2066b', `${LONGEST}x`, ' ', '\ud800']) {
      const before = await kept(ref);
      const answer = await send(name);
      expect([name, answer.statusCode]).toEqual([name, 400]);
      expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toContain(
        'name',
      );
      expect(await kept(ref)).toEqual(before);
    }
    for (const name of [HOSTILE, FRIENDLY]) {
      const answer = await send(name);
      expect([name, answer.statusCode]).toEqual([name, 200]);
      expect(answer.json<{ link: { sides: { a: { className: string } } } }>().link.sides.a.className).toBe(
        name,
      );
    }
  });
});
