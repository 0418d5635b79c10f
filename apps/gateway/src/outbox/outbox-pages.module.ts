import { Module } from '@nestjs/common';
import { PageAddressController } from './page-address.controller.js';
import { PageAgainController } from './page-again.controller.js';
import { PageWriteController } from '../written/page-write.controller.js';
import { PageOutboxController } from './page-outbox.controller.js';
import { WritePages } from '../written/write-pages.js';
import { PageUnsubscribeController } from './page-unsubscribe.controller.js';
import { SeenPeople } from './seen-people.js';

@Module({
  controllers: [
    PageOutboxController,
    PageAgainController,
    PageAddressController,
    PageWriteController,
    PageUnsubscribeController,
  ],
  providers: [SeenPeople, WritePages],
})
export class OutboxPagesModule {}
