import { CommandBus } from '@nestjs/cqrs';
import { carryOn } from '@linking/application/carrying/carry-on.js';
import { dispatchOver } from '@linking/application/carrying/dispatch-over-bus.js';
import { listRefusals } from '@linking/application/carrying/carrying-refusals.js';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import { interestStream, linkStream } from '@linking/events/streams.js';
import { TestApi } from './support/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await TestApi.open('2026-06-15T09:00:00.000Z');
}, 60_000);

afterAll(() => api.end());

const carry = () => {
  const { pool, store, app } = api;
  return carryOn({ pool, store, dispatch: dispatchOver(app.get(CommandBus, { strict: false })) });
};

const linkNow = async (ref: string, as?: string) =>
  (await api.get(`/links/${ref}`, as === undefined ? {} : { as })).json<LinkDetails>();

async function offer(urn: string) {
  const { id, classes } = await api.interest(urn, `Class ${urn}`);
  return { interestId: id, classId: classes[0]?.classId };
}

const continuing = async (old: LinkDetails, partnerUrn: string) => {
  const { interestId, classId } = old.sides.b;
  return {
    programme: 'bradford',
    year: '2026-27',
    kind: 'between-schools',
    a: { interestId, classId },
    b: await offer(partnerUrn),
    continuesFrom: old.ref,
  };
};

describe('a school leaves in February', () => {
  let old: LinkDetails;
  let proposal: object;
  let next: LinkDetails;

  it('and its link cannot be continued before somebody has recorded that', async () => {
    old = await api.link('900003', '900001');
    proposal = await continuing(old, '900002');
    const answer = await api.post('/links', proposal);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { code: 'NOBODY_WITHDREW', detail: expect.stringContaining(`No school has left ${old.ref}.`) },
    ]);
    await api.change(old.ref, 'broker');
    await api.change(old.ref, 'withdraw', { side: 'a', reasonCode: 'staffing' });
  });

  it.each([
    ['BRD-2026-999', 422, 'LINK_UNKNOWN'],
    ['brd 14', 400, 'INVALID_BODY'],
  ])('a reference such as %s is answered with %s', async (continuesFrom, status, code) => {
    const answer = await api.post('/links', { ...proposal, continuesFrom });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('the class that stayed goes on at once, without a reason for being in two links', async () => {
    const answer = await api.post('/links', proposal, { key: 'goes-on' });
    expect(answer.statusCode).toBe(201);
    next = answer.json<LinkDetails>();
    expect(next).toMatchObject({ continuesFrom: old.ref, stage: 'interest', outcome: 'open' });
    const again = await api.post('/links', proposal, { key: 'goes-on' });
    expect(again.json<LinkDetails>().ref).toBe(next.ref);
  });

  it('the old link is told so by carrying, once however often it is carried', async () => {
    expect(await linkNow(old.ref)).toMatchObject({ outcome: 'withdrawn' });
    await carry();
    const told = await linkNow(old.ref);
    expect(told).toMatchObject({ outcome: 're-brokered', continuedAs: next.ref });
    // A kill between the old link and the checkpoint: the same page is carried anew.
    await api.pool.query(`delete from checkpoints where consumer = 'carrying'`);
    await carry();
    expect((await linkNow(old.ref)).revision).toBe(told.revision);
    expect(await listRefusals(api.pool, 10)).toEqual([]);
    const [last] = (await api.store.readStream(linkStream(old.ref))).slice(-1);
    const [cause] = (await api.store.readStream(linkStream(next.ref))).filter(
      ({ envelope }) => envelope.type === 'LinkProposed.v1',
    );
    expect(last?.envelope).toMatchObject({
      type: 'LinkReBrokered.v1',
      actor: 'worker:carrying',
      causationId: cause?.envelope.id,
      data: { remainingSide: 'b', newLinkRef: next.ref },
    });
    const types = (await api.store.readStream(interestStream(old.sides.b.interestId))).map(
      ({ envelope }) => envelope.type,
    );
    expect(types.slice(1)).toEqual(['ClassPaired.v1', 'ClassReleased.v1', 'ClassPaired.v1']);
  });

  it('goes on in one link only, until that one comes to nothing', async () => {
    const twice = await continuing(old, '900003');
    expect((await api.post('/links', twice)).json()).toMatchObject({ code: 'LINK_CONTINUED' });
    await api.change(next.ref, 'decline-proposal', {
      side: 'b',
      reasonCode: 'staff-changes',
      wantsOtherPartner: true,
    });
    await carry();
    const answer = await api.post('/links', twice);
    expect(answer.statusCode).toBe(201);
    const third = answer.json<LinkDetails>();
    await carry();
    expect(await linkNow(old.ref)).toMatchObject({ outcome: 're-brokered', continuedAs: third.ref });
    next = third;
  });

  it('a link of another programme cannot be continued, nor learnt of', async () => {
    const theirs = { programme: 'kent', as: api.people.kent };
    const offerOf = async (urn: string) => {
      const { id, classes } = await api.interest(urn, 'Theirs', { programme: 'bradford' });
      return { interestId: id, classId: classes[0]?.classId };
    };
    const body = { ...(await continuing(old, '900002')), a: await offerOf('900002'), programme: 'kent' };
    const answer = await api.post('/links', body, { as: theirs.as });
    expect(answer.json()).toMatchObject({ code: 'LINK_UNKNOWN' });
  });

  it('the voided withdrawal would leave the new link without ground', async () => {
    const { items } = (await api.get(`/links/${old.ref}/events?limit=50`)).json<{
      items: readonly { id: string; type: string }[];
    }>();
    const eventId = items.find(({ type }) => type.startsWith('LinkWithdrawn'))?.id;
    const { revision } = await linkNow(old.ref);
    const answer = await api.post(
      `/links/${old.ref}/void-entry`,
      { eventId, reasonCode: 'wrong-link' },
      { ifMatch: revision },
    );
    expect(answer.json()).toMatchObject({ code: 'LINK_CONTINUED' });
  });
});

