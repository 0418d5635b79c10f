import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import type { Sender } from '@linking/application/commands/sender.js';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { interestOf, issuedLink, offer, programme } from './support/linked-schools.js';
import { anybody, openTwoDoors, type Doors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;
let one: Doors;

beforeAll(async () => {
  doors = await openTwoDoors();
  one = doors.one;
  await one.bus.execute(programme('bradford', 'BRD'));
  await one.bus.execute(programme('kent', 'KNT'));
  await one.bus.execute(programme('leeds', 'LDS'));
});

afterAll(() => doors.close());

const coordinatorOf = (slug: string, name: string): Sender => ({
  ...anybody(name),
  actor: `user:${slug}`,
  scope: scopeOf({ roles: ['coordinator'], programmes: [slug] }),
});
const propose = (slug: string, a: Offer, b: Offer, name: string) =>
  one.bus.execute(
    new ProposeLink(
      { programme: slug, year: '2026-27', kind: 'between-schools', a, b },
      {},
      coordinatorOf(slug, name),
    ),
  );
type Offer = Awaited<ReturnType<typeof offer>>;
const kent = { programme: 'kent' };
const session = {
  kind: 'initial-full',
  on: '2026-10-01',
  startsAt: '09:00',
  endsAt: '15:00',
  capacity: 20,
} as const;

test('a coordinator cannot make a link of two classes of other programmes', async () => {
  const a = await offer(one, 'kent a', interestOf('900001', kent));
  const b = await offer(one, 'kent b', interestOf('900002', kent));
  await expect(propose('bradford', a, b, 'foreign')).rejects.toMatchObject({ code: 'NOT_YOUR_PROGRAMME' });
  await expect(propose('kent', a, b, 'own')).resolves.toMatchObject({ link: { ref: 'KNT-2026-001' } });
});

describe('of a link whose side b lies in another programme', () => {
  let ref: string;
  const change = (slug: string, request: LinkRequest, name: string) =>
    one.bus.execute(new ChangeLink(ref, request, {}, coordinatorOf(slug, name)));

  beforeAll(async () => {
    const a = await offer(one, 'shared a', interestOf('900003'));
    const b = await offer(one, 'shared b', interestOf('900004', kent));
    ({ ref } = (await propose('bradford', a, b, 'shared')).link);
  });

  test('its coordinator records her side', async () => {
    const accept = { type: 'AcceptProposal', means: 'conversation' } as const;
    const hers = await change('kent', { ...accept, side: 'b' }, 'accept b');
    expect(hers.link.sides.b.acceptedOn).toBe('2026-09-14');
    await expect(change('kent', { ...accept, side: 'a' }, 'accept a')).rejects.toThrow(NotAllowed);
  });

  test.each<LinkRequest>([
    { type: 'Broker' },
    { type: 'Withdraw', side: 'both', reasonCode: 'staffing' },
    { type: 'VoidEntry', eventId: '0b0c8a2e-7a0f-4a52-9d0b-55d1a6c7a001', reasonCode: 'wrong-link' },
  ])('its coordinator does not decide about the whole: $type', async (request) => {
    await expect(change('kent', request, `whole ${request.type}`)).rejects.toThrow(NotAllowed);
  });

  test('for a third programme it does not exist', async () => {
    await expect(change('leeds', { type: 'RecordDiscussion' }, 'third')).rejects.toThrow(NotFound);
  });
});

describe('a venue of another programme', () => {
  let venueId: string;
  let ref: string;
  const held = {
    type: 'RecordMeetingHeld',
    number: 1,
    mode: 'in-person',
    on: '2026-09-14',
    pupilsA: 20,
    pupilsB: 20,
    adultsA: 2,
    adultsB: 2,
    riskAssessment: { a: 'confirmed', b: 'confirmed' },
    collaborative: true,
  } as const;
  const unknown = { code: 'VENUE_UNKNOWN' };
  const place = async (slug: string) => {
    const venue = { programme: slug, name: `Hall of ${slug}`, postcode: 'ME99 1AA', linksAtOnce: 1 };
    return (await one.bus.execute(new AddVenue(venue, coordinatorOf(slug, `venue ${slug}`)))).venueId;
  };
  const change = (request: LinkRequest, name: string) =>
    one.bus.execute(new ChangeLink(ref, request, {}, coordinatorOf('bradford', name)));

  beforeAll(async () => {
    venueId = await place('kent');
    ref = await issuedLink(one, 'venues', ['900005', '900006']);
  });

  test('is not a place of a training session', async () => {
    const planned = { ...session, programme: 'bradford', venueId };
    await expect(
      one.bus.execute(new PlanSession(planned, coordinatorOf('bradford', 'session there'))),
    ).rejects.toMatchObject(unknown);
  });

  test('nor of a meeting that was held, nor of one that is corrected', async () => {
    await expect(change({ ...held, venueId }, 'held there')).rejects.toMatchObject(unknown);
    const own = await place('bradford');
    const { events } = await change({ ...held, venueId: own }, 'held here');
    const correct = {
      type: 'CorrectEntry',
      eventId: events.find(({ type }) => type === 'MeetingHeld')?.id ?? '',
      field: 'venueId',
      was: own,
      reasonCode: 'typing-mistake',
    } as const;
    await expect(change({ ...correct, now: venueId }, 'correct to it')).rejects.toMatchObject(unknown);
    await expect(change({ ...correct, now: 'the-hall' }, 'correct to words')).rejects.toMatchObject(unknown);
    await one.catchUp();
  });
});

test('a place at training is for teachers of links of its programme', async () => {
  const ref = await issuedLink(one, 'training', ['900007', '900008']);
  const planned = { ...session, programme: 'kent' };
  const { session: planning } = await one.bus.execute(
    new PlanSession(planned, coordinatorOf('kent', 'kent session')),
  );
  const enrol = {
    type: 'Enrol',
    linkRef: ref,
    side: 'a',
    teacherId: '0b0c8a2e-7a0f-4a52-9d0b-55d1a6c7a001',
  } as const;
  await expect(
    one.bus.execute(new ChangeTraining(planning.id, enrol, coordinatorOf('kent', 'enrol'))),
  ).rejects.toThrow(NotFound);
});

test('a person of another school, or one who was erased, is not known', async () => {
  await offer(one, 'with head', interestOf('900009'));
  const { rows } = await one.pool.query<{ id: string }>(`select id from people where urn = '900009'`);
  const personId = rows[0]?.id ?? '';
  const elsewhere = interestOf('900001', { head: { personId } });
  const unknown = { code: 'PERSON_UNKNOWN' };
  await expect(offer(one, 'elsewhere', elsewhere)).rejects.toMatchObject(unknown);
  await one.pool.query('update people set erased_at = now() where id = $1', [personId]);
  await expect(offer(one, 'erased', interestOf('900009', { head: { personId } }))).rejects.toMatchObject(
    unknown,
  );
});

test('two programmes cannot have one code, and a code used before never repeats a number', async () => {
  await one.catchUp();
  await expect(one.bus.execute(programme('bradford-two', 'BRD'))).rejects.toMatchObject({
    code: 'CODE_TAKEN',
  });
  await one.pool.query(
    `insert into link_numbers (ref, programme, year, number, command_id)
     values ('LDS-2026-001', 'old-leeds', '2026-27', 1, gen_random_uuid())`,
  );
  const a = await offer(one, 'leeds a', interestOf('900001', { programme: 'leeds' }));
  const b = await offer(one, 'leeds b', interestOf('900002', { programme: 'leeds' }));
  expect((await propose('leeds', a, b, 'leeds')).link.ref).toBe('LDS-2026-002');
});

describe('a school without a programme named', () => {
  const place = (urn: string, name: string) => {
    const { programme: _, ...received } = interestOf(urn);
    return one.bus.execute(new ReceiveInterest(received, anybody(name)));
  };
  const lies = (urn: string, la: string, district: string | null) =>
    one.pool.query('update schools set la_code = $2, district_code = $3 where urn = $1', [urn, la, district]);

  beforeAll(async () => {
    await one.bus.execute(programme('burnley', 'BUR', { district: ['E07000117'] }));
    await one.bus.execute(programme('pendle', 'PEN', { district: ['E07000122'] }));
    await one.bus.execute(programme('lancashire', 'LAN', { la: ['888'] }));
    await one.bus.execute(programme('london', 'LDN', { la: ['211', '212', '213'] }));
    await one.bus.execute(programme('tower-hamlets', 'TWH', { la: ['211'] }));
    await one.bus.execute(programme('east-london', 'ELN', { la: ['213', '212'] }));
    await one.bus.execute(programme('city', 'CTY', { la: ['212', '999'] }));
    await one.catchUp();
    await lies('900001', '888', 'E07000117');
    await lies('900002', '888', 'E07000118');
    await lies('900003', '888', null);
    await lies('900004', '211', null);
    await lies('900005', '212', null);
    await lies('900006', '908', null);
  });

  test.each([
    ['900001', 'burnley'],
    ['900002', 'lancashire'],
    ['900004', 'tower-hamlets'],
  ])('goes to the most specific one: %s to %s', async (urn, slug) => {
    expect((await place(urn, `place ${urn}`)).interest.programme).toBe(slug);
  });

  test.each([
    ['without its district, in an authority of which districts are programmes', '900003', 'area-not-clear'],
    ['that two programmes claim alike', '900005', 'area-not-clear'],
    ['that none claims', '900006', 'outside-every-area'],
  ])('is placed by the national office, %s', async (_, urn, unplacedBecause) => {
    const { interest } = await place(urn, `place ${urn}`);
    expect(interest).toMatchObject({ programme: '', unplacedBecause });
  });
});
