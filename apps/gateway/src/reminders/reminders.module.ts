import { Module } from '@nestjs/common';
import { ApiRehearsalController } from './api-rehearsal.controller.js';
import { LinkReader } from '../links/link-reader.js';
import { PageHoldsController } from './page-holds.controller.js';
import { PageRemindersController } from './page-reminders.controller.js';
import { PageRulesController } from './page-rules.controller.js';
import { RehearsalReader } from './rehearsal-reader.js';

@Module({
  controllers: [ApiRehearsalController, PageRemindersController, PageHoldsController, PageRulesController],
  providers: [RehearsalReader, LinkReader],
})
export class RemindersModule {}
