import type { EventEnvelope } from '../envelope.js';
import { upcasting, type Upcasters } from './upcasting.js';

const names = ['VisitMade', 'GiftGiven'] as const;

/** A language of this spec: a visit's day became a period, and then its town a place. */
const changed: Upcasters = {
  'VisitMade.v1': (data) => {
    const { on, town } = data as { on: string; town: string };
    return { from: on, until: on, town };
  },
  'VisitMade.v2': (data, { stream }) => {
    const { town, ...rest } = data as { town: string };
    return { ...rest, place: { town, of: stream } };
  },
};

const written = (type: string, data: unknown): EventEnvelope => ({
  id: '00000000-0000-4000-8000-000000000001',
  stream: 'journey-1',
  revision: 3,
  type,
  schema: 1,
  occurredOn: '2026-09-20',
  recordedAt: '2026-09-20T09:00:00.000Z',
  actor: 'user:1',
  channel: 'api',
  commandId: 'c',
  correlationId: 'c',
  data,
});

/** Freezes what the upcasters are given: one that changed it would throw. */
function frozen(type: string, data: object): EventEnvelope {
  return Object.freeze(written(type, Object.freeze(data)));
}

describe('an event that was written long ago', () => {
  const { present } = upcasting(names, changed);

  test('is read as if it were written today, one version after the other', () => {
    const today = written('VisitMade.v3', {
      from: '2026-09-20',
      until: '2026-09-20',
      place: { town: 'Otley', of: 'journey-1' },
    });
    expect(present(frozen('VisitMade.v1', { on: '2026-09-20', town: 'Otley' }))).toEqual(today);
    const second = { from: '2026-09-20', until: '2026-09-20', town: 'Otley' };
    expect(present(frozen('VisitMade.v2', second))).toEqual(today);
  });

  test('is the very same object when it stands as it would be written today', () => {
    for (const type of ['VisitMade.v3', 'GiftGiven.v1']) {
      const event = frozen(type, {});
      expect(present(event)).toBe(event);
    }
  });

  test.each(['VisitMade.v4', 'VisitMade.v0', 'VisitMade', 'GiftGiven.v2', 'CakeBaked.v1', 'toString', ''])(
    'is never guessed at: %j is refused with its place',
    (type) => {
      expect(() => present(written(type, {}))).toThrow(
        `Event 3 of journey-1 has the type ${type}, which this version does not know`,
      );
    },
  );
});

test('what is written today has the newest version', () => {
  const { storedType, nameOf, everyType } = upcasting(names, changed);
  expect(names.map(storedType)).toEqual(['VisitMade.v3', 'GiftGiven.v1']);
  expect(['VisitMade.v3', 'VisitMade.v1', 'GiftGiven.v1'].map(nameOf)).toEqual([
    'VisitMade',
    undefined,
    'GiftGiven',
  ]);
  expect(everyType).toEqual(['VisitMade.v1', 'VisitMade.v2', 'VisitMade.v3', 'GiftGiven.v1']);
});

test('a version that no event comes to, or a name that is not spoken, is a mistake in the table', () => {
  const same = (data: unknown) => data;
  expect(() => upcasting(names, { 'VisitMade.v2': same, 'CakeBaked.v1': same })).toThrow(
    'No event of this language was ever stored as VisitMade.v2, CakeBaked.v1: mend the table of upcasters',
  );
});
