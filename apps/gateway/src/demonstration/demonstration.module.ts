import { Module } from '@nestjs/common';
import { ApiDemoClockController } from './api-demo-clock.controller.js';
import { PageDemoClockController } from './page-demo-clock.controller.js';

@Module({ controllers: [ApiDemoClockController, PageDemoClockController] })
export class DemonstrationModule {}
