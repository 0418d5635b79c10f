import { Module } from '@nestjs/common';
import { PageProposeController } from './page-propose.controller.js';
import { PageWaitingController } from './page-waiting.controller.js';
import { PartnerSurroundings } from './partner-surroundings.js';
import { WaitingClasses } from './waiting-classes.js';

@Module({
  controllers: [PageProposeController, PageWaitingController],
  providers: [WaitingClasses, PartnerSurroundings],
})
export class InterestsPagesModule {}
