import { Module } from '@nestjs/common';
import { PageDemoClockController } from './page-demo-clock.controller.js';

@Module({ controllers: [PageDemoClockController] })
export class DemoPagesModule {}
