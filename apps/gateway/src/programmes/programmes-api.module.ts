import { Module } from '@nestjs/common';
import { ApiProgrammeCommandsController } from './api-programme-commands.controller.js';
import { ApiOpeningController } from './api-opening.controller.js';
import { ApiProgrammesController } from './api-programmes.controller.js';
import { ProgrammePages } from './programme-pages.js';

@Module({
  controllers: [ApiProgrammesController, ApiProgrammeCommandsController, ApiOpeningController],
  providers: [ProgrammePages],
})
export class ProgrammesApiModule {}
