import type { InterestRecorded, Side } from '@linking/events/link/link-events.js';
import { bothSides, type RecordedLinkEvent } from '../link/link.js';
import { effectiveFacts, mend } from '../link/mend.js';
import { placesGivenUp } from './places-given-up.js';
import type { CarriedCommand, CarriedInterestCommand } from './carried-command.js';

/**
 * A proposed link takes its two classes off the waiting list; one that does not come about gives them back, and one
 * whose withdrawal is voided takes them again. A school that said no and wants no other partner waits no more. Who is
 * replaced gives up her places, and so do the teachers of a school that withdraws. A link that continues another one tells it so. `stream` ends with the event.
 */
export function carryLinkEvent(
  event: RecordedLinkEvent,
  stream: readonly RecordedLinkEvent[],
): readonly CarriedCommand[] {
  const linkRef = stream.find((one) => one.type === 'LinkProposed')?.data.ref;
  if (linkRef === undefined) return [];
  if (event.type === 'TeacherReplaced') return placesGivenUp(event, linkRef, stream);
  const interests = stream.filter((one) => one.type === 'InterestRecorded').map(({ data }) => data);
  const [before, after] = [takenSides(stream.slice(0, -1)), takenSides(stream)];
  const ask = (type: PairingCommand, sides: readonly Side[]) =>
    interests
      .filter(({ side }) => sides.includes(side))
      .map((interest) => askInterest(commandFor(type, interest), interest, event.occurredOn));
  const declined = declinedForGood(stream);
  const commandFor = (type: PairingCommand, { classId, side }: InterestRecorded): CarriedInterestCommand =>
    type === 'ReleaseClass' && declined?.side === side
      ? { type, classId, linkRef, withdrawnBecause: declined.reasonCode }
      : { type, classId, linkRef };
  return [
    ...continued(event),
    ...(event.type === 'LinkWithdrawn' ? placesGivenUp(event, linkRef, stream) : []),
    ...ask(
      'PairClass',
      after.filter((side) => !before.includes(side)),
    ),
    ...ask(
      'ReleaseClass',
      before.filter((side) => !after.includes(side)),
    ),
  ];
}

/** The link that a school left learns in which one its other class goes on. */
function continued(event: RecordedLinkEvent): readonly CarriedCommand[] {
  if (event.type !== 'LinkProposed' || event.data.continuesFrom === undefined) return [];
  const { continuesFrom: id, ref: newLinkRef } = event.data;
  return [{ target: 'link', id, occurredOn: event.occurredOn, command: { type: 'ReBroker', newLinkRef } }];
}

type PairingCommand = Exclude<CarriedInterestCommand['type'], 'SucceedSchool'>;

/** The sides whose classes do not wait for a partner, by what counts of these facts. */
function takenSides(stream: readonly RecordedLinkEvent[]): readonly Side[] {
  const facts = effectiveFacts(mend(stream));
  if (!facts.some(({ type }) => type === 'LinkProposed')) return [];
  const end = facts.findLast(({ type }) => type === 'LinkNotFormed' || type === 'LinkWithdrawn');
  if (end?.type === 'LinkNotFormed') return [];
  // The class whose school goes on may link again; the one that withdrew does not wait any more.
  if (end?.type === 'LinkWithdrawn' && end.data.side !== 'both') return [end.data.side];
  return bothSides;
}

/** The side that said no and wants no other partner, as far as that counts. */
function declinedForGood(stream: readonly RecordedLinkEvent[]) {
  const said = effectiveFacts(mend(stream)).findLast(({ type }) => type === 'ProposalDeclined');
  return said?.type === 'ProposalDeclined' && !said.data.wantsOtherPartner ? said.data : undefined;
}

const askInterest = (
  command: CarriedInterestCommand,
  { interestId }: InterestRecorded,
  occurredOn: string,
): CarriedCommand => ({ target: 'interest', id: interestId, occurredOn, command });
