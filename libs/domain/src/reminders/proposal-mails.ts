import type { Side } from '@linking/events/link/link-events.js';
import { latestDay } from '../calendar/loose-days.js';
import { addSchoolDays } from '../calendar/school-days.js';
import { otherSide, type Link } from '../link/link.js';
import { partnerReasons } from '../link/partner-reasons.js';
import { sidesOfHead, unansweredSides } from '../link/proposal-answers.js';
import { switchedOn } from '../programme/switches.js';
import { isStillAsked } from './asked-until.js';
import { programmeKey } from './interest-mails.js';
import { aboutLink, immediateMail, scheduledMail } from './link-mail.js';
import { calendarOfSide } from './reader-school-days.js';
import { bothDays } from './rule-settings.js';
import type { WantedMail } from './wanted-mail.js';

/** N04 to each headteacher when the proposal is sent, and N05 while she has not answered: twice at most, until somebody speaks to a school about it. */
export function proposalMails(link: Link): readonly WantedMail[] {
  const sentOn = sentWrittenOn(link);
  // Of an imported proposal only the month may be known: it was answered, or it was not, long ago.
  if (sentOn === undefined || !isWholeDay(sentOn)) return [];
  if (!switchedOn(link.programmeYear, 'e-mailed-proposals')) return [];
  return unansweredSides(link)
    .filter((side) => sidesOfHead(link, link.sides[side].headId)[0] === side)
    .flatMap((side) => toHead(link, side, sentOn));
}

function toHead(link: Link, side: Side, sentOn: string): readonly WantedMail[] {
  const { headId, newHead } = link.sides[side];
  const { distanceKm } = link.differenceProfile ?? {};
  const partner = link.sides[otherSide(side)];
  const facts = {
    ...aboutLink(link, side),
    partnerYearGroups: partner.yearGroups,
    partnerPupils: partner.pupilCount,
    reasons: partnerReasons(link),
    ...(distanceKm === undefined ? {} : { distanceKm }),
  };
  const whose = { anchorDate: sentOn, personId: headId };
  // A head who came after it was sent has her own days to answer.
  const askedOn = latestDay([sentOn, newHead?.on ?? sentOn]) ?? sentOn;
  const first = immediateMail(link, {
    ...whose,
    step: `proposal-${side}`,
    content: { rule: 'N04', ...facts },
  });
  const askedAgain = bothDays('N05', link.programmeYear?.mailRules);
  if (askedAgain === undefined) return [first];
  const isAsked = isStillAsked(link, 'brokering', askedOn);
  const again = ([1, 2] as const).map((asking) =>
    scheduledMail(
      link,
      {
        ...whose,
        step: `proposal-${side}-asking-${asking}`,
        dueOn: addSchoolDays(askedOn, askedAgain[asking], calendarOfSide(link, side)),
        content: { rule: 'N05', ...facts, asking },
      },
      side,
    ),
  );
  return [first, ...again.filter(({ dueOn }) => isAsked(dueOn))];
}

/**
 * N06 to the programme when a headteacher said no on the page of her mail. Who records a no herself, after a talk, knows
 * of it.
 */
export function declinedMails(link: Link): readonly WantedMail[] {
  if (link.outcome !== 'not-formed') return [];
  const entry = link.entries.findLast(({ event, voided }) => !voided && event.type === 'ProposalDeclined');
  const said = entry?.corrected ?? entry?.event;
  // Whoever has no account acts on a page of her own.
  if (said?.type !== 'ProposalDeclined' || !said.actor.startsWith('person:')) return [];
  const { side, reasonCode, wantsOtherPartner, noteId } = said.data;
  return [
    immediateMail(link, {
      step: `declined-${side}-v${said.revision}`,
      anchorDate: entry?.event.occurredOn ?? said.occurredOn,
      personId: programmeKey(link.programme),
      mailbox: 'programme',
      content: {
        rule: 'N06',
        ...aboutLink(link, side),
        reasonCode,
        wantsOtherPartner,
        partnerSaidYes: link.sides[otherSide(side)].acceptedOn !== undefined,
        ...(noteId === undefined ? {} : { noteId }),
      },
    }),
  ];
}

const isWholeDay = (day: string) => day.length === '2026-09-01'.length;

/** The day on which the proposal was sent, as it was first written. */
const sentWrittenOn = (link: Link): string | undefined =>
  link.entries.findLast(({ event, voided }) => !voided && event.type === 'ProposalSent')?.event.occurredOn;
