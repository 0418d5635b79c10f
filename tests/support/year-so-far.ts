import { programmeSwitches } from '@linking/events/programme/codes.js';
import { readLink } from '@linking/application/links/link-history.js';
import type { PageWorld } from './page-world.js';
import { until } from './until.js';

/** Fills a world with what pages show: a link of every stage, one paused, a session, a venue, mails, classes that wait. */
export async function writeYearSoFar(world: PageWorld): Promise<readonly string[]> {
  const rosa = await world.browser('rosa@bradford.example');
  await world.use(...programmeSwitches);
  const on = { 'on-day': '14', 'on-month': '9', 'on-year': '2026' };
  const times = { startsAt: '9:15', endsAt: '15:30' };
  await rosa.fill('/venues/add', '/venues/add', {
    name: 'Cliffe Castle',
    postcode: 'BD20 6LH',
    linksAtOnce: '2',
  });
  await rosa.fill('/training/plan', '/training/plan', { ...on, ...times, capacity: '20' });
  await world.offer('900001', '5 Ash');
  await world.offer('900002', '5 Elm');

  const [proposed, issued, paused, met] = [
    await world.propose(),
    await world.propose(),
    await world.propose(),
    await world.propose(),
  ];
  await world.change(issued, { type: 'Broker' });
  await world.change(issued, { type: 'IssueAgreement' });
  await world.change(paused, { type: 'Pause', reasonCode: 'staffing', until: '2026-10-05' });
  await writeUntilMet(world, met);
  await until('the list and the outbox are written', async () => {
    const mails = (await rosa.get(`/outbox?link=${issued}`)).body;
    return mails.includes('/outbox/') && (await rosa.get('/links?stage=met')).body.includes(met);
  });
  return [proposed, issued, paused, met];
}

async function writeUntilMet(world: PageWorld, ref: string): Promise<void> {
  await world.change(ref, { type: 'Broker' });
  await world.change(ref, { type: 'IssueAgreement' });
  for (const side of ['a', 'b'] as const) {
    await world.change(ref, {
      type: 'SignAgreement',
      side,
      signer: { name: 'Hilda Head', email: `hilda@${side}.example` },
      signerRole: 'headteacher',
      textVersion: '2026-1',
      agreed: true,
      means: 'paper',
      heldAt: 'office',
    });
    await world.change(ref, { type: 'RecordExchange', fromSide: side, kind: 'work', mode: 'post' });
  }
  const day = { on: '2026-09-14', mode: 'in-person', hostSide: 'a' } as const;
  await world.change(ref, {
    ...day,
    type: 'RecordMeetingHeld',
    number: 1,
    pupilsA: 25,
    pupilsB: 28,
    adultsA: 3,
    adultsB: 3,
    riskAssessment: { a: 'confirmed', b: 'not-known' },
    collaborative: true,
  });
  await world.change(ref, {
    type: 'PlanMeeting',
    number: 2,
    mode: 'in-person',
    on: '2027-03-22',
    startsAt: '10:00',
    endsAt: '14:00',
    hostSide: 'a',
    pupilsExpected: 56,
  });
  await world.change(ref, { type: 'RecordParents', side: 'a', kind: 'came-along', count: 6 });
  await world.change(ref, { type: 'RecordReflection', side: 'a', rating: 4 });
  await world.change(ref, {
    type: 'RecordSurvey',
    side: 'a',
    round: 'pre',
    instrument: 'class-survey',
    n: 25,
    scores: { O1: 3.4 },
  });
  const { facts } = await readLink(world.store, ref);
  const [held, sent] = ['MeetingHeld', 'WorkExchanged'].map(
    (type) => facts.find((fact) => fact.type === type)?.id,
  );
  const reasonCode = 'typing-mistake';
  await world.change(ref, {
    type: 'CorrectEntry',
    eventId: held ?? '',
    field: '/pupilsA',
    was: 25,
    now: 52,
    reasonCode,
  });
  await world.change(ref, { type: 'VoidEntry', eventId: sent ?? '', reasonCode: 'wrong-link' });
}
