import type { Link } from '@linking/domain/link/link.js';
import type { Keeping } from '../../commands/keeping.js';

/** What turning a request into a pure command needs. */
export interface Preparing {
  readonly keeping: Keeping;
  readonly link: Link;
  /** What was said in words, before it became a key. */
  readonly note?: string;
  /** When it is said to have happened. */
  readonly occurredOn: string;
}
