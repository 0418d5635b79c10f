import { Module } from '@nestjs/common';
import { ApiTrainingController } from './api-training.controller.js';

@Module({ controllers: [ApiTrainingController] })
export class TrainingApiModule {}
