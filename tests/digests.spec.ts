import { showMail } from '@linking/application/mails/outbox.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { AddGrant } from '@linking/application/grants/grant-commands.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import { randomUUID } from 'node:crypto';
import { wordsOf } from './support/browser.js';
import { testSettings } from './support/gateway.js';
import { openPageWorld, type PageWorld } from './support/page-world.js';
import { until } from './support/until.js';
import { writeYearSoFar } from './support/year-so-far.js';

const MONDAY = '2026-11-30';
let world: PageWorld;
let links: readonly string[];

beforeAll(async () => {
  world = await openPageWorld();
  links = await writeYearSoFar(world);
  const [proposed = '', , , met = ''] = links;
  world.clock.set('2026-11-27T10:00:00.000Z');
  await world.change(proposed, {
    type: 'DeclineProposal',
    side: 'a',
    reasonCode: 'other',
    wantsOtherPartner: true,
  });
  await world.change(met, { type: 'CancelMeeting', number: 2, reasonCode: 'weather' });
  await until('Today has it', async () => {
    const { rows } = await world.pool.query<{ type: string }>('select type from link_history');
    const types = rows.map(({ type }) => type);
    return types.includes('ProposalDeclined') && types.includes('MeetingCancelled');
  });
  await morningOf(MONDAY);
}, 120_000);

afterAll(() => world?.close());

/** Half past seven has come; something that is recorded wakes the workers. */
async function morningOf(day: string): Promise<void> {
  world.clock.set(`${day}T07:31:00.000Z`);
  await world.change(links.at(-1) ?? '', { type: 'RecordParents', side: 'b', kind: 'came-along', count: 3 });
}

const sent = async (rule: string, anchor: string) => {
  await until(`${rule} of ${anchor} is sent`, async () => {
    const mails = await mailsOf(rule, anchor);
    return mails.length > 0 && mails.every(({ status }) => status === 'sent');
  });
  return mailsOf(rule, anchor);
};

interface Row {
  id: string;
  rule: string;
  anchor_date: string;
  status: string;
  merged_into: string | null;
}

const mailsOf = async (rule: string, day = '%') =>
  (
    await world.pool.query<Row>(
      `select id, rule, anchor_date, status, merged_into from mails
       where rule like $1 and rule >= 'N27' and anchor_date like $2 order by id`,
      [rule, day],
    )
  ).rows;

async function textOf(rule: string): Promise<string> {
  const [mail] = await mailsOf(rule, MONDAY);
  const { pool, store, clock } = world;
  const settings = { ...testSettings, mailFrom: 'linking@localhost' };
  const lookup = tableLookup({ pool, store, clock }, settings);
  const shown = await showMail({ pool, lookup, settings }, mail?.id ?? '', {
    programmes: ['bradford'],
    workingAddresses: false,
  });
  return shown?.rendered.text ?? '';
}

const under = (text: string, heading: string) =>
  Number(new RegExp(`^${heading} \\((\\d+)\\)$`, 'm').exec(text)?.[1] ?? 0);

const page = async (url: string) =>
  wordsOf((await (await world.browser('rosa@bradford.example')).get(url)).body);

const sender = () => {
  const commandId = randomUUID();
  return {
    actor: 'user:00000000-0000-4000-8000-00000000000f',
    channel: 'api' as const,
    commandId,
    correlationId: commandId,
    scope: scopeOf({ roles: ['national'], programmes: [] }),
  };
};

describe('the lists of a Monday morning', () => {
  it('go once to the programme in which something is open, as one mail', async () => {
    const [[weekly], [daily]] = [await sent('N27', MONDAY), await sent('N28', MONDAY)];
    expect([weekly?.rule, daily?.rule, daily?.merged_into]).toEqual(['N27', 'N28', weekly?.id]);
    expect(weekly?.id).toMatch(/^programme-bradford\.N27\.week\.2026-11-30\./);
    const delivered = await world.pool.query('select from outbox_deliveries where mail_id = any($1)', [
      [weekly?.id, daily?.id],
    ]);
    expect(delivered.rowCount).toBe(1);
    const said = await world.store.readStream('correspondence-programme-bradford');
    const ids = said.map(({ envelope }) => (envelope.data as { mailId: string }).mailId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([weekly?.id, daily?.id]));
  });

  it('say in the weekly list exactly what the page Today says', async () => {
    const text = await textOf('N27');
    const today = await page('/today/attention');
    const things = Number(/(\d+) things? in Bradford/.exec(today)?.[1]);
    const listed = ['Overdue', 'This week and soon', 'Not signed', 'Also waiting for you'].map((it) =>
      under(text, it),
    );
    const waiting = under(text, 'Classes without a partner');
    expect(today).toContain(`${waiting} classes want a partner`);
    expect(things).toBeGreaterThan(2);
    expect(listed.reduce((sum, count) => sum + count, 0) + 1).toBe(things);
    expect(under(text, 'Overdue')).toBeGreaterThan(0);
    const silent = under(text, 'Silent for more than 21 days');
    expect(silent).toBeGreaterThan(0);
    const browser = await world.browser('rosa@bradford.example');
    const rows = (await browser.get('/links?flag=silent&outcome=open')).body.match(/BRD-2026-\d+<\/a>/g);
    expect(new Set(rows).size).toBe(silent);
  });

  it('say in the daily list what history says', async () => {
    const text = (await textOf('N28')).replace(/\s+/g, ' ');
    expect(text).toMatch(/Declined \(1\).*To do: decide what follows, and tell the other school/);
    expect(text).toMatch(/Cancelled, put online or paused \(1\).*To do: agree a new date/);
    for (const headline of ['Ash Primary said no', 'First visit cancelled']) {
      expect(text).toContain(`${headline}, recorded Fri 27 Nov.`);
    }
  });

  it('come no second time, and the daily one not at all on a day without news', async () => {
    await morningOf(MONDAY);
    expect(await mailsOf('%', MONDAY)).toHaveLength(2);
    await morningOf('2026-12-02');
    await sent('N29', '2026-12-01');
    expect(await mailsOf('N28', '2026-12-02')).toEqual([]);
    expect((await mailsOf('N27')).map(({ anchor_date }) => anchor_date)).not.toContain('2026-12-02');
  });

  it('are skipped as too late when they waited longer than their time', async () => {
    const [mail] = await mailsOf('N27', MONDAY);
    const old = mail?.id.replace(MONDAY, '2026-11-16') ?? '';
    await world.pool.query(
      `insert into mails (id, rule, subject, programme, step, anchor_date, person_id, mailbox, kind, asked_by, due_at,
                          status, content, message_id, created_at)
       select $2, rule, subject, programme, step, '2026-11-16', person_id, mailbox, kind, asked_by,
              due_at - interval '14 days', 'planned',
              content || '{"monday": "2026-11-16", "day": "2026-11-16"}', $2, created_at
       from mails where id = $1`,
      [mail?.id, old],
    );
    await morningOf('2026-12-03');
    await until('it is skipped', async () => (await mailsOf('N27', '2026-11-16'))[0]?.status === 'skipped');
    const said = await world.store.readStream('correspondence-programme-bradford');
    expect(said.map(({ envelope }) => envelope.data)).toContainEqual(
      expect.objectContaining({ mailId: old, reasonCode: 'too-late' }),
    );
  });

  it('show the reasons and whom to ask in the outbox', async () => {
    const [mail] = await mailsOf('N27', MONDAY);
    const shown = await page(`/outbox/${encodeURIComponent(mail?.id ?? '')}`);
    expect(shown).toContain('A week begins. Rule N27');
    expect(shown).toContain('linking');
  });
});

