import { readInterest } from '@linking/application/interests/read-interest.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { readLink } from '@linking/application/links/link-history.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { PlanSession } from '@linking/application/training/training-commands.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { currentAgreementText } from '@linking/domain/agreement/agreement-text.js';
import type { Command } from '@nestjs/cqrs';
import { interestOf, issuedLink, offer, programme, signed } from './support/linked-schools.js';
import { anybody, openTwoDoors, type TwoDoors } from './support/two-doors.js';

let doors: TwoDoors;
const text = currentAgreementText.version;

beforeAll(async () => {
  doors = await openTwoDoors();
  await doors.one.bus.execute(programme('bradford', 'BRD'));
});

afterAll(() => doors.close());

/** The same command through the doors of two processes at the same moment. */
const bothAtOnce = <Result>(command: Command<Result>) =>
  Promise.all([doors.one.bus.execute(command), doors.other.bus.execute(command)]);

describe('the same command in two processes at once is carried out once, and both get its result:', () => {
  test('an interest', async () => {
    const [one, other] = await Promise.all([
      offer(doors.one, 'at once', interestOf('900001')),
      offer(doors.other, 'at once', interestOf('900001')),
    ]);
    expect(one).toEqual(other);
    expect((await readInterest(doors.one.store, one.interestId)).stored).toHaveLength(1);
  });

  test('proposals', async () => {
    const refs = new Set<string>();
    for (const wish of Array.from({ length: 10 }, (_, index) => `proposal ${index}`)) {
      const a = await offer(doors.one, `${wish} a`, interestOf('900002'));
      const b = await offer(doors.one, `${wish} b`, interestOf('900003'));
      const proposal = { programme: 'bradford', year: '2026-27', kind: 'between-schools', a, b } as const;
      const said = { overrides: [{ rule: 'linked-before' as const, reasonCode: 'worked-well' as const }] };
      const [one, other] = await bothAtOnce(new ProposeLink(proposal, said, anybody(wish)));
      expect(one.link.ref).toBe(other.link.ref);
      expect(one.events).toEqual(other.events);
      refs.add(one.link.ref);
    }
    const { rows } = await doors.one.pool.query('select from link_numbers');
    expect(rows).toHaveLength(refs.size);
  });

  test('a venue and a training session', async () => {
    const venue = { programme: 'bradford', name: 'The Hall', postcode: 'BD99 1AA', linksAtOnce: 2 };
    const [hall, sameHall] = await bothAtOnce(new AddVenue(venue, anybody('venue')));
    expect(hall).toEqual(sameHall);
    const session = {
      programme: 'bradford',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:00',
      endsAt: '15:00',
      capacity: 20,
    } as const;
    const [one, other] = await bothAtOnce(new PlanSession(session, anybody('session')));
    expect(one.session).toEqual(other.session);
  });

  test.each([undefined, 5])('a signature, by somebody who saw revision %s', async (seen) => {
    const ref = await issuedLink(doors.one, `signature ${seen}`, ['900004', '900005']);
    const { link } = await readLink(doors.one.store, ref);
    const expected = seen === undefined ? undefined : link.revision;
    const request = signed('a', `Julia Ashdown ${seen}`, text);
    const [one, other] = await bothAtOnce(
      new ChangeLink(ref, request, {}, anybody(`sign ${seen}`), expected),
    );
    expect(one).toEqual({ ...other, warnings: one.warnings });
    expect(one.events.map(({ type }) => type)).toEqual(['AgreementSigned']);
    const { rows } = await doors.one.pool.query('select from people where name = $1', [
      `Julia Ashdown ${seen}`,
    ]);
    expect(rows).toHaveLength(1);
  });
});
