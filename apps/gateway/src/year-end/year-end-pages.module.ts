import { Module } from '@nestjs/common';
import { LinkPagesModule } from '../links/link-pages.module.js';
import { ProgrammesPagesModule } from '../programmes/programmes-pages.module.js';
import { PageCertificatesController } from './page-certificates.controller.js';
import { PageYearEndController } from './page-year-end.controller.js';
import { YearLinks } from './year-links.js';

@Module({
  imports: [LinkPagesModule, ProgrammesPagesModule],
  controllers: [PageYearEndController, PageCertificatesController],
  providers: [YearLinks],
})
export class YearEndPagesModule {}
