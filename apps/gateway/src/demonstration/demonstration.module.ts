import { Module } from '@nestjs/common';
import { ApiDemoClockController } from './api-demo-clock.controller.js';

@Module({ controllers: [ApiDemoClockController] })
export class DemonstrationModule {}
