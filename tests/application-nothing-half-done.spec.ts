import { ChangeInterest } from '@linking/application/interests/interest-commands.js';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { readInterest } from '@linking/application/interests/read-interest.js';
import { currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import { Refusal } from '@linking/domain/refusal.js';
import { personStream } from '@linking/events/streams.js';
import { interestOf, issuedLink, offer, programme, signed } from './support/linked-schools.js';
import { anybody, openTwoDoors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;
const text = currentAgreementText.version;

beforeAll(async () => {
  doors = await openTwoDoors();
  await doors.one.bus.execute(programme('bradford', 'BRD'));
});

afterAll(() => doors.close());

async function kept(): Promise<Record<string, number>> {
  const { rows } = await doors.one.pool.query(
    `select (select count(*)::int from notes) as notes, (select count(*)::int from signatures) as signatures,
       (select count(*)::int from link_numbers) as numbers`,
  );
  return rows[0];
}

const people = async (urn: string) =>
  (await doors.one.pool.query<{ id: string }>('select id from people where urn = $1', [urn])).rows;

test('of two people who saved on the same revision one is told of the change, and nothing of hers stays', async () => {
  const ref = await issuedLink(doors.one, 'race', ['900001', '900002']);
  const { link } = await readLink(doors.one.store, ref);
  for (let round = 0; round < 8; round += 1) {
    const before = await kept();
    const discuss = (who: string) =>
      new ChangeLink(
        ref,
        { type: 'RecordDiscussion' },
        { note: `Said by ${who}`, occurredOn: '2026-09-14' },
        anybody(`discuss ${round} ${who}`),
        link.revision + round,
      );
    const outcomes = await Promise.allSettled([
      doors.one.bus.execute(discuss('one')),
      doors.other.bus.execute(discuss('other')),
    ]);
    const lost = outcomes.filter((it) => it.status === 'rejected');
    expect(lost.map(({ reason }) => reason)).toEqual([expect.any(ChangedBySomeoneElse)]);
    expect(lost).toMatchObject([{ reason: { changes: [{ type: 'DiscussionRecorded' }] } }]);
    expect(await kept()).toEqual({ ...before, notes: (before['notes'] ?? 0) + 1 });
  }
});

test('of two people who sign for one school at once one is refused, and her signature is not kept', async () => {
  const ref = await issuedLink(doors.one, 'sign', ['900003', '900004']);
  const before = await kept();
  const outcomes = await Promise.allSettled([
    doors.one.bus.execute(new ChangeLink(ref, signed('a', 'Ann Reeve', text), {}, anybody('sign one'))),
    doors.other.bus.execute(new ChangeLink(ref, signed('a', 'Tom Malik', text), {}, anybody('sign other'))),
  ]);
  const lost = outcomes.filter((it) => it.status === 'rejected');
  expect(lost.map(({ reason }) => reason)).toEqual([expect.any(Refusal)]);
  expect(await kept()).toEqual({ ...before, signatures: (before['signatures'] ?? 0) + 1 });
});

test('a command sent again gets its first result, however much happened since and whatever revision it names', async () => {
  const ref = await issuedLink(doors.one, 'again', ['900005', '900006']);
  const { link } = await readLink(doors.one.store, ref);
  const pause = (revision: number) =>
    new ChangeLink(ref, { type: 'Pause', reasonCode: 'building-work' }, {}, anybody('pause'), revision);
  const first = await doors.one.bus.execute(pause(link.revision));
  await doors.one.bus.execute(new ChangeLink(ref, { type: 'Resume' }, {}, anybody('resume')));
  const again = await doors.other.bus.execute(pause(link.revision));
  expect(again).toEqual({ ...first, warnings: [] });
  expect(again.link).toMatchObject({ revision: link.revision + 1, paused: { reasonCode: 'building-work' } });
});

test('a refused proposal takes no number and leaves no word', async () => {
  const a = await offer(doors.one, 'refused', interestOf('900007'));
  const before = await kept();
  const proposal = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b: a } as const;
  await expect(
    doors.one.bus.execute(new ProposeLink(proposal, { note: 'A note' }, anybody('itself'))),
  ).rejects.toThrow(Refusal);
  expect(await kept()).toEqual(before);
});

test.each([
  ['2026-09-15', 'DATE_IN_FUTURE', '15 September 2026 is in the future.'],
  ['soon', 'DATE_NOT_KNOWN', 'soon is not a day; write it as 2026-09-14.'],
])('an interest is not withdrawn on a day that has not come: %s', async (occurredOn, code, sentence) => {
  const { interestId } = await offer(doors.one, 'early', interestOf('900007'));
  const sender = { ...anybody(`withdraw ${occurredOn}`), channel: 'page' } as const;
  const withdraw = new ChangeInterest(
    interestId,
    { type: 'WithdrawInterest', reasonCode: 'no-time' },
    { occurredOn, note: 'A note' },
    sender,
  );
  const before = await kept();
  await expect(doors.one.bus.execute(withdraw)).rejects.toMatchObject({ code, sentence });
  expect(await kept()).toEqual(before);
});

describe('an adult of a school is registered once', () => {
  test('when she is head and teacher in one command', async () => {
    const head = { name: 'Grace Sugden', email: 'g.sugden@school8.example' };
    const classes = [
      { yearGroups: [4], pupilCount: 20, name: 'Oak', teachers: [{ ...head, linkedBefore: true }] },
    ];
    const { interestId } = await offer(doors.one, 'head teaches', interestOf('900008', { head, classes }));
    const { interest } = await readInterest(doors.one.store, interestId);
    expect(interest.classes[0]?.teachers).toEqual([{ teacherId: interest.headId, linkedBefore: true }]);
    expect(await people('900008')).toHaveLength(1);
  });

  test('when two commands name her at the same moment', async () => {
    const head = { name: 'Imran Raza', email: 'I.Raza@school9.example' };
    const [one, other] = await Promise.all([
      offer(doors.one, 'first interest', interestOf('900009', { head })),
      offer(doors.other, 'second interest', interestOf('900009', { head })),
    ]);
    const heads = await Promise.all(
      [one, other].map(
        async ({ interestId }) => (await readInterest(doors.one.store, interestId)).interest.headId,
      ),
    );
    expect(heads[0]).toBe(heads[1]);
    expect(await people('900009')).toEqual([{ id: heads[0] }]);
    expect(await doors.one.store.readStream(personStream(heads[0] ?? ''))).toHaveLength(1);
  });

  test('but two people who share the mailbox of their school stay two', async () => {
    const mailbox = 'office@school7.example';
    const head = { name: 'Ruth Haigh', email: mailbox };
    const classes = [
      { yearGroups: [5], pupilCount: 20, name: 'Elm', teachers: [{ name: 'Omar Shah', email: mailbox }] },
    ];
    const { interestId } = await offer(doors.one, 'mailbox', interestOf('900007', { head, classes }));
    const { interest } = await readInterest(doors.one.store, interestId);
    expect(interest.classes[0]?.teachers[0]?.teacherId).not.toBe(interest.headId);
  });

  test('and in the log too, when her row was written and the process died before her event', async () => {
    const id = '0b0c8a2e-7a0f-4a52-9d0b-55d1a6c7a0ff';
    await doors.one.pool.query(
      `insert into people (id, name, email, urn, registered)
       values ($1, 'Esther Lumb', 'e.lumb@school7.example', '900007', false)`,
      [id],
    );
    const head = { name: 'Esther Lumb', email: 'e.lumb@school7.example' };
    await offer(doors.one, 'found again', interestOf('900007', { head }));
    expect(await doors.one.store.readStream(personStream(id))).toHaveLength(1);
  });
});
