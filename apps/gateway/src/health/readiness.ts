/** One thing that must be well before requests are sent here. */
export interface ReadinessCheck {
  /** Such as `database`. */
  readonly name: string;
  /** Rejects when it is not well; the message is kept out of the answer. */
  check(): Promise<unknown>;
  /** Reads and saves go on without it: it is named, and requests are sent here all the same. */
  readonly optional?: boolean;
}

export const READINESS_CHECKS = Symbol('READINESS_CHECKS');
