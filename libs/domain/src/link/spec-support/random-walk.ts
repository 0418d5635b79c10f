import { programmeSwitches } from '@linking/events/programme/codes.js';
import { Refusal } from '../../refusal.js';
import { diceOf, type Dice } from '../../spec-support/dice.js';
import { answerTo } from '../../spec-support/random-life.js';
import type { LinkCommand, Occasion } from '../commands.js';
import { decide } from '../decide.js';
import type { Decided } from '../decided.js';
import { evolve } from '../evolve.js';
import { unknownLink, type Link, type RecordedLinkEvent } from '../link.js';
import { commandNamed } from './any-command.js';
import { someCommand } from './likely-commands.js';
import { todayAt } from './random-days.js';

/** One command as it was given, with what it was answered. */
export interface Asked {
  readonly command: LinkCommand;
  readonly occasion: Occasion;
  readonly before: Link;
  readonly answer: readonly Decided[] | Refusal;
  readonly after: Link;
}

export interface Walk {
  readonly link: Link;
  readonly log: readonly RecordedLinkEvent[];
}

/** Reasons given for every soft rule at once. */
const reasons: Occasion['overrides'] = (
  [
    'neutral-venue-first',
    'two-meetings',
    'distance-limit',
    'linked-before',
    'class-in-two-links',
    'before-year-end',
  ] as const
).map((rule) => ({ rule, reasonCode: 'asked-for' }));

/** Which parts its programme uses is laid beside a link by whoever reads it; no fact of it says so. */
const usesAll = { switches: programmeSwitches, daysToAvoid: [] };

/** A link's life, one command a number, each chosen from what the link is by then. */
export function walk(numbers: readonly number[], heard: (asked: Asked) => void = () => {}): Walk {
  const log: RecordedLinkEvent[] = [];
  let link = unknownLink;
  let day = 0;
  const diligent = (numbers[0] ?? 0) % 8 === 1;
  for (const number of numbers) {
    const dice = diceOf(number);
    day += dice.chance(2) ? 300 : dice.below(20);
    const today = todayAt(day);
    const command = commandNamed(someCommand(link, dice, diligent), link, dice, today);
    const occasion = someOccasion(command, dice, today.day, today.happened(dice));
    const before = dice.chance(90) ? { ...link, programmeYear: usesAll } : link;
    const answer = answerTo(() => decide(command, before, occasion));
    if (!(answer instanceof Refusal)) link = append(link, answer, log);
    heard({ command, occasion, before, answer, after: link });
  }
  return { link, log };
}

function someOccasion({ type }: LinkCommand, dice: Dice, today: string, happened: string): Occasion {
  return {
    occurredOn: type === 'Propose' ? today : happened,
    today,
    overrides: dice.chance(70) ? reasons : [],
    ...(dice.chance(type === 'RecordDiscussion' ? 50 : type === 'RecordTestimonial' ? 85 : 5)
      ? { noteId: 'note' }
      : {}),
  };
}

/** The facts with what the log adds to them. */
export function append(link: Link, decided: readonly Decided[], log: RecordedLinkEvent[]): Link {
  return decided.reduce((before, fact) => {
    const revision = before.revision + 1;
    const event: RecordedLinkEvent = {
      ...fact,
      id: `e${revision}`,
      revision,
      recordedAt: '2026-11-23T09:00:00.000Z',
      actor: 'user:1',
    };
    log.push(event);
    return evolve(before, event);
  }, link);
}
