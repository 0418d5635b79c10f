import { Module } from '@nestjs/common';
import { ApiDemoClockController } from './api-demo-clock.controller.js';
import { DemonstrationClock } from './demonstration-clock.js';
import { PageDemoClockController } from './page-demo-clock.controller.js';

@Module({
  controllers: [ApiDemoClockController, PageDemoClockController],
  providers: [DemonstrationClock],
})
export class DemonstrationModule {}
