import { Module } from '@nestjs/common';
import { PageOutboxController } from './page-outbox.controller.js';

@Module({ controllers: [PageOutboxController] })
export class OutboxPagesModule {}
