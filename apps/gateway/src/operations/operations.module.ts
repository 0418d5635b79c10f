import { Module } from '@nestjs/common';
import { ApiOperationsController } from './api-operations.controller.js';
import { Operations } from './operations.js';
import { PageOperationsController } from './page-operations.controller.js';

@Module({
  controllers: [ApiOperationsController, PageOperationsController],
  providers: [Operations],
})
export class OperationsModule {}
