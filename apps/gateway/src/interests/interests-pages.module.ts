import { Module } from '@nestjs/common';
import { InterestReader } from './interest-reader.js';
import { PageChangeInterestController } from './page-change-interest.controller.js';
import { PageInterestController } from './page-interest.controller.js';
import { PageProposeController } from './page-propose.controller.js';
import { PageUnplacedController } from './page-unplaced.controller.js';
import { PageWaitingController } from './page-waiting.controller.js';
import { WaitingClasses } from './waiting-classes.js';

@Module({
  controllers: [
    PageProposeController,
    PageUnplacedController,
    PageWaitingController,
    PageInterestController,
    PageChangeInterestController,
  ],
  providers: [InterestReader, WaitingClasses],
})
export class InterestsPagesModule {}
