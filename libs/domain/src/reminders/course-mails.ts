import { londonDay } from '../calendar/london.js';
import { bothSides, type Link, type RecordedLinkEvent } from '../link/link.js';
import { aboutLink, immediateMail, teacherIdsOn } from './link-mail.js';
import type { CourseMail } from './mail-facts.js';
import { namedAt } from './meeting-announcements.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * N26 of the last turn that a link took: it rests, goes on, or somebody left it. Heads hear of it once both said yes,
 * teachers once they know each other; whoever came later does not hear of what was before her.
 */
export function courseMails(link: Link): readonly WantedMail[] {
  const turn = lastTurn(link);
  if (turn === undefined || link.reached.brokered === undefined) return [];
  // A link that ended some other way has nothing more to say of a pause before.
  if (link.outcome !== 'open' && turn.type !== 'LinkWithdrawn') return [];
  const facts = whatBecame(turn);
  const told = new Set<string>();
  const mailTo = (side: 'a' | 'b', audience: CourseMail['audience']) => (personId: string) => {
    if (told.has(personId)) return [];
    told.add(personId);
    return [
      immediateMail(link, {
        step: `${facts.became}-${side}-v${turn.revision}`,
        anchorDate: turn.occurredOn,
        personId,
        content: { rule: 'N26', ...aboutLink(link, side), audience, ...facts },
      }),
    ];
  };
  const teachers = (side: 'a' | 'b') =>
    link.reached.signed === undefined
      ? []
      : teacherIdsOn(link, side, facts.recordedOn).filter((id) => namedAt(link, id) <= turn.revision);
  return [
    ...bothSides.flatMap((side) => teachers(side).flatMap(mailTo(side, 'teacher'))),
    ...bothSides
      .filter((side) => headSince(link, side) <= turn.revision)
      .flatMap((side) => mailTo(side, 'head')(link.sides[side].headId)),
  ];
}

type Turn = Extract<RecordedLinkEvent, { readonly type: 'LinkPaused' | 'LinkResumed' | 'LinkWithdrawn' }>;

const lastTurn = (link: Link): Turn | undefined =>
  link.entries.flatMap(({ event, voided }) => (!voided && isTurn(event) ? [event] : [])).at(-1);

const isTurn = (event: RecordedLinkEvent): event is Turn =>
  event.type === 'LinkPaused' || event.type === 'LinkResumed' || event.type === 'LinkWithdrawn';

function whatBecame(turn: Turn): Pick<CourseMail, 'became' | 'recordedOn' | 'until' | 'withdrew'> {
  const recordedOn = londonDay(turn.recordedAt);
  switch (turn.type) {
    case 'LinkPaused': {
      const { until } = turn.data;
      return { became: 'paused', recordedOn, ...(until === undefined ? {} : { until }) };
    }
    case 'LinkResumed':
      return { became: 'resumed', recordedOn };
    case 'LinkWithdrawn':
      return { became: 'withdrawn', recordedOn, withdrew: turn.data.side };
  }
}

/** Revision of the fact by which the side has its head; 0 for the one who expressed the interest. */
const headSince = (link: Link, side: 'a' | 'b'): number =>
  link.entries.findLast(
    ({ event, voided }) => !voided && event.type === 'HeadteacherChanged' && event.data.side === side,
  )?.event.revision ?? 0;
