import fc from 'fast-check';
import { howMany } from '../spec-support/how-many.js';
import { scripts } from '../spec-support/scripts.js';
import { evolve, foldLink } from './evolve.js';
import { gapsOf } from './gaps.js';
import { unknownLink } from './link.js';
import { nextSteps } from './next.js';
import { overdueSteps } from './overdue.js';
import { linkKnownNow, replay } from './replay.js';
import { factsInAnyOrder } from './spec-support/facts-in-any-order.js';
import { isSaidInTurn } from './spec-support/said-in-turn.js';
import { walk } from './spec-support/random-walk.js';

describe('whatever has happened to a link', () => {
  it('can be folded: in any order, with gaps and twice, nothing is thrown and every entry is kept', () => {
    fc.assert(
      fc.property(scripts(20), fc.infiniteStream(fc.nat()), (numbers, chance) => {
        const { log } = walk(numbers);
        const strange = log.flatMap((event) => {
          const [n = 0] = chance.take(1);
          return n % 4 === 0 ? [] : n % 4 === 1 ? [event, event] : [event];
        });
        const order = strange
          .map((event) => ({ event, place: [...chance.take(1)][0] ?? 0 }))
          .toSorted((x, y) => x.place - y.place);
        const link = order.reduce((before, { event }) => evolve(before, event), unknownLink);
        expect(link.entries).toHaveLength(order.length);
        expect(() => [gapsOf(link), nextSteps(link), overdueSteps(link, '2027-06-01')]).not.toThrow();
      }),
      { numRuns: howMany(300, 20_000) },
    );
  });

  it('can be replayed event by event to the same state', () => {
    fc.assert(
      fc.property(scripts(20), (numbers) => {
        const { log, link } = walk(numbers);
        const stored = JSON.parse(JSON.stringify(log)) as typeof log;
        expect([...replay(stored)].at(-1) ?? unknownLink).toEqual(link);
      }),
      { numRuns: howMany(200, 10_000) },
    );
  });

  it('never moves it back but by a correction or a void', () => {
    fc.assert(
      fc.property(scripts(20), (numbers) => {
        const { log } = walk(numbers);
        let reached: readonly string[] = [];
        for (const [index, event] of log.entries()) {
          const now = Object.keys(foldLink(log.slice(0, index + 1)).reached);
          if (event.type !== 'EntryCorrected' && event.type !== 'EntryVoided') {
            expect(now).toEqual(expect.arrayContaining([...reached]));
          }
          reached = now;
        }
      }),
      { numRuns: howMany(150, 5_000) },
    );
  });

  it('is known now as the log tells it, on whatever days it was entered, unless a later word is dated before the one it replaces', () => {
    let compared = 0;
    fc.assert(
      fc.property(scripts(20), (numbers) => {
        const { log, link } = walk(numbers);
        if (!isSaidInTurn(log)) return;
        compared += 1;
        expect(factsInAnyOrder(linkKnownNow(log, '2030-01-01'))).toEqual(factsInAnyOrder(link));
      }),
      { numRuns: howMany(1_000, 20_000) },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
