import { Module } from '@nestjs/common';
import { ApiGrantsController } from './api-grants.controller.js';
import { PageGrantsController } from './page-grants.controller.js';

@Module({ controllers: [ApiGrantsController, PageGrantsController] })
export class GrantsModule {}
