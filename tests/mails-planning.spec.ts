import { randomUUID } from 'node:crypto';
import { linksOfProgramme } from '@linking/application/mails/links-of-programme.js';
import { planning } from '@linking/application/mails/planning.js';
import { sendDueMails } from '@linking/application/mails/send-due.js';
import type { SendingDependencies } from '@linking/application/mails/send-mail.js';
import { upcomingMailsOf } from '@linking/application/mails/upcoming-mails.js';
import { tryRule } from '@linking/application/mails/try-rule.js';
import { sessionsOfLinks, wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
import { namedProgramme } from '@linking/application/programmes/read-programme.js';
import type { NewEvent } from '@linking/events/envelope.js';
import { catchUp } from '@linking/projections/checkpoints/catch-up.js';
import { interestReceived, logEvent } from './support/log-events.js';
import { openMailHouse, type MailHouse } from './support/mail-house.js';

const people = { a: randomUUID(), b: randomUUID(), headA: randomUUID(), headB: randomUUID() };
const [quietHall, cartwrightHall, note] = [randomUUID(), randomUUID(), randomUUID()];
const session = randomUUID();
const REF = 'BRD-2026-014';

let house: MailHouse;
let plan: () => Promise<number>;
let sending: SendingDependencies;
let mailboxKnown = false;
const revisions = new Map<string, number>();

/** Writes facts at the end of a stream, recorded by the clock of the house. */
async function append(stream: string, ...events: readonly (readonly [type: string, data: unknown])[]) {
  const known = revisions.get(stream);
  const recordedAt = house.clock.now();
  const facts: NewEvent[] = events.map(([type, data]) =>
    logEvent(type, data, { recordedAt, occurredOn: recordedAt.slice(0, 10) }),
  );
  await house.db.store.append(stream, known ?? 'no-stream', facts);
  revisions.set(stream, (known ?? 0) + facts.length);
  await plan();
}

/** `N10 sent`, for every mail about a subject. */
async function mailsOf(subject: string): Promise<readonly string[]> {
  const { rows } = await house.db.pool.query<{ line: string }>(
    `select concat_ws(' ', rule, mailbox, status, case status when 'skipped' then reason end) as line from mails where subject = $1 order by rule, mailbox, id`,
    [subject],
  );
  return rows.map(({ line }) => line);
}

beforeAll(async () => {
  house = await openMailHouse(1);
  const { db, clock, dependencies } = house;
  const wantedMails = wantedMailsOf(db.store);
  const projection = planning({
    wantedMails,
    sessionsOf: sessionsOfLinks(db.store),
    linksOf: linksOfProgramme(db.store),
    clock,
    mailDomain: 'linking.example',
  });
  plan = async () => catchUp(db, projection);
  const lookup = {
    ...dependencies.lookup,
    programme: async () => ({
      name: 'Bradford',
      mailbox: 'bradford@linking.example',
      contactName: 'Aisha Khan',
      ...(mailboxKnown ? {} : { mailboxMissing: true as const }),
    }),
  };
  sending = { ...dependencies, wantedMails, lookup, mailer: { send: async () => undefined } };
});
afterAll(() => house.close());

test('an interest is acknowledged and told to the mailbox of the programme; without one that is visible', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await append('programme-bradford', [
    'ProgrammeJoined',
    { slug: 'bradford', code: 'BRD', name: 'Bradford', laCodes: [], districtCodes: [], year: '2026-27' },
  ]);
  await append(`interest-${first}`, ['InterestReceived', interestReceived(first).data]);
  await sendDueMails(sending);
  // It waits since May: in September nobody is told any more that it does.
  expect(await mailsOf(`interest-${first}`)).toEqual([
    'N01 sent',
    'N02 programme skipped no-address',
    'N03 programme skipped too-late',
  ]);
  mailboxKnown = true;
  await append(`interest-${second}`, ['InterestReceived', interestReceived(second).data]);
  expect(await mailsOf(`interest-${second}`)).toEqual([
    'N01 planned',
    'N02 programme planned',
    'N03 programme planned',
  ]);
  await append(`interest-${second}`, ['InterestWithdrawn', { reasonCode: 'staffing' }]);
  expect(await mailsOf(`interest-${second}`)).toEqual([
    'N01 cancelled',
    'N02 programme cancelled',
    'N03 programme cancelled',
  ]);
});

