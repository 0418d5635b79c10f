import { dayNumber, dayOf, mondayOf } from '../calendar/day-numbers.js';
import { nationalCalendar, schoolDayOnOrBefore } from '../calendar/school-days.js';
import { bothSides, isAgreed, isSkipped, saidGoodbye, type Link, type Outcome } from '../link/link.js';
import { switchedOn } from '../programme/switches.js';
import { dueAfter } from './due-days.js';
import { aboutLink, scheduledMail, teacherIdsOn } from './link-mail.js';
import type { ThankYouMail } from './mail-facts.js';
import { onlyDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

/** The links that had their year, whether or not they came to its end. */
const hadItsYear: ReadonlySet<Outcome> = new Set(['open', 'completed', 'closed-incomplete']);

/** N24 to teachers and heads in the last school week of the summer, or weeks before it, of a paused or closed link as well. */
export function thankYouMails(link: Link): readonly WantedMail[] {
  const weeks = onlyDays('N24', link.programmeYear?.mailRules);
  if (!hadItsYear.has(link.outcome) || !isAgreed(link) || weeks === undefined) return [];
  const { calendar } = link.programmeYear ?? {};
  const [, , summer] = (calendar ?? nationalCalendar(link.year)).terms;
  const lastDay = schoolDayOnOrBefore(summer.lastDay, calendar);
  const due = dueAfter(dayOf(mondayOf(dayNumber(lastDay)) - 7 * weeks), calendar);
  const told = new Set<string>();
  const mailTo = (side: 'a' | 'b', audience: ThankYouMail['audience']) => (personId: string) => {
    if (told.has(personId)) return [];
    told.add(personId);
    return [
      scheduledMail(link, {
        step: `end-of-year-${side}`,
        anchorDate: lastDay,
        personId,
        ...due,
        content: { rule: 'N24', ...aboutLink(link, side), audience, lastDay, ...whatIsLeft(link, side) },
      }),
    ];
  };
  return [
    ...bothSides.flatMap((side) => teacherIdsOn(link, side, lastDay).flatMap(mailTo(side, 'teacher'))),
    ...bothSides.flatMap((side) => mailTo(side, 'head')(link.sides[side].headId)),
  ];
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
