import { Module } from '@nestjs/common';
import { PageTodayController } from './page-today.controller.js';
import { TodayPages } from './today-pages.js';

@Module({ controllers: [PageTodayController], providers: [TodayPages] })
export class TodayPagesModule {}
