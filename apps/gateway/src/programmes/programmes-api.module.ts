import { Module } from '@nestjs/common';
import { ApiProgrammeCommandsController } from './api-programme-commands.controller.js';
import { ApiProgrammesController } from './api-programmes.controller.js';

@Module({ controllers: [ApiProgrammesController, ApiProgrammeCommandsController] })
export class ProgrammesApiModule {}
