import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';
import { renewFeedAddress } from '@linking/application/calendar/feed-address.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';

export class CalendarFeed {
  @ApiProperty({ type: String, format: 'uri', description: 'The address of her calendar.' })
  calendarFeed: string;
}

@ApiTags('accounts')
@Controller('api/v1/me/calendar-feed')
export class ApiCalendarFeedController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Closes the address that was given out, and makes another one. */
  @Post()
  @Access('coordinator')
  @HttpCode(200)
  @ApiOkResponse({ type: CalendarFeed })
  async renew(@CurrentUser() { user }: SignedIn): Promise<CalendarFeed> {
    const { pool, clock, settings } = this;
    const feed = { kind: 'coordinator', userId: user.id } as const;
    return { calendarFeed: await renewFeedAddress({ pool, clock, settings }, feed) };
  }
}
