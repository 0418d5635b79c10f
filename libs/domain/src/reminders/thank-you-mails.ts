import { dayNumber, dayOf, mondayOf } from '../calendar/day-numbers.js';
import { nationalCalendar, schoolDayOnOrBefore, type SchoolCalendar } from '../calendar/school-days.js';
import { bothSides, isAgreed, isSkipped, saidGoodbye, type Link, type Outcome } from '../link/link.js';
import { switchedOn } from '../programme/switches.js';
import { dueAfter } from './due-days.js';
import { aboutLink, scheduledMail, teacherIdsOn } from './link-mail.js';
import type { ThankYouMail } from './mail-facts.js';
import { calendarOfSide } from './reader-school-days.js';
import { onlyDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

/** The links that had their year, whether or not they came to its end. */
const hadItsYear: ReadonlySet<Outcome> = new Set(['open', 'completed', 'closed-incomplete']);

/** N24 to teachers and heads in the last school week of the summer, or weeks before it, of a paused or closed link as well. */
export function thankYouMails(link: Link): readonly WantedMail[] {
  const weeks = onlyDays('N24', link.programmeYear?.mailRules);
  if (!hadItsYear.has(link.outcome) || !isAgreed(link) || weeks === undefined) return [];
  const lastDayAt = (side?: 'a' | 'b') => lastSchoolDay(link, side && calendarOfSide(link, side));
  const told = new Set<string>();
  const mailTo = (side: 'a' | 'b', audience: ThankYouMail['audience']) => (personId: string) => {
    if (told.has(personId)) return [];
    told.add(personId);
    const lastDay = lastDayAt(side);
    const monday = mondayOf(dayNumber(lastDay));
    return [
      scheduledMail(
        link,
        {
          step: `end-of-year-${side}`,
          // That schools close some days sooner makes no other mail of one that was sent.
          anchorDate: lastDayAt(),
          personId,
          ...dueAfter(dayOf(monday - 7 * weeks), calendarOfSide(link, side)),
          content: { rule: 'N24', ...aboutLink(link, side), audience, lastDay, ...whatIsLeft(link, side) },
        },
        side,
      ),
    ];
  };
  return [
    ...bothSides.flatMap((side) =>
      teacherIdsOn(link, side, lastDayAt(side)).flatMap(mailTo(side, 'teacher')),
    ),
    ...bothSides.flatMap((side) => mailTo(side, 'head')(link.sides[side].headId)),
  ];
}

function lastSchoolDay({ year }: Link, calendar: SchoolCalendar | undefined): string {
  const [, , summer] = (calendar ?? nationalCalendar(year)).terms;
  return schoolDayOnOrBefore(summer.lastDay, calendar);
}

function whatIsLeft(link: Link, side: 'a' | 'b'): Pick<ThankYouMail, 'goodbye' | 'completed' | 'survey'> {
  const goesOn = link.outcome === 'open' && link.paused === undefined;
  const answered = link.impact.surveys.some((it) => it.side === side && it.round === 'post');
  const asked = goesOn && link.reached.met !== undefined && !isSkipped(link, 'goodbye');
  return {
    goodbye: saidGoodbye(link) ? 'said' : asked ? 'asked' : 'not-asked',
    completed: link.outcome === 'completed',
    survey: goesOn && !answered && switchedOn(link.programmeYear, 'surveys'),
  };
}
