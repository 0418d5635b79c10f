import { Module } from '@nestjs/common';
import { PageCalendarController } from './page-calendar.controller.js';

@Module({ controllers: [PageCalendarController] })
export class CalendarPagesModule {}