test('a place in a session is told and reminded of, unless the link is paused meanwhile', async () => {
  const interest = (side: 'a' | 'b') => ({
    ...(interestReceived(people[side]).data as object),
    side,
    interestRevision: 1,
    headId: side === 'a' ? people.headA : people.headB,
    urn: side === 'a' ? '900001' : '900002',
    classId: people[side],
    yearGroups: [4],
    pupilCount: 28,
    placeholder: false,
    teachers: [{ teacherId: people[side], linkedBefore: false }],
  });
  const proposal = {
    ref: REF,
    programme: 'bradford',
    year: '2026-27',
    kind: 'between-schools',
    reasons: [],
    classes: { a: people.a, b: people.b },
  };
  await append(
    `link-${REF}`,
    ['InterestRecorded', interest('a')],
    ['InterestRecorded', interest('b')],
    ['LinkProposed', proposal],
  );
  const kind = 'initial-full';
  const place = { teacherId: people.a, linkRef: REF, side: 'a' };
  await append(
    `training-${session}`,
    [
      'SessionPlanned',
      {
        sessionId: session,
        programme: 'bradford',
        kind,
        on: '2026-10-01',
        startsAt: '09:15',
        endsAt: '15:30',
        capacity: 20,
      },
    ],
    ['PlaceTaken', place],
  );
  await append(`link-${REF}`, [
    'TeacherEnrolled',
    { side: 'a', teacherId: people.a, sessionId: session, kind, on: '2026-10-01' },
  ]);
  await sendDueMails(sending);
  const subject = `training-${session}`;
  expect(await mailsOf(subject)).toEqual(['N10 sent', 'N11 planned']);
  expect(await upcomingMailsOf(house.db, REF, house.clock.now())).toEqual([
    { day: '2026-09-24', rule: 'N11', title: 'Your training is coming up', people: 1 },
  ]);
  await append(`link-${REF}`, ['LinkPaused', { reasonCode: 'building-work' }]);
  expect(await mailsOf(subject)).toEqual(['N10 sent', 'N11 cancelled']);
  await append(`link-${REF}`, ['LinkResumed', {}]);
  expect(await mailsOf(subject)).toEqual(['N10 sent', 'N11 planned']);
});

test('a place that is given up leaves her calendar, and comes back when she does', async () => {
  const subject = `training-${session}`;
  const place = { teacherId: people.a, linkRef: REF, side: 'a' };
  const sentEntries: (string | undefined)[] = [];
  const mailer: SendingDependencies['mailer'] = {
    send: async ({ calendar }) => {
      sentEntries.push(calendar?.content.match(/^(?:METHOD|UID|SEQUENCE):.*/gm)?.join(' '));
    },
  };
  await append(subject, ['PlaceGivenUp', place]);
  expect(await mailsOf(subject)).toEqual(['N10 planned', 'N10 sent', 'N11 cancelled']);
  await sendDueMails({ ...sending, mailer });
  await append(subject, ['PlaceTaken', place]);
  await sendDueMails({ ...sending, mailer });
  expect(await mailsOf(subject)).toEqual(['N10 sent', 'N10 sent', 'N10 sent', 'N11 planned']);
  expect(sentEntries).toEqual([
    `METHOD:CANCEL UID:training-${session}@linking.example SEQUENCE:1`,
    `METHOD:REQUEST UID:training-${session}@linking.example SEQUENCE:2`,
  ]);
});

test('a place that is given up before its mail has gone is not written about', async () => {
  const subject = `training-${session}`;
  const place = { teacherId: people.b, linkRef: REF, side: 'b' };
  await append(subject, ['PlaceTaken', place], ['PlaceGivenUp', place]);
  await sendDueMails(sending);
  const lines = await mailsOf(subject);
  expect(lines.filter((line) => line === 'N10 skipped was-never-announced')).toHaveLength(1);
  expect(lines.filter((line) => line === 'N10 sent')).toHaveLength(3);
});

test('a venue is written to when it has an address', async () => {
  const venue = (venueId: string, more: object) =>
    [
      'VenueAdded',
      {
        venueId,
        programme: 'bradford',
        nameId: note,
        postcode: 'BD9 4NS',
        linksAtOnce: 2,
        activities: [],
        ...more,
      },
    ] as const;
  await append(`venue-${quietHall}`, venue(quietHall, {}));
  await append(`venue-${cartwrightHall}`, venue(cartwrightHall, { emailId: note }));
  const meeting = (venueId: string) => ({
    number: 1,
    mode: 'in-person',
    on: '2026-12-03',
    startsAt: '10:00',
    endsAt: '14:00',
    venueId,
    pupilsExpected: 56,
    activities: [],
  });
  await append(`link-${REF}`, ['MeetingPlanned', meeting(quietHall)]);
  expect((await mailsOf(REF)).filter((line) => line.includes('venue'))).toEqual([]);
  await append(
    `link-${REF}`,
    ['MeetingCancelled', { number: 1, reasonCode: 'weather' }],
    ['MeetingPlanned', meeting(cartwrightHall)],
  );
  expect((await mailsOf(REF)).filter((line) => line.includes('venue'))).toEqual([
    'N15 venue planned',
    'N17 venue planned',
  ]);
});

