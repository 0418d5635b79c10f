import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { claimMail } from '@linking/application/mails/claim.js';
import { takeDueMails } from '@linking/application/mails/due-mails.js';
import { listMails, showMail } from '@linking/application/mails/outbox.js';
import { reissue } from '@linking/application/mails/reissue.js';
import { sendDueMails } from '@linking/application/mails/send-due.js';
import type { SendingDependencies } from '@linking/application/mails/send-mail.js';
import { upcomingMails, upcomingMailsOf } from '@linking/application/mails/upcoming-mails.js';
import { findToken } from '@linking/application/tokens/tokens.js';
import { nationalCalendar } from '@linking/domain/calendar/school-calendar.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import { programmeStream } from '@linking/events/streams.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { MailFailure } from '@linking/platform/mail/mail-failure.js';
import { logEvent } from './support/log-events.js';
import { openMailHouse, readyMail, signMail, type MailHouse } from './support/mail-house.js';

const LEASE = 200;
const MONDAY = '2026-11-23T08:00:00.000Z';
const never = () => new Promise<never>(() => undefined);

let house: MailHouse;
let arrived: OutgoingMail[];

beforeAll(async () => {
  // Nothing is sent over SMTP here: the mailers of this spec know when they are killed.
  house = await openMailHouse(1);
});
afterAll(async () => house.close());

const sending = (more: Partial<SendingDependencies> = {}): SendingDependencies => ({
  ...house.dependencies,
  mailer: { send: async (mail: OutgoingMail) => void arrived.push(mail) },
  lease: LEASE,
  ...more,
});

/** Three links of one teacher, whose meetings are all prepared for on one day. */
function meetings(personId: string, on = '2026-11-30'): readonly WantedMail[] {
  const school = randomUUID().slice(0, 3);
  return [1, 2, 3].map((n) => readyMail(`BRD-${school}-00${n}`, on, { personId }));
}

async function begin(now: string, mails: readonly WantedMail[]): Promise<void> {
  arrived = [];
  house.clock.set(now);
  await house.want(mails);
}

async function rowsOf(personId: string) {
  const mails = await listMails(house.db.pool, { programmes: 'all', limit: 200 });
  return mails.filter((mail) => mail.personId === personId).toSorted((x, y) => (x.id < y.id ? -1 : 1));
}

async function recorded(mails: readonly WantedMail[]) {
  const said = [];
  for (const { subject } of mails) {
    const stream = await house.db.store.readStream(`correspondence-${subject}`);
    said.push(...stream.map(({ envelope }) => envelope));
  }
  return said.map(({ type, data }) => {
    const { messageId, attempt } = data as { messageId?: string; attempt?: number };
    return [type, messageId, attempt];
  });
}

