import type { Side, SkippableStep } from '@linking/events/link/link-events.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import { ENOUGH_MEETINGS } from './closable.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, reasonFor, type Decided } from './decided.js';
import { celebrationNotPlanned } from './exchanges.js';
import { checkPossible } from './hard-guards.js';
import { bothSides, meetingOf, meetingsHeld, saidGoodbye, type Link } from './link.js';
import { stageOf, trainedOn } from './stage.js';

/** Steps that each school takes for itself; the others are skipped for both. */
const stepsOfASchool: readonly SkippableStep[] = ['training', 'exchange', 'planning'];

/** A gap is closed by a reason instead of a fact. A step that was done cannot be skipped. */
export function skipStep(command: CommandOf<'SkipStep'>, link: Link, occasion: Occasion): readonly Decided[] {
  const { step, reasonCode } = command;
  const side = stepsOfASchool.includes(step) ? command.side : undefined;
  const skipped = link.skipped.find((s) => s.step === step && (s.side === undefined || s.side === side));
  if (skipped?.reasonCode === reasonCode) return [];
  if (skipped !== undefined) {
    throw new Refusal(
      'STEP_ALREADY_DONE',
      `This step was skipped on ${dayAndMonth(skipped.on)} for another reason.`,
      {
        nextStep: 'If the reason is wrong, correct that entry.',
      },
    );
  }
  if (isDone(link, step, side)) {
    throw new Refusal('STEP_ALREADY_DONE', 'This step has been done, so it cannot be skipped.', {
      nextStep: 'If it was recorded by mistake, void that entry.',
    });
  }
  return [
    fact(occasion, 'StepSkipped', {
      step,
      ...(side === undefined ? {} : { side }),
      reasonCode,
      ...note(occasion),
    }),
  ];
}

function isDone(link: Link, step: SkippableStep, side: Side | undefined): boolean {
  switch (step) {
    case 'training':
      return side === undefined
        ? trainedOn(link, 'a') !== undefined && trainedOn(link, 'b') !== undefined
        : trainedOn(link, side) !== undefined;
    case 'exchange':
      return link.exchanges.some((sent) => side === undefined || sent.fromSide === side);
    case 'first-meeting':
      return meetingOf(link, 1)?.status === 'held';
    case 'planning':
      return (side === undefined ? bothSides : [side]).every((one) =>
        link.training.some(
          (record) => record.side === one && record.kind === 'planning-half' && record.status === 'attended',
        ),
      );
    case 'visit-2':
      return meetingOf(link, 2)?.status === 'held';
    case 'visit-3':
      return meetingOf(link, 3)?.status === 'held';
    case 'celebration':
      return meetingOf(link, 4)?.status === 'held';
    case 'goodbye':
      return saidGoodbye(link);
  }
}

/** A paused link may be paused again with another reason or end; the same again is no error. */
export function pause(
  { reasonCode, until }: CommandOf<'Pause'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (link.paused?.reasonCode === reasonCode && link.paused.until === until) return [];
  return [
    fact(occasion, 'LinkPaused', {
      reasonCode,
      ...(until === undefined ? {} : { until }),
      ...note(occasion),
    }),
  ];
}

export function resume(link: Link, occasion: Occasion): readonly Decided[] {
  return link.paused === undefined ? [] : [fact(occasion, 'LinkResumed', note(occasion))];
}

/** A school leaves, or both do; the stage reached is kept with it for whoever counts later. */
export function withdraw(
  { side, reasonCode }: CommandOf<'Withdraw'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  return [
    fact(occasion, 'LinkWithdrawn', { side, reasonCode, stageReached: stageOf(link), ...note(occasion) }),
  ];
}

/** The year of this link is over. A completed link says how many of its three meetings were held. */
export function complete(link: Link, occasion: Occasion): readonly Decided[] {
  const held = meetingsHeld(link);
  const completed = fact(occasion, 'LinkCompleted', { meetingsHeld: held, ...note(occasion) });
  // Nobody is asked for a reason where no reason helps.
  checkPossible(link, completed, occasion.today);
  return [
    ...celebrationNotPlanned(link, occasion),
    completed,
    ...reasonFor(
      occasion,
      'two-meetings',
      held < ENOUGH_MEETINGS,
      `The classes met ${held === 0 ? 'not once' : 'only once'}. Say why the link is complete all the same.`,
    ),
  ];
}
