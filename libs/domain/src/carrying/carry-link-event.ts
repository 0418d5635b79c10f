import type { InterestRecorded, LinkEvent, Side } from '@linking/events/link/link-events.js';
import type { CarriedCommand, CarriedInterestCommand } from './carried-command.js';

/** A proposed link takes its two classes off the waiting list; one that does not come about gives them back. */
export function carryLinkEvent(
  event: LinkEvent,
  stream: readonly LinkEvent[],
  occurredOn: string,
): readonly CarriedCommand[] {
  const linkRef = stream.find((one) => one.type === 'LinkProposed')?.data.ref;
  if (linkRef === undefined) return [];
  const interests = stream.flatMap((one) => (one.type === 'InterestRecorded' ? [one.data] : []));
  const ask = (type: CarriedInterestCommand['type'], sides: readonly Side[]) =>
    interests
      .filter(({ side }) => sides.includes(side))
      .map((interest) => askInterest(type, interest, linkRef, occurredOn));

  if (event.type === 'LinkProposed') return ask('PairClass', ['a', 'b']);
  if (event.type === 'LinkNotFormed') return ask('ReleaseClass', ['a', 'b']);
  // The class whose school goes on may link again; the one that withdrew does not wait any more.
  if (event.type === 'LinkWithdrawn' && event.data.side !== 'both') {
    return ask('ReleaseClass', [event.data.side === 'a' ? 'b' : 'a']);
  }
  return [];
}

const askInterest = (
  type: CarriedInterestCommand['type'],
  { interestId, classId }: InterestRecorded,
  linkRef: string,
  occurredOn: string,
): CarriedCommand => ({
  target: 'interest',
  id: interestId,
  occurredOn,
  command: { type, classId, linkRef },
});
