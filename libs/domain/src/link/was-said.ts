import type { LinkEventData, LinkEventName } from '@linking/events/link/link-events.js';
import { sameContent } from './decided.js';
import type { Link } from './link.js';

/** Whether the history holds, unvoided and as corrected, a fact of this type that says these very things. */
export function wasSaid<Name extends LinkEventName>(
  link: Link,
  type: Name,
  said: Partial<LinkEventData[Name]>,
): boolean {
  return link.entries.some(({ event, corrected, voided }) => {
    const data: Readonly<Record<string, unknown>> = { ...(corrected ?? event).data };
    return (
      !voided &&
      event.type === type &&
      Object.entries(said).every(([field, value]) => sameContent(data[field], value))
    );
  });
}