describe('scheduled mails of one person', () => {
  test('that are due on one day leave as one, with a button each and an entry in every correspondence', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin('2026-11-20T10:00:00.000Z', mails);
    const other = readyMail('BRD-2026-900', '2026-11-30', { personId: randomUUID() });
    await house.want([other]);
    const between = { programmes: ['bradford'], from: '2026-11-23', to: '2026-11-23' };
    expect((await upcomingMails(house.db, between, house.clock.now())).mails).toBe(2);
    expect(await upcomingMailsOf(house.db, mails[0]?.subject ?? '', house.clock.now())).toEqual([
      { day: '2026-11-23', rule: 'N17', title: 'Ready for the day?', people: 1 },
    ]);

    house.clock.set(MONDAY);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(2);
    const rows = await rowsOf(teacher);
    const merged = arrived.find(({ mailId: id }) => id === rows[0]?.id);
    expect(merged?.messageId).toBe(rows[0]?.messageId);
    expect(merged?.calendar).toBeUndefined();
    expect(merged?.html.match(/class="button"/g)).toHaveLength(3);
    expect(merged?.text.match(/http:\/\/127\.0\.0\.1:3000\/teacher\/[\w-]{43}\n/g)).toHaveLength(3);
    expect(rows.map(({ status, mergedInto }) => [status, mergedInto])).toEqual([
      ['sent', undefined],
      ['sent', rows[0]?.id],
      ['sent', rows[0]?.id],
    ]);
    expect(await recorded(mails)).toEqual(mails.map(() => ['ReminderSent.v1', rows[0]?.messageId, 1]));

    const shown = await showMail(house.dependencies, rows[2]?.id ?? '', {
      programmes: ['bradford'],
      workingAddresses: false,
    });
    expect(shown?.leftWith.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(shown?.rendered.text.match(/\[personal link\]/g)).toHaveLength(3);
  });

  test('planned anew, they are not sent again', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin(MONDAY, mails);
    await sendDueMails(sending());
    await house.want(mails);
    await house.want(mails);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(1);
  });

  test('do not take with them what is not wanted any more, or comes too late', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin('2026-11-19T10:00:00.000Z', mails);
    const [first, , third] = mails;
    const tooLate = readyMail('BRD-000-001', '2026-11-23', { personId: teacher });
    await house.want([tooLate]);
    house.clock.set(MONDAY);
    // Decided since it was planned: the sender asks its link once more.
    const wantedMails = async (subject: string) =>
      subject === first?.subject ? [] : house.dependencies.wantedMails(subject);
    await sendDueMails(sending({ wantedMails }));
    const rows = await rowsOf(teacher);
    expect(rows.map(({ status, reason, mergedInto }) => [status, reason, mergedInto !== undefined])).toEqual(
      expect.arrayContaining([
        ['skipped', 'too-late', false],
        ['cancelled', 'no-longer-wanted', false],
        ['sent', undefined, false],
        ['sent', undefined, true],
      ]),
    );
    const sent = rows.filter(({ status }) => status === 'sent');
    expect(arrived.map(({ mailId: id, messageId }) => [id, messageId])).toEqual([
      [sent[0]?.id, sent[0]?.messageId],
    ]);
    expect(sent[1]?.id).toBe(third === undefined ? '' : mailId(third));
  });

  test('what a busy server did not take goes later with whatever is due then', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin(MONDAY, mails);
    const busy = { send: async () => Promise.reject(new MailFailure('postponed', 'mail-server-said-450')) };
    await expect(sendDueMails(sending({ mailer: busy }))).rejects.toThrow(MailFailure);
    expect((await rowsOf(teacher)).map(({ attempt, mergedInto }) => [attempt, mergedInto])).toEqual(
      mails.map(() => [0, undefined]),
    );
    await house.want([readyMail('BRD-2026-950', '2026-11-30', { personId: teacher })]);
    await house.rested();
    await sendDueMails(sending());
    expect(arrived).toHaveLength(1);
    expect((await rowsOf(teacher)).filter(({ mergedInto }) => mergedInto === undefined)).toHaveLength(1);
  });

  test('that are found to be due when hers of the day has left wait for the next morning', async () => {
    const teacher = randomUUID();
    await begin(MONDAY, meetings(teacher));
    await sendDueMails(sending());
    house.clock.set('2026-11-23T10:00:00.000Z');
    const late = readyMail('BRD-2026-960', '2026-11-30', { personId: teacher });
    const of = (personId: string) => readyMail('BRD-2026-961', '2026-11-30', { personId });
    await house.want([late, of(randomUUID())]);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(2);
    expect(await house.mail(late.subject)).toMatchObject({
      status: 'planned',
      dueAt: '2026-11-24T08:00:00.000Z',
    });
    house.clock.set('2026-11-24T08:00:00.000Z');
    await sendDueMails(sending());
    expect(arrived.map(({ mailId: id }) => id).at(-1)).toBe(mailId(late));
  });
});

