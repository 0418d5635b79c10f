import { Module } from '@nestjs/common';
import { WaitingClasses } from '../interests/waiting-classes.js';
import { LinkAlternatives } from './link-alternatives.js';
import { LinkPages } from './link-pages.js';
import { LinkReader } from './link-reader.js';
import { PageGroupController } from './page-group.controller.js';
import { PageLetterController } from './page-letter.controller.js';
import { PageLinkController } from './page-link.controller.js';
import { PageLinksController } from './page-links.controller.js';
import { PageRecordController } from './page-record.controller.js';

@Module({
  controllers: [
    PageLetterController,
    PageGroupController,
    PageLinksController,
    PageRecordController,
    PageLinkController,
  ],
  providers: [LinkAlternatives, LinkPages, LinkReader, WaitingClasses],
  exports: [LinkReader],
})
export class LinkPagesModule {}
