import { isDeepStrictEqual } from 'node:util';
import { linkEventNames } from '@linking/events/known-types.js';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { howMany } from '../spec-support/how-many.js';
import { scripts } from '../spec-support/scripts.js';
import { refusalsOf } from '../spec-support/refusal-givers.js';
import type { LinkCommand } from './commands.js';
import { decide } from './decide.js';
import { foldLink } from './evolve.js';
import { gapsOf } from './gaps.js';
import type { Link } from './link.js';
import { nextSteps } from './next.js';
import { overdueSteps } from './overdue.js';
import { walk, type Asked } from './spec-support/random-walk.js';
import { reachedByTable } from './spec-support/stage-table.js';
import { stages } from './stage.js';
import { warningsFor } from './warnings.js';

const SEQUENCES = howMany(20_000, 1_000_000);

/** What the sequences met, counted over all of them. */
const met = {
  sequences: 0,
  celebrated: 0,
  commands: 0,
  entered: 0,
  events: new Set<string>(),
  refusals: new Set<string>(),
};

describe('whatever is asked of a link, in any order', () => {
  const usual = Error.stackTraceLimit;

  beforeAll(() => {
    // Hundreds of thousands of refusals are made and caught: none needs to know where it comes from.
    Error.stackTraceLimit = 0;
    fc.assert(
      fc.property(scripts(16), (numbers) => {
        const { link, log } = walk(numbers, (asked) => {
          count(asked);
          sameAgain(asked);
        });
        met.sequences += 1;
        if (link.reached.celebrated !== undefined) met.celebrated += 1;
        for (const { type } of log) met.events.add(type);
        same('the history read again', foldLink(log), link);
        same(
          'the milestones',
          stages.filter((stage) => link.reached[stage] !== undefined),
          reachedByTable(log),
        );
        looksAt(link);
      }),
      { numRuns: SEQUENCES },
    );
  }, 10_800_000);

  it('nothing but a refusal is thrown, the same again is nothing new, and the stage is that of the second table', () => {
    expect(met.sequences).toBeGreaterThanOrEqual(SEQUENCES);
  });

  it('the sequences are worth their time: most commands are entered, and one link in twenty celebrates', () => {
    expect(met.entered / met.commands).toBeGreaterThan(0.6);
    expect(met.celebrated / met.sequences).toBeGreaterThan(0.05);
  });

  it('every event of a link was made', () => {
    expect([...met.events].toSorted()).toEqual([...linkEventNames].toSorted());
  });

  it('every refusal that a link can give was met', () => {
    expect([...met.refusals].toSorted()).toEqual([...refusalsOf('link')].toSorted());
  });

  afterAll(() => {
    Error.stackTraceLimit = usual;
    if (process.env['LONG_RUN'] !== 'yes' && process.env['TELL'] === undefined) return;
    const { events, refusals, ...numbers } = met;
    const told = { ...numbers, events: events.size, refusals: refusals.size };
    process.stdout.write(`Sequences of a link: ${JSON.stringify(told)}\n`);
  });
});

function count({ answer }: Asked): void {
  met.commands += 1;
  if (answer instanceof Refusal) met.refusals.add(answer.code);
  else if (answer.length > 0) met.entered += 1;
}

/** Asked the same again, nothing is new. A talk with a note is another talk: there the id of the command tells. */
function sameAgain({ command, occasion, before, answer, after }: Asked): void {
  warningsFor(command, before);
  if (answer instanceof Refusal) return;
  if (command.type === 'RecordDiscussion' && occasion.noteId !== undefined) return;
  same(`${command.type} again`, decide(theSame(command), after, occasion), []);
}

/** Whether words are those that are known already is looked up before a link is asked: now they are. */
function theSame(command: LinkCommand): LinkCommand {
  if (command.type === 'ConfirmClass') return { ...command, sameName: true };
  return 'sameWords' in command ? { ...command, sameWords: true } : command;
}

/** What pages and mails ask of any link has an answer. */
function looksAt(link: Link): void {
  const open = gapsOf(link).filter(({ stage }) => link.reached[stage] !== undefined);
  same('gaps before milestones that are reached', open, []);
  nextSteps(link);
  overdueSteps(link, '2027-06-01');
}

/** As `toEqual`, without its time: it is asked half a million times. */
function same(what: string, actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect({ [what]: actual }).toEqual({ [what]: expected });
}