describe('the end of the year', () => {
  let ref: string;

  it('before it, closing asks for a reason', async () => {
    ({ ref } = await api.link('900001', '900003'));
    await api.change(ref, 'broker');
    api.clock.set('2027-07-01T09:00:00.000Z');
    const { revision } = await linkNow(ref);
    const asked = await api.post(`/links/${ref}/close-incomplete`, {}, { ifMatch: revision });
    expect([asked.statusCode, asked.json()]).toMatchObject([
      422,
      { code: 'REASON_REQUIRED', detail: expect.stringContaining('ends on 31 July') },
    ]);
  });

  it('closes with what is missing, in words; asked again nothing is written', async () => {
    api.clock.set('2027-08-02T09:00:00.000Z');
    const { link } = await api.change(ref, 'close-incomplete', { reasonCode: 'no-answer' });
    expect(link).toMatchObject({ outcome: 'closed-incomplete', stage: 'brokered', meetingsHeld: 0 });
    expect(link.missing.map(({ step }) => step)).toEqual([
      'agreement',
      'agreement',
      'training',
      'training',
      'first-meeting',
      'visit-2',
      'visit-3',
      'goodbye',
    ]);
    expect(link.missing.at(-1)?.sentence).toBe('Goodbye: nothing recorded');
    const { events } = await api.change(ref, 'close-incomplete', { reasonCode: 'no-answer' });
    expect(events).toEqual([]);
  });

  it('takes late facts until 31 October, and says so afterwards', async () => {
    api.clock.set('2027-10-31T09:00:00.000Z');
    const late = { number: 1, mode: 'virtual', on: '2027-06-30', pupilsA: 25, pupilsB: 26 };
    const held = {
      ...late,
      adultsA: 2,
      adultsB: 2,
      riskAssessment: { a: 'confirmed', b: 'confirmed' },
      collaborative: true,
    };
    const { link } = await api.change(ref, 'record-meeting-held', held);
    expect(link).toMatchObject({ outcome: 'closed-incomplete', stage: 'met', meetingsHeld: 1 });
    api.clock.set('2027-11-01T09:00:00.000Z');
    const answer = await api.post(
      `/links/${ref}/record-meeting-held`,
      { ...held, number: 2 },
      { ifMatch: link.revision },
    );
    expect(answer.json()).toMatchObject({
      code: 'LINK_CLOSED',
      detail: expect.stringContaining('This link is closed and took late entries until 31 October.'),
    });
  });

  it('is found by its outcome', async () => {
    await api.catchUp();
    const { items } = (await api.get('/links?outcome=closed-incomplete')).json<{ items: LinkDetails[] }>();
    expect(items.map((link) => link.ref)).toEqual([ref]);
  });
});

describe('a link at risk', () => {
  it('is found by its flag, from the day on which it is one', async () => {
    api.clock.set('2026-10-01T09:00:00.000Z');
    const { ref } = await api.link('900002', '900001');
    await api.change(ref, 'broker');
    await api.change(ref, 'pause', { reasonCode: 'inspection', until: '2026-11-02' });
    await api.catchUp();
    const found = async () =>
      (await api.get('/links?flag=at-risk&limit=200'))
        .json<{ items: LinkDetails[] }>()
        .items.some((link) => link.ref === ref);
    api.clock.set('2026-11-02T09:00:00.000Z');
    expect([(await linkNow(ref)).flags, await found()]).toEqual([['paused'], false]);
    api.clock.set('2026-11-03T09:00:00.000Z');
    expect([(await linkNow(ref)).flags, await found()]).toEqual([['paused', 'at-risk'], true]);
  });
});
