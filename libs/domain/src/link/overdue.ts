import type { TargetedStep } from '@linking/events/link/link-events.js';
import type { StepRule } from '@linking/events/programme/programme-events.js';
import { firstYearOf, yearStart } from '../calendar/academic-year.js';
import { addDays } from '../calendar/london.js';
import { compareDays, earliestDay, firstDayOf } from '../calendar/loose-days.js';
import { academicYearOfDay } from '../calendar/school-calendar.js';
import {
  addSchoolDays,
  nationalCalendar,
  schoolDayOnOrAfter,
  schoolDayOnOrBefore,
  type SchoolCalendar,
} from '../calendar/school-days.js';
import { nationalSteps } from '../programme/national-steps.js';
import { hasSentFirst } from './due-exchange.js';
import { bothSides, isSkipped, meetingOf, signingSides, type Link } from './link.js';
import { trainedOn } from './stage.js';
import { isClassUnnamed } from './unnamed-class.js';

export type { TargetedStep };

/** A step that is asked for and not done. After its target day it is overdue: nothing lapses, the coordinator decides. */
export interface OpenTarget {
  readonly step: TargetedStep;
  readonly target: string;
}

/** The day on which a step begins to be asked for, once it is. */
const opened: Readonly<Record<TargetedStep, (link: Link) => string | undefined>> = {
  brokering: (link) => link.proposedOn,
  agreement: (link) => firstIssued(link) ?? link.reached.brokered,
  classes: (link) => link.reached.brokered,
  training: (link) => link.reached.signed,
  exchange: (link) => link.reached.trained ?? link.reached.met,
  'first-meeting': (link) => link.reached.trained,
  curiosity: (link) => link.reached.met,
  visits: (link) => link.reached.met,
  goodbye: (link) => link.reached.met,
};

/** The overdue steps of an open link, earliest target first. A paused link has none. */
export const overdueSteps = (link: Link, today: string): readonly OpenTarget[] =>
  openTargets(link).filter(({ target }) => target < today);

/** What an open link is asked for, earliest target first; a day that was agreed with a school counts as its target. */
export function openTargets(link: Link): readonly OpenTarget[] {
  if (link.outcome !== 'open' || link.paused !== undefined || link.ref === '') return [];
  return (Object.keys(opened) as TargetedStep[])
    .flatMap((step) => {
      const target = isDone(link, step) ? undefined : targetDay(step, link);
      return target === undefined ? [] : [{ step, target: link.newTargets[step] ?? target }];
    })
    .sort((x, y) => compareDays(x.target, y.target));
}

function targetDay(step: TargetedStep, link: Link): string | undefined {
  const from = opened[step](link);
  if (from === undefined) return undefined;
  const rule = (link.programmeYear?.steps ?? nationalSteps)[step];
  const calendar = link.programmeYear?.calendar;
  const first = firstYearOf(link.year);
  const { by } = rule;
  const ofYear = by === undefined ? '' : onSchoolDay(`${by < '08' ? first + 1 : first}-${by}`, calendar);
  const day = firstDayOf(from, yearStart(link.year));
  return ofYear > day ? ofYear : onSchoolDay(usualEnd(step, rule, day, calendar), calendar);
}

/** When a step is usually done that opens so late that the year's target is past. */
function usualEnd(
  step: TargetedStep,
  { usualDays }: StepRule,
  from: string,
  calendar?: SchoolCalendar,
): string {
  return step === 'agreement' ? addSchoolDays(from, usualDays, calendar) : addDays(from, usualDays);
}

/** The school day before a closed day; but nothing turns red between the last day of July and the first of September. */
function onSchoolDay(day: string, calendar?: SchoolCalendar): string {
  const year = academicYearOfDay(day);
  const [autumn, , summer] = (calendar?.academicYear === year ? calendar : nationalCalendar(year)).terms;
  const inSummer = day < autumn.firstDay || day >= summer.lastDay;
  return inSummer ? schoolDayOnOrAfter(addDays(day, 1), calendar) : schoolDayOnOrBefore(day, calendar);
}

const firstIssued = (link: Link) =>
  earliestDay(
    signingSides(link).flatMap((side) => {
      const { status, issuedOn } = link.agreement[side];
      return status === 'issued' ? (issuedOn ?? []) : [];
    }),
  );

function isDone(link: Link, step: TargetedStep): boolean {
  switch (step) {
    case 'brokering':
      return link.reached.brokered !== undefined;
    case 'classes':
      return !bothSides.some((side) => isClassUnnamed(link, side));
    case 'agreement':
      return link.reached.signed !== undefined;
    case 'training':
      return (
        link.reached.trained !== undefined ||
        bothSides.every((side) => trainedOn(link, side) !== undefined || isSkipped(link, 'training', side))
      );
    case 'exchange':
      return bothSides.every((side) => hasSentFirst(link, side));
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
