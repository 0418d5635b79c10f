import { Module } from '@nestjs/common';
import { ApiMailsController } from './api-mails.controller.js';

@Module({ controllers: [ApiMailsController] })
export class OutboxApiModule {}
