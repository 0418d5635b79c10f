import fc from 'fast-check';
import type { TrainingEvent } from '@linking/events/training/training-events.js';
import { evolveSession, unknownSession, type RecordedTrainingEvent } from './session.js';
import { standingOf } from './standing.js';

const place = { teacherId: 'ann', linkRef: 'BRD-2026-014', side: 'a' } as const;
const other = { ...place, teacherId: 'bea' };
const times = { on: '2026-10-01', startsAt: '09:00', endsAt: '15:00' };
const planned: TrainingEvent = {
  type: 'SessionPlanned',
  data: { sessionId: 's1', programme: 'bradford', kind: 'initial-full', capacity: 20, ...times },
};
const taken: TrainingEvent = { type: 'PlaceTaken', data: place };
const waits: TrainingEvent = { type: 'WaitingForPlace', data: place };
const left: TrainingEvent = { type: 'PlaceGivenUp', data: place };
const news: readonly TrainingEvent[] = [
  taken,
  waits,
  left,
  { type: 'PlaceTaken', data: other },
  { type: 'PlaceGivenUp', data: other },
  { type: 'SessionMoved', data: { ...times, reasonCode: 'venue' } },
  { type: 'SessionCancelled', data: { reasonCode: 'strike' } },
];
const recorded = (facts: readonly TrainingEvent[]): readonly RecordedTrainingEvent[] =>
  [planned, ...facts].map((fact, index) => ({
    ...fact,
    revision: index + 1,
    recordedAt: new Date(Date.UTC(2026, 8, 1, 12, index)).toISOString(),
  }));
const ann = (...facts: readonly TrainingEvent[]) => standingOf(recorded(facts), 'ann');

describe('where a teacher stands in a session', () => {
  it('is nowhere while she is on no list', () => {
    expect(ann()).toBeUndefined();
    expect(ann({ type: 'PlaceTaken', data: other }, { type: 'PlaceGivenUp', data: place })).toBeUndefined();
  });

  it('is a seat, also when she waited for it, and nowhere once she has left', () => {
    expect(ann(taken)).toMatchObject({
      list: 'places',
      left: false,
      places: [place],
      since: { sequence: 0 },
    });
    expect(ann(waits, taken)).toMatchObject({ list: 'places', left: false });
    expect(ann(taken, left)).toMatchObject({ list: 'places', left: true, places: [place] });
    expect(ann(waits, left)).toMatchObject({ list: 'waiting', left: true });
  });

  it('names her own places and those of nobody else', () => {
    const elsewhere = { ...place, linkRef: 'BRD-2026-015' };
    const others: TrainingEvent = { type: 'PlaceTaken', data: other };
    expect(ann(taken, others, { type: 'PlaceTaken', data: elsewhere })?.places).toEqual([place, elsewhere]);
  });

  it('changes with a version of its own, which only grows and tells any two of them apart', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...news), { maxLength: 14 }), (facts) => {
        const stream = recorded(facts);
        const seen = stream.flatMap((_, index) => {
          const standing = standingOf(stream.slice(0, index + 1), 'ann');
          return standing === undefined ? [] : [standing];
        });
        for (const [index, later] of seen.entries()) {
          const earlier = seen[index - 1];
          if (earlier === undefined) continue;
          const [was, is] = [earlier.session, later.session];
          expect(is.sequence).toBeGreaterThanOrEqual(was.sequence);
          expect(is.stamp >= was.stamp).toBe(true);
          if (earlier.left !== later.left) expect(is.sequence).toBeGreaterThan(was.sequence);
          if (earlier.left && later.left) expect(later).toEqual(earlier);
        }
        const session = stream.reduce(evolveSession, unknownSession);
        const last = seen.at(-1);
        if (last !== undefined && !last.left) expect(last.session).toMatchObject({ places: session.places });
      }),
    );
  });
});
