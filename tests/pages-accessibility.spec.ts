import { readLink } from '@linking/application/links/link-history.js';
import { mailTokenId } from '@linking/application/mails/mail.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { addressToken } from '@linking/application/tokens/tokens.js';
import { testSettings } from './support/gateway.js';
import type { PageWorld } from './support/page-world.js';
import { pageOf } from './support/teacher-year.js';
import { readyToBeLookedAt, stumblingBlocks } from './support/stumbling-blocks.js';
import { openVisitedWorld, PHONE, type Visit, type VisitedWorld } from './support/visits.js';
import { writeYearSoFar } from './support/year-so-far.js';

let visited: VisitedWorld;
let world: PageWorld;
let links: readonly string[];

beforeAll(async () => {
  visited = await openVisitedWorld({ demo: true, demoClock: true });
  world = visited.world;
  links = await writeYearSoFar(world);
}, 400_000);

afterAll(() => visited?.close());

async function open(email?: string): Promise<Visit> {
  const visit = await visited.visit({ viewport: PHONE, ...(email === undefined ? {} : { email }) });
  await readyToBeLookedAt(visit);
  return visit;
}

/**
 * Addresses that draw the same page with other data have the same shapes: that of their place, and one for each thing
 * that is asked of it. Filters together draw nothing that one of them alone does not.
 */
function shapesOf(url: string): readonly string[] {
  const [place = '', asked = ''] = url.split('?');
  const shape = placeOf(place);
  return [shape, ...[...new URLSearchParams(asked).keys()].map((name) => `${shape}?${name}`)];
}

const placeOf = (path: string) =>
  path
    .replace(/\/outbox\/[^/]+/, '/outbox/:id')
    .replace(/\/(?:N\d{2})(?:-[a-z-]+)?(?=\/|$)/, '/:mail')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/(?<!^\/links\/)BRD-\d{4}-\d{3}/g, ':ref')
    .replace(/\/links\/BRD-\d{4}-\d{3}(?=\/)/, '/links/:ref')
    .replace(/\/schools\/\d{6}/, '/schools/:urn');

const LINK = /<a\b(?![^>]*\sdownload\b)[^>]*\shref="(\/[^"#]*)/g;

