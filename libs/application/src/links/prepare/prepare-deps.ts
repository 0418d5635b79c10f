import type { Link } from '@linking/domain/link/link.js';
import type { Keeping } from '../../commands/keeping.js';

/** What turning a request into a pure command needs. */
export interface Preparing {
  readonly keeping: Keeping;
  readonly link: Link;
}
