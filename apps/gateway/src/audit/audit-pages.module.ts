import { Module } from '@nestjs/common';
import { LogCheck } from './log-check.js';
import { PageAuditController } from './page-audit.controller.js';
import { PageLinkEvidenceController } from './page-link-evidence.controller.js';

@Module({ controllers: [PageAuditController, PageLinkEvidenceController], providers: [LogCheck] })
export class AuditPagesModule {}
