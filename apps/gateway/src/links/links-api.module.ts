import { Module } from '@nestjs/common';
import { ApiLinkCommandsController } from './api-link-commands.controller.js';
import { ApiLinkHistoryController } from './api-link-history.controller.js';
import { ApiLinksController } from './api-links.controller.js';

@Module({ controllers: [ApiLinksController, ApiLinkHistoryController, ApiLinkCommandsController] })
export class LinksApiModule {}
