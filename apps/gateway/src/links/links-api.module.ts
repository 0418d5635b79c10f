import { Module } from '@nestjs/common';
import { ApiLinkCommandsController } from './api-link-commands.controller.js';
import { ApiLinkHistoryController } from './api-link-history.controller.js';
import { ApiLinksTogetherController } from './api-links-together.controller.js';
import { ApiLinksController } from './api-links.controller.js';

@Module({
  controllers: [
    ApiLinksController,
    ApiLinksTogetherController,
    ApiLinkHistoryController,
    ApiLinkCommandsController,
  ],
})
export class LinksApiModule {}
