import type { TargetedStep } from '@linking/events/link/link-events.js';
import { firstYearOf, yearStart } from '../calendar/academic-year.js';
import { addDays } from '../calendar/london.js';
import { compareDays, earliestDay, firstDayOf } from '../calendar/loose-days.js';
import { academicYearOfDay } from '../calendar/school-calendar.js';
import {
  addSchoolDays,
  nationalCalendar,
  schoolDayOnOrAfter,
  schoolDayOnOrBefore,
} from '../calendar/school-days.js';
import { bothSides, isSkipped, meetingOf, signingSides, type Link } from './link.js';
import { lostContactsOf } from './contacts.js';
import { trainedOn } from './stage.js';

export type { TargetedStep };

/** A step that is asked for and not done. After its target day it is overdue: nothing lapses, the coordinator decides. */
export interface OpenTarget {
  readonly step: TargetedStep;
  readonly target: string;
}

interface Target {
  /** The day on which the step begins to be asked for, once it is. */
  readonly opens: (link: Link) => string | undefined;
  /** National target of the year, `MM-DD`; January to July lie in its second calendar year. */
  readonly by?: string;
  /** When it is usually done, if the year's target was past before it opened on this day. */
  readonly usually: (opened: string) => string;
}

const days = (count: number) => (opened: string) => addDays(opened, count);
const schoolDays = (count: number) => (opened: string) => addSchoolDays(opened, count);

const targets: Readonly<Record<TargetedStep, Target>> = {
  brokering: { opens: (link) => link.proposedOn, usually: days(21) },
  agreement: { opens: (link) => firstIssued(link) ?? link.reached.brokered, usually: schoolDays(10) },
  classes: { opens: (link) => link.reached.brokered, by: '09-15', usually: days(14) },
  training: { opens: (link) => link.reached.signed, by: '10-31', usually: days(42) },
  exchange: { opens: (link) => link.reached.trained ?? link.reached.met, by: '11-30', usually: days(28) },
  'first-meeting': { opens: (link) => link.reached.trained, by: '01-31', usually: days(56) },
  curiosity: { opens: (link) => link.reached.met, by: '02-28', usually: days(42) },
  visits: { opens: (link) => link.reached.met, by: '06-30', usually: days(90) },
  goodbye: { opens: (link) => link.reached.met, by: '07-11', usually: days(21) },
};

/** The overdue steps of an open link, earliest target first. A paused link has none. */
export const overdueSteps = (link: Link, today: string): readonly OpenTarget[] =>
  openTargets(link).filter(({ target }) => target < today);

/** What an open link is asked for, earliest target first; a day that was agreed with a school counts as its target. */
export function openTargets(link: Link): readonly OpenTarget[] {
  if (link.outcome !== 'open' || link.paused !== undefined || link.ref === '') return [];
  return (Object.keys(targets) as TargetedStep[])
    .flatMap((step) => {
      const target = isDone(link, step) ? undefined : targetDay(targets[step], link);
      return target === undefined ? [] : [{ step, target: link.newTargets[step] ?? target }];
    })
    .sort((x, y) => compareDays(x.target, y.target));
}

function targetDay({ opens, by, usually }: Target, link: Link): string | undefined {
  const opened = opens(link);
  if (opened === undefined) return undefined;
  const first = firstYearOf(link.year);
  const ofYear = by === undefined ? undefined : onSchoolDay(`${by < '08' ? first + 1 : first}-${by}`);
  const day = firstDayOf(opened, yearStart(link.year));
  return ofYear !== undefined && ofYear > day ? ofYear : onSchoolDay(usually(day));
}

/** The school day before a closed day; but nothing turns red between the last day of July and the first of September. */
function onSchoolDay(day: string): string {
  const [autumn, , summer] = nationalCalendar(academicYearOfDay(day)).terms;
  const inSummer = day < autumn.firstDay || day >= summer.lastDay;
  return inSummer ? schoolDayOnOrAfter(addDays(day, 1)) : schoolDayOnOrBefore(day);
}

const firstIssued = (link: Link) =>
  earliestDay(
    signingSides(link).flatMap((side) => {
      const { status, issuedOn } = link.agreement[side];
      return status === 'issued' && issuedOn !== undefined ? [issuedOn] : [];
    }),
  );

function isDone(link: Link, step: TargetedStep): boolean {
  switch (step) {
    case 'brokering':
      return link.reached.brokered !== undefined;
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

export type Flag = 'paused' | 'overdue' | 'contact-lost';

/** `today` is a London day, by the clock port. */
export function flagsOf(link: Link, today: string): readonly Flag[] {
  return [
    ...(link.paused === undefined ? [] : (['paused'] as const)),
    ...(overdueSteps(link, today).length === 0 ? [] : (['overdue'] as const)),
    ...(lostContactsOf(link).length === 0 ? [] : (['contact-lost'] as const)),
  ];
}
