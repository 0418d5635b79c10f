import { Module } from '@nestjs/common';
import { LogCheck } from './log-check.js';
import { PageAuditController } from './page-audit.controller.js';
import { PageAuditEventController } from './page-audit-event.controller.js';
import { PageAuditLinkController } from './page-audit-link.controller.js';
import { PageAuditedLinksController } from './page-audited-links.controller.js';
import { PageLinkEvidenceController } from './page-link-evidence.controller.js';
import { PageReadsController } from './page-reads.controller.js';
import { PageRedactedLinkController } from './page-redacted-link.controller.js';
import { PageSampleController } from './page-sample.controller.js';

@Module({
  controllers: [
    PageAuditController,
    PageAuditedLinksController,
    PageAuditLinkController,
    PageAuditEventController,
    PageRedactedLinkController,
    PageSampleController,
    PageReadsController,
    PageLinkEvidenceController,
  ],
  providers: [LogCheck],
})
export class AuditPagesModule {}
