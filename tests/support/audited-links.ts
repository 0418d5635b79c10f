import { readLink } from '@linking/application/links/link-history.js';
import { newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import type { PageWorld } from './page-world.js';
import { until } from './until.js';

/** Three links; the first has all that an auditor looks for, written down between September and February. */
export async function writeAuditedLinks(world: PageWorld): Promise<readonly [string, string, string]> {
  const [first, second, third] = [await world.propose(), await world.propose(), await world.propose()];
  const change = (request: LinkRequest, said?: Said) => world.change(first, request, said);
  await change({ type: 'Broker' }, { note: 'Told by telephone: Hilda is glad.' });
  await change({ type: 'IssueAgreement' });
  for (const side of ['a', 'b'] as const) {
    await change({
      type: 'SignAgreement',
      side,
      signer: { name: `Hilda Headley ${side}`, email: `hilda@${side}.example` },
      signerRole: 'headteacher',
      textVersion: '2026-1',
      agreed: true,
      means: 'paper',
      heldAt: 'green cabinet',
    });
  }
  const meeting = { mode: 'in-person', hostSide: 'a', on: '2027-01-08' } as const;
  const override = {
    rule: 'neutral-venue-first',
    reasonCode: 'no-venue-free',
    note: 'Storeroom was flooded.',
  } as const;
  await change(
    {
      ...meeting,
      type: 'PlanMeeting',
      number: 1,
      startsAt: '10:00',
      endsAt: '14:00',
      pupilsExpected: 56,
    },
    { overrides: [override] },
  );
  world.clock.set('2027-01-11T15:20:00.000Z');
  await change({
    ...meeting,
    type: 'RecordMeetingHeld',
    number: 1,
    pupilsA: 25,
    pupilsB: 28,
    adultsA: 3,
    adultsB: 3,
    riskAssessment: { a: 'confirmed', b: 'confirmed' },
    collaborative: true,
  });
  world.clock.set('2027-02-01T09:30:00.000Z');
  const work = { type: 'RecordExchange', kind: 'work', mode: 'post' } as const;
  await change({ ...work, fromSide: 'b' }, { occurredOn: '2027-01-05' });
  await change({ ...work, fromSide: 'a' });
  const { facts } = await readLink(world.store, first);
  const idOf = (type: string) => facts.findLast((fact) => fact.type === type)?.id ?? '';
  const reasonCode = 'typing-mistake';
  await change({
    type: 'CorrectEntry',
    eventId: idOf('MeetingHeld'),
    field: '/pupilsA',
    was: 25,
    now: 52,
    reasonCode,
  });
  await change({ type: 'VoidEntry', eventId: idOf('WorkExchanged'), reasonCode: 'wrong-link' });
  return [first, second, third];
}

/** Lists and ledger have read all that is in the log. */
export async function allIsSigned(world: PageWorld): Promise<void> {
  await until('all of it is signed and on the lists', async () => {
    const { rows } = await world.pool.query<{ n: number; board: number; links: number; history: number }>(
      `select (select count(*)::int from events) as n,
              (select coalesce(sum(revision), 0)::int from link_board) as board,
              (select count(*)::int from events where stream like 'link-%') as links,
              (select count(*)::int from link_history where source = 'link') as history`,
    );
    const [{ n, board, links, history } = { n: 0, board: 0, links: 0, history: 0 }] = rows;
    return (await newestCheckpoint(world.pool))?.size === n && board === links && history === links;
  });
}
