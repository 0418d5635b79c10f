import type { LinkEvent, MissingStep, Side } from '@linking/events/link/link-events.js';
import { codeText, listText, stageNames } from './link-terms.js';

export type EndingEvent = Extract<
  LinkEvent,
  { readonly type: 'LinkWithdrawn' | 'LinkReBrokered' | 'LinkCompleted' | 'LinkClosedIncomplete' }
>;

/** What a link lacks, in few words. */
export const missingNames: Readonly<Record<MissingStep, string>> = {
  brokering: 'a headteacher’s yes',
  agreement: 'a signature',
  training: 'training',
  'first-meeting': 'the first meeting',
  'visit-2': 'the first visit',
  'visit-3': 'the second visit',
  celebration: 'the celebration',
  goodbye: 'the goodbye',
};

/** How a link ended: a headline, and what goes with it. */
export function endingSentence(
  event: EndingEvent,
  school: (side: Side) => string,
): readonly [headline: string, ...details: readonly (string | undefined)[]] {
  switch (event.type) {
    case 'LinkWithdrawn': {
      const { side, reasonCode, stageReached } = event.data;
      const stage = stageNames[stageReached as keyof typeof stageNames] ?? stageReached;
      return [
        side === 'both' ? 'Both schools withdrew' : `${school(side)} withdrew`,
        `Reason: ${codeText(reasonCode)}.`,
        `The link had come as far as: ${stage.toLowerCase()}.`,
      ];
    }
    case 'LinkReBrokered':
      return [`${school(event.data.remainingSide)} goes on in ${event.data.newLinkRef}`];
    case 'LinkCompleted':
      return ['The link is complete', `${event.data.meetingsHeld} of 3 meetings held.`];
    case 'LinkClosedIncomplete': {
      const { missing, reasonCode } = event.data;
      return [
        'The link was closed incomplete',
        `Missing: ${listText(missing.map((step) => missingNames[step]))}.`,
        reasonCode === undefined ? undefined : `Reason: ${codeText(reasonCode)}.`,
      ];
    }
  }
}
