import { Module } from '@nestjs/common';
import { PageDisruptionsController } from './page-disruptions.controller.js';
import { PageOpeningController } from './page-opening.controller.js';
import { PageProgrammesController } from './page-programmes.controller.js';
import { PageTermDatesController } from './page-term-dates.controller.js';
import { ProgrammePages } from './programme-pages.js';

@Module({
  controllers: [
    PageProgrammesController,
    PageOpeningController,
    PageDisruptionsController,
    PageTermDatesController,
  ],
  providers: [ProgrammePages],
  exports: [ProgrammePages],
})
export class ProgrammesPagesModule {}
