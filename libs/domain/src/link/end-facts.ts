import type { Link, RecordedLinkEvent } from './link.js';

type EndFact = Extract<
  RecordedLinkEvent,
  { readonly type: 'LinkWithdrawn' | 'LinkReBrokered' | 'LinkCompleted' | 'LinkClosedIncomplete' }
>;

/** How a link ended, whatever the order in which it is told: by the days of things, a new link may come before the end. */
export function withEnd(link: Link, event: EndFact): Link {
  const on = event.occurredOn;
  switch (event.type) {
    case 'LinkWithdrawn': {
      const outcome = link.continuedAs === undefined ? 'withdrawn' : 're-brokered';
      return { ...link, outcome, closedOn: on, withdrew: event.data.side };
    }
    case 'LinkReBrokered':
      return {
        ...link,
        outcome: 're-brokered',
        closedOn: link.closedOn ?? on,
        continuedAs: event.data.newLinkRef,
      };
    case 'LinkCompleted':
      return { ...link, outcome: 'completed', closedOn: on };
    case 'LinkClosedIncomplete':
      // Late facts may have completed it after all.
      return link.outcome === 'completed' ? link : { ...link, outcome: 'closed-incomplete', closedOn: on };
  }
}
