import { firstYearOf } from '../calendar/academic-year.js';
import { bothSides, isSkipped, meetingOf, type Link } from './link.js';
import { trainedOn } from './stage.js';

/** A step whose target day is past. Nothing lapses by itself: the coordinator decides. */
export interface OverdueStep {
  readonly step:
    'classes' | 'agreement' | 'training' | 'exchange' | 'first-meeting' | 'curiosity' | 'visits' | 'goodbye';
  readonly target: string;
}

/** National targets of the year (day and month); programmes will be able to set their own. */
const targets = (year: string) => {
  const first = firstYearOf(year);
  return {
    classes: `${first}-09-15`,
    agreement: `${first}-09-30`,
    training: `${first}-10-31`,
    exchange: `${first}-11-30`,
    'first-meeting': `${first + 1}-01-31`,
    curiosity: `${first + 1}-02-28`,
    visits: `${first + 1}-06-30`,
    goodbye: `${first + 1}-07-11`,
  } as const;
};

/** The overdue steps of an open link, earliest target first. A paused link has none. */
export function overdueSteps(link: Link, today: string): readonly OverdueStep[] {
  if (link.outcome !== 'open' || link.paused !== undefined || link.ref === '') return [];
  return Object.entries(targets(link.year))
    .map(([step, target]) => ({ step: step as OverdueStep['step'], target }))
    .filter(({ step, target }) => target < today && !isDone(link, step));
}

function isDone(link: Link, step: OverdueStep['step']): boolean {
  switch (step) {
    case 'classes':
      return bothSides.every((side) => !link.sides[side].placeholder && link.sides[side].teachers.length > 0);
    case 'agreement':
      return link.reached.signed !== undefined;
    case 'training':
      return (
        link.reached.trained !== undefined ||
        bothSides.every((side) => trainedOn(link, side) !== undefined || isSkipped(link, 'training', side))
      );
    case 'exchange':
      return bothSides.every(
        (side) => link.exchanges.some((sent) => sent.fromSide === side) || isSkipped(link, 'exchange', side),
      );
    case 'first-meeting':
      return link.reached.met !== undefined || isSkipped(link, 'first-meeting');
    case 'curiosity':
      return (
        link.exchanges.some((sent) => sent.kind === 'curiosity-questions') ||
        bothSides.every((side) => isSkipped(link, 'exchange', side))
      );
    case 'visits':
      return ([2, 3] as const).every(
        (number) => meetingOf(link, number)?.status === 'held' || isSkipped(link, `visit-${number}`),
      );
    case 'goodbye':
      return link.reached.celebrated !== undefined || isSkipped(link, 'goodbye');
  }
}

export type Flag = 'paused' | 'overdue';

export function flagsOf(link: Link, today: string): readonly Flag[] {
  return [
    ...(link.paused === undefined ? [] : (['paused'] as const)),
    ...(overdueSteps(link, today).length === 0 ? [] : (['overdue'] as const)),
  ];
}
