import { Module } from '@nestjs/common';
import { ApiInterestCommandsController } from './api-interest-commands.controller.js';
import { ApiInterestsController } from './api-interests.controller.js';

@Module({ controllers: [ApiInterestsController, ApiInterestCommandsController] })
export class InterestsApiModule {}
