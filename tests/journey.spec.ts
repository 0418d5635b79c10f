import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { showMail } from '@linking/application/mails/outbox.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { readLink } from '@linking/application/links/link-history.js';
import { evolve } from '@linking/domain/link/evolve.js';
import { unknownLink } from '@linking/domain/link/link.js';
import { ApiClient } from './support/api-client.js';
import { runHouse, type RunningHouse } from './support/running-house.js';
import { openForm, sendForm } from './support/school-page.js';

jest.setTimeout(120_000);

interface LinkBody {
  readonly ref: string;
  readonly stage: string;
  readonly outcome: string;
  readonly revision: number;
  readonly reached: Readonly<Record<string, string>>;
  readonly gaps: readonly unknown[];
  readonly sides: Readonly<
    Record<'a' | 'b', { readonly teachers: readonly { readonly personId: string }[] }>
  >;
  readonly agreement: Readonly<Record<'a' | 'b', { readonly status: string; readonly textVersion: string }>>;
}

interface InterestBody {
  readonly id: string;
  readonly classes: readonly {
    readonly classId: string;
    readonly status: string;
    readonly linkRef?: string;
  }[];
}

/** One link from the first telephone call to the goodbye, over HTTP, with the workers running. */
describe.each([
  ['everything in PostgreSQL', {}],
  ['the queues in Redis and the event log in KurrentDB', { queues: 'Redis', log: 'KurrentDB' }],
] as const)('one year of one link, with %s', (_where, standsOn) => {
  let house: RunningHouse;
  let coordinator: ApiClient;
  let admin: ApiClient;
  let venueId: string;
  let ref: string;
  const offers: { a?: InterestBody; b?: InterestBody } = {};

  beforeAll(async () => {
    house = await runHouse('2026-05-11T08:00:00.000Z', standsOn);
    await house.join({
      slug: 'bradford',
      code: 'BRD',
      name: 'Bradford',
      laCodes: ['380'],
      districtCodes: [],
      year: '2026-27',
      mailbox: 'linking@bradford.example',
    });
    const signIn = (email: string, role: string, programmes: readonly string[]) =>
      house.signIn({ email, roles: [role], programmes });
    coordinator = new ApiClient(
      house.address,
      await signIn('c@bradford.example', 'coordinator', ['bradford']),
      'c',
    );
    admin = new ApiClient(house.address, await signIn('admin@linking.example', 'admin', []), 'admin');
  });

  afterAll(() => house.close());

  const clockTo = async (to: string) => {
    const { status } = await coordinator.post('/demo/clock', { to });
    expect(status).toBe(200);
  };
  /** Lets the day come on which mails are due, and waits until they have gone. */
  const mailDay = async (day: string, rule: string, soFar: number) => {
    await clockTo(`${day}T09:00:00.000Z`);
    await eventually(async () => expect(await sentMails(house, rule)).toHaveLength(soFar));
  };
  const link = async (query = '') => (await coordinator.get<LinkBody>(`/links/${ref}${query}`)).body;
  const command = (name: string, body: Record<string, unknown> = {}) => coordinator.command(ref, name, body);

  test('the real register is imported, and importing it again changes nothing', async () => {
    const file = await readFile(path.join(import.meta.dirname, 'data/schools-joined.csv'), 'utf8');
    const first = await admin.post('/imports/schools', file);
    expect(first.body).toMatchObject({ kind: 'register', added: 1887, errors: [] });
    const again = await admin.post('/imports/schools', file);
    expect(again.body).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 1887 });
  });

  test('two headteachers of real schools get in touch', async () => {
    const { body } = await coordinator.get<{ items: { urn: string; phase: string; status: string }[] }>(
      '/schools?q=primary&programme=bradford&limit=200',
    );
    const open = body.items.filter((school) => school.status === 'Open');
    for (const [side, school] of [
      ['a', open[0]],
      ['b', open[1]],
    ] as const) {
      const answer = await coordinator.post<InterestBody>('/interests', {
        year: '2026-27',
        urn: school?.urn,
        channel: 'phone',
        expressedOn: '2026-05-11',
        head: { name: `Head of ${side}`, email: `head-${side}@school-${side}.example` },
        priorities: ['oracy'],
        classes: [{ yearGroups: [4], pupilCount: 28, placeholder: true }],
      });
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({ programme: 'bradford', classes: [{ status: 'waiting' }] });
      offers[side] = answer.body;
    }
    for (const rule of ['N01', 'N02']) {
      await eventually(async () => expect(await sentMails(house, rule)).toHaveLength(2));
    }
    // Nothing is recorded about either of them for five working days.
    await mailDay('2026-05-18', 'N03', 2);
  });

  test('they are proposed as partners and both say yes', async () => {
    await clockTo('2026-06-15T09:00:00.000Z');
    const offer = (side: 'a' | 'b') => ({
      interestId: offers[side]?.id,
      classId: offers[side]?.classes[0]?.classId,
    });
    const proposed = await coordinator.post<LinkBody>('/links', {
      programme: 'bradford',
      year: '2026-27',
      kind: 'between-schools',
      a: offer('a'),
      b: offer('b'),
    });
    expect(proposed.status).toBe(201);
    ref = proposed.body.ref;
    expect(proposed.body).toMatchObject({
      ref: 'BRD-2026-001',
      stage: 'interest',
      outcome: 'open',
      revision: 3,
    });
    await eventually(async () => {
      const { body } = await coordinator.get<InterestBody>(`/interests/${offers.a?.id}`);
      expect(body.classes).toMatchObject([{ status: 'paired', linkRef: ref }]);
    });
    await clockTo('2026-06-22T09:00:00.000Z');
    await command('broker', { note: 'Spoke to both heads.' });
    expect(await link()).toMatchObject({ stage: 'brokered', reached: { brokered: '2026-06-22' } });
  });

  test('each headteacher signs on the page that was mailed to her', async () => {
    await clockTo('2026-06-23T09:00:00.000Z');
    await command('issue-agreement');
    const mails = await eventually(async () => {
      const rows = await sentMails(house, 'N07');
      expect(rows).toHaveLength(2);
      return rows;
    });
    for (const [index, mail] of mails.entries()) {
      await clockTo(`2026-06-2${4 + index}T10:00:00.000Z`);
      const address = await signingAddress(house, mail);
      const page = await openForm(address);
      expect(page.status).toBe(200);
      const signed = await sendForm(page.action, new Map([...page.fields, ['agreed', 'yes']]));
      expect(signed.status).toBe(200);
      const again = await openForm(address);
      expect(again.html).toContain('already signed');
    }
    expect(await link()).toMatchObject({
      stage: 'signed',
      reached: { signed: '2026-06-25' },
      agreement: { a: { status: 'signed' }, b: { status: 'signed' } },
    });
    coordinator.lookAgain(ref);
  });

  test('in September the classes are named, and their teachers are told of each other', async () => {
    // Their heads are asked who the teachers are, and say so before they are asked again.
    await mailDay('2026-09-02', 'N31', 2);
    await clockTo('2026-09-04T09:00:00.000Z');
    for (const side of ['a', 'b'] as const) {
      await command('confirm-class', {
        side,
        name: side === 'a' ? 'Kingfishers' : 'Willow',
        yearGroups: [4],
        pupilCount: 28,
        teachers: [
          {
            name: `Teacher ${side}`,
            email: `teacher-${side}@school-${side}.example`,
            linkedBefore: side === 'b',
          },
        ],
      });
    }
    await eventually(async () => expect(await sentMails(house, 'N09')).toHaveLength(4));
  });

  test('the teachers are trained: one in a session, one with a half day elsewhere', async () => {
    const session = await coordinator.post<{ id: string }>('/training-sessions', {
      programme: 'bradford',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:15',
      endsAt: '15:30',
      capacity: 24,
    });
    expect(session.status).toBe(201);
    const { sides } = await link();
    const teacherId = sides.a.teachers[0]?.personId;
    const at = `/training-sessions/${session.body.id}`;
    expect((await coordinator.post(`${at}/enrol`, { linkRef: ref, side: 'a', teacherId })).status).toBe(200);
    await eventually(async () => expect(await sentMails(house, 'N10')).toHaveLength(1));
    await mailDay('2026-09-24', 'N11', 1);
    const entries = [{ teacherId, attended: true }];
    const early = await coordinator.post(`${at}/record-attendance`, { entries });
    expect(early).toMatchObject({ status: 422, body: { code: 'SESSION_NOT_HELD_YET' } });
    await clockTo('2026-10-01T15:00:00.000Z');
    expect((await coordinator.post(`${at}/record-attendance`, { entries })).status).toBe(200);
    await eventually(async () => {
      coordinator.lookAgain(ref);
      expect((await link()).gaps).toEqual([]);
      const { body } = await coordinator.get<{ items: { type: string }[] }>(`/links/${ref}/events?limit=200`);
      expect(body.items.map((item) => item.type)).toContain('TrainingAttended.v1');
    });
    await command('record-training-attended', {
      side: 'b',
      teacherId: sides.b.teachers[0]?.personId,
      kind: 'initial-half',
      minutes: 180,
    });
    expect(await link()).toMatchObject({ stage: 'trained', reached: { trained: '2026-10-01' } });
  });

  test('the classes exchange work and meet at a neutral venue', async () => {
    await clockTo('2026-10-15T09:00:00.000Z');
    const venue = await coordinator.post<{ id: string }>('/venues', {
      programme: 'bradford',
      name: 'Weaver’s Hall',
      postcode: 'BD99 1WH',
      linksAtOnce: 2,
      email: 'bookings@weavers.example',
      activities: ['drama'],
    });
    expect(venue.status).toBe(201);
    venueId = venue.body.id;
    for (const fromSide of ['a', 'b']) {
      await command('record-exchange', {
        fromSide,
        kind: 'identity-work',
        mode: 'post',
        keyQuestions: ['Q1'],
        subjects: ['english'],
        policyTags: ['smsc'],
      });
    }
    const meeting = { number: 1, mode: 'in-person', on: '2026-11-18' };
    await command('plan-meeting', {
      ...meeting,
      startsAt: '10:00',
      endsAt: '14:00',
      venueId,
      pupilsExpected: 56,
      activities: ['drama'],
    });
    await eventually(async () => expect(await sentMails(house, 'N15')).toHaveLength(3));
    await mailDay('2026-11-11', 'N17', 3);
    await clockTo('2026-11-18T15:00:00.000Z');
    await command('record-meeting-held', held(meeting));
    expect(await link()).toMatchObject({ stage: 'met', reached: { met: '2026-11-18' } });
  });

  test('they visit each other’s schools in spring and summer', async () => {
    for (const [number, hostSide, on, soon, ready] of [
      [2, 'a', '2027-03-11', '2027-02-25', '2027-03-04'],
      [3, 'b', '2027-05-20', '2027-05-06', '2027-05-13'],
    ] as const) {
      const meeting = { number, mode: 'in-person', on };
      await command('plan-meeting', {
        ...meeting,
        startsAt: '09:30',
        endsAt: '14:30',
        hostSide,
        pupilsExpected: 56,
        activities: [],
      });
      const visits = number - 1;
      await eventually(async () => expect(await sentMails(house, 'N20')).toHaveLength(2 * visits));
      await mailDay(soon, 'N21', 2 * visits);
      await mailDay(ready, 'N17', 3 + 2 * visits);
      await clockTo(`${on}T15:00:00.000Z`);
      await command('record-meeting-held', held(meeting));
    }
    expect(await link()).toMatchObject({ stage: 'visited', reached: { visited: '2027-05-20' } });
  });

  test('they say goodbye and the link is complete', async () => {
    await clockTo('2027-07-06T12:00:00.000Z');
    await command('complete-final-exchange');
    await command('complete');
    expect(await link()).toMatchObject({ stage: 'celebrated', outcome: 'completed', gaps: [] });
  });

  test('the history replays to the same state at every revision', async () => {
    const { facts, link: now } = await readLink(house.world.eventStore, ref);
    let folded = unknownLink;
    for (const fact of facts) {
      folded = evolve(folded, fact);
      if (folded.ref === '') continue;
      const at = await link(`?revision=${fact.revision}`);
      expect({ revision: at.revision, reached: at.reached, outcome: at.outcome }).toEqual({
        revision: folded.revision,
        reached: folded.reached,
        outcome: folded.outcome,
      });
    }
    expect(folded).toEqual(now);
    expect(facts.map((fact) => fact.revision)).toEqual(facts.map((_, index) => index + 1));
  });

  test('a date in the middle shows the stage of that date under both clocks', async () => {
    for (const clock of ['known-then', 'known-now']) {
      expect(await link(`?asAt=2026-10-20&clock=${clock}`)).toMatchObject({ stage: 'trained' });
      expect(await link(`?asAt=2026-06-24&clock=${clock}`)).toMatchObject({ stage: 'brokered' });
      expect(await link(`?asAt=2026-11-18&clock=${clock}`)).toMatchObject({ stage: 'met' });
    }
    const both = await coordinator.get(`/links/${ref}?asAt=2026-10-20&revision=4`);
    expect(both.status).toBe(400);
  });

  test('each mail about the link is in the outbox once, and in the correspondence', async () => {
    const { rows } = await house.world.pool.query<{ line: string }>(
      `select concat_ws(' ', rule, ended, count(distinct mails.id), count(mail_id)) as line
       from (select id, rule, case when status in ('cancelled', 'skipped') then 'not-sent' else status end as ended
             from mails where rule not in ('N27', 'N28', 'N29')) as mails
         left join outbox_deliveries on mail_id = mails.id
       group by rule, ended order by rule, ended`,
    );
    // How fast the clock leaps decides which lists the coordinator and the office get, and whether a mail over which it leaps
    // was too late before it was not wanted any more.
    expect(rows.map(({ line }) => line)).toEqual([
      'N01 sent 2 2',
      'N02 sent 2 2',
      // To one mailbox on one day: two that left as one.
      'N03 sent 2 1',
      'N07 sent 2 2',
      // Both signed within days, and every meeting was recorded on its day: nobody was asked again.
      'N08 not-sent 4 0',
      'N09 sent 4 4',
      'N10 sent 1 1',
      'N11 sent 1 1',
      // The clock leaps over the days on which they would have helped; work was sent in time.
      'N13 not-sent 2 0',
      'N14 not-sent 4 0',
      // Two teachers and the venue.
      'N15 sent 3 3',
      'N17 sent 7 7',
      'N18 not-sent 12 0',
      'N20 sent 4 4',
      'N21 sent 4 4',
      'N24 planned 4 0',
      'N31 not-sent 2 0',
      'N31 sent 2 2',
    ]);
    const sent = await house.world.eventStore.readStream(`correspondence-${ref}`);
    const types = sent.map(({ envelope }) => envelope.type).filter((type) => type !== 'ReminderSkipped.v1');
    // What the coordinator is asked to do about a late step stands there too.
    const mails = types.filter((type) => type !== 'CoordinatorEscalated.v1');
    expect(mails).toEqual(Array(26).fill('ReminderSent.v1'));
  });
});