describe('a worker that is killed with mails of one person in its hands', () => {
  test('before it sends, loses none of them: the next one sends them as one', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin(MONDAY, mails);
    const [first = ''] = mails.map(mailId).toSorted();
    const dead = await claimMail(house.db, mailId(mails[1] ?? mails[0]!), { lease: LEASE, now: MONDAY });
    expect(dead?.mails).toHaveLength(3);
    expect(dead?.id).toBe(first);
    await sendDueMails(sending());
    expect(arrived).toEqual([]);
    await pause(LEASE);
    await sendDueMails(sending());
    expect(arrived.map(({ messageId, attempt }) => [messageId, attempt])).toEqual([[dead?.messageId, 2]]);
    expect(await recorded(mails)).toEqual(mails.map(() => ['ReminderSent.v1', dead?.messageId, 2]));
  });

  test('after it sent, sends the same mail once more, on record, and nothing else with it', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin(MONDAY, mails);
    const killed = {
      send: async (mail: OutgoingMail) => {
        arrived.push(mail);
        await never();
      },
    };
    void sendDueMails(sending({ mailer: killed }));
    while (arrived.length === 0) await pause(10);
    const late = readyMail('BRD-000-002', '2026-11-30', { personId: teacher });
    await house.want([late]);
    await pause(LEASE);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(3);
    const [once, again] = arrived.filter(({ html }) => html.match(/class="button"/g)?.length === 3);
    expect([again?.messageId, again?.attempt]).toEqual([once?.messageId, 2]);
    expect(await recorded(mails)).toEqual(mails.map(() => ['ReminderSent.v1', once?.messageId, 2]));
    const rows = await rowsOf(teacher);
    expect(rows.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(rows.filter(({ reason }) => reason === 'earlier-try-may-have-arrived')).toHaveLength(3);
  });

  test('while it writes that down, sends nothing again: the rest is written down', async () => {
    const teacher = randomUUID();
    const mails = meetings(teacher);
    await begin(MONDAY, mails);
    const { store } = house.db;
    let appended = 0;
    const dying = new Proxy(store, {
      get(target, name) {
        if (name !== 'append') return Reflect.get(target, name, target).bind(target);
        return async (...call: Parameters<typeof store.append>) => {
          appended += 1;
          return appended > 1 ? never() : store.append(...call);
        };
      },
    });
    void sendDueMails(sending({ store: dying }));
    while (appended < 2) await pause(10);
    await pause(LEASE);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(1);
    expect(await recorded(mails)).toEqual(mails.map(() => ['ReminderSent.v1', arrived[0]?.messageId, 1]));
    expect((await rowsOf(teacher)).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
  });
});

test('who is asked again for two signatures gets two addresses in one mail, and a new one when hers has ended', async () => {
  const head = randomUUID();
  const asked = (ref: string): WantedMail => {
    const { content, ...mail } = signMail(ref, { personId: head, kind: 'scheduled', dueOn: '2026-11-23' });
    if (content.rule !== 'N07') throw new Error('another mail');
    return { ...mail, step: 'agreement-a-asking-1', content: { ...content, rule: 'N08', asking: 1 } };
  };
  await begin(MONDAY, ['BRD-2026-930', 'BRD-2026-931'].map(asked));
  await sendDueMails(sending());
  expect(arrived).toHaveLength(1);
  const addresses = [...(arrived[0]?.text.matchAll(/\/sign\/([\w-]{43})/g) ?? [])].map(
    ([, part = '']) => part,
  );
  const tokens = await Promise.all(addresses.map((part) => findToken(house.db.pool, part)));
  expect(tokens).toMatchObject([
    { purpose: 'sign-agreement', ref: 'BRD-2026-930', personId: head, expiresAt: '2027-01-04T23:59:59.999Z' },
    { purpose: 'sign-agreement', ref: 'BRD-2026-931', personId: head },
  ]);

  house.clock.set('2027-01-05T09:00:00.000Z');
  const id = await reissue(sending(), { mailId: tokens[1]?.mailId ?? '' });
  await sendDueMails(sending());
  expect(arrived.map(({ mailId: sent }) => sent).slice(1)).toEqual([id]);
  const [, again = ''] = /\/sign\/([\w-]{43})/.exec(arrived[1]?.text ?? '') ?? [];
  expect(addresses).not.toContain(again);
  expect(await findToken(house.db.pool, again)).toMatchObject({ ref: 'BRD-2026-931', personId: head });
});

