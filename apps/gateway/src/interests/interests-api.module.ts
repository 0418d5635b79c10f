import { Module } from '@nestjs/common';
import { ApiInterestsController } from './api-interests.controller.js';

@Module({ controllers: [ApiInterestsController] })
export class InterestsApiModule {}
