import { Module } from '@nestjs/common';
import { ApiProgrammesController } from './api-programmes.controller.js';

@Module({ controllers: [ApiProgrammesController] })
export class ProgrammesApiModule {}
