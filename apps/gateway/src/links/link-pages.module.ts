import { Module } from '@nestjs/common';
import { LinkPages } from './link-pages.js';
import { LinkReader } from './link-reader.js';
import { PageLinkController } from './page-link.controller.js';
import { PageLinksController } from './page-links.controller.js';
import { PageRecordController } from './page-record.controller.js';

@Module({
  controllers: [PageLinksController, PageRecordController, PageLinkController],
  providers: [LinkPages, LinkReader],
  exports: [LinkReader],
})
export class LinkPagesModule {}
