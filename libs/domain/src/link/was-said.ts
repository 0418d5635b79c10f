import type { LinkEventData, LinkEventName } from '@linking/events/link/link-events.js';
import { sameContent } from './decided.js';
import type { Link } from './link.js';
import { effectiveFacts } from './mend.js';

/** Whether the history holds, unvoided and as corrected, a fact of this type that says these very things. */
export function wasSaid<Name extends LinkEventName>(
  link: Link,
  type: Name,
  said: Partial<LinkEventData[Name]>,
): boolean {
  return effectiveFacts(link.entries).some((fact) => {
    const data: Readonly<Record<string, unknown>> = { ...fact.data };
    return (
      fact.type === type && Object.entries(said).every(([field, value]) => sameContent(data[field], value))
    );
  });
}
