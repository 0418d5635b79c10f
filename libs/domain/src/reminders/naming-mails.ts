import type { Side } from '@linking/events/link/link-events.js';
import { yearStart } from '../calendar/academic-year.js';
import { addDays } from '../calendar/london.js';
import { firstDayOf } from '../calendar/loose-days.js';
import { nationalCalendar } from '../calendar/school-days.js';
import { bothSides, type Link } from '../link/link.js';
import { isClassUnnamed } from '../link/unnamed-class.js';
import { isStillAsked } from './asked-until.js';
import { askingDays } from './due-days.js';
import { aboutLink, scheduledMail } from './link-mail.js';
import type { AboutLink } from './mail-facts.js';
import { calendarOfSide } from './reader-school-days.js';
import { bothDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

const askings = [1, 2] as const;

/**
 * N31 to the head of a brokered link whose class is still to be named: on the first school day of September and a week
 * after, or on the programme's own days, twice at most, then the coordinator phones. Brokered later, it is asked on the next school day.
 */
export function namingMails(link: Link): readonly WantedMail[] {
  const { brokered } = link.reached;
  const asked = bothDays('N31', link.programmeYear?.mailRules);
  if (brokered === undefined || asked === undefined) return [];
  const since = firstDayOf(brokered, yearStart(link.year));
  const [begins] = nationalCalendar(link.year).terms;
  // Term dates that are entered late make no other mail of one that was sent.
  const anchorDate = since >= begins.firstDay ? since : yearStart(link.year);
  return bothSides
    .filter((side) => isClassUnnamed(link, side))
    .flatMap((side) => {
      const calendar = calendarOfSide(link, side);
      const [autumn] = (calendar ?? nationalCalendar(link.year)).terms;
      const isLater = since >= autumn.firstDay;
      const days = askingDays(isLater ? addDays(since, 1) : autumn.firstDay, asked, calendar);
      const isAsked = isStillAsked(link, 'classes', isLater ? since : addDays(autumn.firstDay, -1));
      return askings
        .filter((asking) => isAsked(days[asking].dueOn))
        .map((asking) =>
          scheduledMail(
            link,
            {
              step: `class-${side}-asking-${asking}`,
              anchorDate,
              personId: link.sides[side].headId,
              ...days[asking],
              content: {
                rule: 'N31',
                ...bySchools(link, side),
                asking,
                yearGroups: link.sides[side].yearGroups,
              },
            },
            side,
          ),
        );
    });
}

/** Classes get their names in the same days: the schools are enough to know which link it is. */
function bySchools(link: Link, side: Side): AboutLink {
  const { ownClassNameId: _, partnerClassNameId: __, ...schools } = aboutLink(link, side);
  return schools;
}
