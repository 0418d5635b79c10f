import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { logEvent } from './log-events.js';

interface House {
  readonly pool: pg.Pool;
  readonly store: EventStore;
}

/**
 * Links whose agreements were issued to both heads, two links to a pair of heads; each is somebody with an address. Every
 * link wants two mails at once and two of each asking again, which leave together with those of the other link.
 */
export async function writeLinksToSign(house: House, links: number, first = 1): Promise<void> {
  let heads = { a: '', b: '' };
  for (let number = first; number < first + links; number += 1) {
    const ref = `BRD-2026-${String(number).padStart(3, '0')}`;
    if ((number - first) % 2 === 0) heads = await twoHeads(house, number);
    const sides = ['a', 'b'] as const;
    await house.store.append(`link-${ref}`, 'no-stream', [
      ...sides.map((side) => logEvent('InterestRecorded', interestOf(side, heads[side]))),
      logEvent('LinkProposed', {
        ref,
        programme: 'bradford',
        year: '2026-27',
        kind: 'between-schools',
        reasons: [],
        classes: { a: 'class-a', b: 'class-b' },
      }),
      ...sides.map((side) => logEvent('ProposalAccepted', { side, means: 'conversation' })),
      logEvent('LinkBrokered', {}),
      ...sides.map((side) =>
        logEvent('AgreementIssued', { side, textVersion: '2026-09', documentHash: 'ab' }),
      ),
    ]);
  }
}

/** The programme of these links. */
export async function joinBradford({ store }: House): Promise<void> {
  const joined = {
    slug: 'bradford',
    code: 'BRD',
    name: 'Bradford',
    laCodes: ['380'],
    districtCodes: [],
    year: '2026-27',
  };
  await store.append('programme-bradford', 'no-stream', [logEvent('ProgrammeJoined', joined)]);
}

async function twoHeads({ pool }: House, number: number) {
  const heads = { a: randomUUID(), b: randomUUID() };
  await pool.query('insert into people (id, name, email) values ($1, $2, $3), ($4, $5, $6)', [
    heads.a,
    `Head A of ${number}`,
    `a-${number}@ash.example`,
    heads.b,
    `Head B of ${number}`,
    `b-${number}@elm.example`,
  ]);
  return heads;
}

const interestOf = (side: 'a' | 'b', headId: string) => ({
  side,
  interestId: randomUUID(),
  interestRevision: 1,
  urn: side === 'a' ? '900001' : '900002',
  headId,
  expressedOn: '2026-05-12',
  channel: 'phone',
  priorities: [],
  classId: randomUUID(),
  yearGroups: [4],
  pupilCount: 28,
  placeholder: false,
  teachers: [{ teacherId: randomUUID(), linkedBefore: true }],
});
