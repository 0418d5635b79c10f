/** The one source of "now" for everything a person sees. Leases, sessions and metrics use real time instead. */
export interface Clock {
  /** ISO instant in UTC with milliseconds, such as `2026-11-23T09:00:00.000Z`. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands where it was put: for history written later, and for tests. */
export class SetClock implements Clock {
  constructor(private instant: string) {}

  now(): string {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = instant;
  }
}
