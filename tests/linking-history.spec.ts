import { tmpdir } from 'node:os';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { readLink } from '@linking/application/links/link-history.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { runLinking } from '../apps/cli/src/program.js';
import { freshDatabase, type TestDatabase } from './support/database.js';
import { issuedLink, programme, signed } from './support/linked-schools.js';
import { logEvent } from './support/log-events.js';
import { anybody, openDoors, type Doors } from './support/two-doors.js';

describe('linking history', () => {
  let database: TestDatabase;
  let doors: Doors;
  let ref: string;

  beforeAll(async () => {
    database = await freshDatabase();
    doors = await openDoors(database, '2026-09-14T09:00:00.000Z');
    await doors.pool.query(
      `insert into schools (urn, name, as_of, search)
       values ('900001', 'Brook Lane', '2026-09-01', 'brook'), ('900002', 'Hill Top', '2026-09-01', 'hill')`,
    );
    await doors.bus.execute(programme('bradford', 'BRD'));
    ref = await issuedLink(doors, 'first', ['900001', '900002']);
    await change('2026-09-20T09:00:00.000Z', signed('a', 'Ida Head', '2026-1'), {
      occurredOn: '2026-09-18',
      note: 'Ida was in a hurry.',
    });
    // Half an hour after midnight in London, and still the day before in UTC.
    await change('2026-09-24T23:30:00.000Z', signed('b', 'Bob Stone', '2026-1'), {
      occurredOn: '2026-09-15',
    });
    const { facts, link } = await readLink(doors.store, ref);
    const eventId = facts.findLast(({ type }) => type === 'AgreementSigned')!.id;
    await doors.store.append(correspondenceStream(ref), 'no-stream', [
      logEvent(
        'ReminderSent',
        { mailId: eventId, rule: 'N07', personId: link.sides.a.headId, messageId: '<1@x>', attempt: 1 },
        { occurredOn: '2026-09-14', recordedAt: '2026-09-14T09:05:00.000Z' },
      ),
    ]);
    const wrong = { type: 'CorrectEntry', eventId, field: '/occurredOn' } as const;
    await change('2026-10-01T09:00:00.000Z', {
      ...wrong,
      was: '2026-09-15',
      now: '2026-09-16',
      reasonCode: 'wrong-date',
    });
  });

  afterAll(async () => {
    await doors.close();
    await database.drop();
  });

  async function change(now: string, request: LinkRequest, said: Said = {}): Promise<void> {
    doors.clock.set(now);
    await doors.bus.execute(new ChangeLink(ref, request, said, anybody(now)));
  }

  async function history(...args: readonly string[]) {
    const said = { out: '', err: '' };
    const code = await runLinking(['history', ...args], {
      env: { DATABASE_URL: database.url, DATA_DIR: tmpdir() },
      out: { write: (text) => (said.out += text) },
      err: { write: (text) => (said.err += text) },
    });
    return { code, ...said };
  }

  const shown = async (...args: readonly string[]) =>
    JSON.parse((await history(ref, '--json', ...args)).out) as {
      moment: { title: string };
      link: { revision: number; agreement: Record<'a' | 'b', { status: string; signedOn?: string }> };
      history: { event: number; headline: string }[];
      mails?: { title: string; to: string; outcome: string }[];
    };

  test('tells what a link is, and every entry in the words of its page, without anybody’s name', async () => {
    const { code, out } = await history(ref, '--mails');
    expect(code).toBe(0);
    expect(out).toContain(`${ref}: Brook Lane and Hill Top\nAs it is today (after event `);
    expect(out).toContain('Stage          Signed, 18 September 2026');
    expect(out).toMatch(
      /18 September 2026: Brook Lane signed the agreement\n +headteacher [\da-f]{8}, headteacher\. On paper/,
    );
    expect(out).toMatch(/Event \d+: The day it happened, was 15 September 2026, now 16 September 2026\./);
    expect(out).toContain('recorded Friday 25 September 2026, 00:30');
    expect(out).toMatch(/Mail, Monday 14 September 2026, 10:05: Please sign .*, to person [\da-f]{8}\n$/);
    expect(out).not.toMatch(/Ida|Bob|hurry|Head of|@/);
    expect(JSON.stringify(await shown('--mails'))).not.toMatch(/Ida|Bob|hurry|Head of|school\.example/);
  });

  test('tells names and notes when it is asked to', async () => {
    const { out } = await history(ref, '--names', '--mails');
    expect(out).toContain('Ida Head, headteacher. On paper');
    expect(out).toContain('“Ida was in a hurry.”');
    expect(out).toContain('to Head of 900001\n');
  });

  test('tells what was known by the end of a day in London, or at an instant', async () => {
    const before = await shown('--as-at', '2026-09-24');
    expect(before.moment.title).toBe('As it was known on 24 September 2026');
    expect(before.link.agreement.b.status).toBe('issued');
    expect((await shown('--as-at', '2026-09-25')).link.agreement.b.status).toBe('signed');
    expect((await shown('--as-at', '2026-09-24T23:29:59Z')).link.agreement.b.status).toBe('issued');
    expect((await shown('--as-at', '2026-09-25T00:30:00+01:00')).link.agreement.b.status).toBe('signed');
  });

  test('tells what is known today to have happened by then', async () => {
    const day = ['--as-at', '2026-09-17', '--clock', 'known-now'];
    const then = await shown(...day);
    expect(then.moment.title).toBe('17 September 2026, as we know it today');
    expect(then.link.agreement).toMatchObject({
      a: { status: 'issued' },
      b: { status: 'signed', signedOn: '2026-09-16' },
    });
    expect((await shown('--as-at', '2026-09-15', '--clock', 'known-now')).link.agreement.b.status).toBe(
      'issued',
    );
  });

  test('tells the link after so many of its events', async () => {
    const { link, history: entries, mails } = await shown('--revision', '4', '--mails');
    expect(link.revision).toBe(4);
    expect(entries.map(({ event }) => event)).toEqual([1, 2, 3, 4]);
    expect(mails).toEqual([]);
    expect((await history(ref, '--revision', '4', '--mails')).out).toContain('No mail was sent.');
  });

  test.each([
    [['BRD-2026-999'], 'There is no link BRD-2026-999. References look like BRD-2026-014.'],
    [['--revision', '2', '--as-at', '2026-09-20'], 'Ask for a revision or for a date, not for both'],
    [['--as-at', '2026-02-30'], '2026-02-30 is neither'],
    [['--as-at', '2026-09-13'], 'This link did not exist yet.'],
    [['--revision', '999'], 'This link has no such revision. It has '],
    [['--revision', '0'], '--revision is a whole number from 1.'],
    [['--clock', 'known-now'], 'give a date as well'],
    [['--as-at', '2026-09-20', '--clock', 'later'], '--clock is known-then or known-now.'],
  ])('%j is refused with a sentence', async (args, sentence) => {
    const { code, out, err } = await history(...(args[0]!.startsWith('-') ? [ref, ...args] : args));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('its help shows how it is asked', async () => {
    expect((await history('--help')).out).toContain(
      'linking history BRD-2026-014 --as-at 2026-10-20 --clock known-now',
    );
  });
});
