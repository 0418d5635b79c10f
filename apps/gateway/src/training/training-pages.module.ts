import { Module } from '@nestjs/common';
import { PageChangeSessionController } from './page-change-session.controller.js';
import { PagePlanSessionController } from './page-plan-session.controller.js';
import { PageTrainingController } from './page-training.controller.js';
import { SessionPages } from './session-pages.js';

@Module({
  controllers: [PagePlanSessionController, PageChangeSessionController, PageTrainingController],
  providers: [SessionPages],
})
export class TrainingPagesModule {}
