import { Module } from '@nestjs/common';
import { ApiCalendarFeedController } from './api-calendar-feed.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';

@Module({ controllers: [ApiCalendarFeedController, CalendarFeedController] })
export class CalendarFeedsModule {}