describe('what the calendar asks of the office', () => {
  it('brings the figures of December to whoever works there, without a single link', async () => {
    const figures = await sent('N29', '2026-12-01');
    expect(figures).toHaveLength(1);
    const nadia = await world.browser('nadia@linking.example');
    const shown = wordsOf((await nadia.get(`/outbox/${encodeURIComponent(figures[0]?.id ?? '')}`)).body);
    expect(shown).toContain('Figures by programme');
    expect(shown).toMatch(/Bradford: 1 link \(1 met\), 2 proposals, 4 classes waiting, 2 overdue/);
    expect(shown).not.toMatch(/BRD-/);
    expect(
      (await (await world.browser('rosa@bradford.example')).get(`/outbox/${figures[0]?.id ?? ''}`))
        .statusCode,
    ).toBe(404);
  });

  it('asks whoever keeps a grant for its report, until it is delivered', async () => {
    const { rows } = await world.pool.query<{ id: string }>(
      `select id from users where email = 'nadia@linking.example'`,
    );
    const nadia = () => ({ ...sender(), actor: `user:${rows[0]?.id ?? ''}` });
    const { grant } = await world.send(
      new AddGrant(
        {
          funder: 'Stockport Homes',
          kind: 'national',
          from: '2026-09-01',
          until: '2027-08-31',
          programmes: ['bradford'],
          pays: ['coach'],
          reportsDue: ['2027-01-31'],
        },
        nadia(),
      ),
    );
    const asked = () =>
      world.pool
        .query<{ step: string; status: string; person_id: string }>(
          `select step, status, person_id from mails where rule = 'N30' order by step`,
        )
        .then((found) => found.rows);
    await until('both are planned', async () => (await asked()).length === 2);
    expect(await asked()).toEqual([
      { step: 'report-1', status: 'planned', person_id: rows[0]?.id },
      { step: 'report-2', status: 'planned', person_id: rows[0]?.id },
    ]);
    const browser = await world.browser('nadia@linking.example');
    const form = `/funders/${grant.grantId}/report-delivered`;
    const saved = await browser.fill(`${form}?due=2027-01-31`, form, {
      due: '2027-01-31',
      'on-day': '1',
      'on-month': '12',
      'on-year': '2026',
    });
    expect(saved.statusCode).toBe(303);
    await until('none is wanted any more', async () =>
      (await asked()).every(({ status }) => status === 'cancelled'),
    );
    expect(wordsOf((await browser.get(`/funders/${grant.grantId}`)).body)).toContain(
      'Delivered on 1 December 2026',
    );
  });
});

describe('a programme that wants no lists', () => {
  it('turns them off among its settings, and gets none', async () => {
    const off = { type: 'TurnDigest', digest: 'weekly-list', on: false } as const;
    await world.send(new ChangeProgramme('bradford', off, sender()));
    expect(await page('/programmes/bradford')).toContain('Lists by mail Daily list');
    world.clock.set('2026-12-04T10:00:00.000Z');
    await world.change(links.at(-1) ?? '', { type: 'Pause', reasonCode: 'staffing' });
    await until(
      'Today has it',
      async () =>
        ((
          await world.pool.query(
            `select from link_history where type = 'LinkPaused' and recorded_at > '2026-12-01'`,
          )
        ).rowCount ?? 0) > 0,
    );
    await morningOf('2026-12-07');
    await sent('N28', '2026-12-07');
    expect(await mailsOf('N27', '2026-12-07')).toEqual([]);
  });
});
