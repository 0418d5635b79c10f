import { checkSwitchedOn } from '../programme/switches.js';
import { Refusal } from '../refusal.js';
import { dayAndMonth } from '../calendar/words.js';
import type { CommandOf, Occasion } from './commands.js';
import { fact, note, saysOtherDay, type Decided } from './decided.js';
import { bothSides, isBrokered, type Link } from './link.js';
import { wasSaid } from './was-said.js';

/** Both headteachers said yes, normally in conversation with the coordinator. */
export function broker(link: Link, occasion: Occasion): readonly Decided[] {
  return bothSides
    .filter((side) => link.sides[side].acceptedOn === undefined)
    .map((side, index) =>
      fact(occasion, 'ProposalAccepted', {
        side,
        means: 'conversation',
        ...(index === 0 ? note(occasion) : {}),
      }),
    );
}

/** Sent once, where the programme sends proposals; throws ALREADY_ANSWERED when both headteachers have said yes. */
export function sendProposal(link: Link, occasion: Occasion): readonly Decided[] {
  if (link.sentOn !== undefined) return [];
  if (isBrokered(link))
    throw new Refusal('ALREADY_ANSWERED', 'Both headteachers have already said yes.', {
      nextStep: 'Send the agreement.',
    });
  checkSwitchedOn(link.programmeYear, 'e-mailed-proposals');
  return [fact(occasion, 'ProposalSent', note(occasion))];
}

/** The same yes again is no error; another day or means throws ALREADY_ANSWERED. */
export function acceptProposal(
  { side, means }: CommandOf<'AcceptProposal'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  const said = link.sides[side].acceptedOn;
  if (said === undefined) return [fact(occasion, 'ProposalAccepted', { side, means, ...note(occasion) })];
  const same = wasSaid(link, 'ProposalAccepted', { side, means });
  if (same && !saysOtherDay(occasion, said)) return [];
  throw new Refusal('ALREADY_ANSWERED', `This school said yes on ${dayAndMonth(said)}.`, {
    nextStep: 'If something about it is wrong, correct that entry.',
  });
}

/** A no ends the proposal: the other class goes back to the waiting list. */
export function declineProposal(
  { side, reasonCode, wantsOtherPartner }: CommandOf<'DeclineProposal'>,
  link: Link,
  occasion: Occasion,
): readonly Decided[] {
  if (isBrokered(link)) {
    throw new Refusal(
      'ALREADY_ANSWERED',
      'Both headteachers said yes; a school that changes its mind withdraws.',
      {
        nextStep: 'Record that the school withdrew.',
      },
    );
  }
  const said = link.sides[side].acceptedOn;
  if (said !== undefined) {
    throw new Refusal('ALREADY_ANSWERED', `This school said yes on ${dayAndMonth(said)}.`, {
      nextStep: 'If that was entered by mistake, void that entry.',
    });
  }
  return [
    fact(occasion, 'ProposalDeclined', { side, reasonCode, wantsOtherPartner, ...note(occasion) }),
    fact(occasion, 'LinkNotFormed', { reasonCode }),
  ];
}
