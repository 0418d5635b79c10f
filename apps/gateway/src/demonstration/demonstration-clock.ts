import { Inject, Injectable } from '@nestjs/common';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { CLOCK, SETTINGS } from '@linking/application/ports.js';
import { addDays, londonDay, londonInstant, londonTime } from '@linking/domain/calendar/london.js';
import { isSchoolDay, schoolDayOnOrAfter } from '@linking/domain/calendar/school-days.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { DatabaseClock } from '@linking/platform/clock/database-clock.js';
import type { Settings } from '@linking/platform/config/settings.js';

export const CLOCK_STEPS = ['hour', 'day', 'week', 'school-day'] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

const HOUR = 3_600_000;

/** Where a step leads from an instant: the same London time on a later day, or 08:00 when mails begin to go. */
export function stepFrom(now: string, step: ClockStep): string {
  const day = londonDay(now);
  switch (step) {
    case 'hour':
      return new Date(Date.parse(now) + HOUR).toISOString();
    case 'day':
      return londonInstant(addDays(day, 1), londonTime(now));
    case 'week':
      return londonInstant(addDays(day, 7), londonTime(now));
    case 'school-day':
      return londonInstant(
        isSchoolDay(day) && londonTime(now) < '08:00' ? day : schoolDayOnOrAfter(addDays(day, 1)),
        '08:00',
      );
  }
}

/** The clock that everybody of the demonstration shares. Outside the demonstration there is none. */
@Injectable()
export class DemonstrationClock {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  now(): string {
    return this.#movable().now();
  }

  /** Throws ClockOnlyForwardError, and NotFound where no clock can be moved. */
  async moveTo(instant: string): Promise<string> {
    const clock = this.#movable();
    await clock.moveTo(instant);
    return clock.now();
  }

  #movable(): DatabaseClock {
    if (this.settings.demo && this.clock instanceof DatabaseClock) return this.clock;
    throw new NotFound();
  }
}