describe('the hours of mails', () => {
  const cancelled = (ref: string, personId: string, change: 'planned' | 'cancelled', sequence: number) => {
    const { content, ...mail } = readyMail(ref, '2026-12-10', { personId, kind: 'immediate' });
    if (content.rule !== 'N17') throw new Error('another mail');
    return {
      ...mail,
      step: `meeting-1-v${sequence}`,
      content: { ...content, rule: 'N15' as const, change, sequence },
    };
  };

  test('what is due on a Saturday waits until eight on Monday; a cancellation on Sunday goes at once', async () => {
    const [teacher, told] = [randomUUID(), randomUUID()];
    await begin('2026-11-18T10:00:00.000Z', [cancelled('BRD-2026-960', told, 'planned', 0)]);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.calendar?.method).toBe('REQUEST');

    await begin('2026-11-21T10:00:00.000Z', [
      readyMail('BRD-2026-961', '2026-11-28', { personId: teacher, dueOn: '2026-11-21' }),
    ]);
    await sendDueMails(sending());
    house.clock.set('2026-11-22T11:00:00.000Z');
    await house.want([cancelled('BRD-2026-960', told, 'cancelled', 1)]);
    await sendDueMails(sending());
    expect(arrived.map(({ calendar }) => calendar?.method)).toEqual(['CANCEL']);
    expect(arrived[0]?.calendar?.content).toContain('SEQUENCE:1');
    house.clock.set('2026-11-23T07:59:59.000Z');
    await sendDueMails(sending());
    expect(arrived).toHaveLength(1);
    house.clock.set(MONDAY);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(2);
  });

  test('after five the mail waits for the next school day, and is not sent when that is too late', async () => {
    const [inTime, late] = [randomUUID(), randomUUID()];
    await begin('2026-12-18T17:00:00.000Z', [
      readyMail('BRD-2026-970', '2027-01-07', { personId: inTime, dueOn: '2026-12-18' }),
      readyMail('BRD-2026-971', '2027-01-04', { personId: late, dueOn: '2026-12-18' }),
    ]);
    await sendDueMails(sending());
    expect(arrived).toEqual([]);
    house.clock.set('2027-01-04T08:00:00.000Z');
    await sendDueMails(sending());
    expect(arrived).toHaveLength(1);
    expect(await rowsOf(late)).toMatchObject([{ status: 'skipped', reason: 'too-late' }]);
    const between = { programmes: 'all', from: '2026-12-18', to: '2026-12-18' } as const;
    const { heldBack } = await upcomingMails(house.db, between, house.clock.now());
    expect(heldBack.filter(({ personId }) => personId === late)).toMatchObject([
      { status: 'skipped', reason: 'too-late', day: '2026-12-18', rule: 'N17' },
    ]);
  });

  test('a programme is written to from half past seven on a working day of the holidays, a school is not', async () => {
    const [teacher, programme] = [randomUUID(), randomUUID()];
    await begin('2026-12-18T18:00:00.000Z', [
      readyMail('BRD-2026-975', '2027-01-14', { personId: teacher, dueOn: '2026-12-29' }),
      readyMail('BRD-2026-976', '2027-01-14', {
        personId: programme,
        mailbox: 'programme',
        dueOn: '2026-12-29',
      }),
    ]);
    const between = { programmes: 'all', from: '2026-12-29', to: '2027-01-04' } as const;
    const { days } = await upcomingMails(house.db, between, '2026-12-29T12:00:00.000Z');
    expect(days.map(({ day, mails }) => [day, mails])).toEqual([
      ['2026-12-29', 1],
      ['2027-01-04', 1],
    ]);
    for (const [now, sent] of [
      ['2026-12-29T07:29:59.000Z', 0],
      ['2026-12-29T07:30:00.000Z', 1],
      ['2026-12-29T12:00:00.000Z', 1],
      ['2027-01-04T08:00:00.000Z', 2],
    ] as const) {
      house.clock.set(now);
      await sendDueMails(sending());
      expect([now, arrived.length]).toEqual([now, sent]);
    }
    expect(await rowsOf(programme)).toMatchObject([{ status: 'sent', sentAt: '2026-12-29T07:30:00.000Z' }]);
  });

  test('schools are written to on the school days of their programme, and the lists of what comes say the same days', async () => {
    const slug = `programme-${randomUUID().slice(0, 8)}`;
    const [autumn, spring, summer] = nationalCalendar('2026-27').terms;
    await house.db.store.append(programmeStream(slug), 'no-stream', [
      logEvent('ProgrammeJoined', {
        slug,
        code: 'OWN',
        name: 'Own days',
        year: '2026-27',
        laCodes: [],
        districtCodes: [],
      }),
      logEvent('TermDatesEntered', {
        academicYear: '2026-27',
        terms: [autumn, { ...spring, firstDay: '2027-01-05' }, summer],
        closedDays: [],
        daysToAvoid: [],
      }),
    ]);
    const [own, national, partner, both] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const ready = { dueOn: '2027-01-04', programme: slug };
    await begin('2026-12-18T18:00:00.000Z', [
      readyMail('BRD-2026-977', '2027-01-14', { personId: own, ...ready }),
      readyMail('BRD-2026-978', '2027-01-14', { personId: own, ...ready, step: 'meeting-2' }),
      readyMail('BRD-2026-979', '2027-01-14', { personId: national, dueOn: '2027-01-04' }),
      // Of a link of Bradford, whose second class is of that programme.
      readyMail('BRD-2026-982', '2027-01-14', {
        personId: partner,
        dueOn: '2027-01-04',
        schoolDaysOf: slug,
      }),
      // Of two links, one of which she is written to on other days: what may go does not take the other along.
      readyMail('BRD-2026-983', '2027-01-14', { personId: both, dueOn: '2027-01-04' }),
      readyMail('BRD-2026-984', '2027-01-14', { personId: both, dueOn: '2027-01-04', schoolDaysOf: slug }),
    ]);
    const between = { programmes: [slug, 'bradford'], from: '2027-01-04', to: '2027-01-05' };
    const { days } = await upcomingMails(house.db, between, house.clock.now());
    expect(days.map(({ day, mails }) => [day, mails])).toEqual([
      ['2027-01-04', 2],
      ['2027-01-05', 3],
    ]);
    house.clock.set('2027-01-04T10:00:00.000Z');
    const read: string[] = [];
    const readStream = (stream: string) => {
      read.push(stream);
      return house.db.store.readStream(stream);
    };
    const due = await takeDueMails({ pool: house.db.pool, store: { readStream } }, house.clock.now());
    expect(due.map(({ id }) => id.slice(0, 12)).toSorted()).toEqual(['BRD-2026-979', 'BRD-2026-983']);
    // Once a sweep, however many mails wait.
    expect(read.filter((stream) => stream === programmeStream(slug))).toHaveLength(1);
    await sendDueMails(sending());
    expect(await rowsOf(own)).toMatchObject([{ status: 'planned' }, { status: 'planned' }]);
    expect(await rowsOf(partner)).toMatchObject([{ status: 'planned' }]);
    expect(await rowsOf(both)).toMatchObject([{ status: 'sent' }, { status: 'planned' }]);
    expect(await rowsOf(national)).toMatchObject([{ status: 'sent' }]);
    // A job that lies on the queue since another day finds the schools closed as well.
    const claiming = { lease: LEASE, now: house.clock.now() };
    for (const [first] of [await rowsOf(own), await rowsOf(partner)]) {
      expect(await claimMail(house.db, first?.id ?? '', claiming)).toBeUndefined();
    }
    house.clock.set('2027-01-05T08:00:00.000Z');
    await sendDueMails(sending());
    expect(await rowsOf(own)).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
    expect(await rowsOf(partner)).toMatchObject([{ status: 'sent' }]);
    expect(await rowsOf(both)).toMatchObject([{ status: 'sent' }, { status: 'sent' }]);
    expect(arrived).toHaveLength(5);
  });

  test('nobody is told that a meeting is cancelled of which nothing had reached her', async () => {
    const teacher = randomUUID();
    await begin('2026-11-24T10:00:00.000Z', [cancelled('BRD-2026-980', teacher, 'cancelled', 1)]);
    await sendDueMails(sending());
    expect(arrived).toEqual([]);
    expect(await rowsOf(teacher)).toMatchObject([{ status: 'skipped', reason: 'was-never-announced' }]);
  });

  test('immediate mails are never merged', async () => {
    const head = randomUUID();
    await begin('2026-11-22T10:00:00.000Z', [
      signMail('BRD-2026-990', { personId: head }),
      signMail('BRD-2026-991', { personId: head }),
    ]);
    await sendDueMails(sending());
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived.map(({ text }) => /sign\/[\w-]{43}/.exec(text)?.[0])).size).toBe(2);
  });
});

test('two thousand mails that are due at one moment leave then, each once, those of one person as one', async () => {
  const people = Array.from({ length: 400 }, () => randomUUID());
  const mails = people.flatMap((personId, index) =>
    [1, 2, 3, 4, 5].map((n) =>
      readyMail(`BRD-2027-${(index * 5 + n) % 100}`, '2026-11-30', { personId, step: `meeting-${n}` }),
    ),
  );
  await begin('2026-11-20T10:00:00.000Z', mails);
  house.clock.set(MONDAY);
  await sendDueMails(sending());
  expect(arrived).toHaveLength(400);
  const { rows } = await house.db.pool.query<{ n: number; sent_at: Date }>(
    `select count(*)::int as n, sent_at from mails where person_id = any($1) and status = 'sent' group by sent_at`,
    [people],
  );
  expect(rows.map(({ n, sent_at: at }) => [n, at.toISOString()])).toEqual([[2_000, MONDAY]]);
  await sendDueMails(sending());
  expect(arrived).toHaveLength(400);
});
