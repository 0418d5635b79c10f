import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import { diceOf, type Dice } from './dice.js';
import { howMany } from './how-many.js';
import { scripts } from './scripts.js';

interface Typed {
  readonly type: string;
}

/** What a kind of stream is decided by, and commands that may well be given to it. */
export interface Rules<State, Command extends Typed, Event extends Typed> {
  readonly start: State;
  choose(state: State, dice: Dice): Command;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Event, revision: number): State;
  /** Commands that are kept as often as they are given. */
  readonly eachTimeAnew?: readonly Command['type'][];
}

/** What many lives met together. */
export interface Met {
  readonly commands: number;
  readonly entered: number;
  readonly events: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
}

/**
 * Lives of many commands each. Whatever is asked is decided or refused with a sentence, the same again is nothing new,
 * and the facts read again give the same state; anything else fails.
 */
export function manyLives<State, Command extends Typed, Event extends Typed>(
  rules: Rules<State, Command, Event>,
): Met {
  const met = { commands: 0, entered: 0, events: new Set<string>(), refusals: new Set<string>() };
  fc.assert(
    fc.property(scripts(25), (numbers) => {
      const { log, state } = life(rules, numbers, ({ command, answer, after }) => {
        met.commands += 1;
        if (answer instanceof Refusal) {
          met.refusals.add(answer.code);
          return;
        }
        if (answer.length > 0) met.entered += 1;
        if (rules.eachTimeAnew?.includes(command.type)) return;
        const again = rules.decide(command, after);
        if (again.length > 0) expect({ command, again }).toEqual({ command, again: [] });
      });
      for (const { type } of log) met.events.add(type);
      const read = log.reduce((before, event, index) => rules.evolve(before, event, index + 1), rules.start);
      if (!isDeepStrictEqual(read, state)) expect(read).toEqual(state);
    }),
    { numRuns: howMany(1_000, 100_000) },
  );
  return met;
}

interface Asked<State, Command, Event> {
  readonly command: Command;
  readonly answer: readonly Event[] | Refusal;
  readonly after: State;
}

/** One life, a command a number, each chosen from what it is by then. */
export function life<State, Command extends Typed, Event extends Typed>(
  rules: Rules<State, Command, Event>,
  numbers: readonly number[],
  heard: (asked: Asked<State, Command, Event>) => void,
): { readonly state: State; readonly log: readonly Event[] } {
  const log: Event[] = [];
  let state = rules.start;
  for (const number of numbers) {
    const command = rules.choose(state, diceOf(number));
    const before = state;
    const answer = answerTo(() => rules.decide(command, before));
    if (!(answer instanceof Refusal)) {
      for (const event of answer) {
        log.push(event);
        state = rules.evolve(state, event, log.length);
      }
    }
    heard({ command, answer, after: state });
  }
  return { state, log };
}

/** What was decided, or the refusal; anything else that is thrown is thrown on. */
export function answerTo<Answer>(decide: () => Answer): Answer | Refusal {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal && /[.…)]$/.test(error.sentence)) return error;
    throw error;
  }
}