/** Where a page, as it was sent, leads. */
const placesOn = (html: string): string[] =>
  [...html.matchAll(LINK)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter((href) => !/^\/(?:api|assets)\//.test(href));

/** Shapes of pages that somebody has looked at; for the next person they need only to be there. */
const lookedAt = new Set<string>();

/** Each place is looked at once; with `npm run check:pages` also whatever can be asked of it, such as its filters. */
const EVERY_PAGE = process.env['EVERY_PAGE'] === 'yes';
const toBeLookedAt = (shape: string) => !lookedAt.has(shape) && (EVERY_PAGE || !shape.includes('?'));

/** Every page of another shape that can be reached, with what is wrong with it. */
async function crawl({ page, troubles }: Visit, from: readonly string[]) {
  const toSee = [...from];
  const seen = new Set<string>();
  const wrong: Record<string, readonly string[]> = {};
  while (toSee.length > 0) {
    const url = toSee.shift() ?? '';
    const shapes = shapesOf(url);
    if (shapes.every((shape) => seen.has(shape))) continue;
    shapes.forEach((shape) => seen.add(shape));
    const known = !shapes.some(toBeLookedAt);
    const answer = known ? await page.request.get(url) : await page.goto(url);
    expect([url, answer?.status()]).toEqual([url, 200]);
    toSee.push(...placesOn((await answer?.text()) ?? ''));
    if (known) continue;
    shapes.forEach((shape) => lookedAt.add(shape));
    const blocks = await stumblingBlocks({ page, troubles });
    if (blocks.length > 0) wrong[url] = blocks;
  }
  return { seen, wrong };
}

describe('in a real browser, on a desk and on a phone', () => {
  it('every page that a coordinator can reach is fit for everybody', async () => {
    const { seen, wrong } = await crawl(await open('rosa@bradford.example'), [
      '/',
      ...links.map((ref) => `/links/${ref}`),
      '/programmes/bradford/year-end/2026-27',
      '/programmes/bradford/certificates/2026-27',
    ]);
    expect(wrong).toEqual({});
    expect(seen.size).toBeGreaterThan(50);
  }, 300_000);

  it('so is the import of the register', async () => {
    const visit = await open('ada@linking.example');
    await visit.page.goto('/schools/import');
    expect(await stumblingBlocks(visit)).toEqual([]);
    await visit.page.setInputFiles('[type=file]', {
      name: 'register.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'URN,EstablishmentName,EstablishmentStatus (name)\n900003,Oak,Open\nNAT,All,Open\n',
      ),
    });
    await visit.page.click('main button[type=submit]');
    await visit.page.waitForSelector('text=Dry run of register.csv');
    expect(await stumblingBlocks(visit)).toEqual([]);
  }, 60_000);

  it('so are the pages of an administrator', async () => {
    const visit = await open('ada@linking.example');
    const { seen, wrong } = await crawl(visit, ['/users', '/users/add', '/account']);
    expect(wrong).toEqual({});
    expect([...seen]).toEqual(expect.arrayContaining(['/users', '/users/:id']));
  }, 120_000);

  it('so are the pages without a sign-in, and those of headteachers and teachers', async () => {
    const mails = await listMails(world.pool, { programmes: 'all', subject: links[1] ?? '', limit: 50 });
    const mail = mails.find(({ step, status }) => step === 'agreement-a' && status === 'sent');
    const signing = `/sign/${addressToken(testSettings, mailTokenId(mail?.id ?? ''), 'sign-agreement')}`;
    const { sides } = (await readLink(world.store, links[3] ?? '')).link;
    const teacher = await pageOf(world, sides.a.teachers[0]?.teacherId ?? '');
    const visit = await open();
    const { wrong } = await crawl(visit, [
      '/sign-in',
      '/forgotten-password',
      signing,
      `${signing}?for=head`,
      teacher,
    ]);
    expect(wrong).toEqual({});
    await visit.page.goto(signing);
    await visit.page.click('main button[type=submit]');
    await visit.page.waitForSelector('text=There is a problem');
    expect(await stumblingBlocks(visit)).toEqual([]);
    await visit.page.check('[name=agreed]');
    await visit.page.click('main button[type=submit]');
    await visit.page.waitForURL('**/signed');
    expect(await stumblingBlocks(visit)).toEqual([]);
    await visit.page.goto('/sign/unknown');
    expect(await stumblingBlocks(visit)).toEqual([]);
  }, 180_000);

  it('so are a page that is not there and a form that was sent back', async () => {
    const visit = await open('rosa@bradford.example');
    expect((await visit.page.goto('/nowhere'))?.status()).toBe(404);
    expect(await stumblingBlocks(visit)).toEqual([]);
    await visit.page.goto(`/links/${links[3]}/record/plan-meeting?number=3`);
    await visit.page.click('main form button[type=submit]');
    await visit.page.waitForSelector('text=There is a problem');
    expect(await stumblingBlocks(visit)).toEqual([]);
  }, 60_000);

  it('whoever steps through a history by keyboard stays on the arrow', async () => {
    const { page } = await open('alun@linking.example');
    await page.goto(`/links/${links[3]}`);
    await page.focus('#earlier');
    const sentence = () => page.innerText('.time-bar__sentence');
    const [, last = ''] = /after event (\d+) of/.exec(await sentence()) ?? [];
    for (const steps of [1, 2]) {
      await page.keyboard.press('Enter');
      await page.waitForURL(`**?revision=${Number(last) - steps}#earlier`);
      expect(await sentence()).toContain(`after event ${Number(last) - steps} of ${last}`);
      expect(await page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['earlier', 0]);
    }
  }, 60_000);

  it('the place one is at can be seen in the header, and each place can be reached', async () => {
    const { page } = await open('rosa@bradford.example');
    for (const place of ['/links', '/outbox']) {
      await page.goto(place);
      const boxes = await page.$$eval('header nav a', (all) =>
        all.map((a) => ({ current: a.hasAttribute('aria-current'), ...a.getBoundingClientRect().toJSON() })),
      );
      const outside = boxes.filter(({ left, right }) => left < 0 || right > 390);
      expect(outside).toEqual([]);
      expect(boxes.filter(({ current }) => current)).toHaveLength(1);
    }
  }, 60_000);
});
