import { randomUUID } from 'node:crypto';
import { planning } from '@linking/application/mails/planning.js';
import { sendDueMails } from '@linking/application/mails/send-due.js';
import type { SendingDependencies } from '@linking/application/mails/send-mail.js';
import { upcomingMailsOf } from '@linking/application/mails/upcoming-mails.js';
import { sessionsOfLinks, wantedMailsOf } from '@linking/application/mails/wanted-mails.js';
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
  expect(await mailsOf(`interest-${first}`)).toEqual(['N01 sent', 'N02 programme skipped no-address']);
  mailboxKnown = true;
  await append(`interest-${second}`, ['InterestReceived', interestReceived(second).data]);
  expect(await mailsOf(`interest-${second}`)).toEqual(['N01 planned', 'N02 programme planned']);
  await append(`interest-${second}`, ['InterestWithdrawn', { reasonCode: 'staffing' }]);
  expect(await mailsOf(`interest-${second}`)).toEqual(['N01 cancelled', 'N02 programme cancelled']);
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
  expect(await upcomingMailsOf(house.db.pool, REF, house.clock.now())).toEqual([
    { day: '2026-09-24', rule: 'N11', title: 'Training next week', people: 1 },
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
