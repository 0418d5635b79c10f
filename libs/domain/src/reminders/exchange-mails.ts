import { addDays } from '../calendar/london.js';
import { hasSentFirst } from '../link/due-exchange.js';
import { bothSides, type Link } from '../link/link.js';
import { openTargets } from '../link/overdue.js';
import { byNationalDays } from '../programme/programme-year.js';
import { isStillAsked } from './asked-until.js';
import { askingDays } from './due-days.js';
import { aboutLink, scheduledMail, teacherIdsOn } from './link-mail.js';
import { calendarOfSide } from './reader-school-days.js';
import { bothDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

const askings = [1, 2] as const;

/**
 * N14 to the teachers of a class that has sent nothing yet: on the day of the target and a week after, or on the
 * programme's own days, twice at most, then the coordinator phones. A day that was agreed with the school is the target.
 */
export function firstExchangeMails(link: Link): readonly WantedMail[] {
  const target = exchangeTarget(link);
  // A storm or term dates that are entered late make no other mail of one that was sent.
  const anchorDate = exchangeTarget(byNationalDays(link));
  const days = bothDays('N14', link.programmeYear?.mailRules);
  if (target === undefined || anchorDate === undefined || days === undefined) return [];
  const isAsked = isStillAsked(link, 'exchange', addDays(target, -1));
  const told = new Set<string>();
  return bothSides
    .filter((side) => !hasSentFirst(link, side))
    .flatMap((side) => {
      const due = askingDays(target, days, calendarOfSide(link, side));
      return teacherIdsOn(link, side, target).flatMap((personId) => {
        if (told.has(personId)) return [];
        told.add(personId);
        return askings
          .filter((asking) => isAsked(due[asking].dueOn))
          .map((asking) => {
            const content = { rule: 'N14', ...aboutLink(link, side), asking } as const;
            const step = `exchange-asking-${asking}`;
            return scheduledMail(link, { step, anchorDate, personId, ...due[asking], content }, side);
          });
      });
    });
}

const exchangeTarget = (link: Link): string | undefined =>
  openTargets(link).find(({ step }) => step === 'exchange')?.target;