test('planned once more from the beginning of the log, nothing is sent again', async () => {
  await sendDueMails(sending);
  const before = await house.db.pool.query('select id, status from mails order by id');
  await house.db.pool.query(`delete from checkpoints where consumer = 'planning'`);
  expect(await plan()).toBeGreaterThan(10);
  await sendDueMails(sending);
  const after = await house.db.pool.query('select id, status from mails order by id');
  expect(after.rows).toEqual(before.rows);
});

test('an interest that nobody answers is told again to the programme after five working days, in the holidays too', async () => {
  const [silent, answered] = [randomUUID(), randomUUID()];
  house.clock.set('2027-07-23T09:00:00.000Z');
  for (const id of [silent, answered]) {
    const data = { ...(interestReceived(id).data as object), expressedOn: '2027-07-23' };
    await append(`interest-${id}`, ['InterestReceived', data]);
  }
  await sendDueMails(sending);
  expect((await upcomingMailsOf(house.db, `interest-${silent}`, house.clock.now())).at(-1)).toEqual({
    day: '2027-07-30',
    rule: 'N03',
    title: 'Interest waiting',
    people: 1,
  });
  await append(`interest-${answered}`, ['InterestKept', { reasonCode: 'nearest-programme' }]);
  house.clock.set('2027-07-30T06:29:00.000Z');
  await sendDueMails(sending);
  expect((await mailsOf(`interest-${silent}`)).at(-1)).toBe('N03 programme planned');
  house.clock.set('2027-07-30T06:30:00.000Z');
  await sendDueMails(sending);
  expect((await mailsOf(`interest-${silent}`)).at(-1)).toBe('N03 programme sent');
  expect((await mailsOf(`interest-${answered}`)).at(-1)).toBe('N03 programme cancelled');
});

test('a rule that is turned on asks also about a link that never had a mail, and a try says so before', async () => {
  house.clock.set('2026-09-03T09:00:00.000Z');
  const [slug, ref] = ['elsewhere', 'ELS-2026-001'];
  const own = { slug, code: 'ELS', name: 'Elsewhere', year: '2026-27', laCodes: [], districtCodes: [] };
  const off = { rule: 'N31', version: 2, on: false, days: [0, 7] } as const;
  await append(`programme-${slug}`, ['ProgrammeJoined', own], ['MailRuleChanged', off]);
  const interest = (side: 'a' | 'b') => ({
    interestId: randomUUID(),
    interestRevision: 1,
    side,
    urn: side === 'a' ? '900001' : '900002',
    headId: side === 'a' ? people.headA : people.headB,
    expressedOn: '2026-05-04',
    channel: 'phone',
    priorities: [],
    classId: randomUUID(),
    yearGroups: [4],
    pupilCount: 28,
    placeholder: side === 'b',
    teachers: side === 'a' ? [{ teacherId: people.a, linkedBefore: false }] : [],
  });
  await append(
    `link-${ref}`,
    ['InterestRecorded', interest('a')],
    ['InterestRecorded', interest('b')],
    [
      'LinkProposed',
      {
        ref,
        programme: slug,
        year: '2026-27',
        kind: 'between-schools',
        classes: { a: randomUUID(), b: randomUUID() },
        reasons: [],
      },
    ],
    ['ProposalAccepted', { side: 'a', means: 'conversation' }],
    ['ProposalAccepted', { side: 'b', means: 'conversation' }],
    ['LinkBrokered', {}],
  );
  expect(await mailsOf(ref)).toEqual([]);
  const programme = await namedProgramme(house.db.store, slug);
  const timing = { rule: 'N31', on: true, days: [1, 8] } as const;
  const { changes } = await tryRule(house.db, programme, timing, house.clock.now());
  expect(changes.map(({ kind, to }) => [kind, to])).toEqual([
    ['appears', '2026-09-07'],
    ['appears', '2026-09-14'],
  ]);
  await append(`programme-${slug}`, ['MailRuleChanged', { ...timing, version: 3 }]);
  expect(await mailsOf(ref)).toEqual(['N31 planned', 'N31 planned']);
});
