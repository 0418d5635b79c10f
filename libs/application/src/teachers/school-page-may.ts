import type { Side } from '@linking/events/link/link-events.js';
import { bothSides, meetingOf, type Link } from '@linking/domain/link/link.js';
import { isClassUnnamed } from '@linking/domain/link/unnamed-class.js';
import { sidesTaughtBy } from '@linking/domain/link/teaching.js';
import { NotAllowed, NotFound } from '../accounts/access-errors.js';
import type { Sender } from '../commands/sender.js';
import type { LinkRequest, RequestOf } from '../links/link-request.js';

/**
 * What a person without an account may do of a link, whatever page it comes from: sign or decline, as a head answer the
 * proposal that was sent to her or name the teacher of a class that has none, or as a teacher of one of its classes record what
 * that class did. A link that she does not teach in does not exist for her.
 */
export function admitSchoolPage(sender: Sender, request: LinkRequest, link: Link, today: string): void {
  if (sender.channel !== 'school-page') return;
  // Whom the agreement was sent to, and for which side, stands with the address that she signs from.
  if (answersAgreement.has(request.type)) return;
  const [kind, personId = ''] = sender.actor.split(':');
  if (request.type === 'AcceptProposal' || request.type === 'DeclineProposal') {
    return admitAnswer(request, link, kind === 'person' ? personId : '');
  }
  if (request.type === 'ConfirmClass')
    return headMayName(link, request.side, kind === 'person' ? personId : '');
  const own = kind === 'person' ? sidesTaughtBy(link, personId, today) : [];
  if (own.length === 0) throw new NotFound();
  if (!teacherMay(request, link, own)) {
    throw new NotAllowed('Your page records what your own class did. Tell your local facilitator the rest.');
  }
  checkNotPaused(link);
}

/** A proposal is answered by the headteacher it was sent to, for her own class, on the page of her mail. */
function admitAnswer(
  request: RequestOf<'AcceptProposal' | 'DeclineProposal'>,
  link: Link,
  personId: string,
): void {
  if (link.sentOn === undefined || link.sides[request.side].headId !== personId) throw new NotFound();
  if (request.type === 'AcceptProposal' && request.means !== 'page') {
    throw new NotAllowed('Your page records your own answer. Tell your local facilitator the rest.');
  }
  checkNotPaused(link);
}

function checkNotPaused({ paused }: Link): void {
  if (paused === undefined) return;
  throw new NotAllowed(
    'This link is paused. Tell your local facilitator what happened, who records it for you.',
  );
}

const answersAgreement: ReadonlySet<LinkRequest['type']> = new Set([
  'SignAgreement',
  'DeclineAgreement',
  'RevokeAgreement',
]);

/** A head names the teacher of her class while that is asked of her; anybody else has no such page. */
function headMayName(link: Link, side: Side, personId: string): void {
  if (link.ref === '' || link.sides[side].headId !== personId) throw new NotFound();
  if (link.outcome !== 'open' || link.paused !== undefined || !isClassUnnamed(link, side)) {
    throw new NotAllowed(
      'The teacher of this class is not asked for any more. Tell your local facilitator what has changed.',
    );
  }
}

/** Whatever is not named here is not hers. */
function teacherMay(request: LinkRequest, link: Link, own: readonly Side[]): boolean {
  if (request.type === 'RecordExchange') return own.includes(request.fromSide);
  if (request.type === 'ReadyForTheDay' || request.type === 'AskForAnotherDate') {
    return own.includes(request.side);
  }
  return (
    request.type === 'RecordMeetingHeld' && request.venueId === undefined && saysOnlyOwn(request, link, own)
  );
}

/** Of the other school's risk assessment a teacher says what that school said itself, and nothing more. */
const saysOnlyOwn = (
  { number, riskAssessment }: RequestOf<'RecordMeetingHeld'>,
  link: Link,
  own: readonly Side[],
) =>
  bothSides
    .filter((side) => !own.includes(side))
    .every((side) => riskAssessment[side] === riskAssessmentSaid(link, number, side));

/** What a side said of its risk assessment before the day. */
export const riskAssessmentSaid = (
  link: Link,
  number: RequestOf<'RecordMeetingHeld'>['number'],
  side: Side,
) => meetingOf(link, number)?.ready[side]?.riskAssessment ?? 'not-known';
