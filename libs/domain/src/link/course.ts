import { Refusal } from '../refusal.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, reasonFor, type Decided } from './decided.js';
import { celebrationNotPlanned } from './exchanges.js';
import { meetingOf, meetingsHeld, saidGoodbye, type Link } from './link.js';
import { stageOf, trainedOn } from './stage.js';

/** A gap is closed by a reason instead of a fact. A step that was done cannot be skipped. */
export function skipStep(command: CommandOf<'SkipStep'>, link: Link, occasion: Occasion): readonly Decided[] {
  const { step, side, reasonCode } = command;
  if (link.skipped.some((s) => s.step === step && (s.side === undefined || s.side === side))) return [];
  if (isDone(link, command)) {
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

function isDone(link: Link, { step, side }: CommandOf<'SkipStep'>): boolean {
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
      return link.training.some((record) => record.kind === 'planning-half' && record.status === 'attended');
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

export function withdraw(
  { side, reasonCode }: CommandOf<'Withdraw'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (link.outcome === 'withdrawn') return [];
  return [
    fact(occasion, 'LinkWithdrawn', { side, reasonCode, stageReached: stageOf(link), ...note(occasion) }),
  ];
}

/** The year of this link is over. A completed link says how many of its three meetings were held. */
export function complete(link: Link, occasion: Occasion): readonly Decided[] {
  if (link.outcome === 'completed') return [];
  const held = meetingsHeld(link);
  return [
    ...celebrationNotPlanned(link, occasion),
    fact(occasion, 'LinkCompleted', { meetingsHeld: held, ...note(occasion) }),
    ...reasonFor(
      occasion,
      'two-meetings',
      held < 2,
      `The classes met ${held === 0 ? 'not once' : 'only once'}. Say why the link is complete all the same.`,
    ),
  ];
}