const held = (meeting: Record<string, unknown>) => ({
  ...meeting,
  pupilsA: 27,
  pupilsB: 28,
  adultsA: 3,
  adultsB: 3,
  riskAssessment: { a: 'confirmed', b: 'confirmed' },
  collaborative: true,
  keyQuestions: ['Q1', 'Q2'],
});

async function sentMails(house: RunningHouse, rule: string): Promise<readonly string[]> {
  const { rows } = await house.world.pool.query<{ id: string }>(
    `select id from mails where rule = $1 and status = 'sent' order by id`,
    [rule],
  );
  return rows.map(({ id }) => id);
}

/** The address behind the button of a mail, at this house. */
async function signingAddress(house: RunningHouse, mailId: string): Promise<string> {
  const { pool, eventStore: store, clock, settings } = house.world;
  const lookup = tableLookup({ pool, store, clock }, settings);
  const mail = await showMail({ pool, lookup, settings }, mailId, {
    programmes: 'all',
    workingAddresses: true,
  });
  const address = /https?:\/\/\S+\/sign\/[\w-]+/.exec(mail?.rendered.text ?? '')?.[0] ?? '';
  return address.replace(settings.publicUrl, house.address);
}

/** Tries again for a while: workers carry and send a moment later. */
async function eventually<Result>(look: () => Promise<Result>, patience = 120_000): Promise<Result> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
}
