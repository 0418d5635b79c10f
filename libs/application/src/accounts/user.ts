import type { Role } from './roles.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Slugs of the programmes she owns as coordinator. */
  readonly programmes: readonly string[];
}
