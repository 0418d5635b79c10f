import type { Side } from '@linking/events/link/link-events.js';
import { isWholeDay } from '../calendar/loose-days.js';
import { addSchoolDays } from '../calendar/school-days.js';
import { signingSides, type Link } from '../link/link.js';
import { isStillAsked } from './asked-until.js';
import { aboutLink, immediateMail, scheduledMail } from './link-mail.js';
import { calendarOfSide } from './reader-school-days.js';
import { bothDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

/** N07 to whoever has to sign, and N08 while she has not: twice at most, until the coordinator phones. */
export function signingMails(link: Link): readonly WantedMail[] {
  return signingSides(link).flatMap((side): readonly WantedMail[] => {
    const { status, textVersion } = link.agreement[side];
    const issuedOn = issueWrittenOn(link, side);
    if (status !== 'issued' || issuedOn === undefined || textVersion === undefined) return [];
    const facts = { ...aboutLink(link, side), textVersion };
    const whose = { anchorDate: issuedOn, personId: link.sides[side].headId };
    const first = immediateMail(link, {
      ...whose,
      step: `agreement-${side}${againOnDay(link, side, issuedOn)}`,
      content: { rule: 'N07', ...facts },
    });
    // Of an imported issue only the month may be known: no school days can be counted from it.
    const askedAgain = bothDays('N08', link.programmeYear?.mailRules);
    if (!isWholeDay(issuedOn) || askedAgain === undefined) return [first];
    const again = ([1, 2] as const).map((asking) =>
      scheduledMail(
        link,
        {
          ...whose,
          step: `agreement-${side}-asking-${asking}`,
          dueOn: addSchoolDays(issuedOn, askedAgain[asking], calendarOfSide(link, side)),
          content: { rule: 'N08', ...facts, asking },
        },
        side,
      ),
    );
    const isAsked = isStillAsked(link, 'agreement', issuedOn);
    return [first, ...again.filter(({ dueOn }) => isAsked(dueOn))];
  });
}

/** Sent again on the very day, after a no or when a new head came, it is another mail. */
function againOnDay(link: Link, side: Side, day: string): string {
  const times = link.entries.filter(
    ({ event, voided }) =>
      !voided && event.type === 'AgreementIssued' && event.data.side === side && event.occurredOn === day,
  ).length;
  return times > 1 ? `-time-${times}` : '';
}

/** The day on which the agreement that counts was sent, as it was first written. */
function issueWrittenOn(link: Link, side: Side): string | undefined {
  const issue = link.entries.findLast(
    ({ event, voided }) => !voided && event.type === 'AgreementIssued' && event.data.side === side,
  );
  return issue?.event.occurredOn;
}
